import { ceilingOf, rank } from '../../evidence/ceiling.ts'
import type { CorpusRule } from '../rule.ts'

/** Confidence is the analyst's; how high it may be is the evidence's. */
export const confidenceWithinCeiling: CorpusRule = {
  id: 'confidence-within-ceiling',
  scope: 'corpus',
  check({ corpus, evidence }, report) {
    for (const judgment of corpus.judgments.values()) {
      if (judgment.deprecated) continue
      const ceiling = ceilingOf(judgment, corpus, evidence.shared)
      const { level } = judgment.confidence
      if (rank(level) <= rank(ceiling.level)) continue
      const place = corpus.place('judgment', judgment.id, ['confidence', 'level'])
      report(place, `${level} confidence is more than the evidence carries, which is ${ceiling.level}`, {
        notes: [...ceiling.reasons, ...ceiling.independence.remarks],
        actual: level,
        expected: [ceiling.level],
        subject: `judgment:${judgment.id}`,
      })
    }
  },
}
