import { scaleUtc } from 'd3-scale'
import { utcDay, utcMonth, utcYear } from 'd3-time'
import { itemAt, lastOf, must } from '../../core/index.ts'
import type { Gap, Span } from './figure.ts'
import type { Pen } from './pen.ts'
import { element, line } from './svg.ts'

/** A stretch of time laid out from `left` to `right`, in points. */
export interface TimeAxis {
  readonly left: number
  readonly right: number
  readonly from: string
  readonly to: string
  /** Years without a source are drawn narrower than others. */
  readonly isNarrowed: boolean
  /** The left edge of a day. */
  start(day: string): number
  /** The right edge of a day. */
  end(day: string): number
  /** Whether any of `span` is inside. */
  shows(span: Span): boolean
}

const dayLength = 86_400_000
/** The part of an axis above which years without a source are drawn narrower, and what they then have. */
const mostSilence = 0.25
const silenceDrawn = 0.2

/** `gaps` that would fill much of it are drawn narrower. */
export function timeAxis(period: Span, left: number, right: number, gaps: readonly Span[] = []): TimeAxis {
  const [from, to] = [Date.parse(period.from), Date.parse(period.to) + dayLength]
  const silences = gaps
    .map((gap) => [Math.max(from, Date.parse(gap.from)), Math.min(to, Date.parse(gap.to) + dayLength)] as const)
    .filter(([start, end]) => end > start)
    .sort(([a], [b]) => a - b)
  const silent = silences.reduce((sum, [start, end]) => sum + end - start, 0)
  const isNarrowed = silent > (to - from) * mostSilence && silent < to - from
  const lengthOf = isNarrowed
    ? { told: (1 - silenceDrawn) / (to - from - silent), silent: silenceDrawn / silent }
    : { told: 1 / (to - from), silent: 1 / (to - from) }
  const days = [from]
  const places = [left]
  const go = (day: number, length: number) => {
    places.push(lastOf(places) + (day - lastOf(days)) * length * (right - left))
    days.push(day)
  }
  for (const [start, end] of silences) {
    go(Math.max(start, lastOf(days)), lengthOf.told)
    go(Math.max(end, lastOf(days)), lengthOf.silent)
  }
  go(to, lengthOf.told)
  const scale = scaleUtc(days, places).clamp(true)
  return {
    isNarrowed,
    left,
    right,
    from: period.from,
    to: period.to,
    start: (day) => scale(new Date(day)),
    end: (day) => scale(new Date(Date.parse(day) + dayLength)),
    shows: (span) => span.from <= period.to && span.to >= period.from,
  }
}

const daysOf = (axis: TimeAxis) => (Date.parse(axis.to) - Date.parse(axis.from)) / dayLength + 1

/** Whether years tell the time: on a shorter axis months or days do. */
export const isInYears = (axis: TimeAxis) => daysOf(axis) > 2 * 366

/** Lines from `top` to `bottom` where years begin, or the months or days of a short axis, and their names above `top`. */
export function calendar(axis: TimeAxis, top: number, bottom: number, pen: Pen): string[] {
  return isInYears(axis) ? years(axis, top, bottom, pen) : monthsOrDays(axis, top, bottom, pen)
}

function monthsOrDays(axis: TimeAxis, top: number, bottom: number, pen: Pen): string[] {
  const { dates } = pen.words
  const look = { size: 7, fill: pen.colours.muted }
  const days = daysOf(axis)
  const byMonth = days > 45
  const unit = byMonth ? utcMonth : must(utcDay.every(days > 10 ? 7 : 1))
  const marks = unit.range(unit.floor(new Date(axis.from)), new Date(Date.parse(axis.to) + dayLength))
  const name = (date: Date, year: string) => {
    const month = date.getUTCMonth()
    if (byMonth) return dates.month(itemAt(dates.months, month), year)
    return dates.day(String(date.getUTCDate()), itemAt(dates.monthsOfDay ?? dates.months, month), year)
  }
  const widthOf = (text: string) => pen.measure(text, look) + 5
  const step = (axis.right - axis.left) / (days / (byMonth ? 30.5 : days > 10 ? 7 : 1))
  const eachOf = (count: number) => marks.filter((date, i) => (byMonth ? date.getUTCMonth() : i) % count === 0)
  const fits = (date: Date, count: number) => widthOf(name(date, String(date.getUTCFullYear()))) <= count * step
  const named = eachOf([1, 3, 6].find((count) => eachOf(count).every((date) => fits(date, count))) ?? 12)
  const at = (date: Date | undefined) => (date ? axis.start(date.toISOString().slice(0, 10)) : axis.right)
  let told = ''
  const names = named.map((date, i) => {
    const year = String(date.getUTCFullYear())
    const [full, short] = [name(date, year), name(date, '')]
    const text = (told === year ? [short] : [full, short]).find((one) => widthOf(one) <= at(named[i + 1]) - at(date))
    if (text === full) told = year
    return text ? pen.text(at(date) + 1.5, top - 3.5, text, look) : ''
  })
  const edge = { y1: top, y2: bottom, stroke: pen.colours.rule, 'stroke-width': 0.5 }
  return [...[...marks.map(at), axis.right].map((x) => element('line', { x1: x, x2: x, ...edge })), ...names]
}

/** The years' names are centred; those that are drawn narrower have one for all. */
function years(axis: TimeAxis, top: number, bottom: number, pen: Pen): string[] {
  const first = utcYear.floor(new Date(axis.from))
  const cells = utcYear.range(first, new Date(Date.parse(axis.to) + dayLength)).map((date) => {
    const name = String(date.getUTCFullYear())
    const [from, to] = [axis.start(`${name}-01-01`), axis.end(`${name}-12-31`)]
    return { name, from, to, width: to - from }
  })
  const widest = pen.measure('2000', { size: 7 }) + 6
  const usual = Math.max(...cells.map(({ width }) => width))
  const every = Math.ceil(widest / usual)
  const isNarrow = ({ width }: { width: number }) => width < usual / 2
  const look = { size: 7, fill: pen.colours.muted, anchor: 'middle' } as const
  const edge = { y1: top, y2: bottom, stroke: pen.colours.rule, 'stroke-width': 0.5 }
  const drawn = cells.flatMap((cell, i) => {
    const isInside = isNarrow(cell) && i > 0 && isNarrow(itemAt(cells, i - 1))
    const rule = isInside ? '' : element('line', { x1: cell.from, x2: cell.from, ...edge })
    const label =
      i % every === 0 && !isNarrow(cell) ? pen.text((cell.from + cell.to) / 2, top - 3.5, cell.name, look) : ''
    return [rule, label]
  })
  const narrow = axis.isNarrowed ? cells.filter((cell) => isNarrow(cell)) : []
  const [start, end] = [narrow[0], narrow.at(-1)]
  const span = start && end ? `${start.name}–${end.name}` : ''
  const isRun = start && end && cells.indexOf(end) - cells.indexOf(start) === narrow.length - 1
  const hasRoom = isRun && end.to - start.from > pen.measure(span, look)
  const silent = hasRoom ? [pen.text((start.from + end.to) / 2, top - 3.5, span, look)] : []
  return [...drawn, ...silent, element('line', { x1: axis.right, x2: axis.right, ...edge })]
}

/** The stretches that no source covers, hatched from `top` to `bottom`, each said in words where there is room. */
export function gapBands(gaps: readonly Gap[], axis: TimeAxis, top: number, bottom: number, pen: Pen): string[] {
  return gaps
    .filter((gap) => axis.shows(gap))
    .map((gap) => {
      const [left, right] = [axis.start(gap.from), axis.end(gap.to)]
      return hatch(left, top, right - left, bottom - top, pen)
    })
}

/** What is written over a gap, on a plate so that the hatching does not run through it. */
export function gapLabels(gaps: readonly Gap[], axis: TimeAxis, baseline: number, pen: Pen): string[] {
  return gaps
    .filter((gap) => axis.shows(gap))
    .map((gap) => {
      const [left, right] = [axis.start(gap.from), axis.end(gap.to)]
      const look = { size: 7, fill: pen.colours.muted, italic: true } as const
      const wording = pen.words.gap.find((words) => pen.measure(words, look) + 10 < right - left)
      return wording ? plate((left + right) / 2, baseline, wording, pen, look) : ''
    })
}

/** Text centred at `x` on a white plate. */
export function plate(
  x: number,
  baseline: number,
  text: string,
  pen: Pen,
  look: { size: number; fill: string; italic?: boolean },
): string {
  const width = pen.measure(text, look) + 5
  const ground = element('rect', {
    x: x - width / 2,
    y: baseline - look.size * 0.92,
    width,
    height: look.size * 1.3,
    fill: '#ffffff',
  })
  return ground + pen.text(x, baseline, text, { ...look, anchor: 'middle' })
}

/** Slanting lines inside a rectangle, on a light ground: it stays a hatching in greyscale and in every reader. */
export function hatch(x: number, y: number, width: number, height: number, pen: Pen): string {
  const step = 4
  const strokes: string[] = []
  for (let offset = step; offset < width + height; offset += step) {
    const [x1, y1] = offset <= height ? [0, offset] : [offset - height, height]
    const [x2, y2] = offset <= width ? [offset, 0] : [width, offset - width]
    strokes.push(line(x + x1, y + y1, x + x2, y + y2))
  }
  const ground = element('rect', { x, y, width, height, fill: pen.colours.shade })
  return ground + element('path', { d: strokes.join(''), fill: 'none', stroke: pen.colours.rule, 'stroke-width': 0.6 })
}
