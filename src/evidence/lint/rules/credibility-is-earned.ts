import type { Claim, Corpus } from '../../../corpus/index.ts'
import { independenceOf } from '../../independence.ts'
import { describeReason } from '../../reasons.ts'
import { type CorpusRule, datum, standing } from '../rule.ts'

export const credibilityIsEarned: CorpusRule = {
  id: 'credibility-is-earned',
  severity: 'error',
  summary: 'Credibility 1 is given only to what two independent groups say.',
  norm: 'AJP-2.1',
  reason: '1 means “confirmed by other sources”, and two reports of one origin are one source.',
  scope: 'corpus',
  fails: {
    'claim:harbour-closed': `
credibility: {proposition: 1, why: Two claims of the same paper agree.}
relations: [{repeats: dockers-sent-home}]
`,
  },
  findings: ['claim:harbour-closed: credibility 1 needs two independent groups, and there is one'],
  passes: {
    'claim:harbour-closed': `
credibility: {proposition: 1, why: The magazine has it too.}
relations: [{corroborates: harbour-reopened}]
`,
  },
  check({ corpus, evidence }, report) {
    for (const claim of standing(corpus.claims)) {
      for (const of of ['proposition', 'utterance'] as const) {
        if (claim.credibility[of] !== 1) continue
        const { groups } = independenceOf([claim.id, ...confirming(claim, corpus)], corpus, evidence.shared)
        if (groups.length >= 2) continue
        const joined = groups[0]?.reasons.length ? `: ${groups[0].reasons.map(describeReason).join('; ')}` : ''
        report(
          datum(corpus, 'claim', claim.id, 'credibility', of),
          `credibility 1 needs two independent groups, and there is one${joined}`,
          { notes: ['2 is “probably true”; a claim that confirms it from elsewhere is a relation, corroborates'] },
        )
      }
    }
  },
}

function confirming(claim: Claim, corpus: Corpus): readonly string[] {
  const own = claim.relations.flatMap(({ corroborates }) => corroborates ?? [])
  const others = [...corpus.claims.values()].filter(
    ({ relations, deprecated }) => !deprecated && relations.some(({ corroborates }) => corroborates === claim.id),
  )
  return [...own, ...others.map(({ id }) => id)]
}
