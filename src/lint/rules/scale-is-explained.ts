import { scales } from '../../corpus/scales.ts'
import { descendants } from '../../evidence/printing.ts'
import type { Section } from '../../tree.ts'
import type { PackRule } from '../rule.ts'

/** A reader who meets a term finds its range in the pack: the scales give the same words different ranges. */
export const scaleIsExplained: PackRule = {
  id: 'scale-is-explained',
  severity: 'error',
  summary: 'A pack prints the range of every likelihood term that it uses.',
  norm: 'ICD 203, D.6.e.(2)(a); PHIA',
  reason: '“Likely” is 55–80 % on one scale and 55–75 % on another.',
  scope: 'pack',
  wholePack: true,
  fails: {
    body: `
# The harbour of Arden

The harbour has been open again since March 2005 [@ortega-2005; @lind-2004].
`,
  },
  findings: ['pack:arden: “likely” is used, and no section says that it stands for 55–80%'],
  passes: {
    body: `
# The harbour of Arden

The harbour has been open again since March 2005 [@ortega-2005; @lind-2004]. Likely: 55–80%.
`,
  },
  check({ corpus, pack, sentences, sections }, report) {
    const used = new Set(
      [...corpus.judgments.values()].flatMap(({ likelihood, deprecated }) => (deprecated ? [] : (likelihood ?? []))),
    )
    const terms = scales[pack.scale].terms.filter(({ term }) => used.has(term))
    if (terms.length === 0 || sections.some(drawsScale)) return
    const printed = plain(sentences.map(({ text }) => text).join(' '))
    for (const { term, range } of terms) {
      if (printed.includes(plain(range))) continue
      const place = corpus.place('pack', pack.id, ['scale'])
      report(place, `“${term}” is used, and no section says that it stands for ${range}`, {
        notes: ['the section “how-to-read” explains the scale'],
        subject: `pack:${pack.id}`,
      })
    }
  },
}

function drawsScale({ tree }: Section): boolean {
  for (const node of descendants(tree)) {
    if (node.type === 'figureCall' && (node as { name?: unknown }).name === 'scale') return true
  }
  return false
}

const plain = (text: string) => text.replace(/[\s\u00a0\u202f]+/g, '').replace(/[‐-―-]/g, '-')
