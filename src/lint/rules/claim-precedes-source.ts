import { parseEdtf } from '../../corpus/edtf.ts'
import type { CorpusRule } from '../rule.ts'

/** Nobody reports what has not happened yet, except as a plan or a forecast. */
export const claimPrecedesSource: CorpusRule = {
  id: 'claim-precedes-source',
  scope: 'corpus',
  check({ corpus }, report) {
    for (const claim of corpus.claims.values()) {
      const issued = parseEdtf(corpus.sources.get(claim.source)?.issued ?? '')?.max
      const happened = parseEdtf(claim.date?.edtf ?? '')?.min
      if (claim.deprecated || claim.scheduled || claim.kind === 'forecast') continue
      if (issued === undefined || happened === undefined || happened <= issued) continue
      const reason = `the claim is dated ${claim.date!.edtf}, after its source, ${corpus.sources.get(claim.source)!.issued}`
      report(corpus.place('claim', claim.id, ['date', 'edtf']), reason, {
        notes: ['an act still to come is `scheduled: true`'],
        subject: `claim:${claim.id}`,
      })
    }
  },
}
