import { type CorpusRule, datum, standing } from '../rule.ts'

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
    for (const { id, horizon, until } of standing(corpus.judgments)) {
      if (horizon !== 'future' || until !== undefined) continue
      report(datum(corpus, 'judgment', id, 'horizon'), 'the judgment is of the future and has no “until”')
    }
  },
}
