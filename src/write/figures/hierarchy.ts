import { entryOf, itemAt } from '../../core/index.ts'
import { defineFigure, ids } from './define.ts'
import type { ActorItem, Figure, FigureData, TieItem } from './figure.ts'
import { figure } from './looks.ts'
import { groupInk } from './palette.ts'
import type { Pen } from './pen.ts'
import { element, line } from './svg.ts'

const row = 14
const indent = 18
const look = { size: 8.5 }

interface Branch {
  readonly actor: ActorItem
  readonly depth: number
  readonly words: string
  /** The row of what it stands under. */
  readonly under: number | undefined
}

function tiesOf(data: FigureData, actors: readonly string[] | undefined): readonly TieItem[] {
  const isWanted = (id: string) => actors === undefined || actors.includes(id)
  const known = new Set(data.actors.map(({ id }) => id).filter(isWanted))
  return data.ties.filter((tie) => tie.tie === 'structure' && known.has(tie.from) && known.has(tie.to))
}

/** Who is part of, under, or in office at whom, as a tree from the top down. Nothing without such relations. */
function hierarchy(data: FigureData, actors: readonly string[] | undefined, pen: Pen): Figure | undefined {
  const byId = new Map(data.actors.map((actor) => [actor.id, actor]))
  const ties = tiesOf(data, actors)
  if (ties.length === 0) return undefined
  // That what is drawn under another is part of it, or under it, the drawing says itself.
  const plain = new Set(Object.values(pen.words.relations))
  const branches = branchesOf(
    ties.map((tie) => ({ ...tie, words: plain.has(tie.words) ? '' : tie.words })),
    byId,
  )
  const height = branches.length * row + 6
  const y = (index: number) => index * row + 10
  const muted = { ...look, fill: pen.colours.muted }
  const body = branches.flatMap(({ actor, depth, words, under }, index) => {
    const x = depth * indent
    const jointFrom = (top: number) =>
      line(x - indent + 4, y(top) + 3, x - indent + 4, y(index) - 3, x - 2, y(index) - 3)
    const stroke = { fill: 'none', stroke: pen.colours.muted, 'stroke-width': 0.7 }
    const isSaid = ` ${actor.name} `.includes(` ${actor.label} `)
    const name = isSaid ? actor.name : `${actor.name} (${actor.label})`
    const shown = pen.measure(name, { ...look, bold: true }) > pen.width - x - 90 ? actor.label : name
    const after = x + pen.measure(shown, { ...look, bold: true }) + 6
    return [
      under === undefined ? '' : element('path', { d: jointFrom(under), ...stroke }),
      pen.text(x, y(index), shown, { ...look, bold: true, fill: groupInk[actor.group] }),
      words ? pen.text(after, y(index), pen.wrap(words, pen.width - after, look)[0] ?? '', muted) : '',
    ]
  })
  const rows = branches.map(({ actor, words, under }) => [
    actor.name,
    words || '–',
    under === undefined ? '–' : itemAt(branches, under).actor.name,
  ])
  const alt = pen.words.alt.hierarchy(
    branches.filter(({ under }) => under === undefined).map(({ actor }) => actor.name),
    branches.length,
  )
  const { columns, titles } = pen.words
  const table = { columns: [columns.actor, columns.relation, columns.above], rows }
  return figure(titles.hierarchy, { height, alt, table }, body, pen)
}

/** Depth first, each actor once: who stands under several is drawn under the first. */
function branchesOf(ties: readonly TieItem[], byId: ReadonlyMap<string, ActorItem>): Branch[] {
  const above = new Map<string, TieItem>()
  for (const tie of ties) if (!above.has(tie.from)) above.set(tie.from, tie)
  const branches: Branch[] = []
  const seen = new Set<string>()
  const add = (id: string, depth: number, words: string, under: number | undefined) => {
    if (seen.has(id)) return
    seen.add(id)
    const index = branches.push({ actor: entryOf(byId, id), depth, words, under }) - 1
    for (const tie of ties) if (tie.to === id && above.get(tie.from) === tie) add(tie.from, depth + 1, tie.words, index)
  }
  const tops = [...new Set(ties.map(({ to }) => to))].filter(
    (id) => !above.has(id) && ties.some((tie) => tie.to === id && above.get(tie.from) === tie),
  )
  for (const id of tops) add(id, 0, '', undefined)
  // A ring has no top: it is entered where it is met.
  for (const { to } of ties) if (above.has(to)) add(to, 0, '', undefined)
  return branches
}

export const hierarchyFigure = defineFigure({
  options: { actors: ids() },
  shows: (data, { actors }) => tiesOf(data, actors),
  draw: (data, { actors }, { pen }) => hierarchy(data, actors, pen),
})
