import { entryOf, itemAt } from '../../../core/index.ts'
import type { Claim } from '../../../corpus/index.ts'
import { attribution } from '../attribution.ts'
import { datum, type WritingRule } from '../rule.ts'

export const anonymousIsHedged: WritingRule = {
  id: 'anonymous-is-hedged',
  severity: 'warning',
  summary: 'What nobody is named for is rated 3 or lower, and told as such.',
  norm: 'CIA, Compendium of Analytic Tradecraft Notes, note 5',
  reason: 'What unnamed people say is told as theirs, and rated as possible at best.',
  scope: 'writing',
  fails: {
    'claim:trade-back': `
source: ortega-2005
kind: statement
gist: Unnamed brokers said that trade was back at its old level.
voice: unattributed
date: {edtf: "2005-03", basis: relative}
credibility: {proposition: 2, why: They should know.}
passages: [{start: Unnamed brokers, end: old level.}]
`,
    'pack:arden': 'change: [{text: Trade is back at its old level., claims: [trade-back]}]',
  },
  findings: [
    'pack:arden: the sentence rests on unattributed claims only, and does not say so',
    'claim:trade-back: an unattributed claim is rated 2',
  ],
  passes: {
    'claim:trade-back': `
source: ortega-2005
kind: statement
gist: Unnamed brokers said that trade was back at its old level.
voice: unattributed
date: {edtf: "2005-03", basis: relative}
credibility: {proposition: 4, why: They are not named.}
passages: [{start: Unnamed brokers, end: old level.}]
`,
    'pack:arden': "change: [{text: 'Trade was reported to be back at its old level.', claims: [trade-back]}]",
  },
  check({ corpus, writings }, report) {
    for (const writing of writings) {
      const { role, text, claims, subject } = writing
      const anonymous = claims.length > 0 && claims.every((id) => isAnonymous(corpus.claims.get(id)))
      if (!anonymous) continue
      if (role === 'gist' && subject.startsWith('claim:')) {
        const claim = entryOf(corpus.claims, itemAt(claims, 0))
        if (claim.credibility.proposition >= 3) continue
        const rated = `an unattributed claim is rated ${claim.credibility.proposition}`
        report(datum(corpus, 'claim', claim.id, 'credibility', 'proposition'), rated, {
          notes: ['3 is “possibly true”, and the most that an unnamed source carries'],
        })
      } else if (role === 'statement' && !attribution.test(text)) {
        report(writing, `the sentence rests on unattributed claims only, and does not say so`, {
          notes: [`it rests on ${claims.join(', ')}`],
        })
      }
    }
  },
}

/** A fact that a text states without a source is its author's word; it is opinions and reports that need somebody. */
function isAnonymous(claim: Claim | undefined): boolean {
  return claim?.voice === 'unattributed' && claim.kind !== 'fact'
}
