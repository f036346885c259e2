// What people marked elsewhere becomes passages with unfinished claims, each at its place, and once.
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parse } from 'yaml'
import { readQdpx } from '../../src/evidence/import/qdpx.ts'
import { filesBelow, run, temporaryFolder } from '../cli/run.ts'

const folder = temporaryFolder('minimal')
afterAll(() => rmSync(folder, { recursive: true }))
const path = 'corpus/sources/quay-2003.yaml'
const claims = (file = path) => parse(readFileSync(join(folder, file), 'utf8')).claims as Record<string, unknown>[]
const add = (file: string, ...more: string[]) =>
  run(folder, ['add', file.startsWith('zotero:') ? file : join(folder, file), ...more])
const [, , third = '', fourth = ''] = readFileSync('test/cases/minimal/texts/quay-2003.txt', 'utf8').split(/\n+/)
const words = (text: string, from: number, to: number) => text.split(' ').slice(from, to).join(' ')
const url = 'https://quay.example/toll'

beforeAll(() => {
  const yaml = readFileSync(join(folder, path), 'utf8')
  writeFileSync(join(folder, path), yaml.replace('\nbasis:', `\naccessed: "2003-06-01"\nURL: ${url}\nbasis:`))
})

test('Hypothesis: quotation, comment, tags and author; a second time nothing', async () => {
  const annotation = {
    id: 'x1',
    uri: `http://www.quay.example/toll/#part`,
    user: 'acct:ada@hypothes.is',
    created: '2024-05-01T10:00:00Z',
    text: 'The toll is not to rise.',
    tags: ['Toll policy', 'port'],
    target: [
      {
        source: url,
        selector: [
          { type: 'TextPositionSelector', start: 1, end: 9 },
          { type: 'TextQuoteSelector', exact: words(third, 0, 5), prefix: '', suffix: words(third, 5, 8) },
        ],
      },
    ],
  }
  const bare = {
    ...annotation,
    id: 'x2',
    text: '',
    tags: [],
    target: [{ selector: [{ type: 'TextQuoteSelector', exact: words(fourth, 1, 6) }] }],
  }
  const page = { ...annotation, id: 'x3', text: 'A note on the page', target: [{ source: url }] }
  writeFileSync(
    join(folder, 'hypothesis.json'),
    JSON.stringify({
      rows: [annotation, { ...annotation, id: 'x4', user: 'acct:ben@hypothes.is', tags: ['port', 'ben'] }, bare, page],
    }),
  )
  const before = readFileSync(join(folder, path), 'utf8')
  const { code, err, out } = await add('hypothesis.json')
  expect({ code, out: out.split('\n').length }).toEqual({ code: 0, out: 3 })
  expect(err).toContain('left out: annotation 4, which marks no words: A note on the page')
  expect(readFileSync(join(folder, path), 'utf8').startsWith(before.trimEnd())).toBe(true)
  const [first, second] = claims().slice(-2)
  expect(first).toMatchObject({
    id: 'the-toll-is-not-to-rise',
    tags: ['toll-policy', 'port', 'ben'],
    unfinished: expect.stringContaining('From Hypothesis (ada@hypothes.is, 2024-05-01; ben@hypothes.is, 2024-05-01)'),
  })
  expect(second).toMatchObject({ gist: `To be written: ${words(fourth, 1, 6)}` })
  const again = await add('hypothesis.json')
  expect(again.err).toContain('0 unfinished claims, 2 there already')
  expect(again.out).toBe('')
})

test('what is unfinished is printed by no pack, and nothing may rest on it', async () => {
  expect((await run(folder, ['check'])).err).not.toContain('claim-is-finished')
  const { err } = await run(folder, ['build', '-f', 'md'])
  expect(err).not.toContain('error')
  const packs = join(folder, 'out')
  const { readdirSync } = await import('node:fs')
  const printed = readdirSync(packs)
    .filter((it) => it.endsWith('.md'))
    .map((it) => readFileSync(join(packs, it), 'utf8'))
  expect(printed.join()).not.toContain('To be written')
})

test('W3C Web Annotation: pages, bodies with purposes, targets with refined selectors', async () => {
  const annotation = {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: 'urn:1',
    type: 'Annotation',
    creator: { name: 'Ada' },
    created: '2024-05-02T00:00:00Z',
    body: [
      { type: 'TextualBody', value: 'They feared six crowns.', purpose: 'commenting' },
      { type: 'TextualBody', value: 'fear', purpose: 'tagging' },
    ],
    target: {
      source: url,
      selector: {
        type: 'FragmentSelector',
        value: 'p',
        refinedBy: { type: 'TextQuoteSelector', exact: `“${words(fourth, 4, 9)}` },
      },
    },
  }
  const lost = {
    ...annotation,
    id: 'urn:2',
    target: { source: url, selector: { type: 'TextQuoteSelector', exact: 'words that stand nowhere' } },
  }
  const foreign = {
    ...annotation,
    id: 'urn:3',
    target: { source: 'https://elsewhere.example', selector: { type: 'TextQuoteSelector', exact: 'x' } },
  }
  writeFileSync(
    join(folder, 'anno.jsonld'),
    JSON.stringify({
      type: 'AnnotationPage',
      items: [
        {
          ...annotation,
          target: { ...annotation.target, selector: { type: 'TextQuoteSelector', exact: words(fourth, 4, 9) } },
        },
        lost,
        foreign,
      ],
    }),
  )
  const { code, err } = await add('anno.jsonld')
  expect(code).toBe(1)
  expect(err).toContain('quay-2003: “words that stand nowhere”')
  expect(err).toContain('no source is the text of “x” (https://elsewhere.example)')
  expect(claims().at(-1)).toMatchObject({
    gist: 'They feared six crowns.',
    tags: ['fear'],
    unfinished: expect.stringContaining('(Ada, 2024-05-02)'),
  })
})

test('CSL-JSON is a library still', async () => {
  writeFileSync(join(folder, 'refs.json'), JSON.stringify([{ id: 'doe-2001', type: 'book', title: 'A book' }]))
  expect((await add('refs.json')).out).toBe('corpus/sources/doe-2001.yaml\n')
})

test('REFI-QDA: codes as tags, positions in code points, a text of its own where there is none; words are told apart by what stands around them', async () => {
  const body = 'An odd 𝒻irst line.\nThe port is shut. The port is shut for good, they say.\nThe end of it.'
  const points = [...body]
  const place = (exact: string, after = 0) => {
    const at = points.slice(after).join('').indexOf(exact)
    return after + [...points.slice(after).join('').slice(0, at)].length
  }
  const second = place('The port is shut', place('The port is shut') + 3)
  const selection = (guid: string, from: number, to: number, code: string) =>
    `<PlainTextSelection guid="${guid}" startPosition="${from}" endPosition="${to}" creatingUser="u1" creationDateTime="2023-01-02T03:04:05Z"><Description>Why &amp; how</Description><Coding guid="c${guid}"><CodeRef targetGUID="${code}"/></Coding></PlainTextSelection>`
  const qde = `<?xml version="1.0" encoding="utf-8"?><Project name="p" xmlns="urn:QDA-XML:project:1.0"><Users><User guid="u1" name="Eve"/></Users><CodeBook><Codes><Code guid="k1" name="Closure"><Code guid="k2" name="For good"/></Code></Codes></CodeBook><Sources><TextSource guid="s1" name="Field notes" plainTextPath="internal://s1.txt">${selection('a', second, second + 16, 'k2')}${selection('b', place('irst'), place('irst') + 4, 'k1')}${selection('d', 5, 9999, 'k1')}</TextSource><PictureSource guid="s2" name="Photo"><PictureSelection guid="z"/></PictureSource></Sources></Project>`
  writeFileSync(join(folder, 'study.qdpx'), zipSync({ 'project.qde': strToU8(qde), 'Sources/s1.txt': strToU8(body) }))
  const { code, err, out } = await add('study.qdpx')
  expect(err.match(/^error.*/gm)).toBeNull()
  expect(code).toBe(0)
  expect(out).toContain('corpus/sources/field-notes.yaml')
  expect(err).toContain('left out: Field notes: a selection from 5 to 9999')
  expect(err).toContain('left out: Photo: 1 marked areas')
  const made = claims('corpus/sources/field-notes.yaml')
  expect(made.map(({ tags }) => tags)).toEqual([['for-good'], ['closure']])
  expect(made[0]).toMatchObject({
    passages: [{ para: 2 }],
    unfinished: expect.stringContaining('From REFI-QDA (Eve, 2023-01-02)'),
  })
  const checked = await run(folder, ['check', '--select', 'passage-matches,passage-is-unique,passage-is-in-place'])
  expect(checked.err).not.toContain('field-notes')
  expect((await add('study.qdpx')).err).toContain('0 unfinished claims, 2 there already')
  writeFileSync(join(folder, 'broken.qdpx'), zipSync({ 'x.txt': strToU8('x') }))
  expect(await add('broken.qdpx')).toMatchObject({ code: 2, err: expect.stringContaining('no project.qde') })
})

test.each([
  ['a.qdpx', zipSync({ 'project.qde': strToU8('no markup at all') }), 'is no project of REFI-QDA'],
  ['b.qdpx', zipSync({ 'project.qde': strToU8('<!DOCTYPE a [<!ENTITY x "y">]><Project/>') }), 'has a DOCTYPE'],
  ['c.qdpx', zipSync({ 'project.qde': strToU8('<Project name="p"/>') }), 'no marked words stand in'],
  ['a.json', strToU8('{"first": {"items": [{"type": "Annotation", "body": []}]}}'), 'no marked words stand in'],
  ['b.json', strToU8('[{"@context": "a", "name": "b"}]'), 'item 1 is none of CSL-JSON'],
  ['c.json', strToU8('[]'), 'no item of CSL-JSON'],
  ['a.bib', strToU8('TY  - BOOK\nER  - \n'), 'no item of BibTeX'],
])('nothing comes of %s, and that is said', async (name, bytes, reason) => {
  const before = filesBelow(folder)
  writeFileSync(join(folder, name), bytes)
  const { code, err } = await add(name)
  expect(code).not.toBe(0)
  expect(err).toContain(reason)
  expect(filesBelow(folder).filter((it) => it !== name)).toEqual(before)
})

test('Zotero on this machine: a collection, its items, and what is marked in their files', async () => {
  const library = { type: 'user', id: 77 }
  const item = {
    key: 'ITEM2345',
    library,
    csljson: {
      id: '77/ITEM2345',
      type: 'article-magazine',
      title: 'Toll Stays',
      issued: { 'date-parts': [[2003, 5]] },
    },
    data: { itemType: 'magazineArticle', title: 'Toll Stays', citationKey: 'okafor2003' },
  }
  const file = { key: 'FILE2345', library, data: { itemType: 'attachment' } }
  const mark = {
    key: 'MARK2345',
    library,
    data: {
      itemType: 'annotation',
      annotationType: 'highlight',
      annotationText: words(third, 1, 6),
      annotationComment: 'As was said.',
      annotationPageLabel: '3',
      dateAdded: '2024-06-01T00:00:00Z',
      tags: [{ tag: 'Said' }],
    },
  }
  const answers: Record<string, unknown> = {
    '/api/users/0/collections/COLL2345/items/top': [item],
    '/api/users/0/items/ITEM2345/children': [file],
    '/api/users/0/items/FILE2345/children': [
      mark,
      { ...mark, data: { ...mark.data, annotationType: 'image', annotationText: '' } },
    ],
  }
  const server = createServer((request, response) => {
    const found = answers[new URL(request.url!, 'http://x').pathname]
    response.writeHead(found ? 200 : 404, { 'content-type': 'application/json' }).end(JSON.stringify(found ?? null))
  })
  await new Promise<void>((done) => server.listen(23119, '127.0.0.1', done))
  try {
    const source = 'corpus/sources/okafor2003.yaml'
    const first = await add('zotero:COLL2345')
    expect(first.out).toBe(`${source}\n`)
    expect(first.err).toContain('okafor2003: its text is not at hand')
    writeFileSync(
      join(folder, 'toll.txt'),
      `${readFileSync('test/cases/minimal/texts/quay-2003.txt', 'utf8')}\nA last paragraph.\n`,
    )
    expect((await add('toll.txt', '--source', 'okafor2003')).code).toBe(0)
    const second = await add('zotero:COLL2345')
    expect(second).toMatchObject({ code: 0, err: expect.stringContaining('left out: Toll Stays: image on page 3') })
    expect(parse(readFileSync(join(folder, source), 'utf8'))).toMatchObject({
      title: 'Toll Stays',
      library: { key: 'http://zotero.org/users/77/items/ITEM2345', 'citation-key': 'okafor2003' },
      claims: [{ gist: 'As was said.', tags: ['said'] }],
    })
    expect((await add('zotero:COLL2345')).err).toContain('0 unfinished claims, 1 there already')
    expect(await add('zotero:NONE2345')).toMatchObject({
      code: 2,
      err: expect.stringContaining('no item and no collection'),
    })
    expect(await add('zotero:../x')).toMatchObject({ code: 2, err: expect.stringContaining('is no key of Zotero') })
  } finally {
    server.close()
  }
  expect(await add('zotero:COLL2345')).toMatchObject({
    code: 2,
    err: expect.stringContaining('Zotero does not answer on this machine'),
  })
})

test('a .qdpx that unpacks to more than memory should hold is refused before it is unpacked', () => {
  const bomb = new DataView(zipSync({ 'project.qde': new Uint8Array(9) }).buffer)
  // In the list of files at the end: the signature of its entry, and the size that it has unpacked.
  const entry = [...Array(bomb.byteLength - 4).keys()].find((at) => bomb.getUint32(at) === 0x504b0102)!
  bomb.setUint32(entry + 24, 200_000_001, true)
  expect(() => readQdpx(new Uint8Array(bomb.buffer))).toThrow('its texts are more than 200000000 bytes')
})
