import { type CorpusRule, datum, standing } from '../rule.ts'

export const sourceIsGraded: CorpusRule = {
  id: 'source-is-graded',
  severity: 'warning',
  summary: 'A source that is held has a reliability grade, though no claims are taken from it yet.',
  norm: 'ICD 203, standard 1; ICD 206',
  reason:
    'The register of sources and the sources at a glance print the grade of each. Of a source with claims the grade must be there: `source-is-described` tells of it.',
  scope: 'corpus',
  fails: { 'source:ortega-2005': 'reliability: null\nclaims: null' },
  findings: ['source:ortega-2005: the source has no `reliability`, and is printed without a grade'],
  passes: { 'source:ortega-2005': 'claims: null' },
  check({ corpus }, report) {
    for (const { id, held, claims, reliability } of standing(corpus.sources)) {
      if (!held || claims.length > 0 || reliability) continue
      report(datum(corpus, 'source', id), 'the source has no `reliability`, and is printed without a grade', {
        notes: ['reliability: {grade: B, why: …}', 'a work that is only quoted in others is `held: false`'],
      })
    }
  },
}
