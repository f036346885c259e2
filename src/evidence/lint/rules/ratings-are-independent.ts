import { itemAt } from '../../../core/index.ts'
import type { CorpusRule } from '../rule.ts'

/** House values: below this many ratings nothing can be told; above this share they were not made apart. */
const fewest = 12
const share = 0.8

export const ratingsAreIndependent: CorpusRule = {
  id: 'ratings-are-independent',
  severity: 'warning',
  summary: 'The reliability of sources and the credibility of claims are rated apart.',
  norm: 'Baker, McKendry and Mace (1968)',
  reason:
    'Raters who look at the source first give its items the grade that goes with it; the two ratings then say one thing twice.',
  scope: 'corpus',
  fails: { 'claims:20': 'credibility: {proposition: 2, why: As good as its source.}' },
  findings: ['corpus/sources/lind-2004.yaml: 84% of the ratings lie on the diagonal A1, B2, C3 …'],
  passes: { 'claims:20': 'credibility: {proposition: 4, why: Nobody says how it is known.}' },
  check({ corpus }, report) {
    const rated = [...corpus.claims.values()].flatMap(({ source, credibility, deprecated, unfinished }) => {
      const grade = corpus.sources.get(source)?.reliability?.grade
      return grade === undefined || deprecated || unfinished ? [] : [`${grade}${credibility.proposition}`]
    })
    const diagonal = rated.filter((rating) => ['A1', 'B2', 'C3', 'D4', 'E5', 'F6'].includes(rating)).length
    if (rated.length < fewest || diagonal < rated.length * share) return
    const first = itemAt([...corpus.sources.keys()], 0)
    const percent = Math.round((diagonal / rated.length) * 100)
    report(
      corpus.place('source', first, ['reliability']),
      `${percent}% of the ratings lie on the diagonal A1, B2, C3 …`,
      { notes: ['rate each claim by itself: a good source can be wrong, and a poor one right'] },
    )
  },
}
