// What a careless hand does on the command line costs nothing that somebody wrote, and is told with its reason.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { finished, run, sampleFolder, start, temporaryFolder } from './run.ts'

let parent: string
const made = (name: string) => join(parent, name)
beforeAll(() => {
  parent = temporaryFolder()
})
afterAll(() => rmSync(parent, { recursive: true }))

function sample(name: string): Promise<string> {
  return sampleFolder(made(name))
}

const actors = 'corpus/actors.yaml'

test('nothing is written over what an author wrote', async () => {
  const folder = await sample('over')
  const before = readFileSync(join(folder, actors))
  for (const words of [
    ['export', 'actors', '--out', actors],
    ['export', 'actors', '--out', './templates/../corpus/x.xlsx'],
    ['build', '-f', 'md', '--out', 'corpus/'],
    ['theme', 'default', '--out', 'templates'],
    ['schema', '--out', 'texts'],
  ])
    expect(await run(folder, words), words.join(' ')).toMatchObject({
      code: 2,
      err: expect.stringContaining('own files'),
    })
  expect(await run(folder, ['reference-doc', actors])).toMatchObject({ code: 2 })
  expect(readFileSync(join(folder, actors))).toEqual(before)
  expect(existsSync(join(folder, 'corpus/alder-water.md'))).toBe(false)
  writeFileSync(join(folder, 'house.docx'), 'mine')
  expect(await run(folder, ['reference-doc', 'house.docx'])).toMatchObject({
    code: 2,
    err: expect.stringContaining('already'),
  })
  expect(readFileSync(join(folder, 'house.docx'), 'utf8')).toBe('mine')
})

test('a register that was edited as a sheet is not written over; one that was not is', async () => {
  const folder = await sample('sheets')
  const write = () => run(folder, ['export', 'actors', '--as', 'csv'])
  const sheet = join(folder, 'out/actors.csv')
  expect(await write()).toMatchObject({ code: 0 })
  const first = readFileSync(sheet, 'utf8')
  writeFileSync(join(folder, actors), readFileSync(join(folder, actors), 'utf8').replace(/name: \w+/, 'name: Renamed'))
  expect(await write()).toMatchObject({ code: 0 })
  writeFileSync(sheet, first)
  expect(await write()).toMatchObject({ code: 2, err: expect.stringContaining('bring it in with briefpack add') })
  expect(readFileSync(sheet, 'utf8')).toBe(first)
  writeFileSync(join(folder, 'actors.csv'), 'id,nmae\ncustoms,A\n')
  expect(await run(folder, ['add', join(folder, 'actors.csv')])).toMatchObject({
    err: expect.stringContaining('did you mean “name”?'),
  })
  writeFileSync(join(folder, 'actors.csv'), '')
  expect(await run(folder, ['add', join(folder, 'actors.csv')])).toMatchObject({
    code: 1,
    err: expect.stringContaining('no fields'),
  })
})

test('the first kind of one’s own leaves those of the preset', async () => {
  const folder = await sample('kinds')
  // The sample has lists of its own.
  for (const [register, own] of [
    ['actor', /utility/g],
    ['event', /reading|sampling/g],
    ['measure', /works|monitoring/g],
  ] as const) {
    const path = join(folder, `corpus/${register}s.yaml`)
    rmSync(join(folder, `corpus/${register}-kinds.yaml`))
    const known = { actor: 'company', event: 'statement', measure: 'programme' }[register]
    const text = readFileSync(path, 'utf8')
    writeFileSync(
      path,
      text.replace(/^ {2}(?:kind|instrument): .*$/gm, (line) => line.replace(own, known)),
    )
  }
  for (const kind of ['event-kind', 'actor-kind', 'measure-kind']) {
    const { code, err } = await run(folder, ['add', kind, 'id=audit', 'label=Audit'])
    expect(code).toBe(0)
    expect(err).toMatch(/begins with the \d+ kinds/)
    const again = await run(folder, ['add', kind, 'id=inspection', 'label=Inspection'])
    expect(again.err).not.toContain('begins with')
  }
  expect(await run(folder, ['check', '--strict'])).toMatchObject({ code: 0 })
})

describe('add', () => {
  test.each([
    [['id=health-office', 'kind=person'], 'the actor “health-office” exists already'],
    [['id=Big Yard', 'kind=person'], 'did you mean “big-yard”?'],
  ])('refuses %s', async (fields, reason) => {
    const folder = existsSync(made('add')) ? made('add') : await sample('add')
    const before = readFileSync(join(folder, actors))
    expect(await run(folder, ['add', 'actor', 'name=X', ...fields])).toMatchObject({
      code: 1,
      err: expect.stringContaining(reason),
    })
    expect(readFileSync(join(folder, actors))).toEqual(before)
  })
})

test('a folder in the place of a file is told once, where it is', async () => {
  const folder = await sample('folders')
  const paths = [
    actors,
    'corpus/event-kinds.yaml',
    'corpus/sources/brandt-review-2021.yaml',
    'templates/who-is-who.md.hbs',
  ]
  for (const path of paths) {
    rmSync(join(folder, path), { force: true })
    mkdirSync(join(folder, path))
  }
  const { code, out } = await run(folder, ['check', '--output-format', 'json'])
  const told = JSON.parse(out).findings.filter((it: { severity: string }) => it.severity === 'error')
  expect(code).toBe(1)
  expect(told).toMatchObject(paths.map((file) => ({ rule: 'file-is-present', file })))
})

test('a link to nowhere is told', async () => {
  const folder = await sample('link')
  symlinkSync('nowhere', join(folder, 'corpus/sources/gone.yaml'))
  expect(await run(folder, ['check'])).toMatchObject({ code: 1, err: expect.stringContaining('leads nowhere') })
})

test('where nothing can be kept, packs are written all the same', async () => {
  const folder = await sample('kept')
  rmSync(join(folder, '.briefpack'), { recursive: true })
  writeFileSync(join(folder, '.briefpack'), '')
  expect(await run(folder, ['build', '-f', 'md'])).toMatchObject({ code: 0 })
  expect(await run(folder, ['check'])).toMatchObject({ code: 0 })
})

test.each([
  ['extends: common', 'extends: alder-water', 'reference-resolves'],
  ['who-is-who', '../../who', 'field-is-valid'],
])('%s → %s in a pack is one finding', async (from, to, rule) => {
  const folder = await sample(rule)
  const pack = join(folder, 'corpus/packs/alder-water.yaml')
  writeFileSync(pack, readFileSync(pack, 'utf8').replace(from, to))
  const { out } = await run(folder, ['check', '--output-format', 'json'])
  expect(JSON.parse(out).findings).toMatchObject([{ rule }])
})

test.each([
  ['threats', 'claims: [none-above-since-november]', 'claims: [none-above-sinc-november]'],
  ['disagreements', 'claims: [fields-blamed,', 'claims: [field-blamed,'],
  ['packs/common', 'claims: [two-wells-fitted', 'claims: [two-well-fitted'],
])('a claim that %s misspells is one finding', async (file, from, to) => {
  const folder = await sample(file.replace('/', '-'))
  const path = join(folder, `corpus/${file}.yaml`)
  const text = readFileSync(path, 'utf8')
  expect(text).toContain(from)
  writeFileSync(path, text.replace(from, to))
  const { out } = await run(folder, ['check', '--output-format', 'json'])
  expect(JSON.parse(out).findings).toMatchObject([{ rule: 'reference-resolves', file: `corpus/${file}.yaml` }])
})

test.each([
  ['actors', 'lind', 'lin'],
  ['actors', 'reiner', 'reinr'],
  ['sources/alder-courier-2020', 'kestrel-hired', 'kestrel-hird'],
  ['sources/alder-council-minutes-2021', 'two-wells-fitted', 'two-well-fitted'],
])('an id that %s misspells where it is given is one finding: %s', async (file, right, wrong) => {
  const folder = await sample(`id-${right}`)
  const path = join(folder, `corpus/${file}.yaml`)
  const text = readFileSync(path, 'utf8')
  expect(text).toContain(`- id: ${right}\n`)
  writeFileSync(path, text.replace(`- id: ${right}\n`, `- id: ${wrong}\n`))
  const { out } = await run(folder, ['check', '--output-format', 'json'])
  const told = { rule: 'reference-resolves', file: `corpus/${file}.yaml`, message: expect.stringContaining(right) }
  expect(JSON.parse(out).findings).toMatchObject([told])
})

test('a field that a shared part has wrong is told there alone', async () => {
  const folder = await sample('shared')
  const shared = join(folder, 'corpus/packs/common.yaml')
  writeFileSync(shared, readFileSync(shared, 'utf8').replace('scale: icd203', 'scale: icd'))
  const { out } = await run(folder, ['check', '--output-format', 'json'])
  expect(JSON.parse(out).findings).toMatchObject([{ rule: 'field-is-valid', file: 'corpus/packs/common.yaml' }])
})

test('init says what it would leave undone, and which language is meant', async () => {
  const sampled = await run(parent, ['init', 'never', '--example', '--language', 'fr'])
  expect(sampled).toMatchObject({ code: 2, err: expect.stringContaining('--language') })
  expect(existsSync(made('never'))).toBe(false)
  expect((await run(parent, ['init', 'never', '--language', 'en'])).err).toContain('did you mean “en-GB”?')
})

test('a subject of two lines is a title of one', async () => {
  expect((await run(parent, ['init', 'lines', '--subject', 'Water:\n "the" # valley'])).code).toBe(0)
  expect((await run(made('lines'), ['check', '--strict'])).code).toBe(0)
})

test('a place without a value is told so', async () => {
  const folder = await sample('place')
  const { code, err } = await run(folder, ['pin', 'brandt-review-2021', 'The wells', '--at', 'page'])
  expect(code).toBe(2)
  expect(err).toContain('“page” says no place')
})

test('a changed cell names a kind that there is', async () => {
  const folder = await sample('cells')
  writeFileSync(join(folder, 'actors.csv'), 'id,kind\nkestrel,compny\n')
  const { code, err } = await run(folder, ['add', join(folder, 'actors.csv')])
  expect(code).toBe(1)
  expect(err).toContain('did you mean “company”?')
})

test('the language server ends where its editor is gone', async () => {
  const child = start(await sample('gone'), ['lsp'])
  child.stdin!.end()
  expect((await finished(child)).code).toBe(0)
})

test('a source whose file has a name that nothing can cite is one finding', async () => {
  const folder = await sample('named')
  const [from, to] = ['brandt-review-2021.yaml', 'Brandt Review.yaml'].map((it) => join(folder, 'corpus/sources', it))
  renameSync(from!, to!)
  const { out } = await run(folder, ['check', '--output-format', 'json'])
  expect(JSON.parse(out).findings).toMatchObject([{ rule: 'field-is-valid' }])
})

test('a text that is gone is told at its source and its passages, not where they are cited', async () => {
  const folder = await sample('emptied')
  writeFileSync(join(folder, 'texts/brandt-review-2021.txt'), '')
  const { out } = await run(folder, ['check', '--output-format', 'json'])
  const told: readonly { rule: string; file: string }[] = JSON.parse(out).findings
  expect(new Set(told.map(({ rule }) => rule))).toEqual(new Set(['text-matches', 'passage-matches']))
  expect(new Set(told.map(({ file }) => file))).toEqual(new Set(['corpus/sources/brandt-review-2021.yaml']))
})

test('an entry that is never closed, brackets without end and a project outside git are told in plain words', async () => {
  const folder = await sample('plain')
  writeFileSync(join(folder, 'r.bib'), '@article{x, title={Foo')
  expect((await run(folder, ['add', join(folder, 'r.bib')])).err).toContain('never closed')
  writeFileSync(join(folder, 'corpus/events.yaml'), `- id: ${'['.repeat(5000)}${']'.repeat(5000)}`)
  expect((await run(folder, ['check'])).err).toContain('more is nested')
  expect((await run(folder, ['impact'])).err).toContain('the project is not in git')
})

test('what comes next can be pasted, whatever the folder is called', async () => {
  expect((await run(parent, ['init', "it's mine"])).err).toMatch(/cd '.*it'\\''s mine' && briefpack build/)
})
