import { scaleUtc } from 'd3-scale'
import { utcYear } from 'd3-time'
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

/** A line at each year's beginning from `top` to `bottom`, and the years' names centred above `top`. */
export function years(axis: TimeAxis, top: number, bottom: number, pen: Pen): string[] {
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
