import type { Corpus } from '../../corpus/index.ts'

/** For each claim, those that contradict it, whichever of the two says so. */
export function contradicting(corpus: Corpus): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  const add = (from: string, to: string) => found.set(from, [...(found.get(from) ?? []), to])
  for (const claim of corpus.claims.values()) {
    if (claim.deprecated) continue
    for (const { contradicts } of claim.relations) {
      if (contradicts === undefined || corpus.claims.get(contradicts)?.deprecated) continue
      add(claim.id, contradicts)
      add(contradicts, claim.id)
    }
  }
  return found
}
