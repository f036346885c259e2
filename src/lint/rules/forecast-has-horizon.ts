import type { CorpusRule } from '../rule.ts'

/** A forecast without a date cannot be wrong. */
export const forecastHasHorizon: CorpusRule = {
  id: 'forecast-has-horizon',
  scope: 'corpus',
  check({ corpus }, report) {
    for (const { id, horizon, until, deprecated } of corpus.judgments.values()) {
      if (deprecated || horizon !== 'future' || until !== undefined) continue
      report(corpus.place('judgment', id, ['horizon']), 'the judgment is of the future and has no “until”', {
        subject: `judgment:${id}`,
      })
    }
  },
}
