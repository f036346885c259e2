import type { CorpusRule } from '../rule.ts'

/** A key judgment of likelihood names another reading, and why it is less likely. */
export const judgmentHasAlternative: CorpusRule = {
  id: 'judgment-has-alternative',
  scope: 'corpus',
  check({ corpus }, report) {
    for (const { id, key, likelihood, alternatives, deprecated } of corpus.judgments.values()) {
      if (deprecated || !key || likelihood === undefined || alternatives.length > 0) continue
      report(corpus.place('judgment', id), 'the key judgment names no alternative', { subject: `judgment:${id}` })
    }
  },
}
