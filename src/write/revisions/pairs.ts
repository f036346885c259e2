import { itemAt } from '../../core/index.ts'

/** How many words two texts share, from 0 to 1. */
export function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size + b.size === 0) return 1
  let shared = 0
  for (const word of a) if (b.has(word)) shared++
  return (2 * shared) / (a.size + b.size)
}

/** What stands in whose place: in order, those that have the most in common. */
export function pairs<B, A = B>(
  before: readonly B[],
  after: readonly A[],
  likeness: (a: B, b: A) => number,
): { before?: B; after?: A }[] {
  const apart = [...before.map((one) => ({ before: one })), ...after.map((one) => ({ after: one }))]
  if (before.length === 0 || after.length === 0 || before.length * after.length > 40_000) return apart
  const like = before.map((a) => after.map((b) => likeness(a, b)))
  /** What the rest from here has in common at best: together, without the one, or without the other. */
  const waysAt = (i: number, j: number) => {
    const alike = like[i]?.[j] ?? 0
    const [skipBefore, skipAfter] = [best[i + 1]?.[j] ?? 0, best[i]?.[j + 1] ?? 0]
    return { together: alike >= 0.4 ? alike + (best[i + 1]?.[j + 1] ?? 0) : 0, skipBefore, skipAfter }
  }
  const best = before.map(() => new Float64Array(after.length + 1))
  for (const [i, row] of [...best.entries()].reverse()) {
    for (let j = after.length - 1; j >= 0; j--) {
      const { together, skipBefore, skipAfter } = waysAt(i, j)
      row[j] = Math.max(together, skipBefore, skipAfter)
    }
  }
  const found: { before?: B; after?: A }[] = []
  let [i, j] = [0, 0]
  while (i < before.length && j < after.length) {
    const { together, skipBefore, skipAfter } = waysAt(i, j)
    const isTogether = together > 0 && best[i]?.[j] === together
    const takesBefore = isTogether || skipBefore >= skipAfter
    const takesAfter = isTogether || !takesBefore
    found.push({
      ...(takesBefore && { before: itemAt(before, i++) }),
      ...(takesAfter && { after: itemAt(after, j++) }),
    })
  }
  return [...found, ...apart.slice(i, before.length), ...apart.slice(before.length + j)]
}
