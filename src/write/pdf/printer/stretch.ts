/** Pages that would end in more white than they may have a little more space between their blocks, and between the rows of their tables. */
import type { Page } from './pdfmake-internals.ts'
import { bottomOf, move, topOf } from './placed.ts'

/** What part of a page may be white at its foot, and what part is white on purpose. */
const WHITE = 0.075
const ON_PURPOSE = 0.2
/** Where a block or a row begins, and by how much the space above it may grow at most. Points. */
export interface Start {
  readonly y: number
  readonly most: number
}
export const [ABOVE_BLOCK, ABOVE_ROW] = [12, 6]

/** `foot` is what notes take. */
export function stretch({ items, pageSize, pageMargins }: Page, starts: readonly Start[], foot: number): void {
  const end = pageSize.height - pageMargins.bottom - foot
  const height = pageSize.height - pageMargins.top - pageMargins.bottom
  const white = end - Math.max(...items.map(({ item }) => bottomOf(item)))
  if (white < height * WHITE || white > height * ON_PURPOSE) return
  const tops = items.map(({ item }) => topOf(item))
  const last = Math.max(...tops)
  const gaps = starts.filter(({ y }, i) => {
    const isFirst = starts.findIndex((other) => other.y === y) === i
    return isFirst && y > pageMargins.top + 1 && last >= y - 0.01
  })
  const most = gaps.reduce((sum, gap) => sum + gap.most, 0)
  const part = Math.min(1, (white - height * WHITE) / most)
  items.forEach(({ item }, i) => {
    const above = gaps.filter(({ y }) => y <= tops[i]! + 0.01).reduce((sum, gap) => sum + gap.most, 0)
    if (above > 0) move(item, 0, above * part)
  })
}
