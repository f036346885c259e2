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
  const byWeight = items
    .map((item, index) => ({ item, weight: weight(item), turn: turnOf(index) }))
    .sort((a, b) => b.weight - a.weight || a.turn - b.turn)
    .map(({ item }) => item)
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

/** Of items of one weight those are taken first that stand far apart: the number with its binary digits mirrored (van der Corput). */
function turnOf(index: number): number {
  let [turn, part] = [0, 0.5]
  for (let rest = index; rest > 0; rest = Math.floor(rest / 2), part /= 2) if (rest % 2 === 1) turn += part
  return turn
}

/** The line that tells what was left out. */
export function leftOutLine(left: number, y: number, pen: Pen): string {
  return left > 0 ? pen.text(0, y, pen.words.more(left), { ...noteLook, fill: pen.colours.muted }) : ''
}

/** The words for a figure, with how many are left out. */
export const withLeftOut = (alt: string, left: number, pen: Pen): string =>
  left > 0 ? `${alt} ${pen.words.more(left)}` : alt
