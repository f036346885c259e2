import type { Table } from '../../tree.ts'
import { plainText } from './inlines.ts'

/**
 * Widths of the columns in twips, at most `total` together: as the table asks, else by content. Every column has room for
 * its longest word where the page allows; what is left goes by the square root of the amount of text, so that long columns
 * do not starve short ones, and no column gets more than its longest cell fills. `size` is that of the text, in points.
 */
export function columnWidths(node: Table, columns: number, total: number, size: number): number[] {
  if (node.widths?.length === columns && sum(node.widths) > 0) return shares(node.widths, total)
  const letter = size * lettersWidth
  const texts = Array.from({ length: columns }, (_, column) =>
    node.children.map((row) => plainText(row.children[column]?.children ?? [])),
  )
  const least = texts.map(
    (cells) => padding + letter * Math.min(20, longest(cells.flatMap((cell) => cell.split(/\s+/)))),
  )
  const most = texts.map((cells) => padding + letter * longest(cells))
  if (sum(least) >= total) return shares(least, total)
  if (sum(most) <= total) return shares(most, Math.min(total, sum(most) * widest))
  const amount = texts.map((cells) => Math.sqrt(cells.reduce((length, cell) => length + cell.length, 0)))
  return shares(fill(least, most, amount, total), total)
}

/** A letter's width as a share of the font size, in twips a point: more than the mean, for bold and for wider fonts in its stead. */
const lettersWidth = 13
/** The space beside the text of a cell, in twips. */
const padding = 190
/** A small table is stretched this much, not to the whole page. */
const widest = 1.4

/** Hands out what `least` leaves of `total` by `amount`; what a column cannot take goes to the others. */
function fill(least: readonly number[], most: readonly number[], amount: readonly number[], total: number): number[] {
  let widths = [...least]
  for (let round = 0; round < least.length; round++) {
    const rest = total - sum(widths)
    const open = amount.map((share, column) => (widths[column]! < most[column]! ? share : 0))
    const whole = sum(open)
    if (rest < 1 || whole === 0) break
    widths = widths.map((width, column) => Math.min(most[column]!, width + (rest * open[column]!) / whole))
  }
  return widths
}

const longest = (list: readonly string[]) => list.reduce((length, one) => Math.max(length, one.length), 1)
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)

/** Whole numbers in the proportion of `parts` that add up to `total`, to the twip. */
function shares(parts: readonly number[], total: number): number[] {
  const whole = sum(parts) || 1
  const widths = parts.map((part) => Math.max(1, Math.floor((part / whole) * total)))
  const last = widths.length - 1
  widths[last] = Math.max(1, widths[last]! + Math.floor(total) - sum(widths))
  return widths
}
