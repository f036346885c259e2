import { type CorpusRule, datum, standing } from '../rule.ts'

export const disagreementIsRecorded: CorpusRule = {
  id: 'disagreement-is-recorded',
  severity: 'error',
  summary: 'Claims that contradict each other have a record of the disagreement.',
  norm: 'ICD 203, standard 6',
  reason: "A contradiction that nobody has looked at is the reader's problem.",
  scope: 'corpus',
  fails: {
    'claim:harbour-reopened': 'relations: [{contradicts: dockers-sent-home}]',
    'judgment:harbour-stays-open': 'against: [dockers-sent-home]',
  },
  findings: ['claim:harbour-reopened: no disagreement record has both harbour-reopened and dockers-sent-home'],
  passes: {
    'claim:harbour-reopened': 'relations: [{contradicts: dockers-sent-home}]',
    'judgment:harbour-stays-open': 'against: [dockers-sent-home]',
    'disagreement:open-or-shut': `
title: Open or shut
claims: [harbour-reopened, dockers-sent-home]
kind: evolution
account: The one tells of the closure, the other of what followed.
status: resolved
resolution: Both stand, a year apart.
`,
  },
  check({ corpus }, report) {
    const recorded = [...corpus.disagreements.values()].map(({ claims }) => ({
      claims: new Set(claims),
      // A record that names a claim which there is not may mean the other.
      least: claims.every((it) => corpus.claims.has(it)) ? 2 : 1,
    }))
    const isRecorded = (pair: readonly string[]) =>
      recorded.some(({ claims, least }) => pair.filter((it) => claims.has(it)).length >= least)
    for (const claim of standing(corpus.claims)) {
      for (const [index, { contradicts }] of claim.relations.entries()) {
        if (contradicts === undefined || isRecorded([claim.id, contradicts])) continue
        const place = datum(corpus, 'claim', claim.id, 'relations', index, 'contradicts')
        report(place, `no disagreement record has both ${claim.id} and ${contradicts}`)
      }
    }
  },
}
