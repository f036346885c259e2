import { rule } from './rule.ts'

export const passageIsUnique = rule({
  id: 'passage-is-unique',
  severity: 'error',
  summary: 'The first and last words of a passage, with its digest where it has one, lead to one place.',
  norm: 'W3C Web Annotation Data Model',
  reason: 'What could be in two places is pinned to neither.',
  fails: {
    'claim:harbour-reopened':
      'passages: [{para: 1, start: the, end: since, sha256: ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff}]',
    'texts/ortega-2005.txt': `
Ships have used the harbour again since March 2005, and the quays again since April.
The Sea League denies that it ordered the strike. Unnamed brokers say that trade is back at its old level.
`,
  },
  findings: ['claim:harbour-reopened: the passage could be any of 2 places, in paragraph 1'],
  passes: {
    'texts/ortega-2005.txt': `
Ships have used the harbour again since March 2005.
The Sea League denies that it ordered the strike. Unnamed brokers say that trade is back at its old level. Ships have used the harbour again since May; they had not in March 2005.
`,
  },
})
