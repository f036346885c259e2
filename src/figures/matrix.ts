import { compare } from '../log.ts'
import { defineFigure, oneOf } from './define.ts'
import type { Assessment, Figure, FigureData, ThreatItem } from './figure.ts'
import { type Block, card, headLook, key, leading, noteLook, pad, rise, strip } from './matrix-cells.ts'
import type { Pen } from './pen.ts'
import { element, picture } from './svg.ts'

interface MatrixOptions {
  /**
   * What the columns are. `target`: rows are vectors, each cell has the threats that share both. `period`: each row is
   * a threat. Absent: targets while they are few enough to be read.
   */
  readonly columns?: 'target' | 'period' | undefined
}

/** Headings and blocks, before anything has a place. */
interface Grid {
  readonly left: number
  readonly heads: readonly string[]
  readonly rows: readonly {
    readonly title: string
    readonly note: string
    readonly cells: readonly (readonly Block[])[]
  }[]
}

const mostTargets = 5
/** What a page can hold beside a caption, in points. */
const tallest = 620

/**
 * Threats with what is judged of each: likelihood with its range, on a ground that darkens with it, and confidence in
 * words and bars; those of which nothing is judged say so. Nothing when there is no threat.
 */
function matrix({ threats }: FigureData, options: MatrixOptions, pen: Pen): Figure | undefined {
  if (!threats.length) return undefined
  const targets = unique(threats.map((threat) => threat.target))
  const drawn = choose(threats, targets, options.columns, pen)
  const alt = describe(threats, pen)
  return {
    svg: picture(pen.width, drawn.height, pen.words.titles.matrix, alt, drawn.body),
    width: pen.width,
    height: drawn.height,
    alt,
    table: { columns: tableColumns(pen), rows: threats.flatMap((threat) => tableRows(threat, pen)) },
  }
}

/** The layout asked for; by target as long as that can be read and fits a page. Without a period there is only that. */
function choose(
  threats: readonly ThreatItem[],
  targets: readonly string[],
  columns: MatrixOptions['columns'],
  pen: Pen,
) {
  const drawn = draw(byTarget(threats, targets, pen), pen)
  const readable = targets.length <= mostTargets && drawn.height <= tallest
  const judged = threats.some((threat) => threat.assessments.length)
  return !judged || columns === 'target' || (columns === undefined && readable)
    ? drawn
    : draw(byPeriod(threats, pen), pen)
}

function byTarget(threats: readonly ThreatItem[], targets: readonly string[], pen: Pen): Grid {
  const left = 66
  const width = (pen.width - left) / targets.length
  const rows = unique(threats.map((threat) => threat.vector)).map((vector) => ({
    title: vector,
    note: '',
    cells: targets.map((target) =>
      threats
        .filter((threat) => threat.vector === vector && threat.target === target)
        .map((threat) => card(threat, width, pen)),
    ),
  }))
  return { left, heads: targets, rows }
}

function byPeriod(threats: readonly ThreatItem[], pen: Pen): Grid {
  const periods = unique(
    threats
      .flatMap((threat) => threat.assessments.map((one) => one.period))
      .sort((a, b) => compare(a.from, b.from) || compare(a.to, b.to))
      .map((period) => period.text),
  )
  const left = 150
  const width = (pen.width - left) / periods.length
  const rows = threats.map((threat) => ({
    title: threat.title,
    note: `${threat.vector} → ${threat.target}`,
    cells: periods.map((period) =>
      threat.assessments.filter((one) => one.period.text === period).map((one) => strip(one, width, false, pen)),
    ),
  }))
  return { left, heads: periods, rows }
}

function draw({ left, heads, rows }: Grid, pen: Pen): { body: string[]; height: number } {
  const width = (pen.width - left) / heads.length
  const wrapped = heads.map((head) => pen.wrap(head, width - 2 * pad, headLook))
  const body = wrapped.map((lines, i) => pen.lines(left + i * width + pad, 9, lines, leading, headLook))
  let y = Math.max(...wrapped.map((lines) => lines.length)) * leading + 5
  for (const row of rows) {
    const title = pen.wrap(row.title, left - 8, headLook)
    const note = pen.wrap(row.note, left - 8, noteLook)
    const label = (title.length + note.length) * leading + 2 * pad
    const height = Math.max(label, ...row.cells.map((cell) => cell.reduce((sum, one) => sum + one.height, 0)))
    body.push(
      rule(y, pen),
      pen.lines(0, y + rise, title, leading, headLook),
      pen.lines(0, y + rise + title.length * leading, note, leading, { ...noteLook, fill: pen.colours.muted }),
      ...row.cells.map((cell, i) => column(cell, left + i * width, y, height)),
    )
    y += height + 2.5
  }
  body.push(rule(y, pen), key(y + 12, pen))
  return { body, height: Math.ceil(y + 16) }
}

/** The blocks of a cell, one under the other; the only one of a cell fills it. */
function column(blocks: readonly Block[], x: number, top: number, height: number): string {
  let y = top + 0.5
  return blocks
    .map((one) => {
      const drawn = one.draw(x, y, blocks.length === 1 ? height : one.height)
      y += one.height
      return drawn
    })
    .join('')
}

const unique = (keys: readonly string[]) => [...new Set(keys)]

const rule = (y: number, pen: Pen) =>
  element('line', { x1: 0, x2: pen.width, y1: y, y2: y, stroke: pen.colours.rule, 'stroke-width': 0.7 })

/** The threats under each term, the likeliest first; then how many nobody judged. */
function describe(threats: readonly ThreatItem[], { words }: Pen): string {
  const judged = threats.flatMap((threat) => threat.assessments.map((one) => ({ ...one, title: threat.title })))
  const ranked = judged.sort((a, b) => (b.likelihood?.low ?? -1) - (a.likelihood?.low ?? -1))
  const term = ({ likelihood }: Assessment) =>
    likelihood ? `${likelihood.term} (${likelihood.range})` : words.noLikelihood
  const groups = unique(ranked.map(term)).map((name) => {
    const own = ranked.filter((one) => term(one) === name)
    return [name, own.map((one) => `${one.title}, ${one.period.text}, ${words.confidence[one.confidence]}`)] as const
  })
  const unjudged = threats.filter((threat) => !threat.assessments.length).length
  return words.alt.matrix(threats.length, groups, unjudged)
}

const tableColumns = ({ words: { columns } }: Pen) => [
  columns.threat,
  columns.vector,
  columns.target,
  columns.period,
  columns.likelihood,
  columns.confidence,
]

function tableRows({ title, vector, target, assessments }: ThreatItem, { words }: Pen): string[][] {
  if (!assessments.length) return [[title, vector, target, '–', words.notJudged, '–']]
  const term = ({ likelihood }: Assessment) =>
    likelihood ? `${likelihood.term} (${likelihood.range})` : words.noLikelihood
  return assessments.map((one) => [title, vector, target, one.period.text, term(one), words.confidence[one.confidence]])
}

export const matrixFigure = defineFigure({
  options: { columns: oneOf(['target', 'period']) },
  shows: ({ threats }) => threats.flatMap(({ assessments }) => assessments),
  draw: (data, options, { pen }) => matrix(data, options, pen),
})
