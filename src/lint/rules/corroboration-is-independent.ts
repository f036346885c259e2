import { linksBetween } from '../../evidence/independence.ts'
import type { CorpusRule } from '../rule.ts'

/** Inside one group a second report repeats; only another origin corroborates. */
export const corroborationIsIndependent: CorpusRule = {
  id: 'corroboration-is-independent',
  scope: 'corpus',
  check({ corpus, evidence }, report) {
    for (const claim of corpus.claims.values()) {
      if (claim.deprecated) continue
      for (const [index, { corroborates }] of claim.relations.entries()) {
        if (corroborates === undefined) continue
        const links = linksBetween(claim.id, corroborates, corpus, evidence.shared)
        if (links.length === 0) continue
        const place = corpus.place('claim', claim.id, ['relations', index, 'corroborates'])
        const by = links.find((link) => link.startsWith('by ')) ?? links[0]!
        report(place, `the claim and ${corroborates} have one origin: ${by.replace(/^by /, 'both are by ')}`, {
          notes: ['write `repeats`'],
          subject: `claim:${claim.id}`,
        })
      }
    }
  },
}
