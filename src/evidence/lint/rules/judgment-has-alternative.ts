import type { CorpusRule } from '../rule.ts'

/** A key judgment of likelihood names another reading, and why it is less likely. */
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
    for (const { id, key, likelihood, alternatives, deprecated } of corpus.judgments.values()) {
      if (deprecated || !key || likelihood === undefined || alternatives.length > 0) continue
      report(corpus.place('judgment', id), 'the key judgment names no alternative', { subject: `judgment:${id}` })
    }
  },
}
