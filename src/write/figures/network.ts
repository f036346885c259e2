import { compare, entryOf, itemAt } from '../../core/index.ts'
import { defineFigure, listOf, oneOf, type Values, wholeNumber } from './define.ts'
import {
  type ActorGroup,
  type ActorItem,
  actorGroups,
  type Figure,
  type FigureData,
  type TieItem,
  tieKinds,
} from './figure.ts'
import { figure, key, type Part } from './looks.ts'
import type { layout } from './network-layout.ts'
import { plate, stroke, tie } from './network-marks.ts'
import type { Pen } from './pen.ts'

const options = {
  groups: listOf(actorGroups),
  ties: listOf(tieKinds),
  /** Draw no more actors than this: those with the most ties. */
  most: wholeNumber(2, 40),
  /** Leave out actors with fewer ties than this. */
  'min-ties': wholeNumber(0, 20),
  /** `no`: leave out actors whose ties reach no third one. */
  islands: oneOf(['yes', 'no']),
}
type NetworkOptions = Required<Values<typeof options>>

const look = { size: 7.5 }
const leading = 8.4
const widestLabel = 78

/**
 * Actors as plates, their groups told by shape, and the relations between them as lines. Nothing when no relation is
 * left between the actors that the options choose.
 */
function network(data: FigureData, options: NetworkOptions, pen: Pen, arrange: typeof layout): Figure | undefined {
  const chosen = choose(data, options)
  if (!chosen.ties.length) return undefined
  const labels = new Map(chosen.actors.map((actor) => [actor.id, pen.wrap(actor.label, widestLabel, look)]))
  const boxes = chosen.actors.map(({ id, group }) => ({ id, ...size(entryOf(labels, id), group, pen) }))
  const frame = { width: pen.width, height: frameHeight(boxes, pen) }
  const placed = arrange(boxes, pairs(chosen.ties), frame)
  const byId = new Map(placed.boxes.map((box) => [box.id, box]))
  const legend = drawKey(placed.height + 14, chosen, pen)
  const body = [
    ...chosen.ties.map((one) => tie(entryOf(byId, one.from), entryOf(byId, one.to), one.tie, pen)),
    ...chosen.actors.map((actor) => drawActor(entryOf(byId, actor.id), entryOf(labels, actor.id), actor.group, pen)),
    ...legend.body,
  ]
  const left = data.actors.length - chosen.actors.length
  const alt = describe(chosen, pen) + (left ? ` ${pen.words.alt.leftOut(left)}` : '')
  const height = Math.ceil(legend.bottom + 5)
  return figure(pen.words.titles.network, { height, alt, table: table(chosen, pen) }, body, pen)
}

interface Chosen {
  readonly actors: readonly ActorItem[]
  readonly ties: readonly TieItem[]
  /** How many ties each actor has among those chosen. */
  readonly degree: ReadonlyMap<string, number>
}

function choose(data: FigureData, options: NetworkOptions): Chosen {
  const ties = data.ties.filter((one) => options.ties.includes(one.tie))
  const grouped = data.actors.filter((actor) => options.groups.includes(actor.group))
  let actors = grouped
  for (;;) {
    const degree = degrees(actors, ties)
    const small = options.islands === 'no' ? islands(actors, ties) : new Set<string>()
    const wanted = Math.max(1, options['min-ties'])
    const connected = actors.filter((actor) => entryOf(degree, actor.id) >= wanted && !small.has(actor.id))
    const kept = new Set(ranked(connected, degree).slice(0, options.most))
    const next = connected.filter((actor) => kept.has(actor))
    if (next.length === actors.length) return { actors, ties: between(actors, ties), degree }
    actors = next
  }
}

const ranked = (actors: readonly ActorItem[], degree: Chosen['degree']) =>
  [...actors].sort((a, b) => entryOf(degree, b.id) - entryOf(degree, a.id) || compare(a.id, b.id))

/** The actors of components of two: tied to each other and to nobody else. */
function islands(actors: readonly ActorItem[], ties: readonly TieItem[]): Set<string> {
  const partners = new Map(actors.map((actor) => [actor.id, new Set<string>()]))
  for (const { from, to } of between(actors, ties)) {
    entryOf(partners, from).add(to)
    entryOf(partners, to).add(from)
  }
  const alone = [...partners].filter(
    ([, tied]) => tied.size === 1 && entryOf(partners, itemAt([...tied], 0)).size === 1,
  )
  return new Set(alone.map(([id]) => id))
}

function between(actors: readonly ActorItem[], ties: readonly TieItem[]): TieItem[] {
  const ids = new Set(actors.map((actor) => actor.id))
  return ties.filter((one) => ids.has(one.from) && ids.has(one.to))
}

function degrees(actors: readonly ActorItem[], ties: readonly TieItem[]): Map<string, number> {
  const degree = new Map(actors.map((actor) => [actor.id, 0]))
  for (const { from, to } of between(actors, ties)) {
    degree.set(from, entryOf(degree, from) + 1)
    degree.set(to, entryOf(degree, to) + 1)
  }
  return degree
}

const pairs = (ties: readonly TieItem[]) => ties.map(({ from, to }) => [from, to] as const)

function size(label: readonly string[], group: ActorGroup, pen: Pen): { width: number; height: number } {
  const side = group === 'intergovernmental' || group === 'person' ? 16 : 11
  const bold = group === 'state'
  return {
    width: Math.max(...label.map((one) => pen.measure(one, { ...look, bold }))) + side,
    height: label.length * leading + 6,
  }
}

/** Room in proportion to the plates, within a page. */
function frameHeight(boxes: readonly { width: number; height: number }[], pen: Pen): number {
  const area = boxes.reduce((sum, box) => sum + (box.width + 38) * (box.height + 34), 0)
  return Math.min(560, Math.max(150, Math.round(area / pen.width)))
}

function drawActor(
  box: { x: number; y: number; width: number; height: number },
  label: readonly string[],
  group: ActorGroup,
  pen: Pen,
): string {
  const first = box.y - ((label.length - 1) * leading) / 2 + 2.6
  return (
    plate(box, group) + pen.lines(box.x, first, label, leading, { ...look, anchor: 'middle', bold: group === 'state' })
  )
}

/** The shapes and lines that are drawn, and what they mean. */
function drawKey(top: number, { actors, ties }: Chosen, pen: Pen): Part {
  const shapes = actorGroups
    .filter((group) => actors.some((actor) => actor.group === group))
    .map((group) => ({
      words: pen.words.groups[group],
      width: 22,
      draw: (x: number, y: number) => plate({ x: x + 9, y: y - 2.5, width: 17, height: 9 }, group),
    }))
  const lines = tieKinds
    .filter((kind) => ties.some((one) => one.tie === kind))
    .map((kind) => ({
      words: pen.words.ties[kind],
      width: 22,
      draw: (x: number, y: number) => stroke([x, y - 2.5], [x + 18, y - 2.5], kind, pen),
    }))
  const above = key(shapes, top, 10, pen)
  const below = key(lines, above.bottom + 12, 10, pen)
  return { body: [...above.body, ...below.body], bottom: below.bottom }
}

function describe({ actors, ties, degree }: Chosen, pen: Pen): string {
  const first = ranked(actors, degree).slice(0, 5)
  const most = first.map((actor) => [actor.name, entryOf(degree, actor.id)] as const)
  return pen.words.alt.network(actors.length, ties.length, most)
}

function table({ actors, ties }: Chosen, { words: { columns } }: Pen) {
  const names = new Map(actors.map((actor) => [actor.id, actor.name]))
  return {
    columns: [columns.actor, columns.relation, columns.actor],
    rows: ties.map((one) => [entryOf(names, one.from), one.words, entryOf(names, one.to)]),
  }
}

const usual: NetworkOptions = { groups: actorGroups, ties: tieKinds, most: 35, 'min-ties': 1, islands: 'no' }

export const networkFigure = defineFigure({
  options,
  shows: (data, asked) => choose(data, { ...usual, ...asked }).ties,
  draw: (data, asked, { pen, arrange }) => network(data, { ...usual, ...asked }, pen, arrange),
})
