/** Where an item of a page stands. */
import { TextLine } from './lines.ts'
import type { PageItem } from './pdfmake-internals.ts'
import { segmentsOf } from './segments.ts'

export type Placed = PageItem['item']

export const topOf = (item: Placed) => ('y1' in item ? Math.min(item.y1 ?? 0, item.y2 ?? 0) : (item.y ?? 0))

export function bottomOf(item: Placed): number {
  if (item instanceof TextLine) return (item.y ?? 0) + item.getHeight()
  if ('y1' in item) return Math.max(item.y1 ?? 0, item.y2 ?? 0)
  return (item.y ?? 0) + ('_height' in item ? (item._height ?? 0) : 'h' in item ? (item.h ?? 0) : 0)
}

export function move(item: Placed, dx: number, dy: number): void {
  if ('x1' in item) {
    const { x1 = 0, x2 = 0, y1 = 0, y2 = 0 } = item
    Object.assign(item, { x1: x1 + dx, x2: x2 + dx, y1: y1 + dy, y2: y2 + dy })
  } else Object.assign(item, { x: (item.x ?? 0) + dx, y: (item.y ?? 0) + dy })
}

/**
 * Turn an item's place on a page of this width round. What runs from right to left is laid out like all else, with its
 * beginning at the left, and mirrored when all is placed: lists, tables, indents, heads. Words and pictures are not turned.
 */
export function mirror(item: Placed, page: number): void {
  if (item instanceof TextLine) {
    const segments = segmentsOf(item)
    const [start, end] = [
      Math.min(...segments.map((each) => each.start)),
      Math.max(...segments.map((each) => each.end)),
    ]
    if (segments.length === 0) return
    const x = page - (item.x ?? 0) - start - end
    if (item.leader) item.leader = { ...item.leader, edge: start + end - item.leader.edge }
    item.x = x
  } else if ('x1' in item) {
    const { x1 = 0, x2 = 0 } = item
    Object.assign(item, { x1: page - x2, x2: page - x1 })
  } else {
    const width = '_width' in item ? (item._width ?? 0) : 'w' in item ? (item.w ?? 0) : 0
    Object.assign(item, { x: page - (item.x ?? 0) - width })
  }
}
