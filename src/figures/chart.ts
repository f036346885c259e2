import { nice } from 'd3-array'
import { tint } from '../theme/colour.ts'
import { defineFigure, id } from './define.ts'
import type { Figure, FigureData, SeriesItem } from './figure.ts'
import type { Pen } from './pen.ts'
import { element, line, picture } from './svg.ts'

const plot = 130
const left = 44
const look = { size: 8 }

/** What claims say of one quantity, over time, as bars or a line. Nothing where no claim has a value for it. */
function chart(data: FigureData, kind: 'bar' | 'line', name: string | undefined, pen: Pen): Figure | undefined {
  const series = seriesOf(data, name)
  if (!series || series.values.length === 0) return undefined
  const top = Math.max(...series.values.map(({ number }) => number), 0)
  const bottom = Math.min(...series.values.map(({ number }) => number), 0)
  const [low, high] = nice(bottom, top === bottom ? bottom + 1 : top, 4) as [number, number]
  const y = (number: number) => Math.round((12 + plot * (1 - (number - low) / (high - low))) * 10) / 10
  const slot = (pen.width - left) / series.values.length
  const x = (index: number) => Math.round((left + slot * (index + 0.5)) * 10) / 10
  const ticks = Array.from({ length: 5 }, (_, i) => low + ((high - low) * i) / 4)
  const grid = ticks.flatMap((tick) => [
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
  const marks = series.values.flatMap(({ number, text }, index) => {
    const box = {
      x: x(index) - width / 2,
      y: Math.min(y(number), y(0)),
      width,
      height: Math.max(0.6, Math.abs(y(number) - y(0))),
    }
    const shape =
      kind === 'bar'
        ? element('rect', { ...box, fill: tint(pen.colours.accent, 0.75) })
        : element('circle', { cx: x(index), cy: y(number), r: 2.8, fill: pen.colours.accent })
    return [shape, pen.text(x(index), Math.min(y(number), y(0)) - 5, text, { ...look, bold: true, anchor: 'middle' })]
  })
  const path =
    kind === 'line'
      ? [
          element('path', {
            d: line(series.values.map(({ number }, i) => [x(i), y(number)] as const)),
            fill: 'none',
            stroke: pen.colours.accent,
            'stroke-width': 1.4,
          }),
        ]
      : []
  const labels = series.values.map(({ date }, index) =>
    pen.lines(x(index), plot + 25, pen.wrap(date, slot - 6, look).slice(0, 2), 9.5, { ...look, anchor: 'middle' }),
  )
  const height = plot + 42
  const alt = pen.words.alt.chart(
    series.unit,
    series.values.map(({ date, text }) => `${date}: ${text}`),
  )
  return {
    svg: picture(pen.width, height, pen.words.titles[kind], alt, [...grid, ...path, ...marks, ...labels]),
    width: pen.width,
    height,
    alt,
    table: tableOf(series, pen),
  }
}

/** The series of this name; without a name the first. */
function seriesOf({ series }: FigureData, name: string | undefined): SeriesItem | undefined {
  return name === undefined ? series[0] : series.find(({ measures }) => measures === name)
}

function tableOf({ unit, values }: SeriesItem, pen: Pen) {
  const { columns } = pen.words
  return {
    columns: [columns.date, unit, columns.source],
    rows: values.map(({ date, text, source }) => [date, text, source]),
  }
}

const chartFigure = (kind: 'bar' | 'line') =>
  defineFigure({
    options: { from: id() },
    claims: (data, { from }) => seriesOf(data, from)?.values.map(({ claim }) => claim) ?? [],
    draw: (data, { from }, { pen }) => chart(data, kind, from, pen),
  })
export const barFigure = chartFigure('bar')
export const lineFigure = chartFigure('line')
