// What a pack says of its last issue, over a project in which each kind of thing changed once.
import { expect, test } from 'vitest'
import { localeOf } from '../../src/core/locale/locale.ts'
import { Log } from '../../src/core/log.ts'
import type { Issue } from '../../src/corpus/kept-records.ts'
import { load } from '../../src/corpus/load.ts'
import { changesSince } from '../../src/document/view/changes.ts'
import type { ViewContext } from '../../src/document/view/context.ts'
import { judgmentViews } from '../../src/document/view/judgments.ts'
import { readFiles } from '../helpers/golden.ts'
import { memoryHost } from '../helpers/memory-host.ts'

const judgment = `- id: toll
  title: The toll
  text: The toll will {term} stay.
  likelihood: likely
  confidence: {level: low, because: {information: One text., rigour: It is plain., volatility: None.}}
  horizon: past
  for: [toll-stays]
  change-note: A second text was read.
`

test('the first issue has nothing to compare with', async () => {
  expect(await changes(undefined)).toMatchObject({ since: null, none: true })
})

test('nothing is told where nothing changed', async () => {
  expect(await changes(await editionNow())).toMatchObject({ since: { name: 'first' }, none: true })
})

test('what moved, came and went is told, each in its list', async () => {
  const now = await editionNow()
  const told = await changes({
    ...now,
    judgments: {
      toll: { text: 'The toll will {term} stay.', likelihood: 'very likely', confidence: 'moderate' },
      gone: { text: 'The quay will {term} close.', likelihood: 'unlikely', confidence: 'low' },
    },
    claims: { 'rise-feared': ['0'.repeat(64)], lost: ['1'.repeat(64)] },
    sources: { 'quay-2003': { ...now.sources['quay-2003'], grade: 'C' } },
  })
  expect(told.judgments).toEqual([
    {
      code: 'J1',
      anchor: 'judgment-toll',
      what: 'Very likely became likely. Moderate confidence became low',
      note: 'A second text was read.',
    },
  ])
  expect(told.dropped).toEqual(['The quay will unlikely close.'])
  expect(told.claims.map(({ claim, what }) => [claim, what])).toEqual([
    ['toll-stays', 'new'],
    ['rise-feared', 'its passage changed'],
  ])
  expect(told.droppedClaims).toBe(1)
  expect(told.sources).toEqual([{ name: 'Okafor, Quay Monthly, May 2003', what: 'graded C before, B now' }])
  expect(told.none).toBe(false)
})

test('a judgment that the issue did not have is new', async () => {
  const { judgments } = await changes({ ...(await editionNow()), judgments: {} })
  expect(judgments.map(({ what, note }) => [what, note])).toEqual([['New', 'A second text was read.']])
})

test('a withdrawn claim and sources that are no longer used are told', async () => {
  const now = await editionNow()
  const edition = { ...now, sources: { ...now.sources, 'wharf-2001': { grade: 'B' } } }
  const context = await contextOf()
  const { corpus } = context
  const claims = new Map([...corpus.claims].map(([id, claim]) => [id, { ...claim, deprecated: { why: 'A hoax.' } }]))
  const without = { ...context, corpus: { ...corpus, claims } }
  expect(changesSince(edition, without, [])).toMatchObject({
    claims: [],
    droppedClaims: claims.size,
    sources: [{ name: 'wharf-2001', what: 'no longer in the register' }],
    none: false,
  })
  const quay = { ...corpus.sources.get('quay-2003')!, deprecated: { why: 'A hoax.' } }
  const withdrawn = { ...context, corpus: { ...corpus, sources: new Map([['quay-2003', quay]]) } }
  expect(changesSince(now, withdrawn, [])).toMatchObject({
    claims: [],
    droppedClaims: claims.size,
    sources: [{ name: 'Okafor, Quay Monthly, May 2003', what: 'withdrawn' }],
  })
})

async function contextOf(): Promise<ViewContext> {
  const files = new Map([...readFiles('test/cases/minimal'), ['corpus/judgments.yaml', judgment]])
  const log = new Log()
  const corpus = await load(memoryHost(files), log)
  expect(log.findings).toEqual([])
  const assessment = {
    groups: [],
    ceilingOf: () => ({ level: 'low', groups: 1 }),
    groupsOf: () => 1,
    agreementOf: () => ({ agreed: 0, declared: 0, unchecked: 0 }),
    digestsOf: (claim: string) => corpus.claims.get(claim)!.passages.map(({ sha256 }) => sha256!),
  }
  return {
    corpus,
    chosen: corpus,
    pack: corpus.packs.get('report')!,
    words: localeOf('en'),
    assessment,
    numbers: new Map(),
    mark: (made) => made,
  }
}

async function changes(edition: Issue | undefined) {
  const context = await contextOf()
  return changesSince(edition, context, judgmentViews(context, new Map()))
}

async function editionNow(): Promise<Issue> {
  const { corpus } = await contextOf()
  const source = corpus.sources.get('quay-2003')!
  return {
    pack: 'port',
    name: 'first',
    issued: '2003-06-01',
    judgments: { toll: { text: 'The toll will {term} stay.', likelihood: 'likely', confidence: 'low' } },
    claims: Object.fromEntries(
      [...corpus.claims.values()].map(({ id, passages }) => [id, passages.map(({ sha256 }) => sha256!)]),
    ),
    sources: { 'quay-2003': { text: source.text!.sha256, grade: 'B' } },
  }
}
