import { rule } from './rule.ts'

export const dateIsEdtf = rule({
  id: 'date-is-edtf',
  severity: 'error',
  summary: 'Dates are quoted EDTF, level 0 or 1, without times of day and years beyond 9999.',
  norm: 'ISO 8601-2:2019; EDTF (Library of Congress)',
  reason:
    'A date in words says nothing to a rule or a timeline. “2005-21” is spring 2005, on either half of the earth.',
  structural: true,
  fails: { 'pack:arden': 'cut-off: spring 2005' },
  findings: ['corpus/packs/arden.yaml: “spring 2005” is not an EDTF date'],
  passes: { 'pack:arden': 'cut-off: "2005-04~"' },
})
