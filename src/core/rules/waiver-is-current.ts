import { rule } from './rule.ts'

export const waiverIsCurrent = rule({
  id: 'waiver-is-current',
  severity: 'error',
  summary: 'A waiver names a rule that can be waived and has an end, which is still to come.',
  reason:
    "A waiver lets one finding pass for a time, for a reason that somebody answers for. It is over on its last day, counted from the pack's date of issue or SOURCE_DATE_EPOCH, never from the clock. What a record cannot be read without, and the rules on waivers and levels themselves, are not waived.",
  waivable: false,
  standsAlone: true,
  fails: {
    'pack:arden':
      'waivers: [{rule: forecast-has-horizon, at: "judgment:harbour-stays-open", why: The date is being agreed., by: R. Ames, until: "2005-12"}]',
    'judgment:harbour-stays-open': 'horizon: future',
  },
  findings: [
    'corpus/packs/arden.yaml: the waiver of forecast-has-horizon at “judgment:harbour-stays-open” ended 2005-12',
  ],
  passes: {
    'pack:arden':
      'waivers: [{rule: forecast-has-horizon, at: "judgment:harbour-stays-open", why: The date is being agreed., by: R. Ames, until: "2006-03"}]',
    'judgment:harbour-stays-open': 'horizon: future',
  },
})
