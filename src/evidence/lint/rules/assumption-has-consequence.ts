import { type CorpusRule, datum } from '../rule.ts'

export const assumptionHasConsequence: CorpusRule = {
  id: 'assumption-has-consequence',
  severity: 'warning',
  summary: 'A linchpin assumption says what follows if it is wrong.',
  norm: 'ICD 203, standard 3',
  reason: 'An assumption that all hangs on is named with what falls if it does.',
  scope: 'corpus',
  fails: { 'judgment:harbour-stays-open': 'assumptions: [{text: The League keeps its word., linchpin: true}]' },
  findings: [
    'judgment:harbour-stays-open: nothing says what follows if the linchpin is wrong: “The League keeps its word.”',
  ],
  passes: {
    'judgment:harbour-stays-open':
      'assumptions: [{text: The League keeps its word., linchpin: true, if-wrong: The harbour closes within days.}]',
  },
  check({ corpus }, report) {
    for (const { id, assumptions, deprecated } of corpus.judgments.values()) {
      for (const [index, assumption] of assumptions.entries()) {
        if (deprecated || !assumption.linchpin || assumption['if-wrong'] !== undefined) continue
        const place = datum(corpus, 'judgment', id, 'assumptions', index, 'text')
        report(place, `nothing says what follows if the linchpin is wrong: “${assumption.text}”`)
      }
    }
  },
}
