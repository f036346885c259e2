/** Pages that would end in more white than they may have a little more space between their blocks. */
import type { Page } from './pdfmake-internals.ts'
import { bottomOf, move, topOf } from './placed.ts'

/** What part of a page may be white at its foot, and what part is white on purpose. */
const WHITE = 0.08
const ON_PURPOSE = 0.2
/** No space between blocks grows by more. Points. */
const MOST = 9

/** `starts` are the heights at which blocks begin; `foot` is what notes take. */
export function stretch({ items, pageSize, pageMargins }: Page, starts: readonly number[], foot: number): void {
  const end = pageSize.height - pageMargins.bottom - foot
  const height = pageSize.height - pageMargins.top - pageMargins.bottom
  const white = end - Math.max(...items.map(({ item }) => bottomOf(item)))
  if (white < height * WHITE || white > height * ON_PURPOSE) return
  const tops = items.map(({ item }) => topOf(item))
  const gaps = [...new Set(starts)].filter(
    (start) => start > pageMargins.top + 1 && tops.some((top) => top >= start - 0.01),
  )
  const each = Math.min(MOST, (white - height * WHITE) / gaps.length)
  items.forEach(({ item }, i) => {
    const above = gaps.filter((start) => start <= tops[i]! + 0.01).length
    if (above > 0) move(item, 0, above * each)
  })
}
