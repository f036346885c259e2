import { type Claim, type Corpus, type Edtf, parseEdtf } from '../../../corpus/index.ts'
import { datedRecords } from '../dates.ts'
import type { CorpusRule } from '../rule.ts'

export const dateIsOfTheAct: CorpusRule = {
  id: 'date-is-of-the-act',
  severity: 'error',
  summary: 'A measure or event has its own date, not that of the text that reports it.',
  norm: 'ACLED and GTD codebooks',
  reason:
    'A survey of May 2004 that says “has agreed” does not date the agreement. Such a record says by when it was so (“../2004-05”, printed “by May 2004”), leaves the date of a step out, or gives in `basis` the ground for the date. A date that a claim has from its text needs none.',
  scope: 'corpus',
  fails: {
    'measure:bridge': `
title: A bridge to the harbour
instrument: programme
area: Ports
purpose: To reach the harbour by road.
history: [{status: in-force, date: "2005-04", claims: [harbour-reopened]}]
`,
    'claim:harbour-reopened': 'date: {edtf: "2005-04", basis: inferred}',
  },
  findings: ['measure:bridge: “2005-04” is the date of ortega-2005, and no claim dates the act itself'],
  passes: {
    'measure:bridge': `
title: A bridge to the harbour
instrument: programme
area: Ports
purpose: To reach the harbour by road.
history: [{status: in-force, date: "../2005-04", claims: [harbour-reopened]}]
`,
    'claim:harbour-reopened': 'date: {edtf: "2005-04", basis: inferred}',
  },
  check({ corpus }, report) {
    for (const dated of datedRecords(corpus)) {
      const { date } = dated
      if (dated.basis !== undefined || !isBounded(date)) continue
      const claims = dated.claims.flatMap((id) => corpus.claims.get(id) ?? [])
      if (claims.length === 0 || claims.some(({ date }) => date !== undefined && date.basis !== 'inferred')) continue
      const source = reportOf(date, claims, corpus)
      if (source === undefined) continue
      report(dated, `“${date.text}” is the date of ${source}, and no claim dates the act itself`, {
        notes: [
          `write “../${date.max.slice(0, 7)}” for what was so by then, or say in \`basis\` how the date is known`,
        ],
      })
    }
  },
}

type Bounded = Edtf & { readonly min: string; readonly max: string }

const isBounded = (date: Edtf): date is Bounded => date.min !== undefined && date.max !== undefined

/** The source whose date of publication, to the month or the year, the record has. */
function reportOf(date: Bounded, claims: readonly Claim[], corpus: Corpus): string | undefined {
  return claims
    .map(({ source }) => source)
    .find((id) => {
      const issued = parseEdtf(corpus.sources.get(id)?.issued ?? '')
      if (!issued || !isBounded(issued)) return false
      const isWithin = date.min <= issued.min && issued.max <= date.max
      return isWithin && (date.min.slice(0, 7) === date.max.slice(0, 7) || date.text.length === 4)
    })
}
