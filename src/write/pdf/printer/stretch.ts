/**
 * Pages that would end in more white than they may have a little more space between their blocks, and between the rows of
 * their tables; where a few points are lacking for what should stand on a page, its blocks give of the space above them.
 */
import { itemAt } from '../../../core/index.ts'
import type { Page } from './pdfmake-internals.ts'
import { bottomOf, move, topOf } from './placed.ts'

/** What part of a page may be white at its foot, and what part is white on purpose. */
const WHITE = 0.075
const ON_PURPOSE = 0.2
/** Where a block or a row begins, by how much the space above it may grow at most, and how much it may give. Points. */
export interface Start {
  readonly y: number
  readonly most: number
  readonly gives: number
}
export const [ABOVE_BLOCK, ABOVE_ROW] = [12, 6]
/** What part of the space above a block may be given. */
export const GIVES = 0.25

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
    const above = gaps.filter(({ y }) => y <= itemAt(tops, i) + 0.01).reduce((sum, gap) => sum + gap.most, 0)
    if (above > 0) move(item, 0, above * part)
  })
}

/** What stands on the page moves up by `lack` in all, each block by its part; the starts as they are then, or nothing when it is too much. */
export function squeeze({ items, pageMargins }: Page, starts: readonly Start[], lack: number): Start[] | undefined {
  const givers = starts.filter(({ y }) => y > pageMargins.top + 1)
  const all = givers.reduce((sum, { gives }) => sum + gives, 0)
  if (all < lack) return undefined
  const part = lack / all
  const above = (y: number) => givers.reduce((sum, giver) => sum + (giver.y <= y + 0.01 ? giver.gives * part : 0), 0)
  for (const { item } of items) move(item, 0, -above(topOf(item)))
  return starts.map((start) => ({ ...start, y: start.y - above(start.y), gives: start.gives * (1 - part) }))
}
