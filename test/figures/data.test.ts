import { expect, test } from 'vitest'
import { actor } from '../../src/corpus/actor.ts'
import type { Corpus } from '../../src/corpus/corpus.ts'
import { formatDate } from '../../src/corpus/date-words.ts'
import { event } from '../../src/corpus/event.ts'
import { judgment } from '../../src/corpus/judgment.ts'
import { measure } from '../../src/corpus/measure.ts'
import { source } from '../../src/corpus/source.ts'
import { threat } from '../../src/corpus/threat.ts'
import { dated, figureData } from '../../src/write/figures/data.ts'

const byId = <R extends { id: string }>(...records: R[]) => new Map(records.map((record) => [record.id, record]))
const claim = (id: string, edtf?: string) => ({
  id,
  kind: 'fact',
  gist: 'G',
  voice: 'author',
  credibility: { proposition: 3, why: 'W' },
  passages: [{ para: 1, start: 'a', end: 'b', sha256: '0'.repeat(64) }],
  ...(edtf && { date: { edtf, basis: 'explicit' } }),
})
const item = { claims: ['c'] }
const act = { claims: ['m'] }
const measureOf = (id: string, history: object[]) =>
  measure.parse({
    id,
    title: id,
    instrument: 'law',
    area: 'Law',
    purpose: 'P',
    history: history.map((one) => ({ ...act, ...one })),
  })

const corpus = {
  events: byId(
    event.parse({ id: 'e', kind: 'attack', title: 'Attack', date: '2004-03~', ...item }),
    event.parse({ id: 's', kind: 'meeting', title: 'Summit', date: '2004-05-12', status: 'scheduled', ...item }),
    event.parse({ id: 'd', kind: 'arrest', title: 'Gone', date: '2004', deprecated: { why: 'W' }, ...item }),
  ),
  measures: byId(
    measureOf('law', [
      { status: 'adopted', date: '2005-02' },
      { status: 'proposed', date: '2004' },
    ]),
    measureOf('plan', [{ status: 'proposed' }]),
    measureOf('listed', [{ status: 'in-force', date: '../2005' }]),
    measureOf('told', [{ status: 'implemented', date: '2004', claims: ['c'] }]),
  ),
  threats: byId(
    threat.parse({
      id: 't',
      title: 'T',
      vector: 'V',
      target: 'X',
      account: [{ text: 'A' }],
      periods: [{ period: '2004', judgment: 'j' }],
    }),
  ),
  judgments: byId(
    judgment.parse({
      id: 'j',
      title: 'J',
      text: 'It is {term}.',
      likelihood: 'unlikely',
      confidence: { level: 'low', because: { information: 'I', rigour: 'R', volatility: 'V' } },
      horizon: 'past',
    }),
  ),
  actors: byId(
    actor.parse({
      id: 'knb',
      kind: 'state-body',
      name: 'National Security Committee',
      acronym: 'KNB',
      relations: [
        { kind: 'partner-of', to: 'fsb', ...item },
        { kind: 'led-by', to: 'dutbayev', ...item },
      ],
    }),
    actor.parse({
      id: 'fsb',
      kind: 'state-body',
      name: 'FSB',
      relations: [{ kind: 'partner-of', to: 'knb', ...item }],
    }),
    actor.parse({
      id: 'dutbayev',
      kind: 'person',
      name: 'Nartai Dutbayev',
      roles: [{ title: 'chairman', of: 'knb', ...item }],
    }),
  ),
  sources: byId(
    {
      ...source.parse({
        type: 'article-journal',
        author: [{ family: 'Weitz' }],
        issued: '2004-06',
        claims: [claim('a', '2004'), claim('b')],
      }),
      id: 'a',
    },
    { ...source.parse({ type: 'article-journal', held: false, title: 'Unheld' }), id: 'b' },
  ),
  claims: byId(
    ...[
      { id: 'late', at: '2013', number: 12000.5 },
      { id: 'early', at: '2004-05', number: 900 },
    ].map(({ id, at, number }) => ({
      ...claim(id, at),
      source: 'a',
      value: { number, unit: 'persons', measures: 'guards', approximate: id === 'late' },
    })),
  ),
  'event-kinds': new Map(),
  'actor-kinds': new Map(),
  'measure-kinds': new Map(),
} as unknown as Corpus

const pack = {
  language: 'en-GB',
  period: '2002/2013',
  scale: 'icd203',
  places: [],
  map: { focus: [], countries: [] },
  gaps: [{ period: '2006/2010', note: 'N' }],
  phases: [
    { id: 'one', title: 'One', period: '2002/2004', account: [], measures: ['listed'] },
    { id: 'two', title: 'Two', period: '2005/2013', account: [], measures: [] },
  ],
} as unknown as Parameters<typeof figureData>[1]

const data = figureData(corpus, pack)

test('values of claims are a series in the order of time, as the language writes numbers', () => {
  expect(
    data.series.map(({ measures, unit, values }) => [measures, unit, values.map(({ date, text }) => [date, text])]),
  ).toEqual([
    [
      'guards',
      'persons',
      [
        ['May 2004', '900'],
        ['2013', '≈ 12,000.5'],
      ],
    ],
  ])
})

test('events and measures have their lane, date and status; deprecated, undated and already told ones are not there', () => {
  expect(data.items.map((one) => [one.title, one.lane, one.date?.text, one.pending])).toEqual([
    ['Attack', 'incidents', 'c. March 2004', false],
    ['Summit', 'institutions', '12 May 2004', true],
    ['law', 'measures', '2004', false],
    ['listed', 'measures', formatDate('../2005'), false],
  ])
})

test('a measure belongs to the phase that lists it, else to the one its date falls in', () => {
  expect(data.measures.map((one) => one.phase)).toEqual([0, undefined, 0, 0])
})

test('a threat has the likelihood of its judgment on the pack’s scale', () => {
  expect(data.threats[0]!.assessments[0]).toMatchObject({
    likelihood: { term: 'unlikely', range: '20–45%' },
    confidence: 'low',
  })
})

test('a mutual tie is one, whoever names it; a person who leads holds a post', () => {
  expect(data.ties.map((one) => [one.from, one.tie, one.to])).toEqual([
    ['knb', 'cooperation', 'fsb'],
    ['dutbayev', 'structure', 'knb'],
  ])
  expect(data.actors.map((one) => one.label)).toEqual(['KNB', 'FSB', 'Nartai Dutbayev'])
})

test('sources that are held have the dates of their claims', () => {
  expect(data.sources).toEqual([expect.objectContaining({ label: 'Weitz 2004', undated: 1 })])
  expect(data.sources[0]!.claims.map((one) => one.text)).toEqual(['2004'])
})

test.each([
  ['2004-03-12', { from: '2004-03-12', to: '2004-03-12', precision: 'day' }],
  ['2004-03', { from: '2004-03-01', to: '2004-03-31', precision: 'month' }],
  ['2004?', { precision: 'year', uncertain: true }],
  ['200X', { from: '2000-01-01', to: '2009-12-31', precision: 'year' }],
  ['2003~/2005', { from: '2003-01-01', to: '2005-12-31', precision: 'range', approximate: true }],
  ['../2004-05', { from: '2002-01-01', to: '2004-05-31', open: 'from' }],
  ['2004-05/..', { from: '2004-05-01', to: '2013-12-31', open: 'to' }],
])('the date %s', (text, expected) => {
  expect(dated(text, data.period, 'en')).toMatchObject(expected)
})
