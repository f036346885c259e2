import { wordsOf } from '../../evidence/normalise.ts'
import type { PackRule } from '../rule.ts'
import type { Sentence } from '../sentences.ts'

const longest = 60

/** A pack opens with its answer: printed, and short enough to be read. */
export const summaryIsPresent: PackRule = {
  id: 'summary-is-present',
  severity: 'error',
  summary: 'A pack prints its answer, in at most 60 words.',
  norm: 'ICD 203, standard 6',
  reason: 'Whoever reads one paragraph reads this one.',
  scope: 'pack',
  wholePack: true,
  fails: {
    body: `
# The harbour of Arden

“Likely” stands for 55–80%. Two papers tell of it [@ortega-2005; @lind-2004].
`,
  },
  findings: ['pack:arden: no section prints the bottom line'],
  passes: {
    body: `
# The harbour of Arden

The harbour has been open again since March 2005 [@ortega-2005; @lind-2004]. “Likely” stands for 55–80%.
`,
  },
  check({ corpus, pack, sentences }, report) {
    const answer = pack['bottom-line'].map(({ text }) => text).join(' ')
    const count = wordsOf(answer).length
    const place = corpus.place('pack', pack.id, ['bottom-line'])
    const subject = `pack:${pack.id}`
    if (count > longest) report(place, `the bottom line has ${count} words, more than ${longest}`, { subject })
    if (!isPrinted(answer, sentences))
      report(place, 'no section prints the bottom line', { notes: ['the section “bottom-line” does'], subject })
  },
}

/** Whether the sentences somewhere say the first words of the answer, whatever stands between the words. */
function isPrinted(answer: string, sentences: readonly Sentence[]): boolean {
  const [first] = /[\p{L}\p{N}]+/u.exec(answer) ?? []
  if (first === undefined) return true
  const start = plain(answer).slice(0, 40)
  return sentences.some(({ text }, index) => {
    for (let at = text.indexOf(first); at !== -1; at = text.indexOf(first, at + 1)) {
      let said = plain(text.slice(at))
      for (let next = index + 1; said.length < start.length && next < sentences.length; next++)
        said += plain(sentences[next]!.text)
      if (said.startsWith(start)) return true
    }
    return false
  })
}

const plain = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase()
