import { compare, itemAt, lastOf } from '../../core/index.ts'
import { tint } from '../theme/colour.ts'
import { hatch } from './axis.ts'
import { known } from './dates.ts'
import { defineFigure } from './define.ts'
import type { Dated, Figure, FigureData, Gap } from './figure.ts'
import { asManyAsFit, leftOutLine, withLeftOut } from './fit.ts'
import { figure, headLook, leading, noteLook, pad, rise, rule } from './looks.ts'
import type { Pen } from './pen.ts'
import { element } from './svg.ts'

const labelWidth = ({ width }: Pen) => Math.min(102, width * 0.3)
const breakWidth = 16
/** More columns than this leave no room for a name. */
const mostColumns = 6

interface Naming {
  readonly date: Dated
  readonly by: string
}
interface Row {
  readonly title: string
  readonly named: readonly Naming[]
}
/** What was named in a stretch of whole years. */
interface Column {
  readonly from: number
  readonly to: number
  /** The days, in their order. */
  readonly days: readonly string[]
}

const year = (day: string) => Number.parseInt(day, 10)
const first = ({ date }: Naming) => known(date).from

/**
 * Who named which danger when: a row for each threat, by the day when it was first named, a column for each year in which
 * one was named, and a hatched break between columns where no source tells of the time. Threats that nobody is recorded
 * to have named are left out, and those named least often where a page has no room for all. Nothing where that is all of them.
 */
function dangers({ threats, ...data }: FigureData, pen: Pen): Figure | undefined {
  const rows = threats
    .filter(({ named }) => named.length > 0)
    .map(({ title, named }) => ({ title, named: [...named].sort((a, b) => compare(first(a), first(b))) }))
    .sort((a, b) => compare(first(itemAt(a.named, 0)), first(itemAt(b.named, 0))))
  if (rows.length === 0) return undefined
  return asManyAsFit(
    rows,
    ({ named }) => named.length,
    (some, left) => drawn(some, left, data, pen),
  )
}

function drawn(rows: readonly Row[], left: number, { gaps }: Pick<FigureData, 'gaps'>, pen: Pen): Figure {
  const grid = gridOf(rows, gaps, pen)
  const body = grid.columns.map((column, i) => pen.text(grid.x(i) + pad, 9, heading(column), headLook))
  let y = leading + 5
  const top = y
  for (const row of rows) {
    const drawn = drawRow(row, grid, y, pen)
    body.push(rule(y, pen), ...drawn.body)
    y += drawn.height
  }
  const silences = grid.breaks.map((x) => hatch(x + 2, top, breakWidth - 4, y - top, pen))
  body.push(...silences, rule(y, pen), ...(grid.breaks.length > 0 ? key(y + 12, pen) : []))
  const bottom = y + (grid.breaks.length > 0 ? 16 : 2)
  body.push(leftOutLine(left, bottom + 9, pen))
  const height = Math.ceil(bottom + (left > 0 ? 13 : 0))
  const { columns, titles, alt } = pen.words
  const said = rows.map(({ title, named }) => [title, named.map(({ date, by }) => `${by} (${date.text})`)] as const)
  const words = withLeftOut(alt.dangers(said), left, pen)
  const table = {
    columns: [columns.threat, columns.date, columns.namedBy],
    rows: rows.flatMap(({ title, named }) => named.map(({ date, by }) => [title, date.text, by])),
  }
  return figure(titles.dangers, { height, alt: words, table }, body, pen)
}

/** The years in which something was named; where they are too many, those nearest to each other together. */
function columnsOf(rows: readonly Row[], most: number): Column[] {
  const days = rows.flatMap(({ named }) => named.map(first)).sort(compare)
  const columns = [...new Set(days.map(year))].map(
    (one): Column => ({ from: one, to: one, days: days.filter((day) => year(day) === one) }),
  )
  while (columns.length > most) {
    const apart = columns.slice(1).map((column, i) => column.to - itemAt(columns, i).from)
    const at = apart.indexOf(Math.min(...apart))
    const [a, b] = [itemAt(columns, at), itemAt(columns, at + 1)]
    columns.splice(at, 2, { from: a.from, to: b.to, days: [...a.days, ...b.days] })
  }
  return columns
}

const heading = ({ from, to }: Column) => (from === to ? `${from}` : `${from}–${to}`)

/** As many columns as leave room for the longest word of a name, and for their years. */
function gridOf(rows: readonly Row[], gaps: readonly Gap[], pen: Pen) {
  const words = rows.flatMap(({ named }) => named.flatMap(({ by }) => by.split(' ')))
  const widest = Math.max(...words.map((word) => pen.measure(word, noteLook)))
  for (let most = mostColumns; ; most--) {
    const grid = makeGrid(columnsOf(rows, most), gaps, pen)
    const heads = grid.columns.map((column) => pen.measure(heading(column), headLook) + 2 * pad)
    if (most === 1 || grid.width >= Math.max(widest + 2 * pad + 8, ...heads)) return grid
  }
}

/** A gap is shown between the columns on both its sides. */
function makeGrid(columns: readonly Column[], gaps: readonly Gap[], pen: Pen) {
  const silent = columns.map(
    ({ days }, i) =>
      i > 0 && gaps.some((gap) => gap.from > lastOf(itemAt(columns, i - 1).days) && gap.to < itemAt(days, 0)),
  )
  const before = (i: number) => silent.slice(0, i + 1).filter(Boolean).length
  const width = (pen.width - labelWidth(pen) - before(columns.length) * breakWidth) / columns.length
  const x = (i: number) => labelWidth(pen) + i * width + before(i) * breakWidth
  return { columns, width, x, breaks: silent.flatMap((is, i) => (is ? [x(i) - breakWidth] : [])) }
}

function drawRow({ title, named }: Row, grid: ReturnType<typeof makeGrid>, y: number, pen: Pen) {
  const label = pen.wrap(title, labelWidth(pen) - 8, headLook)
  const cells = grid.columns.map((column) =>
    named
      .filter((one) => year(first(one)) >= column.from && year(first(one)) <= column.to)
      .map((one) => pen.wrap(one.by, grid.width - 2 * pad - 8, noteLook)),
  )
  const tall = (lines: readonly (readonly string[])[]) => lines.reduce((sum, one) => sum + one.length * leading + 2, 0)
  const height = Math.max(label.length * leading, ...cells.map(tall)) + 2 * pad
  const marks = cells.flatMap((cell, i) => (cell.length > 0 ? drawCell(cell, grid.x(i), y, height) : []))
  return { body: [pen.lines(0, y + rise, label, leading, headLook), ...marks], height }

  function drawCell(cell: readonly (readonly string[])[], x: number, top: number, tallness: number): string[] {
    const box = { x: x + 1, y: top + 1, width: grid.width - 2, height: tallness - 2 }
    let baseline = top + rise
    const names = cell.map((lines) => {
      const dot = element('circle', { cx: x + pad + 2, cy: baseline - 2.4, r: 1.8, fill: pen.colours.accent })
      const words = pen.lines(x + pad + 8, baseline, lines, leading, noteLook)
      baseline += lines.length * leading + 2
      return dot + words
    })
    return [element('rect', { ...box, fill: tint(pen.colours.accent, 0.12) }), ...names]
  }
}

const key = (y: number, pen: Pen) => [
  hatch(0, y - 6.6, 16, 8.4, pen),
  pen.text(22, y, pen.words.gapKey, { ...noteLook, fill: pen.colours.muted }),
]

export const dangersFigure = defineFigure({
  options: {},
  shows: ({ threats }) => threats.flatMap(({ named }) => named),
  draw: (data, _options, { pen }) => dangers(data, pen),
})
