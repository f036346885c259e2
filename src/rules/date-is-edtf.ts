import { rule } from './rule.ts'

export const dateIsEdtf = rule({
  id: 'date-is-edtf',
  severity: 'error',
  summary: 'Dates are quoted EDTF, level 0 or 1, without sets, seasons or times.',
  norm: 'ISO 8601-2:2019; EDTF (Library of Congress)',
  reason: '“Spring 2004” is six months wide and starts on no day that two readers agree on.',
  structural: true,
  fails: {
    'pack:arden': `
cut-off: spring 2005
`,
  },
  findings: ['corpus/packs/arden.yaml: “spring 2005” is not an EDTF date'],
  passes: {
    'pack:arden': `
cut-off: "2005-04~"
`,
  },
})
