import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Log } from '../../src/core/log.ts'
import { load } from '../../src/corpus/load.ts'
import { readYaml } from '../../src/corpus/read-yaml.ts'
import { memoryHost } from '../helpers/memory-host.ts'

/** Line and column, reason and first note of each slip. */
function slips(text: string): string[] {
  return readYaml(text).problems.map(({ from, reason, notes }) => {
    const before = text.slice(0, from).split('\n')
    return [`${before.length}:${before.at(-1)!.length + 1} ${reason}`, notes[0]].join(' → ')
  })
}

describe('a slip in a value is one finding, which says what to write', () => {
  test.each([
    ['Ports: a history', '"Ports: a history"'],
    ['Act: scene: end', '"Act: scene: end"'],
    ['Ports:', '"Ports:"'],
    ['He said: “no”', '"He said: “no”"'],
    [`Rock 'n' Roll: a "life"`, `'Rock ''n'' Roll: a "life"'`],
    ['@home', '"@home"'],
    ['`code`', '"`code`"'],
    ['%100', '"%100"'],
    ['[Untitled] letter', '"[Untitled] letter"'],
    ['{x} letter', '"{x} letter"'],
    ['!important news', '"!important news"'],
    ['& Sons', '"& Sons"'],
    ['| text', '"| text"'],
    ['> text', '"> text"'],
    ["'It's late'", '"It\'s late"'],
    ['"He said "no" and left"', `'He said "no" and left'`],
    ['"Quoted" rest', `'"Quoted" rest'`],
    ['"a\\d"', "'a\\d'"],
    ["'It''s O'Brien'", '"It\'s O\'Brien"'],
    ['- x', '"- x"'],
    ['? x', '"? x"'],
    ['"open', '"open"'],
    ["'open", '"open"'],
    [', x', '", x"'],
    ['Berth #4', '"Berth #4"'],
    ['#4', '"#4"'],
  ])('%s', (written, meant) => {
    const found = slips(`type: book\ntitle: ${written}\n`)
    expect(found).toHaveLength(1)
    expect(found[0]).toMatch(/^2:/)
    expect(found[0]).toContain(` → put the value in quotes: title: ${meant}`)
    expect(readYaml(`type: book\ntitle: ${meant}\n`)).toMatchObject({ problems: [], data: { type: 'book' } })
  })

  test('inside brackets it is the field there', () => {
    expect(slips('- {id: a, name: Quay: old, x: y}\n')).toEqual([
      '1:17 a colon and a space in a value without quotes begin a field → put the value in quotes: name: "Quay: old"',
    ])
    expect(slips('author: [{family: Col, given: @A}]\n')).toEqual([
      '1:31 a value cannot begin with “@” → put the value in quotes: given: "@A"',
    ])
  })

  test('a comma within braces ends a value without quotes', () => {
    expect(slips('- {id: a, text: Low, as before, and 2,4 m, x: y}\n')).toEqual([
      '1:20 a comma ends a value without quotes within braces → put the value in quotes: text: "Low, as before, and 2,4 m"',
    ])
    expect(slips('gaps: [Long. , Depths are known, volumes are not.]\n')).toEqual([
      '1:32 a comma ends a text without quotes in a list → put the text in quotes: "Depths are known, volumes are not."',
    ])
    for (const fine of ['[River port, dredging]', '[One is. , two is.]']) expect(slips(fine)).toEqual([])
    for (const fine of ['{text: "Low, as before", x: y}', '{a: , b: }', '{a: 1, b: null}'])
      expect(slips(fine)).toEqual([])
  })

  test('a comment after a space, a date, a type of text and a colon inside a word are none', () => {
    expect(slips('a: b # c\nd: "2004-05" #e\nf: !!str 5\ng: http://h\ni: 10:30\n')).toEqual([])
  })
})

test.each([
  ['type:book\ntitle: x\n', '1:1 “type:” has no space behind it → put a space after the colon: type: book'],
  ['a: b\nc:d\ne: f\n', '2:1 “c:” has no space behind it → put a space after the colon: c: d'],
  ['a: b\nc\n', '2:1 the line is no field, and not part of the value above'],
  ['a: b\n\tc: d\n', '2:1 the line is indented with a tab'],
  ['- a: b\n\tc: d\n  e: f\n  g: [h]\n  i: j\n', '2:2 the line is indented with a tab'],
  ['a: b\n\tc: [{d: e}]\nf:\n  - g: h\n    i: j\n', '2:1 the line is indented with a tab'],
  ['a: 1\nb:{c: 10.5, d: [18, 12]}\ne: 4\n', '2:24 “b:” has no space behind it → put a space after the colon: b: {c'],
  ['a: 1\nb {c: 10.5, d: [18, 12]}\ne: 4\n', '2:1 “b” has no colon behind it → put a colon: b: {c: 10.5, d: [18, 12]}'],
  [
    'type: book\ntitle First Steps\nauthor: [{literal: X}]\n',
    '2:1 “title” has no colon behind it → put a colon: title: First Steps',
  ],
  ['issued "2026"\ntype: book\n', '1:1 “issued” has no colon behind it → put a colon: issued: "2026"'],
  ['- id x\n  kind: fact\n  gist: y\n', '1:3 “id” has no colon behind it → put a colon: - id: x'],
  ['- id: x\n  kind fact\n- id: y\n', '2:3 “kind” has no colon behind it → put a colon: kind: fact'],
  ['a: b\nclaims\n  - id: x\n    kind: fact\nc: d\n', '2:1 “claims” has no colon behind it → put a colon: claims:'],
  ['gist: A line\nand its rest\nvoice: author\n', '2:1 the line is no field, and not part of the value above'],
  ['claims:\n    id: x\n    kind: fact\n  - id: y\n    kind: fact\n', '4:3 the line is no field'],
  ['a: 1\n<<<<<<< HEAD\nb: 1\n=======\nb: 2\n>>>>>>> main\nc: 3\n', '2:1 “<<<<<<<” is a mark of a merge that was not'],
  ['a:\n  - b: 1\n=======\n    b: 2\n>>>>>>> main\n', '3:1 “=======” is a mark of a merge that was not finished'],
  ['type: book\n title: x\n', '2:1 the lines of this record do not begin in one column'],
  ['- id: x\n  a: b\n c: d\n', '3:1 the line is indented less than its record'],
  ['a: [1, 2\nb: c\n', '1:4 “[” is never closed → close it'],
  ['a: [{b: 1}\nc: d\n', '1:4 “[” is never closed → close it'],
  ['a:\n  - {b: 1, c: "d"\n  - {b: 2}\n', '2:5 “{” is never closed → close it'],
  [
    'a:\n  - {b: "c", d: "e., f: 1}\n  - {b: "c", d: "e", f: 1}\n    g: h\n',
    '2:17 the quotation mark is never closed → put the value in quotes: d: "e."',
  ],
  ['a: {b: "x, d: "e"}\nf: g\n', '1:8 the quotation mark is never closed'],
  ['a:\t[1, 2\nb: c\n', '1:4 “[” is never closed → close it'],
  ['a: 1\na: 2\n', '2:1 the field “a” stands here again → keep one of the two'],
  ['-id: x\n-id: y\n', '2:1 the field “-id” stands here again → put a space after the hyphen'],
  ['a: [{b: 1, c: 2, b: 3}]\n', '1:18 the field “b” stands here again → keep one of the two'],
  ['a: {"b": 1, \'b\': 2}\n', '1:13 the field “b” stands here again'],
  ['a: 1\rb: 2\r', '1:5 a line ends with a carriage return alone → save the file with line feeds'],
  ['a: !!binary abc\n', '1:12 “!!binary” gives data a type, which is not read → leave it out'],
  ['a: !!set {b, c}\n', '1:9 “!!set” gives data a type, which is not read'],
  ['a: &x {b: 1}\n<<: *x\n', '2:1 “<<” takes in fields of other data, which is not read → write them out'],
  ['a: 1\n<<: {b: 2}\n', '2:1 “<<” takes in fields of other data'],
  ['a: 1\nb:\u00a02\n', '2:1 the line has the character U+00A0, which YAML reads as a letter → write it anew: b: 2'],
  ['a: 1\n\u00a0b: 2\n', '2:1 the line has the character U+00A0, which YAML reads as a letter → write it anew: b: 2'],
  ['a: 1\nb\u200b: 2\n', '2:1 the line has the character U+200B, which YAML reads as a letter → write it anew: b: 2'],
  ['a: 1\nb：2\n', '2:1 the line has the character U+FF1A, which YAML reads as a letter → write it anew: b: 2'],
  [
    '- id: a\n\u3000b: 2\n',
    '2:1 the line has the character U+3000, which YAML reads as a letter → write it anew: b: 2',
  ],
  ['a: 1\n---\nb: 2\n', '2:1 the file goes on after its end'],
  ['a: [{b: c; d: e}]\n', '1:9 a semicolon does not end a field → put a comma: b: c, d: e'],
  ['a: "\\Users"\n', '1:5 “\\U” means nothing in double quotes'],
  [`a: b\nc: [{d: ${'a; b: '.repeat(60_000)}}]\n`, '2:1 more is nested in one another here than can be read'],
  ['a: &x b\n', '1:7 “&x” gives data a name'],
  ['a: &x b\nc: *x\n', '2:4 “*x” repeats data by its name'],
])('%j', (text, finding) => {
  const found = slips(text)
  expect(found).toHaveLength(1)
  expect(found[0]!.startsWith(finding)).toBe(true)
})

test('whatever is written after a field is read whole, or told of', () => {
  const characters = fc.constantFrom(...`ab1 :#-?[]{},&*!|>'"%@\`\\é`)
  fc.assert(
    fc.property(fc.string({ unit: characters, minLength: 1, maxLength: 12 }), (value) => {
      const { data, problems } = readYaml(`type: book\ntitle: ${value}\nlast: x\n`)
      if (problems.length > 0) return
      const { title } = data as { title: unknown }
      if (typeof title !== 'string' || !/^[ab1é]/.test(value.trim())) return
      expect(value.trim().startsWith(title)).toBe(true)
      expect(value.trim().slice(title.length).trim()).toMatch(/^(?:#+(?: .*)?)?$/)
    }),
    { numRuns: 3000 },
  )
})

describe('advice has what is written', () => {
  async function notes(fields: string): Promise<string[]> {
    const log = new Log()
    await load(memoryHost(new Map([['corpus/sources/a.yaml', `type: report\n${fields}\n`]])), log)
    return log.findings.map(({ reason, note }) => [reason, note].filter(Boolean).join(' → '))
  }

  test.each(['010', '0o17', '0x1F', '1e3', '1.10', '.5', '+12', '-0', '12345678901234567890', '.inf', 'true', 'FALSE'])(
    'volume: %s',
    async (written) => {
      expect(await notes(`volume: ${written} # a note`)).toEqual([
        `“volume” is a ${/^[tF]/.test(written) ? 'boolean' : 'number'}, not text → write it in quotes: "${written}"`,
      ])
    },
  )

  test.each([
    ['publisher: Null', '“publisher” is empty, not text → if it is a word, write it in quotes: "Null"'],
    [
      'lineage: {quotes: [Old Map]}',
      '“quotes” is “Old Map”, which is not a slug of lower-case letters, digits and single hyphens → did you mean “old-map”?',
    ],
    ...(
      [
        ['fi🐟sh', 'fi-sh'],
        ['Порт Арден', 'port-arden'],
        ['Ash & Quay’s', 'ash-quay-s'],
      ] as const
    ).map(([written, meant]) => [
      `lineage: {quotes: [${written}]}`,
      `“quotes” is “${written}”, which is not a slug of lower-case letters, digits and single hyphens → did you mean “${meant}”?`,
    ]),
    ['held: no', '“held” is text, not a boolean → write false, without quotes'],
    ['held: "On"', '“held” is text, not a boolean → write true, without quotes'],
    ['author: [family:Col]', '“author” is text, not a mapping → put a space after the colon: family: Col'],
    ['publisher:', '“publisher” is empty, not text → write what belongs there, or leave the field out'],
    ...(
      [
        ['10.1000/182.', '10.1000/182'],
        ['<10.1000/182>', '10.1000/182'],
        ['10.1000%2F182', '10.1000/182'],
      ] as const
    ).map(([written, meant]) => [
      `DOI: ${written}`,
      `“DOI” is “${written}”, which is not a DOI, such as 10.1000/182 → did you mean “${meant}”?`,
    ]),
    ...(
      [
        ['<https://a.org/x>', 'did you mean “https://a.org/x”?'],
        ['"URL: https://a.org/x"', 'did you mean “https://a.org/x”?'],
        ['www.a.org/x', 'did you mean “https://www.a.org/x”?'],
        ['a.org', 'did you mean “https://a.org”?'],
        ['//a.org/x', 'did you mean “https://a.org/x”?'],
        ['http:/a.org/x', 'did you mean “http://a.org/x”?'],
        ['https://a.org/a b', 'did you mean “https://a.org/a%20b”?'],
        ['arXiv:2101.00001', 'did you mean “https://arxiv.org/abs/2101.00001”?'],
        ['hdl:1721.1/1', 'did you mean “https://hdl.handle.net/1721.1/1”?'],
        ['https://a.org/x, https://b.org/y', 'give one address'],
        ['doi:10.1000/182', 'a DOI stands in the field DOI'],
        ['ftp://a.org/x', ''],
        ['mailto:a@b.org', ''],
      ] as const
    ).map(([written, note]) => [
      `URL: ${written}`,
      [`“URL” is “${written.replaceAll('"', '')}”, which is not a web address (http or https)`, note]
        .filter(Boolean)
        .join(' → '),
    ]),
    ...(
      [
        ['title: Berth # 4', 'title', '# 4', 'put the value in quotes: title: "Berth # 4"'],
        ['title: In C #\npublisher: "Port"', 'title', '#', 'put the value in quotes: title: "In C #"'],
        [
          'author: [{literal: The Port\t# of Arden\n  }]',
          'literal',
          '# of Arden',
          'put the value in quotes: literal: "The Port # of Arden"',
        ],
        [
          'title: Long,\n  and "deep" # sic',
          'title',
          '# sic',
          `put the value in quotes: title: 'Long, and "deep" # sic'`,
        ],
      ] as const
    ).map(([written, field, comment, note]) => [
      written,
      `“${comment}” is read as a comment, and is not part of the ${field} → ${note}\nor put the comment on a line above`,
    ]),
    ['DOI: doi.org', '“DOI” is “doi.org”, which is not a DOI, such as 10.1000/182'],
  ])('%s', async (fields, finding) => {
    expect(await notes(fields)).toEqual([finding])
  })

  test.each([
    'title: "Berth" # 4',
    'title: >- # folded\n  Berth # 4',
    "title: 'Berth' # 4",
    'volume: "3" # third',
    'page: 12–14 # of 20',
    'issued: 2004-05 # spring',
    'language: ru # as printed',
    'call-number: QA 76 # shelf',
    'title: Berth\n# on a line of its own',
    'author: [] # nobody',
  ])('a comment that costs nothing is none: %s', async (fields) => {
    expect(await notes(fields)).toEqual([])
  })
})

test.each([
  '',
  'doi:',
  'doi: ',
  'DOI ',
  'DOI: ',
  'https://doi.org/',
  'http://dx.doi.org/',
  'dx.doi.org/',
  'info:doi/',
  'https://doi.org/doi:',
])('a DOI may be written with “%s”', async (before) => {
  const text = `type: report\nDOI: "${before}10.1000/182"\n`
  const corpus = await load(memoryHost(new Map([['corpus/sources/a.yaml', text]])), new Log())
  expect(corpus.sources.get('a')!.DOI).toBe('10.1000/182')
})

test.each([
  ['ISBN', '978-0-306-40615-7', ['ISBN ', 'isbn:', 'ISBN-13: ', 'urn:isbn:', 'eISBN: ']],
  ['ISSN', '0378-5955', ['ISSN ', 'eISSN: ', 'e-ISSN ', 'urn:issn:']],
  ['PMID', '12345', ['PMID: ', 'pmid:', 'https://pubmed.ncbi.nlm.nih.gov/', 'www.ncbi.nlm.nih.gov/pubmed/']],
  ['PMCID', 'PMC12345', ['PMCID: ', 'https://www.ncbi.nlm.nih.gov/pmc/articles/', 'pmc.ncbi.nlm.nih.gov/articles/']],
] as const)('%s may be written with its name before it', async (field, bare, names) => {
  for (const before of ['', ...names]) {
    const text = `type: report\n${field}: "${before}${bare}"\n`
    const corpus = await load(memoryHost(new Map([['corpus/sources/a.yaml', text]])), new Log())
    expect(corpus.sources.get('a')![field]).toBe(bare)
  }
})
