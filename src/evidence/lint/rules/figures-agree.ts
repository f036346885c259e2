import { grouped } from '../../../core/index.ts'
import { type Claim, parseEdtf } from '../../../corpus/index.ts'
import { overlap } from '../dates.ts'
import { type CorpusRule, datum, standing } from '../rule.ts'

const dockersIdle = `
source: ortega-2005
kind: figure
gist: Dockers were idle.
voice: author
date: {edtf: "2004-05", basis: relative}
credibility: {proposition: 4, why: An aside.}
passages: [{start: Unnamed brokers, end: old level.}]
value: {number: 700, unit: persons, measures: dockers-idle}
`

export const figuresAgree: CorpusRule = {
  id: 'figures-agree',
  severity: 'error',
  summary: 'Two numbers for one measure at one time have a record of the disagreement.',
  norm: 'ICD 203, standard 6',
  reason: 'One of the two numbers is wrong, or they count different things: the reader is told which.',
  scope: 'corpus',
  fails: {
    'claim:dockers-idle-ortega': dockersIdle,
  },
  findings: ['claim:dockers-idle-ortega: “dockers-idle” is 700 persons here and 400 persons in dockers-sent-home'],
  passes: {
    'claim:dockers-idle-ortega': dockersIdle,
    'disagreement:how-many-dockers': `
title: How many dockers were idle
claims: [dockers-sent-home, dockers-idle-ortega]
kind: numerical
account: The newspaper counts about 400, the magazine 700.
resolution: Open; neither says how it counted.
`,
  },
  check({ corpus }, report) {
    const counted = standing(corpus.claims).flatMap((claim): Counted[] =>
      claim.value ? [{ ...claim, value: claim.value }] : [],
    )
    const byMeasure = grouped(counted, ({ value }) => value.measures)
    const recorded = [...corpus.disagreements.values()].map(({ claims }) => new Set(claims))
    for (const claims of byMeasure.values()) {
      for (const [index, claim] of claims.entries()) {
        const other = claims.slice(0, index).find((it) => isAtOdds(it, claim))
        if (!other || recorded.some((both) => both.has(other.id) && both.has(claim.id))) continue
        const reason = `“${claim.value.measures}” is ${claim.value.number} ${claim.value.unit} here and ${other.value.number} ${other.value.unit} in ${other.id}`
        report(datum(corpus, 'claim', claim.id, 'value', 'number'), reason, {
          notes: ['record the disagreement, or give the two figures their own dates'],
        })
      }
    }
  },
}

type Counted = Claim & { readonly value: NonNullable<Claim['value']> }

function isAtOdds(a: Counted, b: Counted): boolean {
  return a.value.number !== b.value.number && a.value.unit === b.value.unit && overlap(asOf(a), asOf(b))
}

const asOf = (claim: Counted) => parseEdtf(claim.value['as-of'] ?? claim.date?.edtf ?? '')
