import { type CorpusRule, datum } from '../rule.ts'

export const supportIsNeeded: CorpusRule = {
  id: 'support-is-needed',
  severity: 'warning',
  summary: 'Every declaration answers for something that the passage does not say.',
  reason:
    'A declaration that is left over after a claim was mended would let the same words pass when they are wrong next time.',
  scope: 'corpus',
  fails: {
    'claim:harbour-closed': 'supported-by: [{for: Arden, by: inference, why: The text is about no other place.}]',
  },
  findings: ['claim:harbour-closed: nothing in the claim needs the declaration for “Arden”'],
  passes: {
    'claim:harbour-closed': `
gist: The harbour at Arden, in Orland, was closed on 3 May 2004.
supported-by: [{for: Orland, by: inference, why: No other Arden has a harbour.}]
`,
  },
  check({ corpus, evidence }, report) {
    for (const { claim, declarations } of evidence.agreements.values())
      for (const [index, { support, gaps, fault }] of declarations.entries())
        if (gaps.length === 0 && fault === undefined)
          report(
            datum(corpus, 'claim', claim, 'supported-by', index, 'for'),
            `nothing in the claim needs the declaration for “${support.for}”`,
            {
              notes: [
                'the passage says it, or the words are not those of the gist: take the declaration away or mend it',
              ],
            },
          )
  },
}
