import { type CorpusRule, datum } from '../rule.ts'

export const sourceIsArchived: CorpusRule = {
  id: 'source-is-archived',
  severity: 'warning',
  summary: 'A source on the web has an archived copy.',
  norm: 'ICS 206-01',
  reason: 'Pages change without notice; an archived copy shows what was read.',
  scope: 'corpus',
  fails: {
    'source:lind-2004': 'archive: https://archive.example/courier',
    'source:ortega-2005': `
URL: https://seatrade.example/ships-return
accessed: "2005-11-02"
`,
  },
  findings: [
    'source:lind-2004: “archive” is the name of an archive, and this is an address',
    'source:ortega-2005: the page has no archived copy',
  ],
  passes: {
    'source:ortega-2005': `
URL: https://seatrade.example/ships-return
accessed: "2005-11-02"
archived: https://archive.example/seatrade
`,
  },
  check({ corpus }, report) {
    for (const source of corpus.sources.values()) {
      const { archive, archived } = source
      if (source.deprecated) continue
      if (archive && /^https?:\/\//.test(archive)) {
        report(
          datum(corpus, 'source', source.id, 'archive'),
          '“archive” is the name of an archive, and this is an address',
          { notes: [`write archived: ${archive}`] },
        )
        continue
      }
      if (source.URL === undefined || source.DOI !== undefined || archive !== undefined || archived !== undefined)
        continue
      const place = datum(corpus, 'source', source.id, 'URL')
      report(place, 'the page has no archived copy', {
        notes: ['archived: the address of a copy, or archive: the name of the archive that holds one'],
      })
    }
  },
}
