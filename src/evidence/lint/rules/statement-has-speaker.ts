import type { Claim } from '../../../corpus/index.ts'
import { type CorpusRule, datum, standing } from '../rule.ts'

export const statementHasSpeaker: CorpusRule = {
  id: 'statement-has-speaker',
  severity: 'error',
  summary: 'A statement has its speaker, occasion and date; a figure its number, unit and day.',
  norm: 'ICD 203, standard 3',
  reason:
    "Who said it, to whom or where, and when, is half of what a statement is worth. What the source leaves out is said in the claim's note.",
  scope: 'corpus',
  fails: {
    'claim:league-denial': 'speaker: null',
    'claim:dockers-sent-home': 'value: null',
  },
  findings: ['claim:dockers-sent-home: the figure has no value', 'claim:league-denial: the statement has no speaker'],
  passes: {
    'claim:league-denial': `
speaker: null
note: The magazine does not say who speaks for the League.
`,
  },
  check({ corpus }, report) {
    for (const claim of standing(corpus.claims)) {
      const lack = lackOf(claim)
      if (lack) report(datum(corpus, 'claim', claim.id, 'kind'), lack.reason, { notes: [lack.note] })
    }
  },
}

/** What a claim of its kind cannot be without, and has not. */
export function lackOf(claim: Lacking): { readonly reason: string; readonly note: string } | undefined {
  const missing = missingOf(claim)
  if (missing.length === 0) return undefined
  const note =
    claim.kind === 'figure'
      ? 'e.g. value: {number: 48.6, unit: million euros, measures: operation, as-of: "2024-03"}'
      : 'if the source does not say, the claim’s “note” does'
  return { reason: `the ${claim.kind} has no ${missing.join(', no ')}`, note }
}

type Lacking = Omit<Claim, 'source'>

function missingOf(claim: Lacking): readonly string[] {
  const missing: string[] = []
  const quotes = claim.voice === 'direct' || claim.voice === 'indirect'
  if (quotes && claim.speaker === undefined && claim.note === undefined) missing.push('speaker')
  if (claim.kind === 'statement' && quotes && claim.note === undefined) {
    const { said } = claim
    if (said?.venue === undefined && said?.to === undefined && said?.via === undefined) missing.push('venue')
    if (said?.date === undefined && claim.date === undefined) missing.push('date')
  }
  if (claim.kind === 'statement' && quotes && claim.credibility.utterance === undefined)
    missing.push('utterance in its credibility')
  if (claim.kind === 'figure') {
    if (claim.value === undefined) missing.push('value')
    else if (claim.value['as-of'] === undefined && claim.date === undefined) missing.push('date as of which it holds')
  }
  return missing
}
