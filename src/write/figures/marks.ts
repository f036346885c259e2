import { tint } from '../theme/colour.ts'
import type { TimeAxis } from './axis.ts'
import type { Dated, Lane } from './figure.ts'
import { laneInk } from './palette.ts'
import type { Pen } from './pen.ts'
import { type Attributes, cornersAt, element, line } from './svg.ts'

/** How exactly a date is known, as a mark shows it. */
export const exactnesses = ['day', 'month', 'loose', 'range', 'open'] as const
export type Exactness = (typeof exactnesses)[number]

export const markRadius = 4.8
const arrowLength = 9

export function exactness(date: Dated): Exactness {
  if (date.open) return 'open'
  if (date.precision === 'range') return 'range'
  if (date.precision === 'year' || date.approximate || date.uncertain) return 'loose'
  return date.precision
}

/**
 * A mark with its number: filled when the day is known, outlined for a month or a stretch, in a broken outline for less.
 * Its shape is its lane's, so that the lanes stay apart without colour.
 */
export function mark(x: number, y: number, label: string, lane: Lane, look: Exactness, pen: Pen): string {
  const ink = laneInk[lane]
  const solid = look === 'day'
  const shape = outline(x, y, lane, {
    fill: solid ? ink : '#ffffff',
    stroke: ink,
    'stroke-width': 0.9,
    ...(look === 'loose' && { 'stroke-dasharray': '1.6 1.2' }),
  })
  if (!label) return shape
  const size = label.length > 2 ? 5 : 6
  return (
    shape + pen.text(x, y + size * 0.34, label, { size, bold: true, anchor: 'middle', fill: solid ? '#ffffff' : ink })
  )
}

/** Where a mark stands, the time it stands for, and the room that both take. */
export interface Placed {
  readonly x: number
  readonly from: number
  readonly to: number
  readonly left: number
  readonly right: number
}

/** A mark stands in the middle of what is known of its date; where one end is open, at the end that is known. */
export function place(date: Dated, axis: TimeAxis): Placed {
  const [from, to] = [axis.start(date.from), axis.end(date.to)]
  const reach = markRadius * 1.25 + 0.5
  const wanted = date.open === 'from' ? to - markRadius : date.open === 'to' ? from + markRadius : (from + to) / 2
  const x = Math.min(Math.max(wanted, axis.left + reach), axis.right - reach)
  if (!date.open) return { x, from, to, left: Math.min(from, x - reach), right: Math.max(to, x + reach) }
  const before = date.open === 'from' ? arrowLength : 0
  const after = date.open === 'to' ? arrowLength : 0
  return { x, from: x, to: x, left: x - reach - before, right: x + reach + after }
}

/** The time behind a mark: a bar for a stretch, a line with ends for the bounds of a loose date, an arrow for an open end. */
export function extent(placed: Placed, y: number, lane: Lane, look: Exactness, open?: Dated['open']): string {
  const { x, from, to } = placed
  const ink = laneInk[lane]
  if (look === 'open') return arrow(x, y, open === 'from' ? -1 : 1, ink)
  if (look === 'range') {
    return element('rect', { x: from, y: y - 2, width: Math.max(to - from, 1), height: 4, fill: tint(ink, 0.4) })
  }
  if (to - from <= 2 * markRadius + 2) return ''
  const d = line(from, y - 2, from, y + 2) + line(to, y - 2, to, y + 2) + line(from, y, to, y)
  return element('path', { d, fill: 'none', stroke: ink, 'stroke-width': 0.7 })
}

function arrow(x: number, y: number, way: 1 | -1, ink: string): string {
  const tip = x + way * (markRadius + arrowLength)
  const d = line(x, y, tip, y) + line(tip - way * 2.6, y - 2.2, tip, y, tip - way * 2.6, y + 2.2)
  return element('path', { d, fill: 'none', stroke: ink, 'stroke-width': 0.8 })
}

function outline(x: number, y: number, lane: Lane, paint: Attributes): string {
  const r = markRadius
  if (lane === 'statements') return element('circle', { cx: x, cy: y, r, ...paint })
  if (lane === 'measures') return box(x, y, r * 0.9, r * 0.9, 0, paint)
  if (lane === 'institutions') return box(x, y, r * 1.1, r * 0.82, 2.6, paint)
  const diamond = [0, -1.14, 1.25, 0, 0, 1.14, -1.25, 0]
  const hexagon = [-0.6, -0.95, 0.6, -0.95, 1.2, 0, 0.6, 0.95, -0.6, 0.95, -1.2, 0]
  const corners = (lane === 'incidents' ? diamond : hexagon).map((it) => it * r)
  return element('polygon', { points: cornersAt(x, y, ...corners), ...paint })
}

function box(x: number, y: number, halfWidth: number, halfHeight: number, rx: number, paint: Attributes): string {
  const size = { width: 2 * halfWidth, height: 2 * halfHeight }
  return element('rect', { x: x - halfWidth, y: y - halfHeight, ...size, ...(rx && { rx }), ...paint })
}
