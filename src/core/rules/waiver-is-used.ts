import { rule } from './rule.ts'

export const waiverIsUsed = rule({
  id: 'waiver-is-used',
  severity: 'warning',
  summary: 'A waiver lets something pass.',
  reason: 'A waiver that lets nothing pass would let the next fault pass unseen.',
  waivable: false,
  fails: {
    'pack:arden':
      'waivers: [{rule: forecast-has-horizon, at: "judgment:harbour-stays-open", why: The date is being agreed., by: R. Ames, until: "2006-03"}]',
  },
  findings: [
    'corpus/packs/arden.yaml: nothing is waived by the waiver of forecast-has-horizon at “judgment:harbour-stays-open”',
  ],
  passes: { 'pack:arden': 'waivers: []' },
})
