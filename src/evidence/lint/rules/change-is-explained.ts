import { type CorpusRule, datum } from '../rule.ts'

const lastIssue = `
{"name": "2005", "pack": "arden", "issued": "2005-09", "claims": {}, "sources": {},
 "judgments": {"harbour-stays-open": {"text": "…", "likelihood": "very likely", "confidence": "moderate"}}}
`

export const changeIsExplained: CorpusRule = {
  id: 'change-is-explained',
  severity: 'error',
  summary: 'A term or level that moved since the last issue says why.',
  norm: 'ICD 203, standard 7',
  reason: 'A reader of the last issue must be told why the term moved.',
  scope: 'corpus',
  fails: {
    'corpus/issues/2005.json': lastIssue,
  },
  findings: ['judgment:harbour-stays-open: the likelihood was “very likely” and is “likely”'],
  passes: {
    'corpus/issues/2005.json': lastIssue,
    'judgment:harbour-stays-open': 'change-note: The League has called another vote.',
  },
  check({ corpus, issues }, report) {
    for (const { id, likelihood, confidence, deprecated, ...judgment } of corpus.judgments.values()) {
      const last = issues.findLast(({ judgments }) => Object.hasOwn(judgments, id))
      const was = last?.judgments[id]
      if (!was || deprecated || judgment['change-note'] !== undefined) continue
      const notes = [`add a “change-note”; it was last issued in ${last!.name}`]
      if (was.likelihood !== likelihood) {
        const reason = `the likelihood was “${was.likelihood ?? 'none'}” and is “${likelihood ?? 'none'}”`
        report(datum(corpus, 'judgment', id, 'likelihood'), reason, { notes })
      }
      if (was.confidence !== confidence.level) {
        const reason = `the confidence was ${was.confidence} and is ${confidence.level}`
        report(datum(corpus, 'judgment', id, 'confidence', 'level'), reason, { notes })
      }
    }
  },
}
