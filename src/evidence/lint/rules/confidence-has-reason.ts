import { type CorpusRule, datum, standing } from '../rule.ts'

const fields = ['information', 'rigour', 'volatility'] as const

/** The schema asks for the three reasons; this asks that each says something. */
export const confidenceHasReason: CorpusRule = {
  id: 'confidence-has-reason',
  severity: 'error',
  summary: 'Confidence says why, under information, rigour and volatility.',
  norm: 'ICD 203, standard 2; PHIA',
  reason: 'A level without its reason cannot be argued with.',
  scope: 'corpus',
  fails: { 'judgment:harbour-stays-open': 'confidence: {because: {rigour: Good.}}' },
  findings: ['judgment:harbour-stays-open: “Good.” is no reason'],
  passes: { 'judgment:harbour-stays-open': 'confidence: {because: {rigour: Nobody gives a source.}}' },
  check({ corpus }, report) {
    for (const { id, confidence } of standing(corpus.judgments)) {
      for (const [index, field] of fields.entries()) {
        const text = confidence.because[field]
        const place = datum(corpus, 'judgment', id, 'confidence', 'because', field)
        const same = fields.slice(0, index).find((other) => confidence.because[other] === text)
        if (text.split(/\s+/).length < 2) report(place, `“${text}” is no reason`)
        else if (same) report(place, `${field} repeats what ${same} says`)
      }
    }
  },
}
