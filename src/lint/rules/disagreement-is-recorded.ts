import type { CorpusRule } from '../rule.ts'

/** Two claims that cannot both stand have a record that says which, or that it is open. */
export const disagreementIsRecorded: CorpusRule = {
  id: 'disagreement-is-recorded',
  scope: 'corpus',
  check({ corpus }, report) {
    const recorded = [...corpus.disagreements.values()].map(({ claims }) => new Set(claims))
    for (const claim of corpus.claims.values()) {
      if (claim.deprecated) continue
      for (const [index, { contradicts }] of claim.relations.entries()) {
        if (contradicts === undefined || recorded.some((both) => both.has(claim.id) && both.has(contradicts))) continue
        const place = corpus.place('claim', claim.id, ['relations', index, 'contradicts'])
        report(place, `no disagreement record has both ${claim.id} and ${contradicts}`, {
          subject: `claim:${claim.id}`,
        })
      }
    }
  },
}
