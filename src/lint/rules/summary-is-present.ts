import { wordsOf } from '../../evidence/normalise.ts'
import type { PackRule } from '../rule.ts'

const longest = 60

/** A pack opens with its answer: printed, and short enough to be read. */
export const summaryIsPresent: PackRule = {
  id: 'summary-is-present',
  scope: 'pack',
  check({ corpus, pack, sentences }, report) {
    const answer = pack['bottom-line'].map(({ text }) => text).join(' ')
    const count = wordsOf(answer).length
    const place = corpus.place('pack', pack.id, ['bottom-line'])
    const subject = `pack:${pack.id}`
    if (count > longest) report(place, `the bottom line has ${count} words, more than ${longest}`, { subject })
    const start = plain(answer).slice(0, 40)
    if (!plain(sentences.map(({ text }) => text).join(' ')).includes(start))
      report(place, 'no section prints the bottom line', { notes: ['the section “bottom-line” does'], subject })
  },
}

const plain = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase()
