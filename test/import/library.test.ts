import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Log } from '../../src/core/log.ts'
import { load } from '../../src/corpus/load.ts'
import { type Added, addLibrary } from '../../src/evidence/import/add-library.ts'
import { type LibraryFormat, readLibrary } from '../../src/evidence/import/bibliography.ts'
import { sourceFields } from '../../src/evidence/import/source-record.ts'
import { memoryHost } from '../helpers/memory-host.ts'

/** A project as files; each import reads it anew and writes into it. */
function project(files: Record<string, string> = {}) {
  const there = new Map(Object.entries({ 'corpus/actors.yaml': '', ...files }))
  const bringIn = async (text: string, format: LibraryFormat): Promise<Added> => {
    const host = memoryHost(there)
    const added = await addLibrary(host, await load(host, new Log()), readLibrary(text, format))
    for (const [path, bytes] of added.files) there.set(path, new TextDecoder().decode(bytes))
    return added
  }
  const findings = async () => {
    const log = new Log()
    await load(memoryHost(there), log)
    return log.findings.map(({ ruleId, reason }) => [ruleId, reason])
  }
  return { there, bringIn, findings }
}

const bibtex = `@string{hr = {Harbour Review}}
@article{quay2020,
  title = {Dredging the {Port} of \\emph{Alder}},
  author = {Quay, Ida and {Harbour Authority}},
  journal = hr, year = 2020, month = mar, pages = {12--19}, langid = {english}, groups = {mine},
}
@book{broken title = {x}}
@misc{Иванов2004, title = {Порт}, author = {Иванов, Иван}, date = {2004-05/2004-06}, language = {russian}}
`

test('BibTeX: sources with their names, dates and markup; a broken entry costs no other; nothing is lost', async () => {
  const { there, bringIn, findings } = project()
  const { problems } = readLibrary(bibtex, 'bibtex')
  expect(problems.map(({ line }) => line)).toEqual([7])
  const { created, homeless } = await bringIn(bibtex, 'bibtex')
  expect(created).toEqual(['quay2020', 'ivanov2004'])
  expect([...homeless]).toEqual([
    ['groups', 1],
    ['title', 1],
  ])
  expect(there.get('corpus/sources/quay2020.yaml')).toBe(`type: article-journal
title: Dredging the Port of Alder
author: [{family: Quay, given: Ida}, {literal: Harbour Authority}]
container-title: Harbour Review
page: "12-19"
issued: "2020-03"
language: en
held: false
library:
  citation-key: quay2020
  other: {groups: mine, title: Dredging the Port of <i>Alder</i>}
`)
  expect(there.get('corpus/sources/ivanov2004.yaml')).toContain('issued: "2004-05/2004-06"\nlanguage: ru\n')
  expect(await findings()).toEqual([])
})

const fieldNames =
  `abstract addendum annotation annotator author bookauthor booktitle commentator editor editora editortype eid eprint
  eprinttype archiveprefix eventtitle file foreword holder howpublished institution isbn issn issuetitle journal
  journaltitle keywords label library location address maintitle nameaddon note organization origpublisher publisher
  pubstate school series shortauthor shorthand shorttitle subtitle title titleaddon translator type venue version archive
  archiveloc annote key`.split(/\s+/)

test.each([
  'article',
  'book',
  'inbook',
  'inproceedings',
  'manual',
  'misc',
  'online',
  'report',
  'thesis',
  'unpublished',
])('each field of an @%s stands in the record or in what was left out, beside all others too', (type) => {
  const said = fieldNames.map((name) => `${name}={Word${name}end}`)
  const alone = said
    .map((field) => `@${type}{k, title={T}, ${field}}`)
    .filter((entry) => !/ title=.* title=/.test(entry))
  const { items, problems } = readLibrary([...alone, `@${type}{k, ${said.join(', ')}}`].join('\n'), 'bibtex')
  expect(problems.filter(({ reason }) => !reason.startsWith('an entry before has the key'))).toEqual([])
  const record = JSON.stringify(sourceFields(items.at(-1)!)).toLowerCase()
  expect(fieldNames.filter((name) => !record.includes(`word${name}end`))).toEqual([])
})

test('a field that stands twice in an entry, of which one is taken, is told', () => {
  const { problems } = readLibrary(
    '\n@book{k, note={a, note = {b}}, keywords={a}, title="note = c", Keywords = {b}}',
    'bibtex',
  )
  expect(problems).toEqual([
    { line: 2, reason: '“keywords” stands twice in this entry, and what stands last is taken' },
  ])
})

test('abbreviations that are made of others are found, and those of no entry cost nothing', () => {
  const strings = '@string{b = "ore"}\n@string{a = "Sh" # b}\n@string{loop = loop # "x"}\n'
  expect(readLibrary(`${strings}@book{k, publisher = a # "s", title={T}}`, 'bibtex').items[0]?.csl).toMatchObject({
    publisher: 'Shores',
  })
})

test('what CSL-JSON has beside CSL, and seasons, are kept', () => {
  const [item] = readLibrary(
    JSON.stringify([
      { type: 'book', custom: { a: 'b' }, categories: ['c'], issued: { 'date-parts': [[2001]], season: 2 } },
    ]),
    'csl-json',
  ).items
  expect(sourceFields(item!)).toMatchObject({
    issued: '2001-22',
    library: { other: { custom: '{"a":"b"}', categories: '["c"]' } },
  })
})

test('where a work is held stands in its record, and nothing of it is lost', () => {
  const { items } = readLibrary(
    `@article{a, eprint = {31234567}, eprinttype = {pubmed}}
@article{b, eprint = {1234567}, eprinttype = {jstor}}
@online{c, eprint = {2001.01234}, archiveprefix = {arXiv}, url = {https://example.org/c}}
@misc{d, archive = {Kew}, archiveloc = {FO 5}, eprint = {x}, eprinttype = {ours}}`,
    'bibtex',
  )
  expect(items).toMatchObject([
    { csl: { PMID: '31234567' }, other: {} },
    { csl: { URL: 'https://www.jstor.org/stable/1234567' }, other: {} },
    { csl: { URL: 'https://example.org/c', archive: 'arXiv', archive_location: '2001.01234' }, other: {} },
    { csl: { archive: 'Kew', archive_location: 'FO 5' }, other: { eprint: 'x', eprinttype: 'ours' } },
  ])
})

test('a second import of the same library changes nothing', async () => {
  const { there, bringIn } = project()
  await bringIn(bibtex, 'bibtex')
  const before = new Map(there)
  const again = await bringIn(bibtex, 'bibtex')
  expect(again).toMatchObject({ created: [], same: 2, conflicts: [] })
  expect(there).toEqual(before)
})

test('what changed in the library changes here; what was changed here stays, with its comments', async () => {
  const { there, bringIn } = project()
  await bringIn(bibtex, 'bibtex')
  const path = 'corpus/sources/quay2020.yaml'
  there.set(path, there.get(path)!.replace('Harbour Review', 'Harbour Review (Alder)  # as on the cover'))
  const later = bibtex.replace('12--19', '12--21').replace('{Harbour Review}', '{The Harbour Review}')
  const { changed, conflicts } = await bringIn(later, 'bibtex')
  expect([...changed]).toEqual([['quay2020', ['page']]])
  expect(conflicts.map(({ field, here, there: now }) => [field, here, now])).toEqual([
    ['container-title', 'Harbour Review (Alder)', 'The Harbour Review'],
  ])
  expect(there.get(path)).toContain('container-title: Harbour Review (Alder)  # as on the cover\npage: "12-21"\n')
})

test('a source that is there gains what it lacked: by its key, by DOI', async () => {
  const { there, bringIn } = project({
    'corpus/sources/known.yaml': '# mine\ntype: book\ntitle: Harbours   # short\nDOI: 10.1000/ABC\nheld: false\n',
  })
  const item = {
    id: 'x',
    type: 'book',
    title: 'Harbours: a history',
    DOI: 'https://doi.org/10.1000/abc',
    publisher: 'Quay Press',
  }
  const { created, conflicts } = await bringIn(JSON.stringify([item]), 'csl-json')
  expect(created).toEqual([])
  expect(conflicts).toEqual([])
  expect(there.get('corpus/sources/known.yaml')).toContain(
    '# mine\ntype: book\ntitle: Harbours   # short\npublisher: Quay Press\n',
  )
})

describe('RIS', () => {
  test('tags that stand twice, and tags without a field', async () => {
    const ris =
      'TY  - JOUR\nAU  - Quay, Ida\nAU  - Ash, Anna\nTI  - Dredging\nPY  - 2020/03/05\nDO  - 10.1000/x\nC1  - shelf 4\nER  - \n'
    const { there, bringIn } = project()
    await bringIn(ris, 'ris')
    const [, text] = [...there].find(([path]) => path.startsWith('corpus/sources/'))!
    expect(text).toContain('author: [{family: Quay, given: Ida}, {family: Ash, given: Anna}]')
    expect(text).toContain('DOI: "10.1000/x"')
    expect(text).toContain('other: {C1: shelf 4}')
  })

  test.each([
    ['NEWS', 'DA  - 2025/02/14/', 'issued: "2025-02-14"'],
    ['NEWS', 'PY  - 2025\nDA  - 2025/02/14/', 'issued: "2025-02-14"'],
    ['JOUR', 'PY  - 2024\nY1  - 2025/02/14/', 'issued: "2024"'],
    ['JOUR', 'PY  - 2025///\nY1  - 2025/02/14/', 'issued: "2025-02-14"'],
    ['MGZN', 'DA  - 2025/02/14/\nPY  - 2025/02/14', 'issued: "2025-02-14"'],
    ['JOUR', 'PY  - 2025\nY2  - 2025/03/01/', 'accessed: "2025-03-01"'],
  ])('the author and the dates of %s, %s', async (type, dates, wanted) => {
    const { there, bringIn } = project()
    await bringIn(`TY  - ${type}\nAU  - Quay, Ida\nTI  - Dredging\nID  - a2025\n${dates}\nER  - \n`, 'ris')
    const [, text] = [...there].find(([path]) => path.startsWith('corpus/sources/'))!
    expect(text).toContain('author: [{family: Quay, given: Ida}]')
    expect(text).toContain(`${wanted}\n`)
    expect(/^ {2}other:/m.test(text)).toBe(wanted === 'issued: "2024"')
  })
})

test('sources whose keys give one code get codes of their own', async () => {
  const { there, bringIn, findings } = project()
  const items = [
    'appaa00',
    'appaa01',
    'app2004',
    'mwater-2019',
    'mwaste-2019',
    'a-b-c-d-e-f-g-h-i',
    'a-b-c-d-e-f-g-h-j',
  ].map((id) => ({ id, type: 'book', title: id }))
  await bringIn(JSON.stringify(items), 'csl-json')
  expect(there.get('corpus/sources/appaa01.yaml')).toContain('code: App2\n')
  expect(there.get('corpus/sources/mwaste-2019.yaml')).toContain('code: Mwa19.2\n')
  expect(await findings()).toEqual([])
})

test('every string and name of any CSL-JSON item stands in its source, as a field or as kept', async () => {
  const word = fc.stringMatching(/^[A-Za-zА-я][A-Za-zА-я0-9 .,:&'-]{0,20}[a-z]$/)
  const item = fc.record(
    {
      id: fc.stringMatching(/^[a-z]{3,8}[0-9]{2}$/),
      type: fc.constantFrom('book', 'dataset', 'legal_case', 'software', 'no-such-type'),
      title: word,
      author: fc.array(fc.record({ family: word, given: word }), { minLength: 1, maxLength: 3 }),
      'event-title': word,
      'original-title': word,
      custom4: word,
      'reviewed-author': fc.constant([{ literal: 'The Board' }]),
      issued: fc.record({ 'date-parts': fc.constant([[2004, 5, 6]]), circa: fc.boolean() }),
    },
    { requiredKeys: ['id', 'type', 'title'] },
  )
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(item, { selector: ({ id }) => id, minLength: 1, maxLength: 4 }), async (items) => {
      const { there, bringIn, findings } = project()
      await bringIn(JSON.stringify(items), 'csl-json')
      const all = [...there].filter(([path]) => path.startsWith('corpus/sources/')).map(([, text]) => text)
      const read = all.join('\n').replace(/\s+/g, ' ')
      for (const it of items) {
        const texts = [
          it.title,
          it['event-title'],
          it['original-title'],
          it.custom4,
          ...(it.author ?? []).flatMap((name) => [name.family, name.given]),
        ]
        for (const text of texts) if (text) expect(read).toContain(text.replace(/\s+/g, ' ').trim())
      }
      expect(await findings()).toEqual([])
      expect((await bringIn(JSON.stringify(items), 'csl-json')).same).toBe(items.length)
    }),
    { numRuns: 40 },
  )
})

test('a language that is none of ours is kept as it stood, and is not taken for English', async () => {
  const { there, bringIn } = project()
  await bringIn('[{"id": "a", "type": "book", "title": "T", "language": "Ancient Greek, mostly"}]', 'csl-json')
  const written = there.get('corpus/sources/a.yaml')!
  expect(written).not.toMatch(/^language:/m)
  expect(written).toContain('Ancient Greek, mostly')
})

test.each([
  ['bibtex', '@book{a, title={One}}\n\n@book{a, title={Two}}\n@book{a, title={Three}}\n', [3, 4]],
  ['csl-json', JSON.stringify(['One', 'Two', 'Three'].map((title) => ({ id: 'a', type: 'book', title }))), [1, 1]],
] as const)(
  '%s: a key that stands there before is told, and is the same source the next time',
  async (format, text, lines) => {
    const { there, bringIn } = project()
    const { problems } = readLibrary(text, format)
    expect(problems.map(({ line }) => line)).toEqual(lines)
    expect(problems[1]?.reason).toContain('an entry before has the key “a”: this one is taken as “a-3”')
    expect((await bringIn(text, format)).created).toEqual(['a', 'a-2', 'a-3'])
    const before = [...there]
    expect(await bringIn(text, format)).toMatchObject({ created: [], same: 3 })
    expect([...there]).toEqual(before)
    expect(there.get('corpus/sources/a.yaml')).toContain('title: One')
  },
)

test('dates that are none are told with their line, and TeX is read in fields that a type does not have', async () => {
  const { there, bringIn } = project()
  const text = `@misc{z, title = {Z}}
@online{a, title = {T}, journaltitle = {Le Courrier de l'{\\'E}nergie}, date = {2024-02-31}, groups = {Biblioth{\\\`e}que}, file = {:C\\:/docs/{x}.pdf:PDF}}
`
  const { undated, homeless } = await bringIn(text, 'bibtex')
  expect(undated).toEqual([
    {
      source: 'a',
      line: 2,
      reason:
        '“issued” of a is kept under library.other: “2024-02-31” is no date: February 2024 has 29 days; did you mean "2024-02-29"?',
    },
  ])
  expect([...homeless.keys()].sort()).toEqual(['file', 'groups'])
  const source = there.get('corpus/sources/a.yaml')!
  expect(source).toContain("container-title: Le Courrier de l'Énergie\n")
  expect(source).toContain('groups: Bibliothèque')
  expect(source).toContain('x}.pdf')
})

test('BibLaTeX: dates are the EDTF that they are, open and vague ones too; keys, accents and particles are mended', () => {
  const entry = (fields: string) => readLibrary(`@book{key, title={T}, ${fields}}`, 'bibtex')
  const recordOf = (fields: string) => sourceFields(entry(fields).items[0]!)
  for (const date of [
    '1934/',
    '1934/..',
    '../1934',
    '/1934',
    '1934~',
    '1934?',
    '199X',
    '19XX',
    '2001-21',
    '-0043',
    '2003/2005-06',
  ])
    expect(recordOf(`date={${date}}`), date).toMatchObject({ issued: date })
  expect(recordOf('date={c. 1890}')).toMatchObject({ library: { other: { issued: 'c. 1890' } } })
  expect(recordOf('origdate={1999~}, urldate={2020-02-01}')).toMatchObject({
    'original-date': '1999~',
    accessed: '2020-02-01',
  })
  expect(recordOf("author={Garc{\\'\\i}a, Mar{\\'\\i}a and al-Khwarizmi, M}").author).toEqual([
    { family: 'García', given: 'María' },
    { family: 'Khwarizmi', given: 'M', 'non-dropping-particle': 'al-' },
  ])
  expect(recordOf('langid={swedish}')).toMatchObject({ language: 'sv', library: { 'citation-key': 'key' } })
  expect(recordOf('langid={swedish}').library?.other).toBeUndefined()
  const news = readLibrary('@article{n, title={T}, journaltitle={J}, entrysubtype={newspaper}}', 'bibtex')
  expect(sourceFields(news.items[0]!)).toMatchObject({ type: 'article-newspaper', 'container-title': 'J' })
  const { items, problems } = readLibrary('@thesis{a key, title={T}, type={phdthesis}}', 'bibtex')
  expect(sourceFields(items[0]!)).toMatchObject({ genre: 'PhD thesis', library: { 'citation-key': 'a-key' } })
  expect(problems).toEqual([{ line: 1, reason: 'the key “a key” has a space: it is taken as “a-key”' }])
})

test('CSL-JSON: an end without parts is open, and years before our era are those of EDTF', () => {
  const issued = (parts: unknown) =>
    sourceFields({ csl: { type: 'book', issued: { 'date-parts': parts } }, other: {} }).issued
  expect([[[1934], []], [[], [1934]], [[1934], null], [[1934], [0]], [[-44]], [[-1]]].map(issued)).toEqual([
    '1934/..',
    '../1934',
    '1934/..',
    '1934/..',
    '-0043',
    '0000',
  ])
})
