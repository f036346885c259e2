import { nice, ticks } from 'd3-array'
import { itemAt } from '../../core/index.ts'
import { tint } from '../theme/colour.ts'
import { defineFigure } from './define.ts'
import type { Figure, SeriesItem } from './figure.ts'
import { figure } from './looks.ts'
import type { Pen, TextLook } from './pen.ts'
import { quantityOf, quantityOptions, quantityProblems } from './quantity.ts'
import { element, line } from './svg.ts'

const plot = 130
const left = 44
const look = { size: 8 }

/** One quantity as bars or a line, over time or what else its values are of. */
function chart(series: SeriesItem, kind: 'bar' | 'line', pen: Pen): Figure {
  const { values, unit } = series
  const numbers = values.map(({ number }) => number)
  const [bottom, top] = [numbers.reduce((a, b) => Math.min(a, b), 0), numbers.reduce((a, b) => Math.max(a, b), 0)]
  const [low = 0, high = 1] = nice(bottom, top === bottom ? bottom + 1 : top, 4)
  const heading = pen.wrap(unit, pen.width, look)
  const above = 14 + 10 * heading.length
  const y = (number: number) => Math.round((above + plot * (1 - (number - low) / (high - low))) * 10) / 10
  const slot = (pen.width - left) / values.length
  const x = (index: number) => Math.round((left + slot * (index + 0.5)) * 10) / 10
  const grid = ticks(low, high, 4).flatMap((tick) => [
    element('line', {
      x1: left,
      x2: pen.width,
      y1: y(tick),
      y2: y(tick),
      stroke: pen.colours.rule,
      'stroke-width': tick === 0 ? 0.9 : 0.5,
    }),
    pen.text(left - 5, y(tick) + 2.8, pen.number(tick), { ...look, fill: pen.colours.muted, anchor: 'end' }),
  ])
  const width = Math.min(46, slot * 0.62)
  const shapes = numbers.map((number, index) => {
    const box = {
      x: x(index) - width / 2,
      y: Math.min(y(number), y(0)),
      width,
      height: Math.max(0.6, Math.abs(y(number) - y(0))),
    }
    return kind === 'bar'
      ? element('rect', { ...box, fill: tint(pen.colours.accent, 0.75) })
      : element('circle', { cx: x(index), cy: y(number), r: Math.min(2.8, slot / 2), fill: pen.colours.accent })
  })
  const path =
    kind === 'line'
      ? [
          element('path', {
            d: line(...numbers.flatMap((number, i) => [x(i), y(number)])),
            fill: 'none',
            stroke: pen.colours.accent,
            'stroke-width': 1.4,
          }),
        ]
      : []
  const strong = { ...look, bold: true }
  /** The middle of words that do not leave the picture. */
  const within = (middle: number, rows: readonly string[], how: TextLook) =>
    Math.min(middle, pen.width - rows.reduce((widest, row) => Math.max(widest, pen.measure(row, how)), 0) / 2)
  const step = stepOf(
    values.flatMap(({ text }) => pen.measure(text, strong)),
    slot,
  )
  const figures = values.map(({ number, text }, index) =>
    index % step === 0
      ? pen.text(within(x(index), [text], strong), Math.min(y(number), y(0)) - 5, text, { ...strong, anchor: 'middle' })
      : '',
  )
  const every = stepOf(
    values.flatMap(({ date }) => date.split(/\s+/).map((word) => pen.measure(word, look))),
    slot,
  )
  const labels = values.map(({ date }, index) => {
    if (index % every !== 0) return ''
    const rows = pen.wrap(date, slot * every - 6, look).slice(0, 2)
    return pen.lines(within(x(index), rows, look), above + plot + 13, rows, 9.5, { ...look, anchor: 'middle' })
  })
  const head = pen.lines(0, 8, heading, 9.5, { ...look, fill: pen.colours.muted })
  const alt = pen.words.alt.chart(unit, told(values, pen.words.colon))
  const body = [head, ...grid, ...path, ...shapes, ...figures, ...labels]
  return figure(pen.words.titles[kind], { height: above + plot + 30, alt, table: tableOf(series, pen) }, body, pen)
}

/** Every how many labels one is written, so that none runs into the next. */
function stepOf(widths: readonly number[], slot: number): number {
  return Math.max(1, Math.ceil((widths.reduce((a, b) => Math.max(a, b), 0) + 4) / slot))
}

/** What is said of the values: all of a few; of many the first, the lowest, the highest and the last. */
function told(values: SeriesItem['values'], colon: string): string[] {
  const best = (isBetter: (a: number, b: number) => boolean) =>
    values.reduce((found, { number }, at) => (isBetter(number, itemAt(values, found).number) ? at : found), 0)
  const few = [0, best((a, b) => a < b), best((a, b) => a > b), values.length - 1]
  const chosen = values.length <= 24 ? values.map((_, at) => at) : [...new Set(few)].sort((a, b) => a - b)
  return chosen.flatMap((at, index) => {
    const { date, text } = itemAt(values, at)
    const isApart = index > 0 && at > itemAt(chosen, index - 1) + 1
    return [...(isApart ? ['…'] : []), `${date}${colon}${text}`]
  })
}

function tableOf({ unit, of, values }: SeriesItem, pen: Pen) {
  const { columns } = pen.words
  // One source stands below the figure.
  const isSourced = new Set(values.map(({ source }) => source)).size > 1
  return {
    columns: [of ?? columns.date, unit, ...(isSourced ? [columns.source] : [])],
    rows: values.map(({ date, text, source }) => [date, text, ...(isSourced ? [source ?? ''] : [])]),
  }
}

const quantityFigure = (kind: 'bar' | 'line' | 'table') =>
  defineFigure({
    options: quantityOptions,
    claims: ({ series }, { from }) =>
      (from === undefined ? series[0] : series.find(({ measures }) => measures === from))?.values.flatMap(
        ({ claim }) => claim ?? [],
      ) ?? [],
    problems: quantityProblems,
    draw(data, options, { pen, language }) {
      const series = quantityOf(data, options, language)
      if (!series || series.values.length === 0) return undefined
      return kind === 'table' ? { table: tableOf(series, pen) } : chart(series, kind, pen)
    },
  })
export const barFigure = quantityFigure('bar')
export const lineFigure = quantityFigure('line')
export const tableFigure = quantityFigure('table')
