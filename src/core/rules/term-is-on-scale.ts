import { exampleSection, rule } from './rule.ts'

export const termIsOnScale = rule({
  id: 'term-is-on-scale',
  severity: 'error',
  summary: 'A judgment of likelihood has one term, of the pack’s scale.',
  norm: 'ICD 203, D.6.e.(2)(a); PHIA',
  reason: 'The scales give the same words different ranges, so a pack keeps to one.',
  standsAlone: true,
  fails: { 'judgment:harbour-stays-open': 'likelihood: probable' },
  findings: ['judgment:harbour-stays-open: “probable” is not a term of the scale'],
  passes: {
    'judgment:harbour-stays-open': 'likelihood: very likely',
    body: exampleSection(
      'The harbour has been open again since March 2005 [@ortega-2005, para. 1]. “Very likely” stands for 80–95%. It had closed before [@lind-2004].',
    ),
  },
})
