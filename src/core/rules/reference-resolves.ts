import { rule } from './rule.ts'

export const referenceResolves = rule({
  id: 'reference-resolves',
  severity: 'error',
  summary: 'Every reference between records names one that exists.',
  reason: 'A reference to nothing is evidence of nothing.',
  structural: true,
  fails: { 'claim:league-denial': 'speaker: sea-legue' },
  findings: ['source:ortega-2005: there is no actor “sea-legue”'],
  passes: { 'claim:league-denial': 'speaker: sea-league' },
})
