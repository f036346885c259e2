import { ceilingOf, rank } from '../../ceiling.ts'
import { type CorpusRule, datum, standing } from '../rule.ts'

export const confidenceWithinCeiling: CorpusRule = {
  id: 'confidence-within-ceiling',
  severity: 'error',
  summary: 'Confidence is no higher than the independence and quality of the sources allow.',
  norm: 'NIC, “What we mean when we say”; ICD 203, standard 2',
  reason:
    'Confidence is never computed; only its ceiling is. The table is in the design of the model: three independent groups for high, two for moderate, one for low.',
  scope: 'corpus',
  fails: { 'judgment:harbour-stays-open': 'confidence: {level: high}' },
  findings: ['judgment:harbour-stays-open: high confidence is more than the evidence carries, which is moderate'],
  passes: { 'judgment:harbour-stays-open': 'confidence: {level: low}' },
  check({ corpus, evidence }, report) {
    for (const judgment of standing(corpus.judgments)) {
      const ceiling = ceilingOf(judgment, corpus, evidence.shared)
      const { level } = judgment.confidence
      if (rank(level) <= rank(ceiling.level)) continue
      const place = datum(corpus, 'judgment', judgment.id, 'confidence', 'level')
      report(place, `${level} confidence is more than the evidence carries, which is ${ceiling.level}`, {
        notes: [...ceiling.reasons, ...ceiling.independence.remarks],
        actual: level,
        expected: [ceiling.level],
      })
    }
  },
}
