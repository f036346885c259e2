import { ceilingOf } from '../../evidence/ceiling.ts'
import type { CorpusRule } from '../rule.ts'

/** A written reason carries moderate confidence on one group of sources; the reader of the findings is told of each. */
export const confidenceNeedsNoException: CorpusRule = {
  id: 'confidence-needs-no-exception',
  scope: 'corpus',
  check({ corpus, evidence }, report) {
    for (const judgment of corpus.judgments.values()) {
      if (judgment.deprecated || judgment.confidence.level !== 'moderate') continue
      const ceiling = ceilingOf(judgment, corpus, evidence.shared)
      if (!ceiling.byException) continue
      const place = corpus.place('judgment', judgment.id, ['confidence', 'level'])
      report(place, 'moderate confidence rests on one independent group and a written reason', {
        notes: [judgment['ceiling-note']!],
        subject: `judgment:${judgment.id}`,
      })
    }
  },
}
