import { ceilingOf } from '../../ceiling.ts'
import { type CorpusRule, datum, standing } from '../rule.ts'

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
    for (const judgment of standing(corpus.judgments)) {
      if (judgment.confidence.level !== 'moderate') continue
      const ceiling = ceilingOf(judgment, corpus, evidence.shared)
      if (!ceiling.byException) continue
      const place = datum(corpus, 'judgment', judgment.id, 'confidence', 'level')
      report(place, 'moderate confidence rests on one independent group and a written reason', {
        notes: [judgment['ceiling-note']!],
      })
    }
  },
}
