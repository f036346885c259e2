import { scales } from '../../corpus/scales.ts'
import type { PackRule } from '../rule.ts'

/** A reader who meets a term finds its range in the pack: the scales give the same words different ranges. */
export const scaleIsExplained: PackRule = {
  id: 'scale-is-explained',
  scope: 'pack',
  check({ corpus, pack, sentences, sections }, report) {
    const used = new Set(
      [...corpus.judgments.values()].flatMap(({ likelihood, deprecated }) => (deprecated ? [] : (likelihood ?? []))),
    )
    const printed = plain(sentences.map(({ text }) => text).join(' '))
    const drawn = JSON.stringify(sections.map(({ tree }) => tree)).includes('"name":"scale"')
    for (const { term, range } of scales[pack.scale].terms) {
      if (drawn || !used.has(term) || printed.includes(plain(range))) continue
      const place = corpus.place('pack', pack.id, ['scale'])
      report(place, `“${term}” is used, and no section says that it stands for ${range}`, {
        notes: ['the section “how-to-read” explains the scale'],
        subject: `pack:${pack.id}`,
      })
    }
  },
}

const plain = (text: string) => text.replace(/[\s\u00a0\u202f]+/g, '').replace(/[‐-―-]/g, '-')
