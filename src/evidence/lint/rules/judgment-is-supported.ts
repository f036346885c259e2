import type { Corpus, Judgment } from '../../../corpus/index.ts'
import { type CorpusRule, datum, standing } from '../rule.ts'

export const judgmentIsSupported: CorpusRule = {
  id: 'judgment-is-supported',
  severity: 'error',
  summary: 'A judgment cites a claim, and lists the claims against it.',
  norm: 'ICD 203, standards 1 and 6',
  reason:
    'A judgment without evidence is an opinion, and one that hides what speaks against it is advocacy. What is withdrawn (`deprecated`) carries nothing: a judgment cites no claim that is withdrawn, or is of a withdrawn source, and rests on no withdrawn judgment.',
  scope: 'corpus',
  fails: {
    'judgment:harbour-stays-open': `
for: []
confidence: {level: low}
`,
  },
  findings: ['judgment:harbour-stays-open: the judgment cites no claim and no other judgment'],
  passes: {
    'judgment:harbour-stays-open': `
for: [harbour-reopened, voss-on-closure]
against: [league-denial]
`,
  },
  check({ corpus }, report) {
    const contrary = contradicting(corpus)
    for (const judgment of standing(corpus.judgments)) {
      if (judgment.for.length === 0 && judgment['rests-on'].length === 0) {
        report(datum(corpus, 'judgment', judgment.id), 'the judgment cites no claim and no other judgment')
      }
      for (const { path, reason } of withdrawnSupport(judgment, corpus))
        report(datum(corpus, 'judgment', judgment.id, ...path), reason, { notes: [withdrawnNote] })
      const listed = new Set([...judgment.for, ...judgment.against])
      for (const id of judgment.for) {
        for (const other of contrary.get(id) ?? []) {
          if (listed.has(other)) continue
          const against = datum(corpus, 'judgment', judgment.id, 'against')
          report(against, `claim ${other} contradicts ${id}, and is not listed`, {
            notes: [`add it: against: [${other}]`],
          })
        }
      }
    }
  },
}

const withdrawnNote = 'it carries nothing any more: take it out, and see whether the judgment still holds'

/** The paths of what is withdrawn among the claims for a judgment and the judgments that it rests on, each with what is told. */
function withdrawnSupport(judgment: Judgment, corpus: Corpus) {
  const told = (field: 'for' | 'rests-on', kind: string, whyOf: (id: string) => string | undefined) =>
    judgment[field].flatMap((id, index) => {
      const why = whyOf(id)
      return why === undefined ? [] : [{ path: [field, index], reason: `${kind} ${id} is withdrawn: ${why}` }]
    })
  const ofClaim = (id: string) => {
    const claim = corpus.claims.get(id)
    return claim?.deprecated?.why ?? corpus.sources.get(claim?.source ?? '')?.deprecated?.why
  }
  return [
    ...told('for', 'claim', ofClaim),
    ...told('rests-on', 'judgment', (id) => corpus.judgments.get(id)?.deprecated?.why),
  ]
}

/** For each claim, those that contradict it, whichever of the two says so. */
function contradicting(corpus: Corpus): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  const add = (from: string, to: string) => found.set(from, [...(found.get(from) ?? []), to])
  for (const claim of standing(corpus.claims)) {
    for (const { contradicts } of claim.relations) {
      if (contradicts === undefined || corpus.claims.get(contradicts)?.deprecated) continue
      add(claim.id, contradicts)
      add(contradicts, claim.id)
    }
  }
  return found
}
