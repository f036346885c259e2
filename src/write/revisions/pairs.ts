/** How many words two texts share, from 0 to 1. */
export function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size + b.size === 0) return 1
  let shared = 0
  for (const word of a) if (b.has(word)) shared++
  return (2 * shared) / (a.size + b.size)
}

/** What stands in whose place: in order, those that have the most in common. */
export function pairs<T>(
  before: readonly T[],
  after: readonly T[],
  likeness: (a: T, b: T) => number,
): { before?: T; after?: T }[] {
  const [height, width] = [before.length, after.length]
  const apart = [...before.map((one) => ({ before: one })), ...after.map((one) => ({ after: one }))]
  if (height === 0 || width === 0 || height * width > 40_000) return apart
  const best = Array.from({ length: height + 1 }, () => new Float64Array(width + 1))
  const like = before.map((a) => after.map((b) => likeness(a, b)))
  for (let i = height - 1; i >= 0; i--) {
    for (let j = width - 1; j >= 0; j--) {
      const together = like[i]![j]! >= 0.4 ? like[i]![j]! + best[i + 1]![j + 1]! : 0
      best[i]![j] = Math.max(together, best[i + 1]![j]!, best[i]![j + 1]!)
    }
  }
  const found: { before?: T; after?: T }[] = []
  let [i, j] = [0, 0]
  while (i < height && j < width) {
    if (like[i]![j]! >= 0.4 && best[i]![j] === like[i]![j]! + best[i + 1]![j + 1]!)
      found.push({ before: before[i++]!, after: after[j++]! })
    else if (best[i + 1]![j]! >= best[i]![j + 1]!) found.push({ before: before[i++]! })
    else found.push({ after: after[j++]! })
  }
  return [
    ...found,
    ...before.slice(i).map((one) => ({ before: one })),
    ...after.slice(j).map((one) => ({ after: one })),
  ]
}
