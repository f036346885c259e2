import { itemAt } from '../../../core/index.ts'
import { type CorpusRule, datum } from '../rule.ts'

/** The schema asks for a passage; this asks that there be a text for it to be in. */
export const claimIsPinned: CorpusRule = {
  id: 'claim-is-pinned',
  severity: 'error',
  summary: 'Every claim is pinned to a text that is held.',
  norm: 'ICD 206',
  reason: 'A work that is known only through another has no words of its own to rest on.',
  scope: 'corpus',
  fails: {
    'source:gazette-2004': `
type: article-newspaper
held: false
container-title: The Gazette
claims: [{id: strike-ordered, kind: fact, gist: A strike was ordered., voice: author, credibility: {proposition: 4, why: Seen by nobody.}, passages: [{para: 1, start: A strike, end: ordered., sha256: ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff}]}]
`,
    'pack:arden': 'also-consulted: [gazette-2004]',
  },
  findings: ['claim:strike-ordered: the claim is pinned to gazette-2004, whose text is not held'],
  passes: {
    'source:gazette-2004': `
type: article-newspaper
held: false
container-title: The Gazette
`,
    'claim:voss-on-closure': 'said: {via: gazette-2004}',
  },
  check({ corpus }, report) {
    for (const source of corpus.sources.values()) {
      const claims = source.claims.filter(({ deprecated }) => !deprecated)
      if (source.held || claims.length === 0) continue
      const [at, who] =
        claims.length === 1
          ? [datum(corpus, 'claim', itemAt(claims, 0).id), 'the claim is']
          : [datum(corpus, 'source', source.id, 'held'), `${claims.length} claims are`]
      report(at, `${who} pinned to ${source.id}, whose text is not held`, {
        notes: [
          'record what it says under the source that quotes it, with said: {via: …}; or the text is `held: true`',
        ],
      })
    }
  },
}
