import { exampleSection, rule } from './rule.ts'

export const citationResolves = rule({
  id: 'citation-resolves',
  severity: 'error',
  summary:
    'Every citation names a source of the corpus, a paragraph that its text has, and claims that are made there.',
  norm: 'ICD 206',
  reason: 'A citation of nothing is worse than none.',
  fails: {
    body: exampleSection(
      'The harbour has been open again since March 2005 [[@ortega-2005, para. 1; @lindt-2004]]{claims=harbour-reopend}. “Likely” stands for 55–80%. It had closed before [[@lind-2004, para. 2; @ortega-2005]]{claims="harbour-closed; harbour-closed"}.',
    ),
  },
  findings: [
    'section:body: “harbour-reopend” names no claim',
    'templates/body.md.hbs: No source has the key “lindt-2004”',
    'section:body: the claim “harbour-closed” is not made in the paragraphs cited',
    'section:body: the claim “harbour-closed” is of lind-2004, not of ortega-2005',
  ],
  passes: {
    body: exampleSection(
      'The harbour has been open again since March 2005 [[@ortega-2005, para. 1]]{claims=harbour-reopened}. “Likely” stands for 55–80%. It had closed before [@lind-2004].',
    ),
  },
})
