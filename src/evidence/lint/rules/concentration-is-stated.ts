import { exampleSection } from '../../../core/index.ts'
import { familyOf } from '../../../corpus/index.ts'
import { type Author, authorKeys } from '../../authors.ts'
import { datum, type PackRule } from '../rule.ts'

/** House values: below this many citations a share says nothing. */
const share = 0.6
const fewest = 10
/** In characters: a sentence of the base that is printed is told from a chance likeness. */
const shortest = 15

export const concentrationIsStated: PackRule = {
  id: 'concentration-is-stated',
  severity: 'error',
  summary: 'A summary of the sources names the author of most citations.',
  norm: 'ICD 206',
  reason: 'Ten citations of one author are one voice. House values: 60 % of ten or more.',
  scope: 'pack',
  wholePack: true,
  fails: {
    body: exampleSection(
      'The harbour has been open again since March 2005 [@ortega-2005; @ortega-2005]. “Likely” stands for 55–80%. It closed before [@lind-2004; @lind-2004; @lind-2004; @lind-2004; @lind-2004; @lind-2004; @lind-2004; @lind-2004].',
      'Neither says who told them.',
    ),
  },
  findings: ['pack:arden: 80% of the citations are of Anna Lind, and the base does not say so'],
  passes: {
    body: exampleSection(
      'The harbour has been open again since March 2005 [@ortega-2005; @ortega-2005]. “Likely” stands for 55–80%. It closed before [@lind-2004; @lind-2004; @lind-2004; @lind-2004; @lind-2004; @lind-2004; @lind-2004; @lind-2004].',
      'Four citations in five are of Anna Lind.',
    ),
    'pack:arden': 'base: {weaknesses: [Four citations in five are of Anna Lind.]}',
  },
  check({ corpus, pack, sentences }, report) {
    const counts = new Map<string, Author & { count: number }>()
    const cites = sentences.flatMap((sentence) => sentence.cites)
    for (const { identifier } of cites) {
      const source = corpus.sources.get(identifier)
      for (const { key, ...author } of source ? authorKeys(source) : []) {
        counts.set(key, { ...author, count: (counts.get(key)?.count ?? 0) + 1 })
      }
    }
    const summary = sentences.filter(({ section }) => section === 'source-summary').map(({ text }) => text)
    const base = [...pack.base.strengths, ...pack.base.weaknesses]
    const printsBase = sentences.some(({ text }) => text.length >= shortest && base.some((it) => it.startsWith(text)))
    if (summary.length === 0 && !printsBase) return
    const stated = [...base, ...summary].join(' ')
    for (const { name, letters, count } of counts.values()) {
      if (cites.length < fewest || count <= cites.length * share) continue
      if ([name, letters ?? name].some((it) => stated.includes(familyOf(it)))) continue
      const percent = Math.round((count / cites.length) * 100)
      report(
        datum(corpus, 'pack', pack.id, 'base', 'weaknesses'),
        `${percent}% of the citations are of ${name}, and the base does not say so`,
      )
    }
  },
}
