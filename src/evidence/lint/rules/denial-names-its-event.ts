import type { CorpusRule } from '../rule.ts'
import { leaning } from '../scale-terms.ts'

/** Without the event nothing shows that the lists of a judgment worded “unlikely” are not the wrong way round. */
export const denialNamesItsEvent: CorpusRule = {
  id: 'denial-names-its-event',
  severity: 'warning',
  summary: 'A judgment that calls something unlikely says which claims are signs of it.',
  norm: 'ICD 203, standard 6',
  reason:
    'The lists of a judgment worded “unlikely” are easily the wrong way round: for the event, not for the sentence. With `event` the rule `evidence-has-direction` can tell.',
  scope: 'corpus',
  fails: { 'judgment:harbour-stays-open': 'likelihood: unlikely' },
  findings: [
    'judgment:harbour-stays-open: the sentence calls its event unlikely, and no claim is said to be a sign of it',
  ],
  passes: {
    'judgment:harbour-stays-open': `
likelihood: unlikely
event: {text: The harbour stays open., signs: [harbour-reopened]}
for: [voss-on-closure]
against: [harbour-reopened]
`,
  },
  check({ corpus }, report) {
    for (const { id, likelihood, event, deprecated } of corpus.judgments.values()) {
      if (deprecated || event || likelihood === undefined || leaning(likelihood) !== 'against') continue
      report(
        corpus.place('judgment', id, ['likelihood']),
        `the sentence calls its event ${likelihood}, and no claim is said to be a sign of it`,
        { notes: ['event: {text: …, signs: […]}'], subject: `judgment:${id}` },
      )
    }
  },
}
