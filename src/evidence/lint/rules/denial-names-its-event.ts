import { type CorpusRule, datum, standing } from '../rule.ts'
import { leaning } from '../scale-terms.ts'

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
    for (const { id, likelihood, event } of standing(corpus.judgments)) {
      if (event || likelihood === undefined || leaning(likelihood) !== 'against') continue
      report(
        datum(corpus, 'judgment', id, 'likelihood'),
        `the sentence calls its event ${likelihood}, and no claim is said to be a sign of it`,
        { notes: ['event: {text: …, signs: […]}'] },
      )
    }
  },
}
