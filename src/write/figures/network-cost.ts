import { itemAt } from '../../core/index.ts'

/** A box of `width` by `height` points whose middle is `x`, `y`. */
export interface LayoutBox {
  readonly id: string
  readonly width: number
  readonly height: number
  x: number
  y: number
}
export interface LayoutTie {
  readonly source: LayoutBox
  readonly target: LayoutBox
}
export interface Frame {
  readonly width: number
  readonly height: number
}

/** What makes a drawing hard to read, and how much. */
const weights = { overlap: 60, close: 3, under: 10, crossing: 1.5, length: 1 / 130 }
/** Plates nearer than this look as if they touched; ties nearer than `clear` to a plate as if they ran under it. */
const space = 7
/** A tie shorter than this does not show what kind it is. */
const tieSpace = 15
const clear = 2.5

/** How hard a drawing is to read, as a sum over its boxes and ties. */
export function cost({ boxes, ties }: { boxes: readonly LayoutBox[]; ties: readonly LayoutTie[] }): number {
  const each = boxes.map((box) => boxCost(box, box.x, box.y, boxes, ties, tiesOf(box, ties)))
  return each.reduce((sum, one) => sum + one, 0)
}

type Steps = readonly [across: number, down: number]
const coarse: readonly Steps[] = [
  [11, 9],
  [12, 10],
  [13, 11],
  [14, 12],
]
const fine: readonly Steps[] = [
  [22, 19],
  [24, 21],
  [26, 23],
]

/** Move one box after the other to the place of a grid over the frame where the drawing is clearest. */
export function improve(boxes: readonly LayoutBox[], ties: readonly LayoutTie[], frame: Frame): void {
  for (const steps of coarse) for (const box of boxes) moveBox(box, boxes, ties, frame, steps)
}

/** As `improve`, in smaller steps and with exchanges of two boxes, which loosen knots that no single move does. */
export function refine(boxes: readonly LayoutBox[], ties: readonly LayoutTie[], frame: Frame): void {
  for (const steps of fine) {
    for (const box of boxes) moveBox(box, boxes, ties, frame, steps)
    boxes.forEach((a, i) => {
      for (const b of boxes.slice(i + 1)) exchange(a, b, boxes, ties)
    })
  }
  for (const box of boxes) moveBox(box, boxes, ties, frame, itemAt(fine, 0))
}

/** Let two boxes change places if that makes the drawing clearer. Where two stand inside the frame, each fits well enough. */
function exchange(a: LayoutBox, b: LayoutBox, boxes: readonly LayoutBox[], ties: readonly LayoutTie[]): void {
  if (Math.abs(a.width - b.width) > 30 || a.height !== b.height) return
  const both = () => [a, b].reduce((sum, box) => sum + boxCost(box, box.x, box.y, boxes, ties, tiesOf(box, ties)), 0)
  const before = both()
  swap(a, b)
  if (both() > before - 0.01) swap(a, b)
}

function swap(a: LayoutBox, b: LayoutBox): void {
  const { x, y } = a
  a.x = b.x
  a.y = b.y
  b.x = x
  b.y = y
}

function moveBox(
  box: LayoutBox,
  boxes: readonly LayoutBox[],
  ties: readonly LayoutTie[],
  frame: Frame,
  [across, down]: Steps,
): void {
  const own = tiesOf(box, ties)
  let best = { x: box.x, y: box.y, cost: boxCost(box, box.x, box.y, boxes, ties, own) }
  for (let i = 0; i < across; i++) {
    for (let j = 0; j < down; j++) {
      const x = spread(box.width, frame.width, i / (across - 1))
      const y = spread(box.height, frame.height, j / (down - 1))
      const here = boxCost(box, x, y, boxes, ties, own, best.cost)
      if (here >= best.cost - 0.01) continue
      best = { x, y, cost: here }
    }
  }
  box.x = best.x
  box.y = best.y
}

const spread = (size: number, room: number, part: number) => size / 2 + 1 + (room - size - 2) * part
const tiesOf = (box: LayoutBox, ties: readonly LayoutTie[]) =>
  ties.filter((tie) => tie.source === box || tie.target === box)

/** What a box at `x`, `y` adds to the cost; the sum is given up when it passes `limit`. */
function boxCost(
  box: LayoutBox,
  x: number,
  y: number,
  boxes: readonly LayoutBox[],
  ties: readonly LayoutTie[],
  own: readonly LayoutTie[],
  limit = Number.POSITIVE_INFINITY,
): number {
  const there = { x, y, width: box.width, height: box.height }
  let sum = 0
  for (const { source, target } of own) {
    const far = source === box ? target : source
    const [dx, dy] = [x - far.x, y - far.y]
    sum += weights.length * Math.sqrt(dx * dx + dy * dy) + nearness(there, far, tieSpace)
  }
  // What is cheap to tell comes first: most places are given up before ties are compared.
  for (const other of boxes) {
    if (sum >= limit) return sum
    if (other !== box) sum += nearness(there, other, space)
  }
  for (const tie of ties) {
    if (tie.source !== box && tie.target !== box && runsUnder(tie.source, tie.target, there)) sum += weights.under
  }
  for (const { source, target } of own) {
    if (sum >= limit) return sum
    const far = source === box ? target : source
    for (const other of boxes) if (other !== box && other !== far && runsUnder(there, far, other)) sum += weights.under
    for (const other of ties) if (crosses(there, far, other, box)) sum += weights.crossing
  }
  return sum
}

type Rectangle = Pick<LayoutBox, 'x' | 'y' | 'width' | 'height'>

function nearness(a: Rectangle, b: Rectangle, space: number): number {
  const x = Math.abs(a.x - b.x) - (a.width + b.width) / 2
  const y = Math.abs(a.y - b.y) - (a.height + b.height) / 2
  if (x < 0 && y < 0) return weights.overlap
  return x < space && y < space ? weights.close : 0
}

interface Spot {
  readonly x: number
  readonly y: number
}

/** Whether the line from `a` to `b` passes through `box` or close by: the slab method on the box's two ranges. */
function runsUnder(a: Spot, b: Spot, box: Rectangle): boolean {
  const halfWidth = box.width / 2 + clear
  const halfHeight = box.height / 2 + clear
  // Most boxes are far off: told before any division.
  if (a.x < box.x - halfWidth ? b.x < box.x - halfWidth : a.x > box.x + halfWidth && b.x > box.x + halfWidth)
    return false
  if (a.y < box.y - halfHeight ? b.y < box.y - halfHeight : a.y > box.y + halfHeight && b.y > box.y + halfHeight)
    return false
  const [first, last] = within(a.x, b.x, box.x - halfWidth, box.x + halfWidth)
  const [from, to] = within(a.y, b.y, box.y - halfHeight, box.y + halfHeight)
  return Math.max(first, from, 0) < Math.min(last, to, 1)
}

/** The parts of the way from `a` to `b` (0-1) between which it lies within a range. */
function within(a: number, b: number, low: number, high: number): [number, number] {
  if (a === b) return low < a && a < high ? [0, 1] : [1, 0]
  const [p, q] = [(low - a) / (b - a), (high - a) / (b - a)]
  return p < q ? [p, q] : [q, p]
}

/** Whether a tie of `box`, which would run from `a` to `b`, crosses one that shares no end with it. */
function crosses(a: Spot, b: LayoutBox, other: LayoutTie, box: LayoutBox): boolean {
  const { source, target } = other
  if (source === box || target === box || source === b || target === b) return false
  return side(a, b, source) !== side(a, b, target) && side(source, target, a) !== side(source, target, b)
}
const side = (a: Spot, b: Spot, c: Spot) => (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x) > 0
