import { tint } from '../theme/colour.ts'
import type { ActorGroup, TieKind } from './figure.ts'
import { groupInk, inks } from './palette.ts'
import type { Pen } from './pen.ts'
import { type Attributes, cornersAt, element, line } from './svg.ts'

/** Where a box stands; `x` and `y` are its middle. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** An actor's plate: the shape tells its group without colour. */
export function plate(box: Box, group: ActorGroup): string {
  const ink = groupInk[group]
  const paint = {
    fill: group === 'state' ? tint(ink, 0.22) : tint(ink, 0.07),
    stroke: ink,
    'stroke-width': group === 'state' ? 1.5 : 0.8,
  }
  const { x, y, width, height } = box
  const [left, top] = [x - width / 2, y - height / 2]
  if (group === 'intergovernmental') return pointed(box, 5, paint)
  if (group === 'armed') return chamfered(box, 4, { ...paint, 'stroke-width': 1.2 })
  const rx = group === 'person' ? Math.min(height / 2, 9) : 0
  const dash = group === 'other' ? { 'stroke-dasharray': '2.2 1.6' } : {}
  return element('rect', { x: left, y: top, width, height, ...(rx && { rx }), ...paint, ...dash })
}

function pointed({ x, y, width, height }: Box, cut: number, paint: Attributes): string {
  const [w, h] = [width / 2, height / 2]
  const corners = [-w, 0, cut - w, -h, w - cut, -h, w, 0, w - cut, h, cut - w, h]
  return element('polygon', { points: cornersAt(x, y, ...corners), ...paint, 'stroke-linejoin': 'round' })
}

function chamfered({ x, y, width, height }: Box, cut: number, paint: Attributes): string {
  const [w, h] = [width / 2, height / 2]
  const upper = [cut - w, -h, w - cut, -h, w, cut - h]
  const lower = [w, h - cut, w - cut, h, cut - w, h, -w, h - cut, -w, cut - h]
  return element('polygon', { points: cornersAt(x, y, ...upper, ...lower), ...paint, 'stroke-linejoin': 'round' })
}

type Spot = readonly [number, number]

/** A tie from one box's edge to another's, in the line that its kind has; `from` belongs to, watches or opposes `to`. */
export function tie(from: Box, to: Box, kind: TieKind, pen: Pen): string {
  const gap = kind === 'cooperation' || kind === 'link' ? 0.5 : 1.5
  return stroke(edge(from, to, 0.5), edge(to, from, gap), kind, pen)
}

export function stroke(a: Spot, b: Spot, kind: TieKind, pen: Pen): string {
  const path = (d: string, ink: string, width: number, dash?: string) =>
    element('path', { d, fill: 'none', stroke: ink, 'stroke-width': width, ...(dash && { 'stroke-dasharray': dash }) })
  const straight = line(...a, ...b)
  if (kind === 'cooperation') return path(straight, tint(inks.teal, 0.55), 1.9)
  if (kind === 'link') return path(straight, inks.slate, 1, '1 1.8')
  if (kind === 'watch') return path(straight, pen.colours.ink, 0.8, '4 2') + path(head(a, b), pen.colours.ink, 0.8)
  if (kind === 'opposition') return path(straight, inks.brick, 1) + path(crossMark(a, b), inks.brick, 1.1)
  return (
    path(straight, inks.slate, 0.8) +
    element('path', { d: `${head(a, b)}Z`, fill: inks.slate, stroke: inks.slate, 'stroke-width': 0.4 })
  )
}

/** Where the way from a box's middle to another's leaves the box, `gap` points outside. */
function edge(box: Box, other: Box, gap: number): Spot {
  const [dx, dy] = [other.x - box.x, other.y - box.y]
  const part = Math.min(
    (box.width / 2 + gap) / Math.max(Math.abs(dx), 0.001),
    (box.height / 2 + gap) / Math.max(Math.abs(dy), 0.001),
    0.5,
  )
  return [box.x + dx * part, box.y + dy * part]
}

function head(a: Spot, b: Spot): string {
  const { along, across } = directions(a, b)
  const back = (sideways: number): Spot => [
    b[0] - along[0] * 4.6 + across[0] * sideways,
    b[1] - along[1] * 4.6 + across[1] * sideways,
  ]
  return line(...back(1.9), ...b, ...back(-1.9))
}

function crossMark(a: Spot, b: Spot): string {
  const { along, across } = directions(a, b)
  const middle: Spot = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]
  const arm = (way: number) =>
    [-3, 3].flatMap((length) => [
      middle[0] + (along[0] + way * across[0]) * length * 0.7,
      middle[1] + (along[1] + way * across[1]) * length * 0.7,
    ])
  return line(...arm(1)) + line(...arm(-1))
}

function directions(a: Spot, b: Spot): { along: Spot; across: Spot } {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]]
  const length = Math.sqrt(dx * dx + dy * dy) || 1
  return { along: [dx / length, dy / length], across: [-dy / length, dx / length] }
}
