import { graphOf, nameOf, partsOf } from '../../graph.ts'
import { type CorpusRule, datum } from '../rule.ts'

export const claimIsFinished: CorpusRule = {
  id: 'claim-is-finished',
  severity: 'error',
  summary: 'Nothing rests on a claim that is unfinished.',
  norm: 'ICD 203, D.6.e.1',
  reason:
    'A passage that somebody marked is not yet a claim: its gist, its voice and its grade are still to be judged. Until then no pack prints it, and what rests on it has no ground.',
  scope: 'corpus',
  fails: { 'claim:harbour-reopened': 'unfinished: The gist is to be written.' },
  findings: [
    'judgment:harbour-stays-open: the claim harbour-reopened is unfinished: The gist is to be written.',
    'pack:arden: the claim harbour-reopened is unfinished: The gist is to be written.',
  ],
  passes: { 'claim:harbour-reopened': 'note: The gist is written.' },
  check({ corpus }, report) {
    for (const { id, unfinished, deprecated } of corpus.claims.values()) {
      if (unfinished === undefined || deprecated) continue
      for (const { from, path, evidential } of graphOf(corpus).into(nameOf('claim', id))) {
        if (!evidential) continue
        const { kind, id: user } = partsOf(from)
        report(datum(corpus, kind, user, ...path), `the claim ${id} is unfinished: ${unfinished}`, {
          notes: ['write it, and take `unfinished` away; `briefpack desk` has the claims that are unfinished'],
        })
      }
    }
  },
}
