import type { CorpusRule } from '../rule.ts'

/** The schema asks for a passage; this asks that there be a text for it to be in. */
export const claimIsPinned: CorpusRule = {
  id: 'claim-is-pinned',
  scope: 'corpus',
  check({ corpus }, report) {
    for (const source of corpus.sources.values()) {
      const claims = source.claims.filter(({ deprecated }) => !deprecated)
      if (source.held || claims.length === 0) continue
      const [place, who, subject] =
        claims.length === 1
          ? [corpus.place('claim', claims[0]!.id), 'the claim is', `claim:${claims[0]!.id}`]
          : [corpus.place('source', source.id, ['held']), `${claims.length} claims are`, `source:${source.id}`]
      report(place, `${who} pinned to ${source.id}, whose text is not held`, {
        notes: [
          'record what it says under the source that quotes it, with said: {via: …}; or the text is `held: true`',
        ],
        subject,
      })
    }
  },
}
