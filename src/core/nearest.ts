import { distance } from 'fastest-levenshtein'

/** The number of letters to insert, drop or change between two words. */
export { distance }

/** The candidate most like `word`, when it is like enough to be what was meant; `undefined` otherwise. Case is ignored. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = word.slice(0, 100).toLowerCase()
  let best: string | undefined
  // Not every letter may differ: “xx” is not meant for “id”.
  let least = Math.min(Math.max(2, Math.floor(wanted.length * 0.4)) + 1, wanted.length)
  for (const candidate of candidates) {
    const edits = distance(wanted, candidate.toLowerCase())
    // In words of three letters two edits are near only where letters changed places: “foo” is not meant for “not”.
    if (edits > 1 && wanted.length === 3 && sorted(candidate) !== sorted(wanted)) continue
    if (edits < least) [best, least] = [candidate, edits]
  }
  return best
}

const sorted = (word: string) => [...word.toLowerCase()].sort().join('')

/** The note that offers the nearest candidate, or none. */
export function didYouMean(word: string, candidates: Iterable<string>): string[] {
  const found = nearest(word, candidates)
  return found === undefined ? [] : [`did you mean “${found}”?`]
}

/** The same, or where none is near all that there are, e.g. “sections are annex, body”. */
export function didYouMeanOr(word: string, candidates: readonly string[], plural: string): string[] {
  const meant = didYouMean(word, candidates)
  return meant.length > 0 || candidates.length === 0 ? meant : [`${plural} are ${candidates.join(', ')}`]
}
