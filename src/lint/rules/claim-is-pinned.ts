import type { CorpusRule } from '../rule.ts'

/** The schema asks for a passage; this asks that there be a text for it to be in. */
export const claimIsPinned: CorpusRule = {
  id: 'claim-is-pinned',
  scope: 'corpus',
  check({ corpus }, report) {
    for (const claim of corpus.claims.values()) {
      const source = corpus.sources.get(claim.source)
      if (claim.deprecated || source === undefined || source.held) continue
      report(corpus.place('claim', claim.id), `the claim is pinned to ${source.id}, whose text is not held`, {
        notes: ['record it under the source that quotes the work, with said: {via: …}'],
        subject: `claim:${claim.id}`,
      })
    }
  },
}
