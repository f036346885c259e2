// Registers go out as spreadsheets and come back: nothing is lost on the way, and only what was changed there changes.
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Log } from '../../src/core/log.ts'
import { load } from '../../src/corpus/load.ts'
import { readCsv } from '../../src/evidence/import/csv.ts'
import { readSheets } from '../../src/evidence/import/read-sheet.ts'
import { mergeSheet } from '../../src/evidence/import/sheet.ts'
import { uniqueSlug } from '../../src/evidence/import/slug.ts'
import { csv } from '../../src/write/csv.ts'
import { workbook } from '../../src/write/xlsx/xlsx.ts'
import { filesBelow, run, sampleFolder, temporaryFolder } from '../cli/run.ts'
import { libreOffice, libreOfficeTest } from '../helpers/libreoffice.ts'
import { memoryHost } from '../helpers/memory-host.ts'

const folder = temporaryFolder()
beforeAll(() => sampleFolder(folder))
afterAll(() => rmSync(folder, { recursive: true }))
const add = (file: string, ...more: string[]) => run(folder, ['add', join(folder, file), ...more])
const read = (path: string) => readFileSync(join(folder, path), 'utf8')
const corpus = () => new Map(filesBelow(join(folder, 'corpus')).map((it) => [it, read(`corpus/${it}`)]))

const registers = [
  'sources',
  'claims',
  'judgments',
  'threats',
  'disagreements',
  'questions',
  'events',
  'measures',
  'actors',
]

test.each(
  registers.flatMap(
    (it) =>
      [
        [it, 'csv'],
        [it, 'xlsx'],
      ] as const,
  ),
)('%s go out as %s and come back as they were', async (register, as) => {
  const before = corpus()
  const { out, code } = await run(folder, ['export', register, '--as', as])
  expect({ out, code }).toEqual({ out: `out/${register}.${as}\n`, code: 0 })
  const [sheet] = readSheets(`${register}.${as}`, readFileSync(join(folder, out.trim())))
  expect(sheet!.columns[0]).toBe('id')
  const back = await add(out.trim())
  expect(back).toMatchObject({ code: 0, out: '' })
  expect(back.err).toContain(`0 new`)
  expect(back.err).toContain(`0 changed, ${sheet!.rows.length} as before`)
  expect(corpus()).toEqual(before)
})

test('a changed cell changes its field and no other byte; an emptied one takes it away; a row without an id is new', async () => {
  await run(folder, ['export', 'actors', '--as', 'csv'])
  const before = read('corpus/actors.yaml')
  const rows = readCsv(read('out/actors.csv')).map((it) => [...it])
  const [columns = []] = rows
  const at = (name: string) => columns.indexOf(name)
  const first = rows[1]!
  first[at('name')] = 'Put: otherwise #1'
  const spare = ['acronym', 'note', 'country', 'relations', 'roles', 'names'].find(
    (it) => at(it) !== -1 && rows.slice(2).some((row) => row[at(it)]),
  )!
  const noted = rows.find((it, row) => row > 1 && it[at(spare)])!
  noted[at(spare)] = ''
  rows.push(columns.map((it) => ({ kind: 'person', name: 'Жанна Ли' })[it] ?? ''))
  writeFileSync(join(folder, 'actors.csv'), csv(rows[0]!, rows.slice(1)))
  const { out, code } = await add('actors.csv')
  expect(code).toBe(0)
  expect(out).toBe(`actor zhanna-li\nactor ${first[0]}  name\nactor ${noted[0]}  -${spare}\n`)
  const [old, now] = [before, read('corpus/actors.yaml')].map((it) => it.split('\n')) as [string[], string[]]
  expect(now.filter((it) => !old.includes(it))).toEqual([
    expect.stringMatching(/^ +name: "?Put: otherwise #1"?$/),
    '- id: zhanna-li',
    expect.stringContaining('name: Жанна Ли'),
  ])
  expect((await add('actors.csv')).code).toBe(0)
  expect((await run(folder, ['check'])).err).not.toContain('field-is')
})

test.each([
  ['id,kind,name\nnew-one,persn,A', '2:1  error  there is no actor-kind “persn”'],
  ['id,kind,nam\nnew-one,person,A', '1:1  error  no actor has the field nam'],
  ['id,kind,name\nnew-one,person,A\nnew-one,person,B', '3:1  error  “new-one” stands in an earlier row too'],
])('a slip in a table is told with its row: %j', async (text, told) => {
  writeFileSync(join(folder, 'actors.csv'), text)
  const { err, code } = await add('actors.csv', '--dry-run')
  expect(code).toBe(1)
  expect(err).toContain(`actors.csv:${told}`)
  expect(err.match(/actors\.csv:\d/g)).toHaveLength(1)
})

test.each([
  [
    'id,type,title,author\na-1,book,A,"Müller, B."',
    '“author” is text, not a list\n  write a list: [{family: Müller, given: B.}]',
  ],
  [
    'id,type,title,author\na-1,book,A,"Müller, B.; WHO"',
    '“author” is text, not a list\n  write a list: [{family: Müller, given: B.}, {literal: WHO}]',
  ],
  ['id,type,title,held\na-1,book,A,no', '“held” is text, not a boolean\n  write false\n'],
])('a slip in a cell is one finding, with what the cell is to say: %j', async (text, told) => {
  writeFileSync(join(folder, 'sources.csv'), text)
  const { err } = await add('sources.csv', '--dry-run')
  expect(err).toContain(`2:1  error  ${told}`)
  expect(err.match(/ error /g)).toHaveLength(1)
})

test('a cell says that a work has no date', async () => {
  const [undated] = filesBelow(join(folder, 'corpus/sources'))
  writeFileSync(join(folder, 'sources.csv'), `id,issued,bounds\n${undated!.replace('.yaml', '')},null,2015/2020\n`)
  expect(await add('sources.csv')).toMatchObject({ code: 0 })
  expect(read(`corpus/sources/${undated}`)).toMatch(/^issued: null$/m)
})

test('a table of no register is told, with the one that may be meant', async () => {
  writeFileSync(join(folder, 'actrs.csv'), 'id,name\na,b')
  expect(await add('actrs.csv')).toMatchObject({
    code: 2,
    err: expect.stringContaining('call it actors.csv'),
  })
  writeFileSync(join(folder, 'broken.xlsx'), 'PK\u0003\u0004 nothing')
  expect((await add('broken.xlsx')).code).toBe(2)
})

test('any cell reads back from CSV and from a workbook as it was written', () => {
  const cell = fc.string({ unit: 'grapheme' }).filter((it) => /^[^\p{Cc}\p{Cs}\ufffe\uffff]*$/u.test(it))
  fc.assert(
    fc.property(
      fc.array(fc.tuple(cell, cell, fc.constantFrom('=1+1', "'=x", '-5', '', 'a\r\nb', '";,')), { minLength: 1 }),
      (rows) => {
        const columns = ['id', 'a', 'b']
        const kept = rows.filter((cells) => cells.some((it) => it.trim() !== ''))
        const written = [columns, ...rows].map((it) => [...it])
        expect(readCsv(new TextDecoder().decode(csv(columns, rows)))).toEqual(written)
        const [sheet] = readSheets('x.xlsx', workbook([{ name: 'x', columns, rows }]))
        // A workbook keeps one kind of line end.
        const plain = kept.map((cells) => cells.map((it) => it.replaceAll('\r\n', '\n')))
        const padded = sheet!.rows.map(({ cells }) =>
          columns.map((_, at) => (cells[at] ?? '').replaceAll('\r\n', '\n')),
        )
        expect(padded).toEqual(plain)
      },
    ),
    { numRuns: 60 },
  )
})

test('a column of whole days is one of dates, and reads back as it was', () => {
  const sheet = {
    name: 'x',
    columns: ['seen', 'said'],
    rows: [
      ['2003-05-12', '2003-05-12'],
      ['', '2003-05'],
    ],
  }
  const bytes = workbook([sheet])
  const cells = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml']!)
  expect([...cells.matchAll(/<v>\d+/g)].map(([it]) => it)).toEqual(['<v>37753'])
  expect(readSheets('x.xlsx', bytes)[0]?.rows.map((row) => row.cells)).toEqual(sheet.rows)
})

test('CSV of other countries: semicolons, tabs, and the code page of Windows', () => {
  expect(readCsv('id;name\na;"b;c"\n')).toEqual([
    ['id', 'name'],
    ['a', 'b;c'],
  ])
  expect(readCsv('id\tname\na\tb')).toEqual([
    ['id', 'name'],
    ['a', 'b'],
  ])
  const [sheet] = readSheets(
    'actors.csv',
    Buffer.from(
      [...'id;name\na;']
        .map((it) => it.charCodeAt(0))
        .concat([0xcf, 0xee, 0xf0, 0xf2, 0x20, 0xe8, 0x20, 0xec, 0xee, 0xf0, 0xe5]),
    ),
  )
  expect(sheet!.rows[0]!.cells[1]).toBe('Порт и море')
})

libreOfficeTest('a workbook that LibreOffice saved again comes back as it was', async () => {
  await run(folder, ['export', 'actors'])
  const [open, save] = [join(folder, 'out/actors.xlsx'), join(folder, 'again.xlsx')]
  await libreOffice([{ open, save, filter: 'Calc MS Excel 2007 XML' }])
  const [ours] = readSheets('actors.xlsx', readFileSync(open))
  const [theirs] = readSheets('actors.xlsx', readFileSync(save))
  const cells = (sheet: typeof ours) => sheet!.rows.map(({ cells }) => ours!.columns.map((_, at) => cells[at] ?? ''))
  expect(cells(theirs)).toEqual(cells(ours))
})

test.each(['new', 'changed'])('a register is read as often for thirty %s rows as for three', async (what) => {
  const readsFor = async (count: number) => {
    const ids = Array.from({ length: count }, (_, at) => `a${at}`)
    const there = what === 'new' ? '' : ids.map((it) => `- {id: ${it}, name: Old, kind: person}\n`).join('')
    const host = memoryHost(new Map([['corpus/actors.yaml', there]]))
    let reads = 0
    const counted = {
      ...host,
      read: (path: string) => {
        reads++
        return host.read(path)
      },
    }
    const corpus = await load(host, new Log())
    const rows = ids.map((id, at) => ({ row: at + 2, cells: [id, `N ${at}`, 'person'] }))
    const { problems, created, changed } = await mergeSheet(counted, corpus, 'actor', {
      name: 'actors',
      columns: ['id', 'name', 'kind'],
      rows,
    })
    expect({ problems, count: created.length + changed.size }).toEqual({ problems: [], count })
    return reads
  }
  expect(await readsFor(30)).toBe(await readsFor(3))
})

test('one name a thousand times is numbered without trying each number again', () => {
  const [taken, next] = [new Set<string>(), new Map<string, number>()]
  let tries = 0
  const isTaken = (it: string) => tries++ >= 0 && taken.has(it)
  for (let at = 0; at < 1000; at++) taken.add(uniqueSlug('Smith 2001', isTaken, 'source', next))
  expect([taken.size, taken.has('smith-2001-1000'), tries < 2001]).toEqual([1000, true, true])
})

test('an empty cell of a field that a record must have is told as that', async () => {
  const id = [
    ...(
      await load(memoryHost(new Map([...corpus()].map(([path, text]) => [`corpus/${path}`, text]))), new Log())
    ).sources.keys(),
  ][0]!
  writeFileSync(join(folder, 'sources.csv'), `id,type\n${id},\n`)
  const { err } = await add('sources.csv')
  expect(err).toContain(`“type” is missing in the source “${id}”: the cell is empty, which takes the field away`)
  expect(err).not.toContain('article-journal')
})

test('figures of a source are its text', async () => {
  const id = [...corpus().keys()].find((it) => it.startsWith('sources/'))!.slice('sources/'.length, -'.yaml'.length)
  writeFileSync(join(folder, 'figures.csv'), 'Year,Births\n2017,141\n')
  expect((await add('figures.csv')).err).toContain('figures of a source are its text: --source KEY')
  const { err } = await add('figures.csv', '--source', id, '--replace')
  expect(err).toContain('its text, 2 paragraphs')
})

test('a table that is named after no register says what to call it', async () => {
  writeFileSync(join(folder, 'mine.csv'), 'id,title\na,A\n')
  const { code, err } = await add('mine.csv')
  expect([code, err]).toEqual([2, expect.stringContaining('call it after what its rows are: sources.csv, claims.csv')])
  writeFileSync(join(folder, 'evens.csv'), 'id,title\na,A\n')
  expect((await add('evens.csv')).err).toContain('call it events.csv')
})
