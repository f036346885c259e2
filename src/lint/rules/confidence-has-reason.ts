import type { CorpusRule } from '../rule.ts'

const fields = ['information', 'rigour', 'volatility'] as const

/** The schema asks for the three reasons; this asks that each says something. */
export const confidenceHasReason: CorpusRule = {
  id: 'confidence-has-reason',
  scope: 'corpus',
  check({ corpus }, report) {
    for (const { id, confidence, deprecated } of corpus.judgments.values()) {
      if (deprecated) continue
      for (const [index, field] of fields.entries()) {
        const text = confidence.because[field]
        const place = corpus.place('judgment', id, ['confidence', 'because', field])
        const subject = `judgment:${id}`
        const same = fields.slice(0, index).find((other) => confidence.because[other] === text)
        if (text.split(/\s+/).length < 2) report(place, `“${text}” is no reason`, { subject })
        else if (same) report(place, `${field} repeats what ${same} says`, { subject })
      }
    }
  },
}
