// What a person edits in a Word file comes back to the record that it was printed from, or is refused with a reason; none is lost.
import { beforeAll, expect, test } from 'vitest'
import { openCorpus } from '../../src/app/pipeline/project.ts'
import { fieldsOf, printedIn } from '../../src/app/review/fields.ts'
import { type ReadBack, readBack } from '../../src/app/review/read-back.ts'
import { readWordFile, type WordFile } from '../../src/app/review/word-file.ts'
import { build, check } from '../../src/build.ts'
import { Log, type Place } from '../../src/core/log.ts'
import { unzip, zip } from '../../src/core/zip.ts'
import { readFiles } from '../helpers/golden.ts'
import { sharedCache as cache, memoryHost } from '../helpers/memory-host.ts'

const sample = new Map<string, string>([
  ...readFiles('assets/sample'),
  ...[...readFiles('templates')].map(([path, text]) => [`templates/${path}`, text] as const),
])
let word: Uint8Array

beforeAll(async () => {
  const host = memoryHost(sample)
  await build(host, { packs: ['alder-water'], formats: ['docx'], cache })
  word = host.written.get('out/alder-water.docx')!
})

/** The fields of the records, each with the first paragraph that prints it. */
async function printedFields() {
  const corpus = await openCorpus(memoryHost(sample), new Log())
  const { paragraphs } = readWordFile(word) as WordFile
  const fields = fieldsOf(corpus, 'alder-water').flatMap((field) => {
    const [mark] = paragraphs.find(({ text }) => printedIn(text, field).length > 0)?.marks ?? []
    return mark ? [{ ...field, mark }] : []
  })
  return { corpus, document: documentOf(word), fields }
}

const decoder = new TextDecoder()
const documentOf = (bytes: Uint8Array) =>
  decoder.decode((unzip(bytes) as ReadonlyMap<string, Uint8Array>).get('word/document.xml'))
const withDocument = (document: string, more: Record<string, string> = {}) =>
  zip(
    new Map<string, string | Uint8Array>([
      ...(unzip(word) as ReadonlyMap<string, Uint8Array>),
      ['word/document.xml', document],
      ...Object.entries(more),
    ]),
  )
const replaced = (was: string, is: string) => {
  const document = documentOf(word)
  expect(document.split(was).length, was).toBe(2)
  return withDocument(document.replace(was, is))
}
const read = async (bytes: Uint8Array, files = sample): Promise<ReadBack> => {
  const result = await readBack(memoryHost(files), bytes, { cache })
  if (typeof result === 'string') throw new Error(result)
  return result
}
const outcomes = ({ edits }: ReadBack) =>
  edits.map(({ was, is, field, refused }) => [was, is, field && `${field.kind}:${field.id}`, refused ?? 'applied'])

test('a file as it was built has no edits', async () => {
  expect(outcomes(await read(word))).toEqual([])
})

test('a file whose bookmarks a program took out is read by its words, and edits of them are refused', async () => {
  const bare = documentOf(word).replace(/<w:bookmark(Start|End) [^>]*>/g, '')
  expect((await read(withDocument(bare))).edits).toEqual([])
  const edits = outcomes(await read(withDocument(bare.replace('A named hydrogeologist', 'An hydrogeologist'))))
  const why = expect.stringContaining('lost its bookmark')
  expect(edits).toEqual([['A named', 'An', 'source:brandt-review-2021', why]])
})

test('words of a record become the record’s, with its comments and order kept', async () => {
  const { edits, files } = await read(replaced('Has tested the water', 'Has watched the water'))
  expect(outcomes({ edits } as ReadBack)).toEqual([['tested', 'watched', 'actor:kestrel', 'applied']])
  const before = sample.get('corpus/actors.yaml')!
  expect([...files.keys()]).toEqual(['corpus/actors.yaml'])
  expect(decoder.decode(files.get('corpus/actors.yaml'))).toBe(
    before.replace('Has tested the water', 'Has watched the water'),
  )
})

test.each([
  [
    [
      ['a number', 'By March 2021 two of four', 'By March 2021 three of four'],
      ['a name', 'Where the nitrate came from is', 'Brandt the nitrate came from is'],
      ['a number', 'Weekly tests began in May 2020', 'Weekly tests began in May 2021'],
      ['a negation', 'none was reported in the months', 'some was reported in the months'],
    ],
  ],
  [
    [
      ['a name', 'Where the nitrate came from is', 'Nobody but brandt the nitrate came from is'],
      [
        'a word that opens the sentence, and may be a name,',
        'Weekly tests began in May 2020',
        'Harker tests began in May 2020',
      ],
    ],
  ],
] as const)('what rests on claims is refused: %j', async (slips) => {
  const document = slips.reduce((text, [, was, is]) => {
    expect(text.split(was).length, was).toBe(2)
    return text.replace(was, is)
  }, documentOf(word))
  const { edits, files } = await read(withDocument(document))
  const refusals = slips.map(([what]) => expect.stringMatching(new RegExp(`^${what}.* rests on `)))
  expect(edits.map(({ refused }) => refused)).toHaveLength(slips.length)
  expect(edits.map(({ refused }) => refused)).toEqual(expect.arrayContaining(refusals))
  expect(files.size).toBe(0)
})

test('a word that is capital only because it opens the sentence is no name', async () => {
  const { edits } = await read(replaced('Weekly tests began in May 2020', 'Tests began in May 2020'))
  expect(edits.map(({ refused }) => refused)).toEqual([undefined])
})

test('citations, templates and likelihood are refused with what they come from', async () => {
  const cited = await read(withDocument(documentOf(word).replace(/ ?\[<\/w:t>/, '</w:t>')))
  expect(cited.edits.every(({ refused }) => refused?.includes('no record has these words'))).toBe(true)
  expect(cited.edits.length).toBeGreaterThan(0)
  const template = await read(replaced('Posts are as of the dates', 'Posts are of the dates'))
  expect(outcomes(template)).toEqual([['as ', '', undefined, expect.stringContaining('no record has these words')]])
})

test('words beside a printed term of likelihood are refused as the term is', async () => {
  for (const run of ['very roughly even chance', 'roughly even chance indeed']) {
    const { edits, files } = await read(replaced('>roughly even chance<', `>${run}<`))
    expect(edits.map(({ field, refused }) => [field?.id, refused])).toEqual([
      ['fields-fed-wells', 'the term of likelihood is set by the judgment’s “likelihood”'],
    ])
    expect(files.size).toBe(0)
  }
})

test('all edits of a sentence become the record’s, or none, and the sentence is told', async () => {
  const sentence = 'Weekly tests began in May 2020 and filters were promised in September'
  const both = await read(replaced(sentence, 'Weekly tests started in May 2020 and filters were pledged in September'))
  expect(both.edits).toMatchObject([
    {
      was: 'began in May 2020 and filters were promised',
      is: 'started in May 2020 and filters were pledged',
      sentence: {
        was: expect.stringMatching(/^Weekly .* began .* milligrams/),
        is: expect.stringContaining('pledged'),
      },
      at: [{ is: 'started' }, { is: 'pledged' }],
    },
  ])
  expect(both.edits[0]!.refused).toBeUndefined()
  const one = await read(replaced(sentence, 'Weekly tests began in May 2021 and filters were pledged in September'))
  expect(one.edits.map(({ refused }) => refused)).toEqual([
    expect.stringMatching(/^a number here rests on kestrel-hired \(corpus\/sources\/[^ ]+:\d+:\d+\), /),
  ])
  expect(one.files.size).toBe(0)
})

test('what is taken out whole, set behind a record’s words, or a fact, is told as that', async () => {
  const summary = 'An invented example, from six invented texts.'
  const weakness = 'The Water Board is behind most of them, as speaker, client or publisher.'
  const more = await read(replaced(weakness, `${weakness} It pays.`))
  expect(outcomes(more)).toEqual([['', ' It pays.', 'pack:alder-water', 'applied']])
  expect(decoder.decode(more.files.get('corpus/packs/common.yaml'))).toContain(`${weakness} It pays.`)
  const gone = [expect.anything(), '', 'pack:alder-water', expect.stringMatching(/^all words of .* were taken out: /)]
  expect(outcomes(await read(replaced(summary, '')))).toEqual([gone])
  const begins = documentOf(word).indexOf('By March 2021 two of four')
  const ends = documentOf(word).indexOf('</w:p>', begins)
  const cited = documentOf(word).slice(begins, ends)
  expect(outcomes(await read(replaced(cited, '</w:t></w:r>')))).toEqual([gone])
  const said = outcomes(await read(replaced(cited, `${cited}<w:r><w:t xml:space="preserve"> Two are not.</w:t></w:r>`)))
  expect(said).toEqual([['', ' Two are not.', 'pack:alder-water', expect.stringContaining('behind what cites for')]])
  const renamed = documentOf(word).replace(/>Kestrel<(?=(?:(?!<\/w:tr>).)*Has tested)/, '>Kestral<')
  const name = ['Kestrel', 'Kestral', 'actor:kestrel', expect.stringContaining('but a fact')]
  expect(outcomes(await read(withDocument(renamed)))).toEqual([name])
})

test('a refusal names the line of the template, or the datum, that prints the words', async () => {
  const at = async (was: string, is: string) => {
    const [edit] = (await read(replaced(was, is))).edits
    return [edit?.printedBy?.file, lineOf(edit?.printedBy)]
  }
  const lineOf = (place: Place | undefined) => sample.get(place?.file ?? '')?.split('\n')[(place?.start?.line ?? 0) - 1]
  expect(await at('Posts are as of the dates', 'Posts are of the dates')).toEqual([
    'templates/who-is-who.md.hbs',
    expect.stringContaining('Posts are as of the dates'),
  ])
  expect(await at('Weekly tests began in May 2020', 'Weekly tests began in May 2021')).toEqual([
    expect.stringMatching(/^corpus\//),
    expect.stringContaining('Weekly tests began in May 2020'),
  ])
})

test('each kind of prose that the pack prints can be edited, also where another record has the same words', async () => {
  const { corpus, document, fields } = await printedFields()
  const seen = new Map<string, string>()
  let edited = document
  for (const { kind, path, value, mark } of fields) {
    const field = `${kind}.${path.filter((it) => typeof it === 'string').join('.')}`
    const [start, end] = [edited.indexOf(`"${mark}"`), edited.indexOf('</w:p>', edited.indexOf(`"${mark}"`))]
    const between = [...value.matchAll(/(?<= \p{Ll}+ )\p{Ll}{5,}(?= \p{Ll})/gu)].map(
      ([it]) => `>[^<]*(?<= \\p{Ll}+ )(?=${it} )`,
    )
    const word = `quor${[...String(seen.size + 10)].map((digit) => 'abcdefghij'[Number(digit)]).join('')}lemba`
    const place = between.flatMap((it) => new RegExp(it, 'u').exec(edited.slice(start, end)) ?? [])[0]
    if ([...seen.values()].includes(field) || place === undefined) continue
    const at = edited.indexOf(place, start) + place.length
    edited = `${edited.slice(0, at)}${word} ${edited.slice(at)}`
    seen.set(word, field)
  }
  const { edits } = await read(withDocument(edited))
  const refused = edits.flatMap((it) => (it.refused === undefined ? [] : [[seen.get(it.is.trim()), it.refused]]))
  expect(refused).toEqual([])
  const inserted = edits.flatMap(({ is }) => is.match(/quor\w+lemba/g) ?? [])
  expect(inserted.map((it) => seen.get(it)).sort()).toEqual([...seen.values()].sort())
  expect(seen.size).toBeGreaterThan(20)
  expect(corpus.questions.size).toBeGreaterThan(0)
  expect([...seen.values()]).toEqual(expect.arrayContaining(['question.closes-if', 'question.why', 'judgment.text']))
})

test('what an edit breaks is told of that edit, and the others are taken over', async () => {
  const document = documentOf(word)
    .replace('Has tested the water', 'Has of course tested the water')
    .replace('were the main origin', 'were the chief origin')
  const { edits } = await read(withDocument(document))
  expect(edits.map(({ field, refused }) => [field?.id, refused])).toEqual([
    ['fields-fed-wells', undefined],
    ['kestrel', expect.stringContaining('“of course” leans on a consensus')],
  ])
})

test('what was only made to look otherwise is told, and how', async () => {
  const run = (words: string) => new RegExp(`<w:r>(?=<w:t[^>]*>[^<]*${words})`)
  const slips = [
    [run('Has tested the water'), '<w:r><w:rPr><w:b/><w:u w:val="none"/></w:rPr>', 'bold'],
    [run('A named hydrogeologist'), '<w:r><w:rPr><w:color w:val="ff0000"/></w:rPr>', 'colour FF0000'],
    [
      run('Where the nitrate came from'),
      '<w:r><w:rPr><w:rFonts w:ascii="Arial"/><w:sz w:val="40"/></w:rPr>',
      'size 20, font Arial',
    ],
    [/<w:pStyle w:val="[^"]*"\/>(?=(?:(?!<w:p>).)*Weekly tests)/, '<w:pStyle w:val="Heading1"/>', 'style heading 1'],
    [/<w:p>(?=(?:(?!<w:p>|<w:pPr>).)*Posts are as of)/, '<w:p><w:pPr><w:jc w:val="right"/></w:pPr>', 'aligned right'],
  ] as const
  const document = slips.reduce((text, [was, is]) => {
    expect(text).toMatch(was)
    return text.replace(was, is)
  }, documentOf(word))
  const { edits } = await read(withDocument(document.replace('Has tested the water', 'Has watched the water')))
  const hows = edits.flatMap(({ refused }) => /the look of .*\((.*)\)/.exec(refused ?? '')?.[1] ?? [])
  expect(hows.sort()).toEqual(slips.map(([, , how]) => how).sort())
  expect(edits.map(({ was, refused }) => [was, refused])).toContainEqual(['tested', undefined])
})

test('rows that were added to a table or taken out are told as rows', async () => {
  const document = documentOf(word)
  const rows = [...document.matchAll(/<w:tr>.*?<\/w:tr>/gs)].map(([it]) => it)
  const row = rows.find((it) => it.includes('Has tested the water'))!
  const other = row.replace(/<w:bookmark(Start|End) [^>]*>/g, '').replace(/(<w:t[^>]*>)[^<]*/g, '$1New words')
  const gone = rows[rows.indexOf(row) + 1]!
  const { edits } = await read(withDocument(document.replace(row, row + other).replace(gone, '')))
  expect(edits.map(({ refused }) => refused)).toEqual([
    expect.stringMatching(/^a row was added to a table: /),
    expect.stringMatching(/^a row of a table was taken out: /),
  ])
})

test('a file of another tool, of another project and no Word file are told in a sentence', async () => {
  const told = async (bytes: Uint8Array, files = sample) => readBack(memoryHost(files), bytes)
  expect(await told(new TextEncoder().encode('no zip'))).toBe('it is no zip file, or a damaged one')
  expect(await told(zip(new Map([['a.txt', 'a']])))).toBe('it is no Word document')
  const files = unzip(word) as ReadonlyMap<string, Uint8Array>
  const anonymous = zip(new Map([...files].filter(([path]) => path !== 'docProps/custom.xml')))
  expect(await told(anonymous)).toContain('it was not built by briefpack')
  const renamed = zip(
    new Map<string, string | Uint8Array>([
      ...files,
      [
        'docProps/custom.xml',
        decoder.decode(files.get('docProps/custom.xml')).replace('>alder-water<', '>alder-watr<'),
      ],
    ]),
  )
  expect(await told(renamed)).toContain(
    'it is of the pack “alder-watr”, which this project does not have; did you mean “alder-water”?',
  )
})

test('after a record has changed, edits of its paragraph are refused, and what it says already is no edit', async () => {
  const edited = replaced('Has tested the water', 'Has watched the water')
  const actors = sample.get('corpus/actors.yaml')!
  const same = new Map([
    ...sample,
    ['corpus/actors.yaml', actors.replace('Has tested the water', 'Has watched the water')],
  ])
  expect(outcomes(await read(edited, same))).toEqual([])
  const other = new Map([
    ...sample,
    ['corpus/actors.yaml', actors.replace('Has tested the water', 'Has sampled the water')],
  ])
  expect(outcomes(await read(word, other))).toEqual([])
  expect(outcomes(await read(edited, other))).toEqual([
    [
      '',
      expect.stringContaining('watched'),
      undefined,
      expect.stringContaining('have changed since the file was built'),
    ],
  ])
})

test('notes are told where a person edited them, and not for what records or a comparison changed', async () => {
  const common = 'corpus/packs/common.yaml'
  const noted = new Map([
    ...sample,
    [common, sample.get(common)!.replace('style: source-codes', 'style: chicago-notes')],
  ])
  const built = async (files: ReadonlyMap<string, string>, before?: Uint8Array) => {
    const host = memoryHost(files)
    const word = before && { before: { 'alder-water': before } }
    await build(host, { packs: ['alder-water'], formats: ['docx'], cache, ...(word && { word }) })
    return host.written.get('out/alder-water.docx')!
  }
  const first = await built(noted)
  const parts = unzip(first) as ReadonlyMap<string, Uint8Array>
  const notes = decoder.decode(parts.get('word/footnotes.xml'))
  const edited = zip(
    new Map<string, string | Uint8Array>([...parts, ['word/footnotes.xml', notes.replace('Minutes', 'Records')]]),
  )
  const why = 'notes are made from claims and sources: edit these'
  const told = ['edited', [expect.stringContaining('Minutes'), expect.stringContaining('Records'), why]]
  const ofNotes = ({ edits }: ReadBack) => edits.map(({ was, is, refused }) => ['edited', [was, is, refused]])
  expect(notes).toContain('Minutes')
  expect(ofNotes(await read(edited, noted))).toEqual([told])
  const later = new Map([
    ...noted,
    [common, noted.get(common)!.replace(/ {6}- text: By March 2021 two of four wells had them.\n.*\n/, '')],
  ])
  expect(later.get(common)).not.toContain('By March 2021')
  expect(ofNotes(await read(edited, later))).toEqual([told])
  expect(ofNotes(await read(await built(later, first), later))).toEqual([])
})

test('a paragraph that was replaced whole as a recorded change is known without its bookmark', async () => {
  const document = documentOf(word)
  const [run] =
    /<w:r>(?:<w:rPr>(?:(?!<\/w:rPr>).)*<\/w:rPr>)?<w:t[^>]*>Has tested the water(?:(?!<\/w:r>).)*<\/w:r>/.exec(
      document,
    )!
  const start = document.lastIndexOf('<w:p>', document.indexOf(run))
  const end = document.indexOf('</w:p>', start)
  const bare = document.slice(start, end).replace(/<w:bookmark(Start|End) [^>]*>/g, '')
  const gone = run.replace('<w:t', '<w:delText').replace('</w:t>', '</w:delText>')
  const came = run.replace('Has tested the water', 'Has watched the water')
  const tracked = bare.replace(run, `<w:del ${author}>${gone}</w:del><w:ins ${author}>${came}</w:ins>`)
  const result = await read(withDocument(document.slice(0, start) + tracked + document.slice(end)))
  expect(outcomes(result)).toEqual([['tested', 'watched', 'actor:kestrel', 'applied']])
})

test('a comment is told with the record that it stands at', async () => {
  const document = documentOf(word).replace(
    /(<w:r>(?:<w:rPr>(?:(?!<\/w:rPr>).)*<\/w:rPr>)?<w:t[^>]*>Has tested the water)/,
    '<w:commentRangeStart w:id="7"/>$1',
  )
  const at = document.indexOf('</w:r>', document.indexOf('commentRangeStart'))
  const whole = `${document.slice(0, at + 6)}<w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r>${document.slice(at + 6)}`
  const comments = `<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="7" w:author="B. Reader" w:date="2026-11-29T10:00:00Z"><w:p><w:r><w:t>Since when?</w:t></w:r></w:p></w:comment></w:comments>`
  const { edits, remarks } = await read(withDocument(whole, { 'word/comments.xml': comments }))
  expect(edits).toEqual([])
  expect(remarks).toEqual([
    expect.objectContaining({
      author: 'B. Reader',
      text: 'Since when?',
      field: expect.objectContaining({ id: 'kestrel' }),
    }),
  ])
})

/** An edit as a person makes it, on the XML of a paragraph; the mark is a word that nothing else has. */
type Hand = (paragraph: string, mark: string) => string | undefined
const inText = (paragraph: string, pattern: RegExp, edit: (text: string) => string): string | undefined => {
  const texts = [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].filter(([, text]) => pattern.test(text!))
  const [match] = texts
  if (!match) return undefined
  const text = match[0].replace(/>[^<]*</, `>${edit(match[1]!)}<`)
  return paragraph.slice(0, match.index) + text + paragraph.slice(match.index + match[0].length)
}
const author = 'w:id="900" w:author="A. Editor" w:date="2026-11-29T10:00:00Z"'
const hands: Record<string, Hand> = {
  replace: (it, mark) => inText(it, /\p{Ll}{4,} \p{Ll}/u, (text) => text.replace(/\p{Ll}{4,}(?= \p{Ll})/u, mark)),
  insert: (it, mark) => inText(it, /\p{Ll} \p{Ll}/u, (text) => text.replace(/(?<=\p{Ll}) (?=\p{Ll})/u, ` ${mark} `)),
  number: (it, mark) => inText(it, /\d/, (text) => text.replace(/\d+/, `$&7 ${mark}`)),
  name: (it, mark) =>
    inText(it, /\p{Ll} \p{Lu}\p{Ll}+/u, (text) => text.replace(/(?<=\p{Ll} )\p{Lu}\p{Ll}+/u, `Q${mark}`)),
  tracked: (it, mark) => {
    const at = it.lastIndexOf('</w:r>')
    if (at < 0 || !/<w:t/.test(it)) return undefined
    return `${it.slice(0, at + 6)}<w:ins ${author}><w:r><w:t xml:space="preserve"> ${mark}</w:t></w:r></w:ins>${it.slice(at + 6)}`
  },
  new: (it, mark) => `${it}<w:p><w:r><w:t>${mark}</w:t></w:r></w:p>`,
  split: (it, mark) =>
    inText(it, /\p{Ll} \p{Ll}/u, (text) =>
      text.replace(/(?<=\p{Ll}) (?=\p{Ll})/u, `</w:t></w:r></w:p><w:p><w:r><w:t xml:space="preserve">${mark} `),
    ),
}

/** Paragraphs of the text, each with the bookmark that the tool gave it. */
const paragraphs = (document: string) =>
  [...document.matchAll(/<w:p>(?:(?!<w:p>|<\/w:p>).)*<\/w:p>/gs)].filter(([it]) => /"_bp/.test(it))

function editedByHand(document: string, seed: number, count: number): { document: string; marks: Map<string, string> } {
  let state = seed * 2654435761 + 1
  const next = (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state % below
  }
  const places = paragraphs(document)
  const chosen = new Map<number, string>()
  const marks = new Map<string, string>()
  const kinds = Object.keys(hands)
  for (let tries = 0; chosen.size < count && tries < count * 30; tries++) {
    const index = next(places.length)
    const kind = kinds[next(kinds.length)]!
    const mark = `quor${[...String(chosen.size + 10)].map((digit) => 'abcdefghij'[Number(digit)]).join('')}lemba`
    const edited = chosen.has(index) ? undefined : hands[kind]!(places[index]![0], mark)
    if (edited === undefined) continue
    chosen.set(index, edited)
    marks.set(mark, kind)
  }
  let [text, at] = ['', 0]
  for (const [index, match] of places.entries()) {
    text += document.slice(at, match.index) + (chosen.get(index) ?? match[0])
    at = match.index + match[0].length
  }
  return { document: text + document.slice(at), marks }
}

/** Every edit is told once, as the record’s or refused; what is applied keeps the project sound, and is no edit afterwards. */
async function proveAll(bytes: Uint8Array, marks: ReadonlyMap<string, string>): Promise<void> {
  const result = await read(bytes)
  for (const [mark, kind] of marks) {
    const own = result.edits.filter(({ is }) => is.includes(mark))
    // What was typed where a paragraph was split is told with the split, and as what it is.
    expect(own, `${kind} ${mark}`).toHaveLength(kind === 'split' ? 2 : 1)
    if (own[0]!.refused !== undefined) continue
    expect(['replace', 'insert', 'tracked', 'number', 'name'], mark).toContain(kind)
    if (kind === 'number' || kind === 'name') expect(own[0]!.field!.claims, mark).toEqual([])
  }
  const files = new Map([...sample, ...[...result.files].map(([path, text]) => [path, decoder.decode(text)] as const)])
  for (const [mark] of marks) {
    const isApplied = result.edits.some(({ is, refused }) => is.includes(mark) && refused === undefined)
    const inRecords = [...files].filter(([path]) => path.startsWith('corpus/')).some(([, text]) => text.includes(mark))
    expect(inRecords, mark).toBe(isApplied)
  }
  const { findings } = await check(memoryHost(files), { cache })
  expect(findings.map(({ message }) => message)).toEqual([])
  expect((await read(bytes, files)).edits.filter(({ refused }) => refused === undefined)).toEqual([])
}

const batches = Math.ceil(Number(process.env.READ_BACK ?? 24) / 12)

test(`${batches * 12} edits by hand: none is lost, none alters what rests on a claim`, async () => {
  let count = 0
  for (let seed = 1; seed <= batches; seed++) {
    const { document, marks } = editedByHand(documentOf(word), seed, 12)
    count += marks.size
    await proveAll(withDocument(document), marks)
  }
  expect(count).toBe(batches * 12)
})
