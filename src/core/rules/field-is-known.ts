import { rule } from './rule.ts'

export const fieldIsKnown = rule({
  id: 'field-is-known',
  severity: 'error',
  summary: 'Every field is one that the record kind has.',
  reason: 'A misspelt field would be lost without a word.',
  structural: true,
  fails: { 'judgment:harbour-stays-open': 'ceilling-note: Written in haste.' },
  findings: ['judgment:harbour-stays-open: a judgment has no field “ceilling-note”'],
  passes: { 'judgment:harbour-stays-open': 'ceiling-note: Written with care.' },
})
