import type { Corpus } from '../../../corpus/index.ts'
import type { Evidence } from '../../examine.ts'
import { type CorpusRule, datum, standing } from '../rule.ts'

export const cautionIsKept: CorpusRule = {
  id: 'caution-is-kept',
  severity: 'error',
  summary: 'A claim that is not to count as evidence is not counted as any.',
  norm: 'ICD 203, standard 1',
  reason:
    'A claim with `not-evidence`, and one taken from a sentence that has lost its negation, may be told with that remark. Neither counts for or against a judgment, an alternative or an answer to a question.',
  scope: 'corpus',
  fails: {
    'claim:league-denial': 'not-evidence: The letter may be a forgery.',
    'judgment:harbour-stays-open': 'against: [league-denial]',
  },
  findings: [
    'judgment:harbour-stays-open: claim league-denial is not to be counted as evidence: The letter may be a forgery.',
  ],
  passes: {
    'claim:league-denial': 'not-evidence: The letter may be a forgery.',
    'judgment:harbour-stays-open': 'against: [dockers-sent-home]',
  },
  check({ corpus, evidence }, report) {
    const barred = barredClaims(corpus, evidence)
    if (barred.size === 0) return
    const look = (
      kind: 'judgment' | 'question',
      id: string,
      path: readonly (string | number)[],
      claims: readonly string[],
    ) => {
      for (const [at, claim] of claims.entries()) {
        const why = barred.get(claim)
        if (why === undefined) continue
        report(datum(corpus, kind, id, ...path, at), `claim ${claim} is not to be counted as evidence: ${why}`)
      }
    }
    for (const { id, alternatives, ...judgment } of standing(corpus.judgments)) {
      for (const list of ['for', 'against'] as const) {
        look('judgment', id, [list], judgment[list])
        for (const [at, it] of alternatives.entries()) look('judgment', id, ['alternatives', at, list], it[list])
      }
    }
    for (const { id, candidates } of standing(corpus.questions)) {
      for (const [at, it] of candidates.entries()) {
        for (const list of ['for', 'against'] as const) look('question', id, ['candidates', at, list], it[list])
      }
    }
  },
}

function barredClaims(corpus: Corpus, { passages, byClaim }: Evidence): ReadonlyMap<string, string> {
  const reversed = new Set(
    passages
      .filter(
        ({ source, claim, path }) =>
          claim === undefined && corpus.sources.get(source)?.defects[Number(path[1])]?.kind === 'missing-negation',
      )
      .map(({ source, digest }) => `${source} ${digest}`),
  )
  return new Map(
    [...corpus.claims.values()].flatMap((claim): [string, string][] => {
      if (claim.deprecated) return []
      if (claim['not-evidence'] !== undefined) return [[claim.id, claim['not-evidence']]]
      const isReversed = byClaim.get(claim.id)?.some(({ source, digest }) => reversed.has(`${source} ${digest}`))
      return isReversed ? [[claim.id, 'its sentence has lost a negation']] : []
    }),
  )
}
