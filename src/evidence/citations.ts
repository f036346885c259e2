import type { Claim } from '../corpus/claim.ts'
import type { Corpus } from '../corpus/corpus.ts'
import type { Log } from '../log.ts'
import { didYouMean } from '../nearest.ts'
import type { Cite, Section } from '../tree.ts'
import { nodesOf } from '../walk.ts'
import { grouped } from './grouped.ts'

/**
 * Says of every citation which claims it stands for. One that was made of claims knows them; one that an author wrote by
 * hand stands for the claims of its paragraphs, or of its whole source where it gives none. Claims that it names and that
 * are not there are reported and left out.
 */
export function nameClaims(sections: readonly Section[], corpus: Corpus, log: Log): void {
  const bySource = grouped([...corpus.claims.values()], (claim) => claim.source)
  for (const section of sections) {
    for (const cite of nodesOf(section.tree, 'cite')) {
      const there = claimsAt(cite, bySource.get(cite.identifier) ?? [])
      const named = cite.claims ?? []
      for (const id of named) {
        const problem = there.includes(id) ? undefined : problemOf(id, cite, corpus)
        if (problem === undefined) continue
        const subject = `section:${section.name}`
        log.report('citation-resolves', section.place(cite), problem.reason, {
          notes: problem.notes,
          subject,
          actual: id,
        })
      }
      const fitting = named.filter((id) => there.includes(id))
      cite.claims = fitting.length > 0 ? fitting : there
    }
  }
}

function claimsAt(cite: Cite, claims: readonly Claim[]): readonly string[] {
  const paragraphs = paragraphsCited(cite)
  const cited = claims.filter(({ passages }) => !paragraphs || passages.some(({ para }) => paragraphs.has(para)))
  return cited.map(({ id }) => id)
}

/** Why a claim is not one that the citation can stand for. */
function problemOf(
  id: string,
  { identifier }: Cite,
  corpus: Corpus,
): { readonly reason: string; readonly notes: readonly string[] } | undefined {
  const claim = corpus.claims.get(id)
  if (claim === undefined) {
    const isLost = corpus.lost.has('claim')
    return isLost ? undefined : { reason: `“${id}” names no claim`, notes: didYouMean(id, corpus.claims.keys()) }
  }
  if (!corpus.sources.has(identifier)) return undefined
  if (claim.source !== identifier) {
    return { reason: `the claim “${id}” is of ${claim.source}, not of ${identifier}`, notes: [] }
  }
  const where = [...new Set(claim.passages.map(({ para }) => para))]
  return {
    reason: `the claim “${id}” is not made in the paragraphs cited`,
    notes: [`it is made in paragraph ${where.join(', ')}`],
  }
}

/** The claims that some citations stand for together, each once. */
export function claimsCited(cites: readonly Cite[]): readonly string[] {
  return [...new Set(cites.flatMap(({ claims = [] }) => claims))]
}

/** The 1-based paragraphs that a citation's locator names; `undefined` when it names none. */
export function paragraphsCited(cite: Cite): ReadonlySet<number> | undefined {
  if (cite.locator?.label !== 'paragraph') return undefined
  const numbers = new Set<number>()
  for (const [, first, last] of cite.locator.value.matchAll(/(\d+)(?:\s*[-–]\s*(\d+))?/g)) {
    for (let at = Number(first); at <= Math.min(Number(last ?? first), Number(first) + 500); at++) numbers.add(at)
  }
  return numbers
}
