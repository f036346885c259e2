// Works in another script are named by the policy of the pack wherever they are printed.
import { expect, test } from 'vitest'
import { localeOf } from '../../src/core/locale/locale.ts'
import { Log } from '../../src/core/log.ts'
import { load } from '../../src/corpus/load.ts'
import { registersOf } from '../../src/document/view/registers.ts'
import { groupViews, sourceViews } from '../../src/document/view/sources.ts'
import { sourceGroups } from '../../src/evidence/independence.ts'
import { figureData } from '../../src/write/figures/data.ts'
import { readFiles } from '../helpers/golden.ts'
import { memoryHost } from '../helpers/memory-host.ts'

const record = `language: ru
type: article-magazine
title: Плата за причал
container-title: Портовый вестник
author: [{family: Касымов, given: Азамат}]
transliteration: {title: Plata za prichal, container-title: Portovyi vestnik, author: [{family: Qosimov, given: Azamat}]}
translation: {title: The toll of the quay}
issued: "2003-05"
accessed: "2020-01-01"
URL: https://example.org/toll
basis: {}
claims:
  - id: toll-measured
    kind: statement
    voice: author
    gist: The toll was 4 crowns in May 2003.
    date: {edtf: "2003-05", basis: text}
    value: {measures: toll, number: 4, unit: crowns}
    credibility: {utterance: certain, proposition: probable, why: One text.}
    passages: []
`

test.each([
  [
    'both',
    'Plata za prichal (Плата за причал) [The toll of the quay]',
    'Portovyi vestnik (Портовый вестник)',
    'Azamat Qosimov',
  ],
  ['transliterated', 'Plata za prichal [The toll of the quay]', 'Portovyi vestnik', 'Azamat Qosimov'],
  ['original', 'Плата за причал [The toll of the quay]', 'Портовый вестник', 'Азамат Касымов'],
] as const)('%s: registers, tables, groups and figures', async (transliteration, title, container, author) => {
  const files = new Map([...readFiles('test/cases/minimal'), ['corpus/sources/toll-2003.yaml', record]])
  const log = new Log()
  const corpus = await load(memoryHost(files), log)
  const pack = { ...corpus.packs.get('report')!, transliteration }
  const context = {
    corpus,
    chosen: corpus,
    pack,
    words: localeOf('en'),
    assessment: {
      groups: sourceGroups(corpus),
      ceilingOf: () => ({ level: 'low', groups: 1 }),
      groupsOf: () => 1,
      agreementOf: () => ({ agreed: 0, declared: 0, unchecked: 0 }),
      digestsOf: () => [],
    },
    numbers: new Map(),
    mark: <T>(made: T) => made,
  }
  const { held } = sourceViews(context)
  const view = held.find(({ id }) => id === 'toll-2003')!
  expect([view.card.title, view.card.outlet, view.card.author, view.group]).toEqual([title, container, author, author])
  expect(groupViews(context, held).map(({ label }) => label)).toContain(author)
  const table = registersOf(corpus, pack).find(({ name }) => name === 'sources')!
  const row = table.rows.find(([id]) => id === 'toll-2003')!
  const cell = (column: string) => row[table.columns.indexOf(column)]
  expect([cell('title'), cell('container'), cell('authors')]).toEqual([title, container, author])
  expect(figureData(corpus, pack).series[0]?.values[0]?.source).toBe(title)
})
