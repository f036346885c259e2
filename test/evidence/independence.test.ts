import { describe, expect, test } from 'vitest'
import { type Ceiling, ceilingOf } from '../../src/evidence/ceiling.ts'
import { independenceOf, linksBetween, sourceGroups } from '../../src/evidence/independence.ts'
import { describeReason } from '../../src/evidence/reasons.ts'
import { examineWith, makeCorpus, type TestSource } from './corpus.ts'

const ann = { author: [{ family: 'Ames', given: 'Ann R.' }] }
const bob = { author: [{ family: 'Brook', given: 'Bob' }] }
const cy = { author: [{ family: 'Cole', given: 'Cy' }] }
const grade = (letter: string) => ({ reliability: { grade: letter, why: 'A test.' } })
const because = { information: 'Some.', rigour: 'Some.', volatility: 'Some.' }
const said = (fields: object) => ({ kind: 'statement', voice: 'indirect', ...fields })

const sources: Record<string, TestSource> = {
  'ames-2004': {
    ...ann,
    ...grade('B'),
    issued: '2004-05',
    publisher: 'The Lantern House',
    text: 'The gate was shut at noon. Nobody saw the guards leave it before the evening bell rang.',
    pins: { 'gate-shut': ['The gate', 'noon.'], 'guards-left': ['Nobody saw', 'rang.'] },
  },
  'ames-2005': {
    author: [{ family: 'Ames', given: 'A.' }],
    ...grade('B'),
    issued: '2005-02',
    text: 'The gate had been shut for a year. A wire said that the keys were lost.',
    pins: { 'gate-still-shut': ['The gate', 'year.'], 'keys-lost': ['A wire', 'lost.'] },
    claimFields: { 'keys-lost': said({ said: { via: 'wire-2004' } }) },
    lineage: { quotes: ['wire-2004'] },
  },
  'brook-2005': {
    ...bob,
    ...grade('C'),
    issued: '2005-03',
    publisher: 'The Lantern House',
    lineage: { quotes: ['ames-2003'] },
    text: 'I saw the gate shut. Ames wrote that it would stay so. Keys are lost, says a wire. Nobody saw the guards leave it before the bell.',
    pins: {
      'gate-seen-shut': ['I saw', 'shut.'],
      'ames-quoted': ['Ames wrote', 'so.'],
      'keys-lost-too': ['Keys are', 'wire.'],
      'guards-copied': ['Nobody saw', 'the bell.'],
    },
    claimFields: {
      'ames-quoted': said({ said: { via: 'ames-2003' } }),
      'keys-lost-too': said({ said: { via: 'wire-2004' } }),
    },
  },
  'cole-2005': {
    ...cy,
    ...grade('D'),
    issued: '2005-04',
    text: 'The gate is shut. It is told in the market.',
    pins: { 'gate-shut-cole': ['The gate', 'shut.'], 'market-talk': ['It is', 'market.'] },
    claimFields: { 'market-talk': { voice: 'unattributed' } },
  },
  'gate-act': {
    type: 'legislation',
    ...grade('A'),
    issued: '2004-01',
    text: 'The gate shall be shut.',
    pins: { 'act-says-shut': ['The gate', 'shut.'] },
  },
  'ames-2003': { ...ann, held: false, text: '' },
  'wire-2004': { held: false, text: '' },
}

const judgment = (id: string, fields: object) => ({
  id,
  title: id,
  text: 'The gate is shut.',
  horizon: 'past',
  confidence: { level: 'low', because },
  ...fields,
})
const made = await makeCorpus(sources, {
  judgments: [
    judgment('three', { for: ['gate-shut', 'gate-seen-shut', 'gate-shut-cole'] }),
    judgment('two', { for: ['gate-shut', 'gate-seen-shut'] }),
    judgment('one', { for: ['gate-shut', 'gate-still-shut'] }),
    judgment('one-with-reason', { for: ['gate-shut'], 'ceiling-note': 'She was there.' }),
    judgment('one-with-act', { for: ['act-says-shut'] }),
    judgment('graded-d', { for: ['gate-shut-cole'], 'ceiling-note': 'He was there.' }),
    judgment('unattributed', { for: ['market-talk'], 'ceiling-note': 'Many say it.' }),
    judgment('unsupported', {}),
    judgment('on-low', { 'rests-on': ['three', 'one'] }),
    judgment('circular', { 'rests-on': ['circular'], for: ['gate-shut', 'gate-seen-shut'] }),
    judgment('weak-linchpin', {
      for: ['gate-shut', 'gate-seen-shut', 'act-says-shut'],
      assumptions: [{ text: 'There is one gate.', linchpin: true, strength: 'weak' }],
    }),
    judgment('strong-linchpin', {
      for: ['gate-shut', 'gate-seen-shut', 'act-says-shut'],
      assumptions: [
        { text: 'There is one gate.', linchpin: true, strength: 'firm' },
        { text: 'It has a lock.', strength: 'weak' },
      ],
    }),
    judgment('disputed', { for: ['guards-left', 'gate-seen-shut', 'act-says-shut'] }),
    judgment('old', { for: ['gate-shut', 'gate-seen-shut', 'act-says-shut'], horizon: 'present', period: '2009' }),
    judgment('high', { for: ['gate-shut', 'gate-seen-shut', 'act-says-shut'] }),
  ],
  disagreements: [
    {
      id: 'who-left',
      title: 'Who left',
      claims: ['guards-left', 'guards-copied'],
      kind: 'factual',
      account: 'They differ.',
      resolution: 'Open.',
    },
  ],
})
const { evidence } = examineWith(made, {})
const groups = (...ids: string[]) =>
  independenceOf(ids, made.corpus, evidence.shared).groups.map(({ claims }) => claims)
const links = (a: string, b: string) => linksBetween(a, b, made.corpus, evidence.shared).map(describeReason)

describe('independence groups', () => {
  test('join what one author wrote, however the given name is written', () => {
    expect(groups('gate-shut', 'gate-still-shut')).toEqual([['gate-shut', 'gate-still-shut']])
  })

  test('join an author written as one name with the same author in two fields', async () => {
    const twice = await makeCorpus({
      one: { author: [{ family: 'Ames', given: 'Ann R.' }], text: 'It is shut.', pins: { a: ['It is', 'shut.'] } },
      two: { author: [{ literal: 'Ann R. Ames' }], text: 'It is closed.', pins: { b: ['It is', 'closed.'] } },
    })
    expect(independenceOf(['a', 'b'], twice.corpus, []).groups).toHaveLength(1)
    expect(linksBetween('a', 'b', twice.corpus, [])).toEqual([{ kind: 'author', name: 'Ann R. Ames' }])
    expect(sourceGroups(twice.corpus).map(({ authors }) => authors)).toEqual([[{ name: 'Ann R. Ames' }]])
  })

  test('name an author once, whose given names are shorter in a work that is said to be hers', async () => {
    const { corpus } = await makeCorpus({
      short: { author: [{ family: 'Ames', given: 'Ann' }], held: false, text: '' },
      one: { ...ann, lineage: { 'same-author-as': ['short'] }, text: 'It is shut.', pins: { a: ['It is', 'shut.'] } },
      two: { ...ann, lineage: { 'same-author-as': ['short'] }, text: 'It is dry.', pins: { b: ['It is', 'dry.'] } },
    })
    expect(independenceOf(['a', 'b'], corpus, []).groups.map(({ reasons }) => reasons)).toEqual([
      [{ kind: 'author', name: 'Ann R. Ames' }],
    ])
    expect(sourceGroups(corpus).map(({ reasons }) => reasons)).toEqual([[{ kind: 'author', name: 'Ann R. Ames' }]])
  })

  test('have no claim that is withdrawn, or whose source is', async () => {
    const withdrawn = { deprecated: { why: 'A hoax.' } }
    const text = 'It is shut.'
    const pins = (id: string) => ({ [id]: ['It is', 'shut.'] as const })
    const { corpus } = await makeCorpus(
      {
        one: { ...ann, ...grade('B'), text, pins: pins('a') },
        two: { ...bob, ...grade('B'), text, pins: pins('b'), claimFields: { b: withdrawn } },
        three: { ...cy, ...grade('B'), ...withdrawn, text, pins: pins('c') },
      },
      { judgments: [judgment('all', { for: ['a', 'b', 'c'] }), judgment('hoax', { for: ['b', 'c'] })] },
    )
    expect(independenceOf(['a', 'b', 'c'], corpus, []).groups.map(({ claims }) => claims)).toEqual([['a']])
    expect(ceilingOf(corpus.judgments.get('all')!, corpus, []).level).toBe('low')
    expect(ceilingOf(corpus.judgments.get('hoax')!, corpus, []).reasons).toEqual(['no claim supports it'])
  })

  test('join what one speaker said on one day, and nothing else that is said', async () => {
    const text = 'It is shut.'
    const by = (source: object, id: string, fields: object) => ({
      ...source,
      ...{ text, pins: { [id]: ['It is', 'shut.'] as const }, claimFields: { [id]: said(fields) } },
    })
    const on = (day: string) => ({ edtf: `2004-05-0${day}`, basis: 'explicit' })
    const { corpus } = await makeCorpus(
      {
        one: by(ann, 'a', { speaker: 'dee', date: on('4') }),
        two: by(bob, 'b', { speaker: 'dee', said: { date: '2004-05-04' } }),
        three: by(cy, 'c', { speaker: 'eve', date: on('4') }),
        four: by({ author: [{ family: 'Dale', given: 'Di' }] }, 'd', { speaker: 'dee', date: on('5') }),
        five: by({ author: [{ family: 'Eads', given: 'Ed' }] }, 'e', { kind: 'fact', speaker: 'dee', date: on('4') }),
      },
      {
        actors: ['dee', 'eve'].map((id) => ({ id, kind: 'person', name: `${id} Ford` })),
      },
    )
    const all = ['a', 'b', 'c', 'd', 'e']
    expect(independenceOf(all, corpus, []).groups.map(({ claims }) => claims)).toEqual([
      ['e'],
      ['a', 'b'],
      ['c'],
      ['d'],
    ])
    expect(linksBetween('a', 'b', corpus, [])).toEqual([{ kind: 'occasion', speaker: 'dee', date: '2004-05-04' }])
  })

  test('keep two authors apart, even of one publisher, which is remarked on', () => {
    const found = independenceOf(['gate-shut', 'gate-seen-shut'], made.corpus, evidence.shared)
    expect(found.groups).toHaveLength(2)
    expect(found.remarks).toEqual([
      'brook-2005 quotes ames-2003, which has the origin of ames-2004',
      'ames-2004 and brook-2005 share a publisher, The Lantern House',
    ])
    expect(independenceOf(['gate-still-shut', 'gate-shut-cole'], made.corpus, evidence.shared).remarks).toEqual([])
  })

  test('join what two authors have from one wire', () => {
    expect(groups('keys-lost', 'keys-lost-too')).toEqual([['keys-lost', 'keys-lost-too']])
    expect(links('keys-lost', 'keys-lost-too')).toEqual(['from wire-2004'])
  })

  test('a quotation of one author by another adds no group, and takes none away', () => {
    expect(groups('gate-shut', 'ames-quoted')).toHaveLength(1)
    expect(groups('gate-shut', 'gate-seen-shut', 'ames-quoted')).toHaveLength(2)
    expect(links('gate-shut', 'ames-quoted')).toEqual(['by Ann R. Ames'])
  })

  test('join what shares eight words in a row', () => {
    expect(groups('guards-left', 'guards-copied')).toHaveLength(1)
    expect(links('guards-left', 'guards-copied').join()).toContain('words in a row shared by ames-2004 and brook-2005')
  })

  test('more claims never make fewer groups', () => {
    const ids = [...made.corpus.claims.keys()].filter((id) => id !== 'guards-copied')
    for (let size = 1; size < ids.length; size++) {
      expect(groups(...ids.slice(0, size + 1)).length).toBeGreaterThanOrEqual(groups(...ids.slice(0, size)).length)
    }
  })

  test('of whole sources are named for their authors, with quotations of each other', () => {
    expect(sourceGroups(made.corpus)).toEqual([
      {
        authors: [{ name: 'Ann R. Ames' }],
        sources: ['ames-2004', 'ames-2005'],
        reasons: [{ kind: 'author', name: 'Ann R. Ames' }],
      },
      {
        authors: [{ name: 'Bob Brook' }],
        sources: ['brook-2005'],
        reasons: [{ kind: 'quotes', source: 'brook-2005', quoted: 'ames-2003', authors: ['Ann R. Ames'] }],
      },
      { authors: [{ name: 'Cy Cole' }], sources: ['cole-2005'], reasons: [] },
      { authors: [], sources: ['gate-act'], reasons: [] },
    ])
  })
})

describe('the ceiling of confidence', () => {
  const ceiling = (id: string): Ceiling => ceilingOf(made.corpus.judgments.get(id)!, made.corpus, evidence.shared)

  test.each([
    ['high', 'high', []],
    ['three', 'high', []],
    ['two', 'moderate', ['two independent groups']],
    ['one', 'low', ['one independent group (by Ann R. Ames)']],
    ['one-with-reason', 'moderate', ['by the written reason']],
    ['one-with-act', 'moderate', ['with a primary document, gate-act']],
    ['graded-d', 'low', ['the written reason', 'graded D']],
    ['unattributed', 'low', ['the written reason', 'graded D']],
    ['unsupported', 'low', ['no claim supports it']],
    ['on-low', 'low', ['it rests on judgment three, which is held with low confidence']],
    ['circular', 'moderate', ['two independent groups']],
    ['weak-linchpin', 'moderate', ['hangs on a weak assumption: “There is one gate.”']],
    ['strong-linchpin', 'high', []],
    ['disputed', 'moderate', ['the factual disagreement “who-left” is open']],
    ['old', 'moderate', ['its newest support is of 2005-03, 57 months before 2009-12']],
  ])('%s: at most %s', (id, level, reasons) => {
    const found = ceiling(id)
    expect(found.level).toBe(level)
    expect(found.reasons).toHaveLength(reasons.length)
    for (const [index, reason] of reasons.entries()) expect(found.reasons[index]).toContain(reason)
  })

  test('marks the exception, and only that', () => {
    expect(ceiling('one-with-reason').byException).toBe(true)
    expect(ceiling('graded-d').byException).toBe(false)
    expect(ceiling('one-with-act').byException).toBe(false)
  })
})
