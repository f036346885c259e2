import type { Figure } from './figure.ts'
import { noteLook } from './looks.ts'
import type { Pen } from './pen.ts'

/** What a page can hold beside a caption, in points. */
export const tallest = 620

/**
 * Draws as many items as a page has room for, those with most weight, in the order that they have; `draw` is told how many
 * are left out, and tells it. The table has all.
 */
export function asManyAsFit<T>(
  items: readonly T[],
  weight: (item: T) => number,
  draw: (items: readonly T[], left: number) => Figure,
): Figure {
  const whole = draw(items, 0)
  if (whole.height <= tallest) return whole
  const byWeight = [...items].sort((a, b) => weight(b) - weight(a))
  const drawn = (count: number) => {
    const chosen = new Set(byWeight.slice(0, count))
    return draw(
      items.filter((item) => chosen.has(item)),
      items.length - count,
    )
  }
  let [fits, tooMany] = [1, items.length]
  while (tooMany - fits > 1) {
    const middle = Math.floor((fits + tooMany) / 2)
    if (drawn(middle).height <= tallest) fits = middle
    else tooMany = middle
  }
  return { ...drawn(fits), table: whole.table }
}

/** The line that tells what was left out. */
export function leftOutLine(left: number, y: number, pen: Pen): string {
  return left > 0 ? pen.text(0, y, pen.words.more(left), { ...noteLook, fill: pen.colours.muted }) : ''
}
