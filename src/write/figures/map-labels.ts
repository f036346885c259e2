import { itemAt } from '../../core/index.ts'
import { element } from './svg.ts'

export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}
type Point = readonly [number, number]

/** A mark with a name: its centre and radius (0 where it has no mark of its own: the name stands on it), and the name's width. */
export interface Named {
  readonly at: Point
  readonly radius: number
  readonly long: number
}

/** Where a name stands, and the line that leads to its mark where it stands off. */
export interface Spot {
  readonly left: number
  readonly baseline: number
  readonly box: Box
  readonly leader?: readonly [Point, Point] | undefined
  /** How good the spot is by itself; less is better. */
  readonly cost: number
}

const rise = 7
const descent = 2
/** What two names keep between them, in points. */
const clearance = 1.5
const distances = [0, 10, 18, 27, 37, 48, 60, 74, 90]
const directions = [0, 180, 270, 90, 315, 45, 225, 135, 340, 20, 200, 160, 292, 248, 68, 112]
const clash = 1000

/**
 * A spot for each name in the frame: beside its mark, or further off at the end of a line, so that names, marks and lines
 * keep clear of each other. Each name in turn takes the spot that costs least beside the others, until none would move.
 */
export function placeNames(names: readonly Named[], width: number, height: number): Spot[] {
  const marks = names.map(({ at: [x, y], radius }) => around(x, y, radius + 0.7))
  const choices = names.map((name, i) =>
    spotsOf(name)
      .filter(({ box }) => isInside(box, width, height))
      .map((spot) => ({ ...spot, cost: spot.cost + overMarks(spot, marks, i) }))
      .sort((a, b) => a.cost - b.cost),
  )
  const spots = choices.map((own, i) => own[0] ?? itemAt(spotsOf(itemAt(names, i)), 0))
  for (let round = 0; round < 12; round++) {
    let moved = false
    for (const [i, own] of choices.entries()) {
      const others = spots.filter((_, j) => j !== i)
      const best = cheapest(own, others)
      if (!best || best === spots[i]) continue
      spots[i] = best
      moved = true
    }
    if (!moved) break
  }
  return spots
}

/** Whether nothing of what is taken touches the box, and it is in the frame. */
export function isFree(
  box: Box,
  spots: readonly Spot[],
  marks: readonly Box[],
  width: number,
  height: number,
): boolean {
  return (
    isInside(box, width, height) &&
    !marks.some((mark) => meet(box, mark, 0)) &&
    !spots.some((spot) => meet(box, spot.box, clearance) || (spot.leader && runsInto(spot.leader, box)))
  )
}

const thin = { 'stroke-width': 0.6 }
export const leaderLine = ({ leader }: Spot, stroke: string) =>
  leader
    ? element('line', { x1: leader[0][0], y1: leader[0][1], x2: leader[1][0], y2: leader[1][1], stroke, ...thin })
    : ''

export const around = (x: number, y: number, radius: number): Box => ({
  left: x - radius,
  top: y - radius,
  right: x + radius,
  bottom: y + radius,
})

/** The choices come cheapest first, so that the search ends where no later one can be better. */
function cheapest(choices: readonly Spot[], others: readonly Spot[]): Spot | undefined {
  let best: Spot | undefined
  let least = Number.POSITIVE_INFINITY
  for (const spot of choices) {
    if (spot.cost >= least) break
    const cost = others.reduce((sum, other) => sum + between(spot, other), spot.cost)
    if (cost < least) [best, least] = [spot, cost]
  }
  return best
}

function spotsOf({ at: [x, y], radius, long }: Named): Spot[] {
  const onIt = { left: x - long / 2, top: y - 4.5, right: x + long / 2, bottom: y + 4.5 }
  const centred = { left: onIt.left, baseline: y + 2.6, box: onIt, cost: 0 }
  const beside = distances.flatMap((far, ring) =>
    directions.map((degrees, i): Spot => {
      const angle = (degrees * Math.PI) / 180
      const [across, down] = [Math.cos(angle), Math.sin(angle)]
      const reach = radius + 2.2 + far
      const [tipX, tipY] = [x + reach * across, y + reach * down]
      // The name lies on the side of its tip that is away from the mark.
      const left = Math.abs(across) < 0.4 ? tipX - long / 2 : across > 0 ? tipX : tipX - long
      const baseline = tipY + 2.6 + 3.4 * down
      const box = { left, top: baseline - rise, right: left + long, bottom: baseline + descent }
      const leader =
        far > 0
          ? ([
              [x, y],
              [tipX, tipY],
            ] as const)
          : undefined
      return { left, baseline, box, leader, cost: ring * 8 + i * 0.4 + (radius === 0 ? 4 : 0) }
    }),
  )
  return radius === 0 ? [centred, ...beside] : beside
}

function overMarks(spot: Spot, marks: readonly Box[], own: number): number {
  return marks.reduce((sum, mark, i) => {
    if (i === own) return sum
    return sum + (meet(spot.box, mark, 0) ? clash : 0) + (spot.leader && runsInto(spot.leader, mark) ? clash / 4 : 0)
  }, 0)
}

function between(a: Spot, b: Spot): number {
  const lines = a.leader && b.leader && cross(a.leader, b.leader) ? clash / 3 : 0
  const over = (a.leader && runsInto(a.leader, b.box)) || (b.leader && runsInto(b.leader, a.box)) ? clash / 2 : 0
  return (meet(a.box, b.box, clearance) ? clash : 0) + lines + over
}

const isInside = (box: Box, width: number, height: number) =>
  box.left > 2 && box.right < width - 2 && box.top > 2 && box.bottom < height - 2

const meet = (a: Box, b: Box, space: number) =>
  a.left < b.right + space && a.right > b.left - space && a.top < b.bottom + space && a.bottom > b.top - space

/** Whether a line passes through a box: one of its ends is inside, or it crosses a diagonal. */
function runsInto(line: readonly [Point, Point], { left, top, right, bottom }: Box): boolean {
  const inside = line.some(([x, y]) => x > left && x < right && y > top && y < bottom)
  const [falling, rising] = [
    [
      [left, top],
      [right, bottom],
    ],
    [
      [left, bottom],
      [right, top],
    ],
  ] as const
  return inside || cross(line, falling) || cross(line, rising)
}

function cross([a, b]: readonly [Point, Point], [c, d]: readonly [Point, Point]): boolean {
  const side = (p: Point, q: Point, r: Point) =>
    Math.sign((q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]))
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0
}
