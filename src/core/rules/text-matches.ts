import { rule } from './rule.ts'

export const textMatches = rule({
  id: 'text-matches',
  severity: 'error',
  summary: 'The digest of a held text equals the one that the source gives.',
  norm: 'Berkeley Protocol on Digital Open Source Investigations',
  reason: 'Whoever holds the text later must hold the same one.',
  fails: {
    'source:ortega-2005':
      'text: {sha256: ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff, words: 28, paragraphs: 2}',
  },
  findings: ['source:ortega-2005: the text has changed: 29 words, digest e11712ac82bd…'],
  passes: {
    'texts/ortega-2005.txt': `
Ships  have used the harbour again since March 2005.

The Sea League denies that it ordered the strike. Unnamed brokers say that trade is back at its old level.
`,
  },
})
