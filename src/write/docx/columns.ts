/** Twips beside the text of a cell, as the table's style has it. */
export const cellPadding = 85

/** Widths of `count` columns in twips that fill `total`: their text in the proportion of `asked`, which says nothing for other counts. */
export function columnWidths(
  asked: readonly number[] | undefined,
  count: number,
  total: number,
  padding = cellPadding,
): number[] {
  const parts = asked?.length === count && sum(asked) > 0 ? asked : Array.from({ length: count }, () => 1)
  const whole = sum(parts)
  const forText = Math.max(0, total - 2 * padding * count)
  const widths = parts.map((part) => Math.max(1, 2 * padding + Math.floor((part / whole) * forText)))
  // To the twip.
  const last = widths.length - 1
  widths[last] = Math.max(1, (widths[last] ?? 0) + Math.floor(total) - sum(widths))
  return widths
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)
