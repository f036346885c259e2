import { type CorpusRule, datum, standing } from '../rule.ts'

export const judgmentHasIndicator: CorpusRule = {
  id: 'judgment-has-indicator',
  severity: 'warning',
  summary: 'A key judgment names what would change it.',
  norm: 'ICD 203, standard 4',
  reason: 'What would show that the judgment is wrong is said while nobody yet minds.',
  scope: 'corpus',
  fails: { 'judgment:harbour-stays-open': 'indicators: []' },
  findings: ['judgment:harbour-stays-open: the key judgment has no indicator'],
  passes: { 'judgment:harbour-stays-open': 'indicators: [{observable: votes to strike, direction: down}]' },
  check({ corpus }, report) {
    for (const { id, key, horizon, indicators, ...judgment } of standing(corpus.judgments)) {
      if (!key || indicators.length > 0) continue
      if (horizon === 'past' && judgment['changes-if'] !== undefined) continue
      const missing = horizon === 'past' ? 'indicator and no “changes-if”' : 'indicator'
      report(datum(corpus, 'judgment', id), `the key judgment has no ${missing}`)
    }
  },
}
