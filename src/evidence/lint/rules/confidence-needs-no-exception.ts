import { ceilingOf } from '../../ceiling.ts'
import type { CorpusRule } from '../rule.ts'

/** A written reason carries moderate confidence on one group of sources; the reader of the findings is told of each. */
export const confidenceNeedsNoException: CorpusRule = {
  id: 'confidence-needs-no-exception',
  severity: 'warning',
  summary: 'No confidence rests on a single group of sources and a written reason.',
  norm: 'ICD 203, standard 2',
  reason: 'One group can carry moderate confidence by a written reason; whoever reviews the pack weighs it.',
  scope: 'corpus',
  fails: {
    'judgment:harbour-stays-open': `
for: [harbour-reopened]
ceiling-note: The author was on the quay when the first ship came in.
`,
  },
  findings: ['judgment:harbour-stays-open: moderate confidence rests on one independent group and a written reason'],
  passes: {
    'judgment:harbour-stays-open': `
for: [harbour-reopened]
confidence: {level: low}
`,
  },
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
