import { entryOf } from '../../../core/index.ts'
import { type Corpus, familyOf } from '../../../corpus/index.ts'
import { authorKeys } from '../../authors.ts'
import { attribution } from '../attribution.ts'
import { isSpeech, quotedWritings } from '../quoted-writings.ts'
import type { WritingRule } from '../rule.ts'

export const quotationHasSpeaker: WritingRule = {
  id: 'quotation-has-speaker',
  severity: 'error',
  summary: 'A sentence that quotes says whose words they are.',
  reason: 'Words without a speaker are rumour.',
  scope: 'writing',
  fails: {
    'pack:arden': "change: [{text: 'The closure “would not last beyond the summer”.', claims: [voss-on-closure]}]",
  },
  findings: ['pack:arden: nobody is named for “would not last beyond the summer”'],
  passes: {
    'pack:arden':
      "change: [{text: 'Mara Voss: the closure “would not last beyond the summer”.', claims: [voss-on-closure]}]",
  },
  check(input, report) {
    const { corpus, names } = input
    for (const { words, writing, voice: own, sources } of quotedWritings(input)) {
      if (!isSpeech(words) || names.in(own).length > 0 || namesAuthor(own, sources, corpus)) continue
      if (attribution.test(own) || /(?<!\p{L})(?:he|she|they|his|her|their|он|она|они|ол|олар)(?!\p{L})/iu.test(own))
        continue
      report(writing, `nobody is named for “${words.length > 60 ? `${words.slice(0, 57)}…` : words}”`)
    }
  },
}

function namesAuthor(text: string, sources: readonly string[], corpus: Corpus): boolean {
  const authors = sources.flatMap((key) => authorKeys(entryOf(corpus.sources, key)))
  return authors.some(({ name, letters }) => [name, letters ?? name].some((it) => text.includes(familyOf(it))))
}
