import type { Corpus, Judgment } from '../../../corpus/index.ts'
import { contradicting } from '../contradictions.ts'
import type { CorpusRule } from '../rule.ts'

/** A judgment cites at least one claim, rests on nothing that is withdrawn, and lists what speaks against those it cites. */
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
    for (const judgment of corpus.judgments.values()) {
      if (judgment.deprecated) continue
      const subject = `judgment:${judgment.id}`
      if (judgment.for.length === 0 && judgment['rests-on'].length === 0) {
        report(corpus.place('judgment', judgment.id), 'the judgment cites no claim and no other judgment', { subject })
      }
      for (const { path, reason } of withdrawnSupport(judgment, corpus))
        report(corpus.place('judgment', judgment.id, path), reason, { notes: [withdrawnNote], subject })
      const listed = new Set([...judgment.for, ...judgment.against])
      for (const id of judgment.for) {
        for (const other of contrary.get(id) ?? []) {
          if (listed.has(other)) continue
          report(
            corpus.place('judgment', judgment.id, ['against']),
            `claim ${other} contradicts ${id}, and is not listed`,
            { notes: [`add it: against: [${other}]`], subject },
          )
        }
      }
    }
  },
}

const withdrawnNote = 'it carries nothing any more: take it out, and see whether the judgment still holds'

interface Withdrawn {
  readonly path: readonly (string | number)[]
  readonly reason: string
}

function withdrawnSupport(judgment: Judgment, corpus: Corpus): readonly Withdrawn[] {
  const claims = judgment.for.flatMap((id, index) => {
    const claim = corpus.claims.get(id)
    const why = claim?.deprecated?.why ?? corpus.sources.get(claim?.source ?? '')?.deprecated?.why
    return why === undefined ? [] : [{ path: ['for', index], reason: `claim ${id} is withdrawn: ${why}` }]
  })
  const parents = judgment['rests-on'].flatMap((id, index) => {
    const why = corpus.judgments.get(id)?.deprecated?.why
    return why === undefined ? [] : [{ path: ['rests-on', index], reason: `judgment ${id} is withdrawn: ${why}` }]
  })
  return [...claims, ...parents]
}
