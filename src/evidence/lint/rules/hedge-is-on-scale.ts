import { ownVoice } from '../../quotes.ts'
import { type CorpusRule, datum } from '../rule.ts'

const hedge =
  /(?<!\p{L})(?:may(?! \d)|might|could|possibly|perhaps|conceivably|probably|arguably|(?:quite|rather|fairly|more than|extremely|most) (?:un)?likely|very (?:possible|possibly|probable)|(?:a )?(?:serious|distinct|real|strong|good) (?:possibility|chance)|cannot be ruled out)(?!\p{L})/u

export const hedgeIsOnScale: CorpusRule = {
  id: 'hedge-is-on-scale',
  severity: 'warning',
  summary: 'A judgment is hedged by its term and nothing else.',
  norm: 'PHIA; Kent, “Words of Estimative Probability” (1964)',
  reason: '“May” and “quite possible” have no range, and every reader gives them another.',
  scope: 'corpus',
  fails: { 'judgment:harbour-stays-open': 'text: In 2005 it was {term} that the harbour might stay open.' },
  findings: ['judgment:harbour-stays-open: “might” hedges the judgment outside the scale'],
  passes: { 'judgment:harbour-stays-open': 'text: In 2005 it was {term} that the harbour would stay open.' },
  check({ corpus }, report) {
    for (const { id, text, deprecated } of corpus.judgments.values()) {
      const found = deprecated ? null : hedge.exec(ownVoice(text))
      if (!found) continue
      report(datum(corpus, 'judgment', id, 'text'), `“${found[0]}” hedges the judgment outside the scale`, {
        notes: ['say it with the term, or as a condition'],
      })
    }
  },
}
