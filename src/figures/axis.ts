import { scaleUtc } from 'd3-scale'
import { utcDay, utcMonth, utcYear } from 'd3-time'
import type { Gap, Span } from './figure.ts'
import type { Pen } from './pen.ts'
import { element, line } from './svg.ts'

/** A stretch of time laid out from `left` to `right`, in points. */
export interface TimeAxis {
  readonly left: number
  readonly right: number
  readonly from: string
  readonly to: string
  /** The left edge of a day. */
  start(day: string): number
  /** The right edge of a day. */
  end(day: string): number
  /** Whether any of `span` is inside. */
  shows(span: Span): boolean
}

const dayLength = 86_400_000

export function timeAxis(period: Span, left: number, right: number): TimeAxis {
  const scale = scaleUtc([new Date(period.from), new Date(Date.parse(period.to) + dayLength)], [left, right]).clamp(
    true,
  )
  return {
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
  const unit = byMonth ? utcMonth : utcDay.every(days > 10 ? 7 : 1)!
  const marks = unit.range(unit.floor(new Date(axis.from)), new Date(Date.parse(axis.to) + dayLength))
  const name = (date: Date, year: string) => {
    const month = date.getUTCMonth()
    if (byMonth) return dates.month(dates.months[month]!, year)
    return dates.day(String(date.getUTCDate()), (dates.monthsOfDay ?? dates.months)[month]!, year)
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

/** The years' names are centred. */
function years(axis: TimeAxis, top: number, bottom: number, pen: Pen): string[] {
  const first = utcYear.floor(new Date(axis.from))
  const marks = utcYear.range(first, new Date(Date.parse(axis.to) + dayLength))
  const widest = pen.measure('2000', { size: 7 }) + 6
  const every = Math.ceil((widest * marks.length) / (axis.right - axis.left))
  const drawn = marks.flatMap((date, i) => {
    const name = String(date.getUTCFullYear())
    const [from, to] = [axis.start(`${name}-01-01`), axis.end(`${name}-12-31`)]
    const rule = element('line', {
      x1: from,
      x2: from,
      y1: top,
      y2: bottom,
      stroke: pen.colours.rule,
      'stroke-width': 0.5,
    })
    const fits = i % every === 0 && to - from > widest / 2
    const label = fits
      ? pen.text((from + to) / 2, top - 3.5, name, { size: 7, fill: pen.colours.muted, anchor: 'middle' })
      : ''
    return [rule, label]
  })
  const edge = { y1: top, y2: bottom, stroke: pen.colours.rule, 'stroke-width': 0.5 }
  return [...drawn, element('line', { x1: axis.right, x2: axis.right, ...edge })]
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
export function hatch(x: number, y: number, width: number, height: number, pen: Pen, step = 4): string {
  const strokes: string[] = []
  for (let offset = step; offset < width + height; offset += step) {
    const [x1, y1] = offset <= height ? [0, offset] : [offset - height, height]
    const [x2, y2] = offset <= width ? [offset, 0] : [width, offset - width]
    strokes.push(
      line([
        [x + x1, y + y1],
        [x + x2, y + y2],
      ]),
    )
  }
  const ground = element('rect', { x, y, width, height, fill: pen.colours.shade })
  return ground + element('path', { d: strokes.join(''), fill: 'none', stroke: pen.colours.rule, 'stroke-width': 0.6 })
}
