/** Where an item of a page stands. */
import { TextLine } from './lines.ts'
import type { LayoutNode, PageItem } from './pdfmake-internals.ts'

export type Placed = PageItem['item']

export const topOf = (item: Placed) => ('y1' in item ? Math.min(item.y1 ?? 0, item.y2 ?? 0) : (item.y ?? 0))

export function bottomOf(item: Placed): number {
  if (item instanceof TextLine) return (item.y ?? 0) + item.getHeight()
  if ('y1' in item) return Math.max(item.y1 ?? 0, item.y2 ?? 0)
  return (item.y ?? 0) + ((item as LayoutNode)._height ?? ('h' in item ? (item.h ?? 0) : 0))
}

export function move(item: Placed, dx: number, dy: number): void {
  if ('x1' in item) {
    Object.assign(item, { x1: item.x1! + dx, x2: item.x2! + dx, y1: item.y1! + dy, y2: item.y2! + dy })
  } else Object.assign(item, { x: (item.x ?? 0) + dx, y: (item.y ?? 0) + dy })
}
