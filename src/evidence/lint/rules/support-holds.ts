import { type CorpusRule, datum } from '../rule.ts'

export const supportHolds: CorpusRule = {
  id: 'support-holds',
  severity: 'error',
  summary: 'The other passage of a declaration says what the claim adds, and its sum adds up.',
  reason:
    'A declaration in `supported-by` is evidence, not a way past the check. The passage of a `context` is looked up and must have the word; a `sum` must add up, of numbers that the claim’s passages have, to the number that it is for.',
  scope: 'corpus',
  fails: {
    'claim:dockers-sent-home': `
gist: About 800 dockers, and crews of Orsk, were sent home.
supported-by:
  - {for: '800', by: calculation, sum: 400 + 400 = 900, why: Twice as many.}
  - {for: Orsk, by: context, passage: {start: Crews waited in, end: the next day.}, why: Their crews are meant.}
`,
  },
  findings: [
    'claim:dockers-sent-home: the sum does not add up: 400 + 400 is 800',
    'claim:dockers-sent-home: the other passage does not say “Orsk” either',
  ],
  passes: {
    'claim:dockers-sent-home': `
gist: About 400 dockers, 800 with those of Arden, were sent home.
supported-by:
  - {for: '800', by: calculation, sum: 400 + 400 = 800, why: As many were sent home in Arden.}
  - {for: Arden, by: context, passage: {start: The harbour at, end: 3 May 2004.}, why: The harbour is the one at Arden.}
`,
  },
  check({ corpus, evidence }, report) {
    for (const { claim, declarations } of evidence.agreements.values())
      for (const [index, { support, fault }] of declarations.entries())
        if (fault !== undefined)
          report(
            datum(corpus, 'claim', claim, 'supported-by', index, support.by === 'calculation' ? 'sum' : 'for'),
            fault,
          )
  },
}
