import { scales } from '../../corpus/scales.ts'
import { descendants } from '../../evidence/printing.ts'
import type { Section } from '../../tree.ts'
import type { PackRule } from '../rule.ts'

/** A reader who meets a term finds its range in the pack: the scales give the same words different ranges. */
export const scaleIsExplained: PackRule = {
  id: 'scale-is-explained',
  scope: 'pack',
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
