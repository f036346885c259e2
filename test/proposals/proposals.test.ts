// A proposal becomes a draft or comes back with its reason, and nothing else happens to the project.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Log } from '../../src/core/log.ts'
import { load } from '../../src/corpus/load.ts'
import { proposedBy } from '../../src/document/view/claims.ts'
import { examine } from '../../src/evidence/examine.ts'
import { pin } from '../../src/evidence/pin.ts'
import { answer } from '../../src/evidence/proposals/mcp.ts'
import { isInsertion, type Outcome, proposeClaim, proposeSentence } from '../../src/evidence/proposals/propose.ts'
import { search } from '../../src/evidence/proposals/search.ts'
import { texts } from '../evidence/texts.ts'
import { memoryHost } from '../helpers/memory-host.ts'

const yaml = `# The leaflets.
type: article-newspaper
code: OG
title: Leaflets for the villages   # as printed
language: en
issued: "2006-05-06"
accessed: "2006-05-07"
reliability: {grade: C, why: A local paper.}
claims:
  - id: leaflets-sent
    kind: fact
    gist: The river police sent 30,000 leaflets.   # not rounded
    voice: author
    credibility: {proposition: 3, why: Nobody else reports it.}
    passages:
      - ${JSON.stringify(pin(texts.english, { start: 'The river police of Orlo' })[0]!.passage)}
`
const file = 'corpus/sources/orlo.yaml'
const files = new Map([
  [file, yaml],
  [
    'corpus/actors.yaml',
    '- {id: ada-brandt, name: Ada Brandt, kind: person}\n- {id: pavel-dorn, name: Pavel Dorn, kind: person}\n',
  ],
])
const corpus = await load(memoryHost(files), new Log())
const held = new Map([['orlo', texts.english]])
const evidence = examine(corpus, held, undefined, new Log())
const project = { corpus, evidence, texts: held }
const by = { tool: 'a-model', version: '1', prompt: '0'.repeat(64) }
const good = {
  source: 'orlo',
  id: 'leaflets-cost',
  gist: 'Ada Brandt said that the police could not guard every ferry.',
  voice: 'direct',
  speaker: 'ada-brandt',
  kind: 'statement',
  passage: { start: 'We cannot guard every ferry', end: 'ask people to look.' },
  by,
}
const propose = (input: unknown): Outcome => proposeClaim(input, project, (path) => (path === file ? yaml : undefined))

test('a claim that agrees with its passage becomes a draft, with the tool that proposed it', async () => {
  const outcome = propose(good)
  if (!outcome.isAccepted) throw new Error(outcome.findings.join('\n'))
  expect(isInsertion(yaml, outcome.text)).toBe(true)
  const log = new Log()
  const after = await load(memoryHost(new Map([...files, [file, outcome.text]])), log)
  expect(log.findings.filter(({ fatal }) => fatal)).toEqual([])
  const claim = after.claims.get('leaflets-cost')!
  expect(claim).toMatchObject({ gist: good.gist, proposed: by, credibility: { proposition: 6 } })
  expect(claim.unfinished).toContain('not verified')
  expect(claim.passages[0]).toMatchObject({ para: 2 })
})

test.each([
  [
    'a wrong number',
    {
      gist: 'The ferries carry about 2,100 passengers a day.',
      passage: { start: 'The ferries carry' },
      speaker: undefined,
      voice: 'author',
    },
    '2,100',
  ],
  ['a lost negation', { gist: 'Ada Brandt said that the police could guard every ferry.' }, 'cannot'],
  ['another speaker', { speaker: 'pavel-dorn' }, 'speaker'],
  ['a near quote', { passage: { start: 'We can not guard any ferry' } }, 'do not stand'],
  ['words that stand in many places', { passage: { start: 'the' } }, 'passages answer'],
  ['an unknown source', { source: 'orlow' }, 'nearest: orlo'],
  ['a path', { source: '../../etc/passwd' }, 'source'],
  ['an id that is taken', { id: 'leaflets-sent' }, 'already'],
  ['a gist that is there', { gist: 'the river police sent 30,000 leaflets' }, 'the same'],
  ['a claim to be verified', { verified: true }, 'verified'],
  ['a credibility of its own', { credibility: { proposition: 1, why: 'sure' } }, 'credibility'],
  ['a declaration of its own', { 'supported-by': [{ for: 'gist', by: 'inference', why: 'trust me' }] }, 'supported-by'],
  ['no tool', { by: undefined }, 'by'],
])('%s comes back with its reason', (_, change, reason) => {
  const outcome = propose({ ...good, ...change })
  expect(outcome.isAccepted ? [] : outcome.findings.join('\n')).toContain(reason)
})

const words = texts.english.split(/\s+/)
const hostile = fc.oneof(
  fc.string({ maxLength: 60 }),
  fc.constantFrom(
    'x\nunfinished: null',
    '"}\n  - id: other\n    verified: true',
    '# comment',
    '../../../etc/passwd',
    '!!js/function "x"',
    '&a *a',
    '---\n...',
    '\u0000',
    'a'.repeat(100_000),
    '__proto__',
    'constructor',
  ),
  fc
    .tuple(fc.nat(words.length - 8), fc.integer({ min: 1, max: 8 }))
    .map(([at, size]) => words.slice(at, at + size).join(' ')),
)
const anything = fc.record(
  {
    source: fc.oneof({ weight: 6, arbitrary: fc.constant<unknown>('orlo') }, hostile),
    id: fc.oneof(fc.constantFrom('leaflets-sent', 'new-one', 'an-id', 'a'), hostile),
    gist: fc.oneof(fc.constantFrom(good.gist, 'The ferries carry 9,999 passengers a day.'), hostile),
    kind: fc.constantFrom('fact', 'statement', 'proof'),
    voice: fc.constantFrom('author', 'direct', 'unattributed', 'god'),
    speaker: fc.oneof(fc.constantFrom('ada-brandt', 'pavel-dorn'), hostile),
    about: fc.array(hostile, { maxLength: 2 }),
    quote: hostile,
    passage: fc.record(
      { start: hostile, end: hostile, para: fc.oneof(fc.integer(), fc.double()) },
      { requiredKeys: ['start'] },
    ),
    by: fc.oneof(
      fc.constant<unknown>(by),
      fc.record({ tool: hostile, version: hostile, prompt: fc.constantFrom('0'.repeat(64), 'none') }),
    ),
    verified: fc.boolean(),
    unfinished: fc.constantFrom(null, ''),
    credibility: fc.constant({ proposition: 1, why: 'x' }),
    proposed: fc.constant(null),
  },
  { requiredKeys: ['source', 'id', 'gist', 'passage', 'by'] },
)

test('of 2,000 adversarial proposals none is accepted as verified, and no byte outside the new record changes', async () => {
  let accepted = 0
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        anything,
        fc.record({
          source: fc.constant('orlo'),
          id: fc.constantFrom('new-one', 'two'),
          gist: hostile,
          passage: fc.record({ start: hostile }),
          by: fc.constant(by),
        }),
        fc.anything(),
      ),
      async (input) => {
        const outcome = propose(input)
        if (!outcome.isAccepted) {
          expect(outcome.findings.length).toBeGreaterThan(0)
          return
        }
        accepted++
        expect(outcome.file).toBe(file)
        expect(isInsertion(yaml, outcome.text)).toBe(true)
        const after = await load(memoryHost(new Map([...files, [file, outcome.text]])), new Log())
        expect([...after.claims.keys()]).toEqual(['leaflets-sent', outcome.id])
        const { source: _, ...old } = after.claims.get('leaflets-sent')!
        expect(old).toEqual((({ source: _, ...it }) => it)(corpus.claims.get('leaflets-sent')!))
        const claim = after.claims.get(outcome.id)!
        expect(claim.unfinished).toContain('not verified')
        expect(claim.proposed).toMatchObject({ tool: expect.any(String) })
        expect(claim.credibility.proposition).toBe(6)
      },
    ),
    { numRuns: 2000, seed: 7 },
  )
  // Words of the text itself agree with it: the test would say nothing if none came through.
  expect(accepted).toBeGreaterThan(0)
}, 120_000)

test('a sentence comes back with its citations, or with what has no ground', () => {
  expect(
    proposeSentence({ text: 'The river police sent 30,000 leaflets.', claims: ['leaflets-sent'] }, project),
  ).toEqual({
    markdown: 'The river police sent 30,000 leaflets. {{cite "leaflets-sent"}}',
    findings: [],
  })
  expect(
    proposeSentence({ text: 'The river police sent 50,000 leaflets.', claims: ['leaflets-sent'] }, project).findings,
  ).toEqual([expect.stringContaining('50,000')])
  const draft = { ...corpus.claims.get('leaflets-sent')!, unfinished: 'not verified' }
  const drafted = { ...project, corpus: { ...corpus, claims: new Map([[draft.id, draft]]) } }
  expect(proposeSentence({ text: draft.gist, claims: [draft.id] }, drafted).findings).toEqual([
    'claims: leaflets-sent is a draft, on which nothing may rest',
  ])
  const absent = { ...project, evidence: examine(corpus, new Map(), undefined, new Log()) }
  for (const without of [absent, { ...project, evidence: { ...evidence, byClaim: new Map() } }])
    expect(proposeSentence({ text: draft.gist, claims: [draft.id] }, without).findings).toEqual([
      'claims: the passages of leaflets-sent are not at hand',
    ])
  expect(proposeSentence({ text: 'x', claims: ['leaflets-set'] }, project).findings).toEqual([
    expect.stringContaining('nearest: leaflets-sent'),
  ])
})

test('what tools proposed is told by tool, version and prompt', () => {
  const claim = corpus.claims.get('leaflets-sent')!
  const other = { ...by, version: '2' }
  expect(
    proposedBy([claim, { ...claim, proposed: other }, { ...claim, proposed: by }, { ...claim, proposed: by }]),
  ).toEqual([
    { ...by, claims: 2 },
    { ...other, claims: 1 },
  ])
})

test('search finds paragraphs and records that have all words', () => {
  expect(search('leaflets villages', corpus, evidence.texts).map(({ kind, id, para }) => [kind, id, para])).toEqual([
    ['text', 'orlo', 1],
    ['source', 'orlo', undefined],
  ])
  expect(search('pavel', corpus, evidence.texts).map(({ kind }) => kind)).toEqual(['text', 'actor'])
})

test.each([
  ['Mu\u0308ller', 'Müller'],
  ['\u1100\u1175\u11b7', '김한국'],
  ['محمد', 'محمّد'],
  ['Office', 'Oﬃce'],
  ['国家', '中国国家主席'],
  ['d’Or', "Cote d'Or"],
])('“%s” is found in %s, written as it may be', (words, title) => {
  const texts = new Map([['a', [title]]])
  const none = new Map()
  const sources = new Map([['b', { id: 'b', title }]])
  const corpus = { claims: none, actors: none, sources } as unknown as Parameters<typeof search>[1]
  expect(search(words, corpus, texts).map(({ id }) => id)).toEqual(['a', 'b'])
})

const echo = {
  name: 'echo',
  description: 'Says it again',
  inputSchema: { type: 'object' },
  call: async (value: unknown) => ({ isError: false, value }),
}
const ask = async (line: unknown) =>
  JSON.parse((await answer(typeof line === 'string' ? line : JSON.stringify(line), [echo], '1')) ?? 'null')

test('the server speaks the protocol, and answers every fault', async () => {
  expect(await ask({ jsonrpc: '2.0', id: 1, method: 'initialize', params: {} })).toMatchObject({
    id: 1,
    result: { serverInfo: { name: 'briefpack' }, capabilities: { tools: {} } },
  })
  expect(await ask({ jsonrpc: '2.0', method: 'notifications/initialized' })).toBe(null)
  expect((await ask({ jsonrpc: '2.0', id: 'a', method: 'tools/list' })).result.tools).toHaveLength(1)
  expect(
    await ask({ jsonrpc: '2.0', id: 2, method: 'tools/call', params: { name: 'echo', arguments: { a: 1 } } }),
  ).toMatchObject({ result: { isError: false, content: [{ type: 'text' }] } })
  for (const [line, code] of [
    ['{', -32700],
    ['[]', -32600],
    [{ id: 1, method: 'ping' }, -32600],
    [{ jsonrpc: '2.0', id: [1], method: 'ping' }, -32600],
    [{ jsonrpc: '2.0', id: 1, method: 'nothing' }, -32601],
    [{ jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name: 'rm' } }, -32602],
    ['x'.repeat(2_000_000), -32600],
  ])
    expect((await ask(line)).error.code).toBe(code)
})
