import type { CorpusRule } from '../rule.ts'

/** A forecast without a date cannot be wrong. */
export const forecastHasHorizon: CorpusRule = {
  id: 'forecast-has-horizon',
  severity: 'error',
  summary: 'A judgment of the future says by when it is to be judged.',
  norm: 'ICD 203, standard 8',
  reason: 'A forecast without a date cannot be wrong.',
  scope: 'corpus',
  fails: { 'judgment:harbour-stays-open': 'horizon: future' },
  findings: ['judgment:harbour-stays-open: the judgment is of the future and has no “until”'],
  passes: {
    'judgment:harbour-stays-open': `
horizon: future
until: "2006-12"
`,
  },
  check({ corpus }, report) {
    for (const { id, horizon, until, deprecated } of corpus.judgments.values()) {
      if (deprecated || horizon !== 'future' || until !== undefined) continue
      report(corpus.place('judgment', id, ['horizon']), 'the judgment is of the future and has no “until”', {
        subject: `judgment:${id}`,
      })
    }
  },
}
