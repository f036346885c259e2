/** Widths of columns: by what they hold, and then as low as the table gets. */

import { itemAt, must } from '../core/index.ts'

interface Share {
  readonly least: number
  readonly most: number
  readonly weight: number
}

/** What has room in one line gets what it needs, the rest is shared by weight; nothing is narrower than its least. */
export function shares(columns: readonly Share[], room: number): number[] {
  const widths = columns.map((): number | undefined => undefined)
  for (;;) {
    const open = columns.flatMap((column, index) => (widths[index] === undefined ? [{ ...column, index }] : []))
    if (open.length === 0) return widths.map(must)
    const rest = Math.max(0, room - widths.reduce<number>((sum, width) => sum + (width ?? 0), 0))
    const whole = open.reduce((sum, { weight }) => sum + weight, 0) || 1
    const share = ({ weight }: Share) => (rest * weight) / whole
    const narrow = open.filter((column) => column.least > share(column))
    const satisfied = open.filter((column) => column.most <= share(column))
    if (narrow.length > 0) for (const { index, least } of narrow) widths[index] = least
    else if (satisfied.length > 0 && satisfied.length < open.length)
      for (const { index, most } of satisfied) widths[index] = most
    else for (const column of open) widths[column.index] = share(column)
  }
}

/** What a column holds. Lengths are points. */
export interface Column {
  /** No narrower than this. */
  readonly least: number
  /** The widths of the words of each cell, from the first row to the last. */
  readonly cells: readonly (readonly number[])[]
}

/** A line of a cell that is not the highest of its row makes the table no longer, but its reading less easy. */
const SHORT_CELL = 0.1
/** Of long tables, about so many rows are looked at. */
const ROWS = 400
/** What is moved from one column to another: at most this part of the table, at least these points. */
const [MOST, LEAST] = [0.1, 3]

/** `widths`, of which one column gives to another as long as the table gets lower for it. */
export function lowered(widths: readonly number[], columns: readonly Column[], space: number): number[] {
  const every = Math.ceil((columns[0]?.cells.length ?? 0) / ROWS)
  const sampled = columns.map(({ cells }) => cells.filter((_, row) => row % every === 0))
  const known = columns.map(() => new Map<number, readonly number[]>())
  const linesOf = (column: number, width: number): readonly number[] => {
    const lines =
      itemAt(known, column).get(width) ?? itemAt(sampled, column).map((words) => lineCount(words, width, space))
    itemAt(known, column).set(width, lines)
    return lines
  }
  const heightOf = (widths: readonly number[]): number => {
    const lines = widths.map((width, column) => linesOf(column, width))
    return (lines[0] ?? []).reduce((sum, _, row) => {
      const inRow = lines.map((column) => itemAt(column, row))
      return sum + Math.max(...inRow) + SHORT_CELL * inRow.reduce((a, b) => a + b, 0)
    }, 0)
  }
  let [best, height] = [[...widths], heightOf(widths)]
  const tryToGive = (from: number, to: number, by: number): boolean => {
    if (from === to || itemAt(best, from) - by < itemAt(columns, from).least) return false
    const given = best.with(from, itemAt(best, from) - by).with(to, itemAt(best, to) + by)
    const lower = heightOf(given)
    if (lower >= height) return false
    ;[best, height] = [given, lower]
    return true
  }
  const room = widths.reduce((a, b) => a + b, 0)
  const pairs = columns.flatMap((_, from) => columns.map((_, to) => [from, to] as const))
  for (let by = room * MOST; by >= LEAST; by /= 2) while (pairs.filter((pair) => tryToGive(...pair, by)).length > 0);
  return best
}

/** How many lines the words take; between two numbers of lines, the nearer to the lower one the better. */
function lineCount(words: readonly number[], width: number, space: number): number {
  let [lines, used, whole] = [1, 0, 0]
  for (const word of words) {
    const isFirst = used === 0
    whole += word + space
    if (!isFirst && used + space + word > width) [lines, used] = [lines + 1, word]
    else used += (isFirst ? 0 : space) + word
  }
  return lines === 1 ? 1 : (lines + Math.max(1, whole / width)) / 2
}
