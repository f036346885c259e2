import type { CorpusRule } from '../rule.ts'

/** A page changes or goes; a DOI and an archived copy stay. */
export const sourceIsArchived: CorpusRule = {
  id: 'source-is-archived',
  scope: 'corpus',
  check({ corpus }, report) {
    for (const source of corpus.sources.values()) {
      if (source.deprecated || source.URL === undefined || source.DOI !== undefined || source.archive !== undefined)
        continue
      const place = corpus.place('source', source.id, ['URL'])
      report(place, 'the page has no archived copy', {
        notes: ['archive: the address of a copy, or the name of the archive that holds one'],
        subject: `source:${source.id}`,
      })
    }
  },
}
