import { exampleSection, itemAt } from '../../../core/index.ts'
import { wordsIn } from '../../segments.ts'
import { datum, type PackRule } from '../rule.ts'
import type { Sentence } from '../sentences.ts'

const longest = 60

export const summaryIsShort: PackRule = {
  id: 'summary-is-short',
  severity: 'error',
  summary: 'The bottom line that a pack prints has at most 60 words.',
  norm: 'ICD 203, standard 6',
  reason: 'Whoever reads one paragraph reads this one.',
  scope: 'pack',
  wholePack: true,
  fails: {
    'pack:arden':
      'bottom-line: [{text: "The harbour has been open again since March 2005, and for all that the two papers tell of it, with its ships, its dockers, its crews, its director and the brokers who say without a name that trade is back where it was, nothing in them lets a careful reader say whether it will stay so for long or close once more as it has done so often before.", claims: [harbour-reopened]}]',
    body: exampleSection(
      'The harbour has been open again since March 2005, and for all that the two papers tell of it, with its ships, its dockers, its crews, its director and the brokers who say without a name that trade is back where it was, nothing in them lets a careful reader say whether it will stay so for long or close once more as it has done so often before [@ortega-2005; @lind-2004].',
    ),
  },
  findings: ['pack:arden: the bottom line has 69 words, more than 60'],
  passes: { body: exampleSection('Two papers tell of it [@ortega-2005; @lind-2004].') },
  check({ corpus, pack, sentences }, report) {
    const answer = pack['bottom-line'].map(({ text }) => text).join(' ')
    const count = wordsIn(answer).length
    if (count <= longest || !isPrinted(answer, sentences)) return
    const reason = `the bottom line has ${count} words, more than ${longest}`
    report(datum(corpus, 'pack', pack.id, 'bottom-line'), reason)
  },
}

/** Whether the sentences somewhere say the first words of the answer, whatever stands between the words. */
function isPrinted(answer: string, sentences: readonly Sentence[]): boolean {
  const [first] = /[\p{L}\p{N}]+/u.exec(answer) ?? []
  if (first === undefined) return false
  const start = plain(answer).slice(0, 40)
  return sentences.some(({ text }, index) => {
    for (let at = text.indexOf(first); at !== -1; at = text.indexOf(first, at + 1)) {
      let said = plain(text.slice(at))
      for (let next = index + 1; said.length < start.length && next < sentences.length; next++)
        said += plain(itemAt(sentences, next).text)
      if (said.startsWith(start)) return true
    }
    return false
  })
}

const plain = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase()
