import { exampleSection, nodesOf } from '../../../core/index.ts'
import { likelihood } from '../../../corpus/index.ts'
import { datum, type PackRule } from '../rule.ts'

export const scaleIsExplained: PackRule = {
  id: 'scale-is-explained',
  severity: 'error',
  summary: 'A pack that prints a judgment prints the range of its likelihood term.',
  norm: 'ICD 203, D.6.e.(2)(a); PHIA',
  reason: '“Likely” is 55–80 % on one scale and 55–75 % on another.',
  scope: 'pack',
  wholePack: true,
  fails: {
    body: exampleSection(
      'The harbour has been open again since March 2005 [@ortega-2005; @lind-2004]. In 2005 it was likely that the harbour would stay open [@ortega-2005].',
    ),
  },
  findings: ['pack:arden: “likely” is used, and no section says that it stands for 55–80%'],
  passes: {
    body: exampleSection(
      'The harbour has been open again since March 2005 [@ortega-2005; @lind-2004]. In 2005 it was likely that the harbour would stay open [@ortega-2005]. Likely: 55–80%.',
    ),
  },
  check({ corpus, pack, sentences, sections }, report) {
    // The figure of likelihood has the range beside each term that it draws.
    if (sections.some(({ tree }) => [...nodesOf(tree, 'figureCall')].some(({ name }) => name === 'scale'))) return
    const printed = plain(sentences.map(({ text }) => text).join(' '))
    const told = new Set<string>()
    for (const { text, likelihood: term, deprecated } of corpus.judgments.values()) {
      const step = term === undefined ? undefined : likelihood(pack.scale, term)
      if (deprecated || !step || told.has(step.term) || printed.includes(plain(step.range))) continue
      if (!printed.includes(plain(text.replace('{term}', term!)))) continue
      told.add(step.term)
      const place = datum(corpus, 'pack', pack.id, 'scale')
      report(place, `“${step.term}” is used, and no section says that it stands for ${step.range}`, {
        notes: ['the section “how-to-read” explains the scale'],
      })
    }
  },
}

const plain = (text: string) => text.replace(/[\s\u00a0\u202f]+/g, '').replace(/[‐-―-]/g, '-')
