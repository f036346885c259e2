import { type CorpusRule, datum, standing } from '../rule.ts'

export const judgmentHasAlternative: CorpusRule = {
  id: 'judgment-has-alternative',
  severity: 'warning',
  summary: 'A key judgment of likelihood names another reading.',
  norm: 'ICD 203, standard 4',
  reason: 'What else the evidence could mean is asked before the answer is signed.',
  scope: 'corpus',
  fails: { 'judgment:harbour-stays-open': 'alternatives: []' },
  findings: ['judgment:harbour-stays-open: the key judgment names no alternative'],
  passes: { 'judgment:harbour-stays-open': 'alternatives: [{text: It opened for the season only.}]' },
  check({ corpus }, report) {
    for (const { id, key, likelihood, alternatives } of standing(corpus.judgments)) {
      if (!key || likelihood === undefined || alternatives.length > 0) continue
      report(datum(corpus, 'judgment', id), 'the key judgment names no alternative')
    }
  },
}
