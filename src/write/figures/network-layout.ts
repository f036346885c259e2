import { type Force, forceLink, forceManyBody, forceSimulation, forceX, forceY } from 'd3-force'
import { entryOf, itemAt } from '../../core/index.ts'
import { cost, type Frame, improve, type LayoutBox, type LayoutTie, refine } from './network-cost.ts'

const starts = 4
const ticks = 150
const space = 9

/** Boxes with their places, and how much of the frame they take. */
export interface Placed {
  readonly boxes: LayoutBox[]
  readonly ties: LayoutTie[]
  readonly height: number
}

/** All boxes in one corner: for those who ask only whether there is something to draw. */
export const unplaced: typeof layout = (boxes, _ties, { height }) => ({
  boxes: boxes.map((box) => ({ ...box, x: 0, y: 0 })),
  ties: [],
  height,
})

/**
 * Place boxes inside a frame so that none overlap, ties are short, cross little and run under few boxes: the best of
 * several runs from fixed beginnings. The same input gives the same places.
 */
export function layout(
  boxes: readonly { id: string; width: number; height: number }[],
  ties: readonly (readonly [string, string])[],
  frame: Frame,
): Placed {
  const runs = Array.from({ length: starts }, (_, run) => place(boxes, ties, frame, run))
  const costs = runs.map(cost)
  const best = itemAt(runs, costs.indexOf(Math.min(...costs)))
  refine(best.boxes, best.ties, frame)
  contain(best.boxes, frame)
  return { ...best, height: crop(best.boxes, frame) }
}

/** Move the boxes to the top of the frame and to its middle; gives the height that they need. */
function crop(boxes: readonly LayoutBox[], frame: Frame): number {
  const left = Math.min(...boxes.map((box) => box.x - box.width / 2))
  const right = Math.max(...boxes.map((box) => box.x + box.width / 2))
  const top = Math.min(...boxes.map((box) => box.y - box.height / 2))
  for (const box of boxes) {
    box.x += (frame.width - left - right) / 2
    box.y += 1 - top
  }
  return Math.max(...boxes.map((box) => box.y + box.height / 2)) + 1
}

function place(
  boxes: readonly { id: string; width: number; height: number }[],
  ties: readonly (readonly [string, string])[],
  frame: Frame,
  run: number,
) {
  const placed: LayoutBox[] = boxes.map((box, i) => ({ ...box, ...beginning(i, boxes.length, run, frame) }))
  const byId = new Map(placed.map((box) => [box.id, box]))
  const linked = ties.map(([from, to]) => ({ source: entryOf(byId, from), target: entryOf(byId, to) }))
  const simulation = forceSimulation(placed)
    .alphaDecay(0.03)
    .force('link', forceLink<LayoutBox, LayoutTie>(linked).distance(56).strength(0.3))
    .force('charge', forceManyBody().strength(-220))
    .force('x', forceX(frame.width / 2).strength(0.03))
    .force('y', forceY(frame.height / 2).strength((0.03 * frame.width) / frame.height))
    .force('apart', onBoxes(keepApart))
    .force(
      'inside',
      onBoxes((all) => contain(all, frame)),
    )
    .stop()
  simulation.tick(ticks)
  improve(placed, linked, frame)
  return { boxes: placed, ties: linked }
}

/**
 * Each run starts from a different grid, to escape local minima. No sine
 * or power is taken here or later, since their last digit differs between machines.
 */
function beginning(i: number, count: number, run: number, frame: Frame): { x: number; y: number } {
  const side = Math.ceil(Math.sqrt(count))
  const at = (i * itemAt(strides, run % strides.length) + run) % count
  const [across, down] = [at % side, Math.floor(at / side)]
  return { x: (frame.width * (across + 0.5 + 0.1 * (down % 2))) / side, y: (frame.height * (down + 0.5)) / side }
}
const strides = [1, 7, 11, 13]

function onBoxes(act: (boxes: readonly LayoutBox[]) => void): Force<LayoutBox, LayoutTie> {
  let boxes: readonly LayoutBox[] = []
  const initialize = (nodes: readonly LayoutBox[]) => {
    boxes = nodes
  }
  return Object.assign(() => act(boxes), { initialize })
}

/** Push overlapping boxes apart along the way that is shorter. */
function keepApart(boxes: readonly LayoutBox[]): void {
  for (let i = 0; i < boxes.length; i++) {
    for (let j = i + 1; j < boxes.length; j++) part(itemAt(boxes, i), itemAt(boxes, j))
  }
}

function part(a: LayoutBox, b: LayoutBox): void {
  const dx = b.x - a.x
  const dy = b.y - a.y
  const overX = (a.width + b.width) / 2 + space - Math.abs(dx)
  const overY = (a.height + b.height) / 2 + space - Math.abs(dy)
  if (overX <= 0 || overY <= 0) return
  const [moveX, moveY] = overX < overY ? [((dx < 0 ? -1 : 1) * overX) / 2, 0] : [0, ((dy < 0 ? -1 : 1) * overY) / 2]
  a.x -= moveX
  b.x += moveX
  a.y -= moveY
  b.y += moveY
}

function contain(boxes: readonly LayoutBox[], frame: Frame): void {
  for (const box of boxes) {
    box.x = Math.min(Math.max(box.x, box.width / 2 + 1), frame.width - box.width / 2 - 1)
    box.y = Math.min(Math.max(box.y, box.height / 2 + 1), frame.height - box.height / 2 - 1)
  }
}
