import { entryOf } from '../../../core/index.ts'
import { madeWhen, parseEdtf } from '../../../corpus/index.ts'
import { type CorpusRule, datum } from '../rule.ts'

export const claimPrecedesSource: CorpusRule = {
  id: 'claim-precedes-source',
  severity: 'error',
  summary: 'Nothing is claimed to have happened after its source was written.',
  reason: 'A year that was resolved wrongly shows here first.',
  scope: 'corpus',
  fails: {
    'claim:harbour-reopened': `
gist: Ships have used the harbour again since March 2006.
date: {edtf: "2006-03", basis: year-resolved}
`,
  },
  findings: ['claim:harbour-reopened: the claim is dated 2006-03, after its source, 2005-04'],
  passes: {
    'claim:harbour-reopened': `
gist: Ships were to use the harbour again.
date: {edtf: "2006-03", basis: year-resolved}
scheduled: true
`,
  },
  check({ corpus }, report) {
    for (const claim of corpus.claims.values()) {
      const made = madeWhen(entryOf(corpus.sources, claim.source))
      const issued = made?.max
      const happened = parseEdtf(claim.date?.edtf ?? '')?.min
      if (claim.deprecated || claim.scheduled || claim.kind === 'forecast') continue
      if (issued === undefined || happened === undefined || happened <= issued) continue
      const reason = `the claim is dated ${claim.date!.edtf}, after its source, ${made!.text}`
      report(datum(corpus, 'claim', claim.id, 'date', 'edtf'), reason, {
        notes: ['an act still to come is `scheduled: true`'],
      })
    }
  },
}
