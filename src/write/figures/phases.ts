import { itemAt } from '../../core/index.ts'
import { tint } from '../theme/colour.ts'
import { defineFigure } from './define.ts'
import type { Figure, FigureData, MeasureItem, PhaseItem } from './figure.ts'
import { figure, headLook, key, leading, noteLook, rule } from './looks.ts'
import type { Pen } from './pen.ts'
import { element } from './svg.ts'

const labelWidth = ({ width }: Pen) => Math.min(92, width * 0.25)
const totalWidth = 24
const pad = 4
const unit = 6.4
const gap = 1.8

interface Column {
  readonly title: string
  readonly note: string
  has(measure: MeasureItem): boolean
}

/**
 * Policy measures by field (rows) and phase (columns), one square each: filled for what was adopted or done, open for
 * what was only proposed or announced. Nothing without measures or phases.
 */
function phases(data: FigureData, pen: Pen): Figure | undefined {
  const { measures } = data
  if (!measures.length || !data.phases.length) return undefined
  const columns = columnsOf(data.phases, measures, pen)
  const areas = [...new Set(measures.map((measure) => measure.area))]
  const grid = makeGrid(columns, pen)
  const body = [...grid.heads]
  let y = grid.top
  for (const area of areas) {
    const own = measures.filter((measure) => measure.area === area)
    const row = drawRow(area, own, columns, y, grid.width, pen)
    body.push(...row.body)
    y = row.bottom
  }
  const legend = key(signsOf(pen), y + 30, 16, pen, leading)
  body.push(...totals(measures, columns, y, grid.width, pen), ...legend.body)
  const alt = pen.words.alt.phases(
    measures.length,
    columns.map((column) => `${column.title} (${column.note || '–'}): ${measures.filter(column.has).length}`),
  )
  const table = {
    columns: [pen.words.columns.area, ...columns.map((column) => column.title), pen.words.total],
    rows: areas.map((area) => tableRow(area, measures, columns)),
  }
  return figure(pen.words.titles.phases, { height: Math.ceil(legend.bottom + 5), alt, table }, body, pen)
}

function columnsOf(all: readonly PhaseItem[], measures: readonly MeasureItem[], pen: Pen): Column[] {
  const columns = all.map((phase, i) => ({
    title: phase.title,
    note: phase.text,
    has: (measure: MeasureItem) => measure.phase === i,
  }))
  const rest = { title: pen.words.noPhase, note: '', has: (measure: MeasureItem) => measure.phase === undefined }
  return measures.some(rest.has) ? [...columns, rest] : columns
}

function makeGrid(columns: readonly Column[], pen: Pen): { top: number; width: number; heads: string[] } {
  const width = (pen.width - labelWidth(pen) - totalWidth) / columns.length
  const titles = columns.map((column) => pen.wrap(column.title, width - 2 * pad, headLook))
  const notes = columns.map((column) =>
    pen.wrap(withBreaks(column.note, width - 2 * pad, pen), width - 2 * pad, noteLook),
  )
  const lines = Math.max(...columns.map((_column, i) => itemAt(titles, i).length + itemAt(notes, i).length))
  const heads = columns.flatMap((_column, i) => {
    const x = labelWidth(pen) + i * width + pad
    const muted = { ...noteLook, fill: pen.colours.muted }
    return [
      pen.lines(x, 8, itemAt(titles, i), leading, headLook),
      pen.lines(x, 8 + itemAt(titles, i).length * leading, itemAt(notes, i), leading, muted),
    ]
  })
  return { top: lines * leading + 4, width, heads }
}

/** A range of dates that has no room in one line breaks behind its dash. */
const withBreaks = (note: string, width: number, pen: Pen) =>
  note
    .split(' ')
    .map((word) => (pen.measure(word, noteLook) > width ? word.replaceAll('–', '– ') : word))
    .join(' ')

function drawRow(
  area: string,
  measures: readonly MeasureItem[],
  columns: readonly Column[],
  y: number,
  width: number,
  pen: Pen,
): { body: string[]; bottom: number } {
  const perLine = Math.max(1, Math.floor((width - 2 * pad + gap) / (unit + gap)))
  const cells = columns.map((column) => measures.filter(column.has))
  const lines = Math.max(1, ...cells.map((cell) => Math.ceil(cell.length / perLine)))
  const label = pen.wrap(area, labelWidth(pen) - 6, headLook)
  const height = Math.max(lines * (unit + gap) - gap, label.length * leading - 2) + 2 * pad + 1
  const squares = cells.flatMap((cell, i) =>
    [...cell].sort(doneFirst).map((measure, n) => {
      const x = labelWidth(pen) + i * width + pad + (n % perLine) * (unit + gap)
      return square(x, y + pad + 0.5 + Math.floor(n / perLine) * (unit + gap), measure.pending, pen)
    }),
  )
  const body = [
    rule(y, pen),
    pen.lines(0, y + pad + 6.4, label, leading, headLook),
    ...squares,
    pen.text(pen.width, y + pad + 6.4, String(measures.length), { size: 7.5, anchor: 'end' }),
  ]
  return { body, bottom: y + height }
}

const doneFirst = (a: MeasureItem, b: MeasureItem) => Number(a.pending) - Number(b.pending)

function square(x: number, y: number, pending: boolean, pen: Pen): string {
  const ink = pen.colours.accent
  const fill = pending ? '#ffffff' : tint(ink, 0.85)
  return element('rect', {
    x: x + 0.4,
    y,
    width: unit - 0.8,
    height: unit - 0.8,
    fill,
    stroke: ink,
    'stroke-width': 0.8,
  })
}

function totals(
  measures: readonly MeasureItem[],
  columns: readonly Column[],
  y: number,
  width: number,
  pen: Pen,
): string[] {
  const baseline = y + 11
  return [
    rule(y, pen),
    pen.text(0, baseline, pen.words.total, headLook),
    ...columns.map((column, i) =>
      pen.text(labelWidth(pen) + i * width + pad, baseline, String(measures.filter(column.has).length), headLook),
    ),
    pen.text(pen.width, baseline, String(measures.length), { ...headLook, anchor: 'end' }),
    rule(y + 16, pen),
  ]
}

const signsOf = (pen: Pen) =>
  (['done', 'pending'] as const).map((is) => ({
    words: pen.words.phaseKey[is],
    width: 11,
    draw: (x: number, y: number) => square(x, y - 5.6, is === 'pending', pen),
  }))

function tableRow(area: string, measures: readonly MeasureItem[], columns: readonly Column[]): string[] {
  const own = measures.filter((measure) => measure.area === area)
  return [area, ...columns.map((column) => String(own.filter(column.has).length)), String(own.length)]
}

export const phasesFigure = defineFigure({
  options: {},
  shows: (data) => (data.phases.length > 0 ? data.measures : []),
  draw: (data, _options, { pen }) => phases(data, pen),
})
