import { itemAt } from '../../core/index.ts'

/** Give each interval, in order, the first row where it does not touch one placed before. Rows count from 0. */
export function stack(intervals: readonly (readonly [number, number])[], space = 0): { rows: number[]; count: number } {
  const taken: [number, number][][] = []
  const rows = intervals.map(([from, to]) => {
    let row = taken.findIndex((others) => others.every(([a, b]) => to + space <= a || b + space <= from))
    if (row < 0) row = taken.push([]) - 1
    itemAt(taken, row).push([from, to])
    return row
  })
  return { rows, count: taken.length }
}
