import { authorKeys } from '../../evidence/authors.ts'
import type { PackRule } from '../rule.ts'

/** House values: below this many citations a share says nothing. */
const share = 0.6
const fewest = 10

/** Where one author carries most of the pack, the summary of the sources says so by name. */
export const concentrationIsStated: PackRule = {
  id: 'concentration-is-stated',
  scope: 'pack',
  check({ corpus, pack, sentences }, report) {
    const counts = new Map<string, { name: string; count: number }>()
    const cites = sentences.flatMap((sentence) => sentence.cites)
    for (const { identifier } of cites) {
      const source = corpus.sources.get(identifier)
      for (const { key, name } of source ? authorKeys(source) : []) {
        counts.set(key, { name, count: (counts.get(key)?.count ?? 0) + 1 })
      }
    }
    const summary = sentences.filter(({ section }) => section === 'source-summary').map(({ text }) => text)
    const stated = [...pack.base.strengths, ...pack.base.weaknesses, ...summary].join(' ')
    for (const { name, count } of counts.values()) {
      if (cites.length < fewest || count <= cites.length * share || stated.includes(name.split(' ').at(-1)!)) continue
      const percent = Math.round((count / cites.length) * 100)
      report(
        corpus.place('pack', pack.id, ['base', 'weaknesses']),
        `${percent}% of the citations are of ${name}, and the base does not say so`,
        { subject: `pack:${pack.id}` },
      )
    }
  },
}
