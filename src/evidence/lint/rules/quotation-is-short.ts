import { exampleSection } from '../../../core/index.ts'
import type { Source } from '../../../corpus/index.ts'
import { quotationsIn } from '../../quotes.ts'
import { wordsIn } from '../../segments.ts'
import { datum, type PackRule } from '../rule.ts'

/** House values, in words; the share is of the source. */
const inline = 40
const most = 300
const share = 0.1

const section = exampleSection(
  'The harbour has been open again since March 2005 [@ortega-2005]. “Likely” stands for 55–80%.',
  'It had closed before [@lind-2004]. Ortega writes: “Ships have used the harbour again since March 2005.” [@ortega-2005, para. 1]',
)

export const quotationIsShort: PackRule = {
  id: 'quotation-is-short',
  severity: 'warning',
  summary: 'Quotations are short, and no work is quoted at length.',
  norm: 'Society of Authors, guidance on quoting',
  reason: 'House values: 40 words inside a sentence; of one work a tenth, at most 300 words, or what its rights allow.',
  scope: 'pack',
  fails: {
    'source:ortega-2005': 'rights: {holder: Sea Trade, quote-words: 5}',
    body: section,
  },
  findings: ['source:ortega-2005: pack arden quotes 9 words of ortega-2005, more than 5'],
  passes: {
    'source:ortega-2005': 'rights: {holder: Sea Trade, quote-words: 10}',
    body: section,
  },
  check({ corpus, pack, sentences, blocks }, report) {
    const quoted = new Map<string, number>()
    for (const sentence of sentences) {
      const { text, cites, block } = sentence
      for (const { words } of quotationsIn(text)) {
        const count = wordsIn(words).length
        if (count > inline && block === 'paragraph')
          report(sentence, `${count} words are quoted inside a sentence`, {
            notes: [`more than ${inline} are a block quotation, or told in your own words`],
          })
        const key = cites[0]?.identifier
        if (key !== undefined) quoted.set(key, (quoted.get(key) ?? 0) + count)
      }
    }
    for (const { words, isBare, writing } of blocks) {
      const key = writing.sources?.[0]
      if (isBare && key !== undefined) quoted.set(key, (quoted.get(key) ?? 0) + wordsIn(words).length)
    }
    for (const [key, count] of quoted) {
      const source = corpus.sources.get(key)
      const limit = source && limitOf(source)
      if (limit === undefined || count <= limit) continue
      report(
        datum(corpus, 'source', key, 'rights'),
        `pack ${pack.id} quotes ${count} words of ${key}, more than ${limit}`,
      )
    }
  },
}

/** What the rights allow; where nothing is said, the house value. */
function limitOf({ rights, text }: Source): number {
  const words = text?.words ?? Number.POSITIVE_INFINITY
  return rights?.['quote-words'] ?? Math.min(most, Math.floor(words * share))
}
