import { datum, type PackRule } from '../rule.ts'

/** House value. */
const most = 5

export const findingsAreFew: PackRule = {
  id: 'findings-are-few',
  severity: 'warning',
  summary: 'A pack has at most five key judgments.',
  norm: 'ICD 203, standard 6',
  reason: 'Whoever has ten minutes remembers three to five things. House value: five.',
  scope: 'pack',
  fails: Object.fromEntries(
    ['one', 'two', 'three', 'four', 'five'].map((name) => [
      `judgment:${name}`,
      `
key: true
title: The harbour as it was
text: The harbour was open in March 2005.
confidence: {level: low, because: {information: One notice., rigour: It says so., volatility: A strike can close it.}}
horizon: past
for: [harbour-reopened]
changes-if: A later notice.
`,
    ]),
  ),
  findings: ['judgment:five: this is key judgment 6 of 6, and a pack has at most 5'],
  passes: { 'judgment:harbour-stays-open': 'key: true' },
  check({ corpus, pack }, report) {
    const keys = [...corpus.judgments.values()].filter(({ key, deprecated }) => key && !deprecated)
    for (const [at, { id }] of keys.entries()) {
      if (at < most) continue
      report(
        datum(corpus, 'judgment', id, 'key'),
        `this is key judgment ${at + 1} of ${keys.length}, and a pack has at most ${most}`,
        { notes: [`pack ${pack.id}: keep those that a reader must act on`] },
      )
    }
  },
}
