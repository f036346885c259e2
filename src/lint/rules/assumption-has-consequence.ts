import type { CorpusRule } from '../rule.ts'

/** An assumption that all hangs on says what follows if it is wrong. */
export const assumptionHasConsequence: CorpusRule = {
  id: 'assumption-has-consequence',
  scope: 'corpus',
  check({ corpus }, report) {
    for (const { id, assumptions, deprecated } of corpus.judgments.values()) {
      for (const [index, assumption] of assumptions.entries()) {
        if (deprecated || !assumption.linchpin || assumption['if-wrong'] !== undefined) continue
        const place = corpus.place('judgment', id, ['assumptions', index, 'text'])
        report(place, `nothing says what follows if the linchpin is wrong: “${assumption.text}”`, {
          subject: `judgment:${id}`,
        })
      }
    }
  },
}
