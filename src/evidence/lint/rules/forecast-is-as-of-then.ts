import { edtf } from '../../../corpus/index.ts'
import { datum, type PackRule, standing } from '../rule.ts'

const asOfThen =
  /(?<!\p{L})(?:(?:as )?(?:seen|viewed|judged) (?:from|in|at)|as of|at the (?:cut-off|time of writing)|on what was known (?:in|by)|с точки зрения|по состоянию на|на момент|тұрғысынан)(?!\p{L})/iu

export const forecastIsAsOfThen: PackRule = {
  id: 'forecast-is-as-of-then',
  severity: 'warning',
  summary: 'A forecast whose horizon has passed says from when it is seen.',
  norm: 'ICD 203, standard 8',
  reason:
    'A pack may appear years after its cut-off. What was a forecast then is worded as one of that time, “as seen from mid-2013, it was unlikely …”, and not as if the time were still to come.',
  scope: 'pack',
  fails: {
    'judgment:harbour-stays-open': `
horizon: future
until: "2005-12"
`,
  },
  findings: [
    'judgment:harbour-stays-open: the forecast runs to 2005-12, before the pack is issued (2006-01-15), and does not say from when it is seen',
  ],
  passes: {
    'judgment:harbour-stays-open': `
text: As seen from April 2005, it was {term} that the harbour would stay open.
horizon: future
until: "2005-12"
`,
  },
  check({ corpus, pack }, report) {
    for (const { id, horizon, until, text } of standing(corpus.judgments)) {
      if (horizon !== 'future' || until === undefined || asOfThen.test(text)) continue
      const last = edtf(until).max
      if (last === undefined || last >= edtf(pack.issued).max!) continue
      report(
        datum(corpus, 'judgment', id, 'text'),
        `the forecast runs to ${until}, before the pack is issued (${pack.issued}), and does not say from when it is seen`,
        { notes: [`“As seen from …, it was {term} that … would …”; the cut-off is ${pack['cut-off']}`] },
      )
    }
  },
}
