import type { CorpusRule } from '../rule.ts'

/** A page changes or goes; a DOI and an archived copy stay. */
export const sourceIsArchived: CorpusRule = {
  id: 'source-is-archived',
  severity: 'warning',
  summary: 'A source on the web has an archived copy.',
  norm: 'ICS 206-01',
  reason: 'Pages change without notice; an archived copy shows what was read.',
  scope: 'corpus',
  fails: {
    'source:ortega-2005': `
URL: https://seatrade.example/ships-return
accessed: "2005-11-02"
`,
  },
  findings: ['source:ortega-2005: the page has no archived copy'],
  passes: {
    'source:ortega-2005': `
URL: https://seatrade.example/ships-return
accessed: "2005-11-02"
archive: https://archive.example/seatrade
`,
  },
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
