import fc from 'fast-check'
import { expect, test } from 'vitest'
import { difference } from '../../src/write/revisions/difference.ts'

const list = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 30 })
const differ = (before: readonly string[], after: readonly string[]) => difference(before, after, (one) => one)

/** The length of the longest common subsequence, by its definition. */
function longest(a: readonly string[], b: readonly string[]): number {
  const rows = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0))
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      rows[i]![j] = a[i - 1] === b[j - 1] ? rows[i - 1]![j - 1]! + 1 : Math.max(rows[i - 1]![j]!, rows[i]![j - 1]!)
    }
  }
  return rows[a.length]![b.length]!
}

test('both lists can be read off the steps, and no shorter way leads from one to the other', () => {
  fc.assert(
    fc.property(list, list, (before, after) => {
      const steps = differ(before, after)
      expect(steps.flatMap((step) => (step.kind === 'new' ? [] : step.before))).toEqual(before)
      expect(steps.flatMap((step) => (step.kind === 'gone' ? [] : step.after))).toEqual(after)
      expect(steps.filter(({ kind }) => kind === 'same')).toHaveLength(longest(before, after))
    }),
    { numRuns: 500 },
  )
})

test('lists that have nothing in common are not compared for long', () => {
  const steps = differ(
    Array.from({ length: 4000 }, (_, at) => `a${at}`),
    Array.from({ length: 4000 }, (_, at) => `b${at}`),
  )
  expect(steps).toHaveLength(8000)
})
