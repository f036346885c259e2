import type { Source } from '../../../corpus/index.ts'
import { authorKeys } from '../../authors.ts'
import type { SharedRun } from '../../shared.ts'
import { type CorpusRule, datum } from '../rule.ts'

const textWithCrews = `
Ships have used the harbour again since March 2005.
The Sea League denies that it ordered the strike. Unnamed brokers say that trade is back at its old level.
Crews waited in their ships until the evening, and some of them until the next day.
`

export const sharedRunIsDeclared: CorpusRule = {
  id: 'shared-run-is-declared',
  severity: 'warning',
  summary: 'Two texts that share eight words in a row say which has them from which.',
  reason: 'Circular reporting shows in shared words before it shows in footnotes.',
  scope: 'corpus',
  fails: {
    'texts/ortega-2005.txt': textWithCrews,
  },
  findings: [
    'source:ortega-2005: the text shares 16 words in a row with lind-2004: “crews waited in their ships until the evening and some of them …”',
  ],
  passes: {
    'texts/ortega-2005.txt': textWithCrews,
    'source:ortega-2005': 'lineage: {quotes: [lind-2004]}',
  },
  check({ corpus, evidence }, report) {
    const longest = new Map<string, SharedRun>()
    for (const run of evidence.shared) {
      const key = run.sources.join(' ')
      if (run.words > (longest.get(key)?.words ?? 0)) longest.set(key, run)
    }
    for (const { sources, paragraphs, words, text } of longest.values()) {
      const [one, two] = sources.map((key) => corpus.sources.get(key)) as [Source?, Source?]
      if (!one || !two || isDeclared(one, two)) continue
      const shown = text === undefined ? '' : `: “${text.split(' ').slice(0, 12).join(' ')}${words > 12 ? ' …' : ''}”`
      report(
        datum(corpus, 'source', two.id, 'lineage'),
        `the text shares ${words} words in a row with ${one.id}${shown}`,
        {
          notes: [
            `paragraph ${paragraphs[1]} here, ${paragraphs[0]} there`,
            'declare under “lineage” which has it from which: derived-from, quotes, same-author-as',
          ],
        },
      )
    }
  },
}

/** Declared either way round, through a common origin, or plain from the author. */
function isDeclared(one: Source, two: Source): boolean {
  const all = ({ lineage }: Source) => [...lineage['derived-from'], ...lineage.quotes, ...lineage['same-author-as']]
  const [ofOne, ofTwo] = [all(one), all(two)]
  const authors = new Set(authorKeys(one).map(({ key }) => key))
  return (
    ofOne.includes(two.id) ||
    ofTwo.includes(one.id) ||
    ofOne.some((key) => ofTwo.includes(key)) ||
    authorKeys(two).some(({ key }) => authors.has(key))
  )
}
