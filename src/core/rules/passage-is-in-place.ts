import { rule } from './rule.ts'

export const passageIsInPlace = rule({
  id: 'passage-is-in-place',
  severity: 'warning',
  summary: 'A passage stands in the paragraph that its record gives, which is the one that readers are sent to.',
  reason: 'Readers are sent to a paragraph; `briefpack check --fix` keeps its number right.',
  fix: 'whole',
  fails: {
    'texts/ortega-2005.txt': `
From our correspondent
Ships have used the harbour again since March 2005.
The Sea League denies that it ordered the strike. Unnamed brokers say that trade is back at its old level.
`,
  },
  findings: [
    'claim:harbour-reopened: the passage stands in paragraph 2 now, not 1',
    'claim:league-denial: the passage stands in paragraph 3 now, not 2',
  ],
  passes: {
    'texts/ortega-2005.txt': `
Ships have used the harbour again since March 2005.
The Sea League denies that it ordered the strike. Unnamed brokers say that trade is back at its old level.
From our correspondent
`,
  },
})
