// The matchers in common use, which agreement is measured beside: each says whether it lets a gist pass for a passage.

const words = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}%]+/gu) ?? []

/** The gist stands in the passage, but for case, punctuation and spaces. */
export function substring(gist: string, passage: string): boolean {
  return ` ${words(passage).join(' ')} `.includes(` ${words(gist).join(' ')} `)
}

/** The best window of the passage is like the gist to 0.92, as Python’s `difflib.SequenceMatcher.ratio` has it. */
export function difflib(gist: string, passage: string): boolean {
  const [a, b] = [words(gist).join(' '), words(passage)]
  const size = words(gist).length
  for (let from = 0; from <= Math.max(0, b.length - size); from++)
    if (ratio(a, b.slice(from, from + size).join(' ')) >= 0.92) return true
  return false
}

/** 85 % of the gist’s words stand in the passage in one run. */
export function contiguous(gist: string, passage: string): boolean {
  const [a, b] = [words(gist), words(passage)]
  return longestMatch(a, b).size >= 0.85 * a.length
}

function ratio(a: string, b: string): number {
  const matched = (one: string, two: string): number => {
    const { from, to, size } = longestMatch([...one], [...two])
    if (size === 0) return 0
    return size + matched(one.slice(0, from), two.slice(0, to)) + matched(one.slice(from + size), two.slice(to + size))
  }
  return a.length + b.length === 0 ? 1 : (2 * matched(a, b)) / (a.length + b.length)
}

function longestMatch(a: readonly string[], b: readonly string[]): { from: number; to: number; size: number } {
  let best = { from: 0, to: 0, size: 0 }
  let above = new Array<number>(b.length + 1).fill(0)
  for (let i = 0; i < a.length; i++) {
    const row = new Array<number>(b.length + 1).fill(0)
    for (let j = 0; j < b.length; j++) {
      if (a[i] !== b[j]) continue
      const size = above[j]! + 1
      row[j + 1] = size
      if (size > best.size) best = { from: i - size + 1, to: j - size + 1, size }
    }
    above = row
  }
  return best
}
