// A draft is written although there are errors, says each at its place, and what reviewers say of it comes back.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { readBack } from '../../src/app/review/read-back.ts'
import { type BuildOptions, build } from '../../src/build.ts'
import type { Finding } from '../../src/core/log.ts'
import { unzip, zip } from '../../src/core/zip.ts'
import { sdkErrors } from '../docx/context.ts'
import { readFiles } from '../helpers/golden.ts'
import { libreOffice, libreOfficeTest } from '../helpers/libreoffice.ts'
import { sharedCache as cache, memoryHost } from '../helpers/memory-host.ts'
import { readableDocx } from '../helpers/readable.ts'

const sample = new Map<string, string>([
  ...readFiles('assets/sample'),
  ...[...readFiles('templates')].map(([path, text]) => [`templates/${path}`, text] as const),
])
const minutes = 'corpus/sources/alder-council-minutes-2021.yaml'
/** With faults of several kinds: in a claim, in a template, in a record, and in one that the pack does not print. */
const faulty = new Map([
  ...sample,
  [minutes, sample.get(minutes)!.replace('two of the four wells', 'three of the four wells')],
  [
    'corpus/actors.yaml',
    sample.get('corpus/actors.yaml')!.replace('every week since May 2020', 'of 99 sheds since May 2020'),
  ],
  ['corpus/areas.yaml', '[]\n'],
  [
    'templates/timeline.md.hbs',
    `${sample.get('templates/timeline.md.hbs')}\n\nSee [@nobody-2001, p. 3].[^n]\n\n[^n]: As in [there](#no-such-place).\n`,
  ],
])

const built = async (files: ReadonlyMap<string, string>, options: BuildOptions = {}) => {
  const host = memoryHost(files)
  const result = await build(host, { packs: ['alder-water'], formats: ['docx'], cache, ...options })
  return { ...result, written: host.written }
}
const draftOf = async (files = faulty, options: BuildOptions = {}) =>
  (await built(files, { draft: true, ...options })).written.get('out/alder-water.draft.docx')!
let draft: Uint8Array
let findings: readonly Finding[]

beforeAll(async () => {
  const made = await built(faulty, { draft: true })
  draft = made.written.get('out/alder-water.draft.docx')!
  findings = made.findings
})

const decoder = new TextDecoder()
const partsOf = (bytes: Uint8Array) => unzip(bytes) as ReadonlyMap<string, Uint8Array>
/** The comments of a Word file, each with the words of the paragraph that it is on. */
function commentsOf(bytes: Uint8Array): (readonly [at: string, text: string])[] {
  const [body, , comments = ''] = readableDocx(bytes)
    .split(/^word\/\w+\.xml$/m)
    .slice(1)
  const lines = body!.split('\n')
  return comments
    .split(/^‹/m)
    .slice(1)
    .map((comment) => {
      const [id, ...text] = comment.trim().split('\n')
      const at = lines.find((line) => line.includes(`‹${id}`))!
      return [at.replace(/ ‹\d+›/g, ''), text.map((line) => line.replace('Normal: ', '')).join('\n')]
    })
}

test('errors refuse a pack and not its draft, which leaves the last good files alone', async () => {
  expect((await built(faulty)).packs).toMatchObject([{ sound: false, paths: [] }])
  const { packs, written } = await built(faulty, {
    draft: true,
    formats: ['md', 'html', 'xlsx', 'pandoc'],
  })
  expect(findings.filter(({ fatal }) => fatal).length).toBeGreaterThan(3)
  expect(packs).toMatchObject([{ sound: true }])
  expect([...written.keys()].filter((path) => !path.startsWith('out/alder-water.draft.'))).toEqual([])
  for (const format of ['md', 'html'])
    expect(decoder.decode(written.get(`out/alder-water.draft.${format}`)), format).toContain('DRAFT')
})

test('each finding is a comment at what it is about, and none is left out', async () => {
  const comments = commentsOf(draft)
  for (const { reason, ruleId } of findings)
    expect(
      comments.filter(([, text]) => text.includes(reason) && text.includes(ruleId)),
      reason,
    ).toHaveLength(1)
  const placeOf = (reason: string) => comments.find(([, text]) => text.includes(reason))?.[0]
  expect(placeOf('the number “99” is in no claim')).toContain('Has tested the water of 99 sheds')
  expect(placeOf('nobody-2001')).toContain('See [@nobody-2001]')
  expect(placeOf('#no-such-place')).toContain('See [@nobody-2001]')
  expect(placeOf('“three” is no number of the passage')).toContain('fitted at three of the four wells')
  expect(placeOf('“areas.yaml” is not a file')).toMatch(/^Title/)
})

test('claims that could not be held against their texts, and those that are unfinished, are told', async () => {
  const files = new Map(
    [...sample].filter(([path]) => path !== 'texts/brandt-review-2021.txt' && !path.endsWith('.lock.json')),
  )
  files.set(
    minutes,
    files.get(minutes)!.replace('    value: {number: 2', '    unfinished: Who said it is open.\n    value: {number: 2'),
  )
  const texts = commentsOf(await draftOf(files)).map(([, text]) => text)
  expect(texts).toContain(
    'Not checked: the claim could not be held against its passages, for want of the text\nclaim:wells-open',
  )
  expect(texts).toContain('Unfinished: Who said it is open.\nclaim:two-wells-fitted')
})

test('a draft without a fault has no comments; without a cover the first paragraph tells what has no place', async () => {
  expect(partsOf(await draftOf(sample)).has('word/comments.xml')).toBe(false)
  const pack = 'corpus/packs/alder-water.yaml'
  const comments = commentsOf(await draftOf(new Map([...faulty, [pack, `${faulty.get(pack)}cover: false\n`]])))
  expect(comments.find(([, text]) => text.includes('“areas.yaml” is not a file'))?.[0]).toMatch(/^Heading1/)
})

test('a draft is valid, tracked changes and all, and has the same bytes each time', async () => {
  expect(await draftOf()).toEqual(draft)
  const later = new Map([
    ...faulty,
    ['corpus/actors.yaml', sample.get('corpus/actors.yaml')!.replace('at night', 'by day')],
  ])
  const tracked = await draftOf(later, { word: { before: { 'alder-water': draft } } })
  expect(commentsOf(tracked).length).toBeGreaterThan(3)
  expect(await sdkErrors('tracked-draft.docx', tracked)).toEqual([])
  const fromFinal = await draftOf(later, { word: { before: { 'alder-water': await draftOf(sample) } } })
  expect(await sdkErrors('tracked-final.docx', fromFinal)).toEqual([])
})

const remarksOf = async (bytes: Uint8Array, files = faulty) => {
  const result = await readBack(memoryHost(files), bytes, { cache })
  if (typeof result === 'string') throw new Error(result)
  return { edits: result.edits, remarks: result.remarks.map(({ author, text, field }) => [author, text, field?.id]) }
}

test('what the tool says of a draft does not come back, with the records as they were and mended', async () => {
  expect(await remarksOf(draft)).toEqual({ edits: [], remarks: [] })
  expect((await remarksOf(draft, sample)).remarks).toEqual([])
})

test('an answer to a comment of the tool comes back with its record, and so does one that a person rewrote', async () => {
  const parts = partsOf(draft)
  const comments = decoder.decode(parts.get('word/comments.xml'))
  const document = decoder.decode(parts.get('word/document.xml'))
  const [own, id] = [...comments.matchAll(/<w:comment w:id="(\d+)"(?:(?!<\/w:comment>).)*<\/w:comment>/gs)].find(
    ([it]) => it.includes('“99”'),
  )!
  const answer = own
    .replace('w:author="briefpack"', 'w:author="B. Reader"')
    .replace(`w:id="${id}"`, 'w:id="700"')
    .replace(/(<w:p>).*(<\/w:p>)/s, '$1<w:r><w:t>There are 99.</w:t></w:r>$2')
  const both = (name: string) => document.includes(`<w:${name} w:id="${id}"/>`)
  expect(['commentRangeStart', 'commentRangeEnd', 'commentReference'].every(both)).toBe(true)
  const answered = document.replace(
    new RegExp(`<w:(commentRange(?:Start|End)|commentReference) w:id="${id}"/>`, 'g'),
    (it, name) =>
      name === 'commentReference' ? `${it}</w:r><w:r><w:commentReference w:id="700"/>` : `${it}<w:${name} w:id="700"/>`,
  )
  const rewritten = comments
    .replace('“three” is no number', '“three” is a number')
    .replace('</w:comments>', `${answer}</w:comments>`)
  const bytes = zip(
    new Map<string, string | Uint8Array>([...parts, ['word/document.xml', answered], ['word/comments.xml', rewritten]]),
  )
  const { edits, remarks } = await remarksOf(bytes)
  expect(edits).toEqual([])
  expect(remarks).toEqual([
    ['briefpack', expect.stringContaining('“three” is a number'), expect.anything()],
    ['B. Reader', 'There are 99.', 'kestrel'],
  ])
})

libreOfficeTest('LibreOffice keeps the comments of a draft, and those of a person come back alone', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'draft-'))
  const [opened, saved] = [join(folder, 'draft.docx'), join(folder, 'saved.docx')]
  try {
    writeFileSync(opened, draft)
    await libreOffice([
      {
        open: opened,
        do: [['comment', '99 sheds', 'B. Reader', 'There are 99.']],
        save: saved,
        filter: 'MS Word 2007 XML',
      },
    ])
    const back = readFileSync(saved)
    const own = commentsOf(back).filter(([, text]) => !text.includes('There are 99.'))
    expect(own).toHaveLength(commentsOf(draft).length)
    expect(await remarksOf(back)).toEqual({ edits: [], remarks: [['B. Reader', 'There are 99.', 'kestrel']] })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
