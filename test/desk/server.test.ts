// The workbench over HTTP: who may ask, what is written, and that nobody's work is lost.
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { request as ask } from 'node:http'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type DeskServer, serveDesk } from '../../src/app/cli/desk-server.ts'
import { diskHost } from '../../src/app/cli/host.ts'
import type { Draft, Findings, Overview, Saving, SourceText } from '../../src/app/desk/api.ts'
import { sampleFolder, temporaryFolder } from '../cli/run.ts'

const folder = temporaryFolder()
let server: DeskServer
let origin: string
let token: string

beforeAll(async () => {
  await sampleFolder(folder)
  server = await serveDesk({ folder, host: diskHost(folder), options: {}, port: 0 })
  const address = new URL(server.address)
  origin = address.origin
  token = address.hash.replace('#token=', '')
})
afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true })
})

/** A request as a program sends it that is not bound to what browsers allow. */
function raw(
  path: string,
  headers: Record<string, string> = {},
  body?: string,
): Promise<{ status: number; text: string }> {
  const { hostname, port } = new URL(origin)
  return new Promise((done, fail) => {
    const method = body === undefined ? 'GET' : 'POST'
    const sent = ask({ hostname, port, path, method, headers, agent: false }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () => done({ status: response.statusCode!, text: Buffer.concat(parts).toString() }))
    })
    sent.on('error', fail)
    sent.end(body)
  })
}
async function get<T>(path: string): Promise<T> {
  const { status, text } = await raw(path, { authorization: `Bearer ${token}` })
  expect(status).toBe(200)
  return JSON.parse(text) as T
}
async function post<T>(path: string, body: unknown): Promise<{ status: number; answer: T }> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const { status, text } = await raw(path, headers, JSON.stringify(body))
  return { status, answer: JSON.parse(text) as T }
}
const read = (path: string) => readFileSync(join(folder, path), 'utf8')

test('it listens on this machine alone', () => expect(new URL(origin).hostname).toBe('127.0.0.1'))

test.each<[string, Record<string, string>, number]>([
  ['no token', {}, 401],
  ['a wrong token', { authorization: 'Bearer nothing' }, 401],
  ['a token of the same length', { authorization: `Bearer ${'x'.repeat(32)}` }, 401],
  ['a name that was made to point here', { host: 'evil.example' }, 421],
  ['the right name with another port', { host: '127.0.0.1:1' }, 421],
  ['a page of another origin', { origin: 'https://evil.example' }, 403],
  ['a page without an origin', { origin: 'null' }, 403],
])('%s is turned away', async (_, headers, status) => {
  const given = _.includes('token') ? headers : { authorization: `Bearer ${token}`, ...headers }
  const answer = await raw('/api/project', given)
  expect(answer.status).toBe(status)
  expect(answer.text).not.toContain('harbour')
})

test('the pages hold nothing of the project, and may load nothing from elsewhere', async () => {
  const response = await fetch(origin)
  expect(await response.text()).not.toContain('harbour')
  const policy = response.headers.get('content-security-policy')!
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("script-src 'self'")
  expect(policy).toContain("frame-ancestors 'none'")
  expect(response.headers.get('access-control-allow-origin')).toBeNull()
})

test.each([
  '/../package.json',
  '/..%2f..%2fpackage.json',
  '/client.js/../../cli/main.js',
  '/api/../style.css%00',
  '/etc/passwd',
])('there is no way out by %s', async (path) => {
  const { status, text } = await raw(path, { authorization: `Bearer ${token}` })
  expect([200, 404]).toContain(status)
  expect(text).not.toContain('"dependencies"')
  expect(text).not.toContain('root:')
})

test.each(['../../etc/passwd', '..%2f..%2fcorpus%2factors', '%2e%2e', '%E0%A4%A', 'nobody'])(
  'a source is named by its key, not by a path: %s',
  async (id) => {
    const { status } = await raw(`/api/sources/${id}`, { authorization: `Bearer ${token}` })
    expect([400, 404]).toContain(status)
  },
)

test.each([
  ['no JSON', '{', 'application/json', 400],
  ['a form, which any page can send', 'a=b', 'application/x-www-form-urlencoded', 415],
  ['a field that was not agreed', '{"source":"alder-courier-2020","path":"/etc/passwd"}', 'application/json', 400],
  ['more than a person writes', `{"source":"${'x'.repeat(2_000_000)}"}`, 'application/json', 413],
])('%s is refused', async (_, body, type, status) => {
  const headers = { authorization: `Bearer ${token}`, 'content-type': type }
  expect((await raw('/api/draft', headers, body)).status).toBe(status)
})

const source = 'alder-courier-2020'
const path = `corpus/sources/${source}.yaml`

/** The digest of a file that the page has seen. */
const seen = async (path: string) => (await get<Overview>('/api/project')).digests[path]!

test('a claim is drafted with what can be known, saved by itself, and shown', async () => {
  const text = await get<SourceText>(`/api/sources/${source}`)
  const para = text.paragraphs.findIndex((it) => it.length > 40) + 1
  const place = { source, para, from: 3, to: 30 }
  const { answer: draft } = await post<Draft>('/api/draft', place)
  expect(text.paragraphs[para - 1]).toContain(draft.words)
  expect(draft.fields).toMatchObject({ kind: expect.any(String), voice: expect.any(String), grade: 6 })
  const dated = { ...draft.fields, gist: draft.words, date: { edtf: '2004-03~', basis: 'explicit' } }
  const { answer: shown } = await post<Draft>('/api/draft', { ...place, fields: dated })
  expect(shown.date).toEqual({ reads: 'c. March 2004' })
  expect(shown.copied).toBe(draft.words.split(' ').length)
  const { answer: wrong } = await post<Draft>('/api/draft', {
    ...place,
    fields: { ...dated, date: { edtf: 'May 2004', basis: 'explicit' } },
  })
  expect(wrong.date?.fault).toContain('did you mean "2004-05"?')
  const before = read(path)
  const { answer: saved } = await post<Saving>('/api/claims', { ...place, digest: await seen(path), fields: dated })
  expect(saved).toMatchObject({ path })
  const after = read(path)
  expect(after.length).toBeGreaterThan(before.length)
  const project = await get<Overview>('/api/project')
  expect(project.claims.find(({ id }) => 'saved' in saved && id === saved.saved)).toMatchObject({
    source,
    outcome: 'ok',
  })
})

test('what an editor changed meanwhile is shown, and stays', async () => {
  const place = { source, para: 1, from: 0, to: 12 }
  const { answer: draft } = await post<Draft>('/api/draft', place)
  const old = await seen(path)
  const edited = read(path).replace('title:', '# seen by nobody yet\ntitle:')
  writeFileSync(join(folder, path), edited)
  const fields = { ...draft.fields, gist: 'Something was so.' }
  const first = await post<Saving>('/api/claims', { ...place, digest: old, fields })
  expect(first.status).toBe(409)
  expect(first.answer).toMatchObject({ path, before: [], now: ['# seen by nobody yet'] })
  expect(read(path)).toBe(edited)
  const { digest } = first.answer as { digest: string }
  const second = await post<Saving>('/api/claims', { ...place, digest, fields })
  expect(second.answer).toMatchObject({ saved: 'something-was-so' })
  expect(read(path)).toContain('# seen by nobody yet')
})

test('a claim is changed in its own fields alone', async () => {
  const { claims } = await get<Overview>('/api/project')
  const {
    id,
    source,
    path,
    outcome: _,
    carries: __,
    ...fields
  } = claims.find((it) => it.source === 'alder-courier-2020')!
  const before = read(path)
  const done = await post<Saving>('/api/claims', {
    source,
    id,
    digest: await seen(path),
    fields: { ...fields, gist: 'Put otherwise: it was so.' },
  })
  expect(done.answer).toMatchObject({ saved: id, path, digest: await seen(path) })
  const [old, now] = [before, read(path)].map((it) => it.split('\n')) as [string[], string[]]
  expect(now.filter((it) => !old.includes(it))).toEqual([
    expect.stringMatching(/^ +gist: "?Put otherwise: it was so\."?$/),
  ])
  expect(old.filter((it) => !now.includes(it))).toHaveLength(1)
})

test('claims move between the sides of a judgment, the ceiling with them', async () => {
  const { judgments, claims } = await get<Overview>('/api/project')
  const judgment = judgments.find((it) => it.for.length > 0)!
  const empty = await post<{ level: string; reasons: string[] }>('/api/weigh', {
    id: judgment.id,
    for: [],
    against: [],
  })
  expect(empty.answer).toMatchObject({ level: 'low', reasons: ['no claim supports it'], groups: 0 })
  const other = claims.find(({ id }) => !judgment.for.includes(id) && !judgment.against.includes(id))!
  const sides = { for: judgment.for, against: [...judgment.against, other.id] }
  const done = await post<Saving>('/api/judgments', { id: judgment.id, ...sides, digest: await seen(judgment.path) })
  expect(done.answer).toMatchObject({ saved: judgment.id, path: judgment.path })
  const fresh = (await get<Overview>('/api/project')).judgments.find(({ id }) => id === judgment.id)
  expect(fresh).toMatchObject(sides)
  const unknown = await post<Saving>('/api/judgments', {
    id: judgment.id,
    for: ['nobody'],
    against: [],
    digest: await seen(judgment.path),
  })
  expect(unknown.answer).toEqual({ refused: ['there is no claim “nobody”'] })
})

test('a change in the folder wakes the pages that wait, and findings have their places', async () => {
  const { version } = await get<Overview>('/api/project')
  const waiting = get<{ version: number }>(`/api/changes?after=${version}`)
  writeFileSync(join(folder, 'corpus/actors.yaml'), read('corpus/actors.yaml').replace('kind: person', 'knd: person'))
  expect((await waiting).version).toBeGreaterThan(version)
  const { findings } = await get<Findings>('/api/findings')
  expect(findings).toContainEqual(
    expect.objectContaining({ file: 'corpus/actors.yaml', rule: 'field-is-known', isError: true }),
  )
})
