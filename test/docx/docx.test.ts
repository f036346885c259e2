import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Block, Document, Image, Inline } from '../../src/core/tree.ts'
import { toWordprocessing } from '../../src/write/docx/docx.ts'
import { arbitraryDocument, tally, wordsIn, wordsOf } from '../helpers/arbitrary-tree.ts'
import {
  call,
  emphasis,
  heading,
  inLanguage,
  link,
  list,
  note,
  paragraph,
  plainMeta,
  root,
  strong,
  svg,
  table,
} from '../helpers/nodes.ts'
import { sampleDocument } from '../helpers/sample-document.ts'
import { context, docx, sdkErrors } from './context.ts'
import { faultsOf } from './faults.ts'
import { named, type Parts, parsePart, textOf, unpack } from './read.ts'

const partsOf = (document: Document): Promise<Parts> => toWordprocessing(document, context)
const documentOf = (...blocks: Parameters<typeof root>): Document => ({ meta: plainMeta, body: root(...blocks) })
/** The XML of the body without the cover, which ends with its section. */
async function bodyOf(...blocks: Parameters<typeof root>): Promise<string> {
  const part = (await partsOf(documentOf(...blocks))).get('word/document.xml') as string
  const [, body] = /<\/w:sectPr><\/w:pPr>.*?<\/w:p>(.*)<w:sectPr>/s.exec(part)!
  return withoutMarks(body!)
}
/** Without the hidden bookmarks by which paragraphs are found again: `test/review` reads them. */
const withoutMarks = (body: string) =>
  body.replace(/<w:bookmarkStart w:id="(\d+)" w:name="_bp\w+"\/>(.*?)<w:bookmarkEnd w:id="\1"\/>/gs, '$2')
const plain = (text: string) => `<w:r><w:t${/^\s|\s$/.test(text) ? ' xml:space="preserve"' : ''}>${text}</w:t></w:r>`

describe('any document', () => {
  const isNumber = (word: string) => /^\p{N}+$/u.test(word)

  test('loses no word and doubles none', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryDocument, async (document) => {
        const parts = await partsOf(document)
        const text = textOf(parsePart(parts, 'word/document.xml')) + textOf(parsePart(parts, 'word/footnotes.xml'))
        const written = wordsIn(text).filter((word) => word !== plainMeta.title && !isNumber(word))
        const given = wordsOf(document.body).filter((word) => !isNumber(word))
        expect(tally(written)).toEqual(tally(given))
      }),
      { numRuns: 25 },
    )
  })

  test('has no fault but those of its headings', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryDocument, async (document) => {
        const faults = faultsOf(await partsOf(document)).filter(({ rule }) => rule !== 'headings-descend')
        expect(faults).toEqual([])
      }),
      { numRuns: 25 },
    )
  })

  test('has the same bytes each time', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryDocument, async (document) => {
        expect(await docx(document)).toEqual(await docx(structuredClone(document)))
      }),
      { numRuns: 10 },
    )
  })
})

test('the file has no time of its own, and its parts stand in one order', async () => {
  const bytes = await docx(sampleDocument())
  // Bytes 10 to 13 of a zip file are the time and date of its first entry: 1 January 1980.
  expect([...bytes.slice(10, 14)]).toEqual([0, 0, 0x21, 0])
  expect([...unpack(bytes).keys()].slice(0, 2)).toEqual(['[Content_Types].xml', '_rels/.rels'])
})

test('a heading has Word’s own style, and its words are a place that can be pointed at', async () => {
  expect(await bodyOf(heading(2, 'the-flood', 'The flood'))).toBe(
    `<w:p><w:pPr><w:pStyle w:val="Heading2"/></w:pPr><w:bookmarkStart w:id="0" w:name="the_flood"/>${plain('The flood')}<w:bookmarkEnd w:id="0"/></w:p>`,
  )
})

test('ids that differ only after 40 letters, or in what Word does not know, stay apart', async () => {
  const long = 'a'.repeat(45)
  const body = await bodyOf(heading(1, `${long}1`, 'One'), heading(1, `${long}2`, 'Two'), heading(1, 'a-b', 'Three'))
  const names = [...body.matchAll(/w:name="([^"]+)"/g)].map((match) => match[1]!)
  expect(new Set(names).size).toBe(3)
  expect(Math.max(...names.map((name) => name.length))).toBeLessThanOrEqual(40)
})

test('notes are numbered by Word in the order of their calls, in cells too', async () => {
  const parts = await partsOf(
    documentOf(
      paragraph(['One', call(1)]),
      table([['Head'], [['Two', call(2)]]]),
      note(1, paragraph('First')),
      note(2, paragraph('Second')),
    ),
  )
  const calls = named(parsePart(parts, 'word/document.xml'), 'w:footnoteReference')
  expect(calls.map((one) => one.attributes)).toEqual([{ 'w:id': '1' }, { 'w:id': '2' }])
  const notes = named(parsePart(parts, 'word/footnotes.xml'), 'w:footnote').map((one) => textOf(one).trim())
  expect(notes).toEqual(['', '', 'First', 'Second'])
})

test('a note called again points at its first call', async () => {
  const body = await bodyOf(paragraph(['One', call(1)]), paragraph(['Again', call(1)]), note(1, paragraph('First')))
  expect(body.match(/<w:footnoteReference /g)).toHaveLength(1)
  expect(body).toContain('NOTEREF note_n1 \\f \\h')
})

test('a note whose number is not what Word would count to keeps its number', async () => {
  const body = await bodyOf(paragraph(['One', call(7)]), note(7, paragraph('Seventh')))
  expect(body).toContain('<w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:t>7</w:t>')
})

test('a note that nothing calls is not lost', async () => {
  expect(await bodyOf(paragraph('One'), note(1, paragraph('Orphan')))).toContain('Orphan')
})

test('properties stand in the order of the schema, whatever the nesting', async () => {
  expect(await bodyOf(paragraph({ type: 'smallCaps', children: [strong('x')] }))).toBe(
    `<w:p><w:r><w:rPr><w:rStyle w:val="Strong"/><w:smallCaps/></w:rPr><w:t>x</w:t></w:r></w:p>`,
  )
})

test('each ordered list counts for itself, from where it starts', async () => {
  const parts = await partsOf(documentOf(list(true, 'a'), { ...list(true, 'b'), start: 5 }))
  const starts = named(parsePart(parts, 'word/numbering.xml'), 'w:startOverride').map((one) => one.attributes['w:val'])
  expect(starts).toEqual(['1', '5'])
})

test('a language is told to Word with its region; one that nobody told is kept from the spelling checker', async () => {
  expect(await bodyOf(paragraph(inLanguage('kk', 'Ұлытау')))).toContain('<w:lang w:val="kk-KZ"/>')
  expect(await bodyOf(paragraph('see Ұлытау'))).toBe(
    `<w:p>${plain('see ')}<w:r><w:rPr><w:noProof/></w:rPr><w:t>Ұлытау</w:t></w:r></w:p>`,
  )
})

test('Arabic runs from right to left, its paragraphs too', async () => {
  const body = await bodyOf(paragraph('نهر سلم', { lang: 'ar' }))
  expect(body).toContain('<w:bidi/>')
  expect(body).toContain('<w:rtl/><w:lang w:bidi="ar-EG"/>')
})

test('a link may lead to the web, to mail and into the document, and nowhere else', async () => {
  const body = await bodyOf(
    heading(1, 'here', 'Here'),
    paragraph([
      link('#here', 'in'),
      link('javascript:alert(1)', 'script'),
      link('#gone', 'gone'),
      link('file:///x', 'file'),
    ]),
  )
  expect(body.match(/<w:hyperlink/g)).toHaveLength(1)
  for (const word of ['script', 'gone', 'file']) expect(body).toContain(plain(word))
})

test('text that would break XML does not', async () => {
  const parts = await partsOf(documentOf(paragraph('a ]]> b \u0001\ufffe <w:p/> &amp; \ud800 c')))
  expect(textOf(parsePart(parts, 'word/document.xml'))).toContain('a ]]> b  <w:p/> &amp; \ufffd c')
})

test('a table repeats its header row, cuts no row, and fills the width it is given', async () => {
  const parts = await partsOf(sampleDocument())
  for (const one of named(parsePart(parts, 'word/document.xml'), 'w:tbl')) {
    expect(named(one, 'w:tblHeader')).toHaveLength(1)
    expect(named(one, 'w:cantSplit')).toHaveLength(named(one, 'w:tr').length)
    const columns = named(one, 'w:gridCol').map((column) => Number(column.attributes['w:w']))
    const width = Number(named(one, 'w:tblW')[0]!.attributes['w:w'])
    expect(columns.reduce((sum, column) => sum + column, 0)).toBe(width)
  }
})

test('a turned table has a page of its own with its heading, and head and foot go on', async () => {
  const main = parsePart(await partsOf(sampleDocument()), 'word/document.xml')
  const sections = named(main, 'w:sectPr')
  const [cover, ...others] = sections
  expect(sections.map((section) => named(section, 'w:pgSz')[0]!.attributes['w:orient'])).toEqual([
    undefined,
    undefined,
    'landscape',
    undefined,
  ])
  expect(named(cover!, 'w:headerReference')).toEqual([])
  for (const section of others) expect(named(section, 'w:headerReference').length).toBeGreaterThan(0)
})

test('text in columns is in sections of its own, which go on on their page', async () => {
  const column = { column: true as const }
  const theme = { ...context.theme, page: { ...context.theme.page, columns: 2 } }
  const saidOf = async (...blocks: Block[]) => {
    const parts = await toWordprocessing(documentOf(...blocks), { ...context, theme })
    expect(faultsOf(parts)).toEqual([])
    return named(parsePart(parts, 'word/document.xml'), 'w:sectPr').map((section) => [
      named(section, 'w:type')[0]!.attributes['w:val'],
      named(section, 'w:cols')[0]?.attributes['w:num'],
    ])
  }
  const [a, text, b] = [heading(1, 'a', 'A'), paragraph('In two.', column), heading(1, 'b', 'B')]
  const says = [
    ['nextPage', undefined],
    ['nextPage', undefined],
    ['continuous', '2'],
    ['continuous', undefined],
  ]
  expect(await saidOf(a, text, b)).toEqual(says)
  // Columns are equally long at the end of the file too.
  expect(await saidOf(a, text)).toEqual(says)
})

test('paper printed on both sides has mirrored margins, and feet of its own on even pages', async () => {
  const page = { ...context.theme.page, sides: 'double' as const }
  const parts = await toWordprocessing(sampleDocument(), { ...context, theme: { ...context.theme, page } })
  expect(parts.get('word/settings.xml')).toMatch(/<w:mirrorMargins\/>.*<w:evenAndOddHeaders\/>/)
  expect(parts.get('word/footer-even.xml')).toContain('<w:jc w:val="left"/>')
  expect(parts.get('word/footer.xml')).not.toContain('<w:jc')
  const [, ...others] = named(parsePart(parts, 'word/document.xml'), 'w:sectPr')
  const kinds = (section: (typeof others)[number]) =>
    ['w:headerReference', 'w:footerReference'].flatMap((name) =>
      named(section, name).map(({ attributes }) => attributes['w:type']),
    )
  expect(others.map(kinds)).toEqual(others.map(() => ['default', 'even', 'default', 'even']))
})

test('the contents carry their entries and the page numbers of the PDF, and Word asks nothing', async () => {
  const parts = await toWordprocessing(sampleDocument(), { ...context, pages: new Map([['chronology', 4]]) })
  const main = parts.get('word/document.xml') as string
  expect(main).toContain('TOC \\o "1-3" \\h \\z ')
  expect(main).toMatch(/2 Chronology<\/w:t><\/w:r><w:r><w:tab\/><\/w:r>.{0,200}PAGEREF chronology \\h/)
  expect(main).not.toContain('w:dirty')
  expect(parts.get('word/settings.xml')).not.toContain('updateFields')
  const marksIn = (text: string) => text.match(/"_bp\w+"/g)
  const withoutPages = (await partsOf(sampleDocument())).get('word/document.xml') as string
  expect(marksIn(main), 'paragraphs are marked alike with page numbers and without').toEqual(marksIn(withoutPages))
})

test('a reference to a table is a field on its label, which Word can count anew', async () => {
  const main = (await partsOf(sampleDocument())).get('word/document.xml') as string
  expect(main).toContain(' REF table_measures \\h ')
  expect(main).toMatch(/w:name="table_measures"\/>.{0,300}SEQ Table \\\* ARABIC/)
})

test('a picture has its SVG, a PNG where one could be drawn, and its words', async () => {
  const pixels = { width: 1, height: 1, bytes: Uint8Array.from([0, 0, 0, 255]) }
  const parts = await toWordprocessing(sampleDocument(), { ...context, rasterise: async () => pixels })
  const media = [...parts.keys()].filter((path) => path.startsWith('word/media/')).map((path) => path.split('.')[1])
  expect(media).toEqual(['svg', 'png'])
  const [, picture] = named(parsePart(parts, 'word/document.xml'), 'wp:docPr')
  expect(picture!.attributes.descr).toBe('A line of sixteen years; the flood of 2006 stands out.')
})

test('files travel with it', async () => {
  const bytes = new TextEncoder().encode('{}')
  const attachment = { name: 'list.csl.json', mediaType: 'application/json', description: 'What made it', bytes }
  const parts = unpack(await docx(sampleDocument(), { attachments: [attachment] }))
  expect(parts.get('attachments/list-csl.json'), 'with one dot in its name').toEqual(bytes)
})

test('the caption stands above the picture, and the table that says the same comes last', async () => {
  const body = await bodyOf({
    type: 'figure',
    kind: 'figure',
    label: 'Figure 1',
    caption: [{ type: 'text', value: 'Levels' }],
    children: [
      svg('x.svg', 'A line', '<svg xmlns="http://www.w3.org/2000/svg"/>', 10, 10),
      table([['Year'], ['2006']]),
    ],
  })
  const order = ['Levels', '<w:drawing>', '<w:tbl>'].map((mark) => body.indexOf(mark))
  expect(order).toEqual([...order].sort((a, b) => a - b))
})

test('a list of tables says what the captions say, so that Word makes the same anew', async () => {
  const entries = [{ id: 'dues', depth: 1, label: 'Table 1', text: 'Dues' }]
  const caption: Inline[] = [{ type: 'text', value: 'Dues' }]
  const children = [table([['Year'], ['2006']])]
  const body = await bodyOf(
    { type: 'contents', of: 'tables', entries },
    { type: 'figure', kind: 'table', label: 'Table 1', caption, children, data: { id: 'dues' } },
  )
  expect(body).not.toContain('<w:b/>')
  const wordsOf = (style: string) =>
    [
      ...body
        .split(`"${style}"`)[1]!
        .split('</w:p>')[0]!
        .matchAll(/<w:t[^>]*>([^<]*)/g),
    ]
      .map(([, text]) => text)
      .join('')
  expect(wordsOf('TableofFigures')).toBe('Table 1\u2002Dues')
  expect(wordsOf('Caption')).toBe('Table 1\u2002Dues')
})

test('the title of the contents is not among the headings, and not listed', async () => {
  const entries = [{ id: 'alpha', depth: 1, text: 'Alpha' }]
  const body = await bodyOf(
    heading(1, 'contents', 'Contents'),
    { type: 'contents', of: 'headings', entries },
    heading(1, 'alpha', 'Alpha'),
  )
  expect(body).toContain('<w:pStyle w:val="TOCHeading"/>')
  expect(body).not.toContain('w:pageBreak')
})

test('emphasis is told by Word’s own styles, and by its look where a style would undo it', async () => {
  const body = await bodyOf(
    paragraph([strong('a'), strong(emphasis('b'))]),
    heading(1, 'c', strong('c')),
    paragraph(strong(link('https://example.org/', 'd'))),
  )
  const looks = [...body.matchAll(/<w:rPr>((?:(?!<\/w:rPr>).)*)<\/w:rPr><w:t>([a-d])</g)].map((it) => [it[2], it[1]])
  const style = (name: string) => `<w:rStyle w:val="${name}"/>`
  expect(looks).toEqual([
    ['a', style('Strong')],
    ['b', `${style('Strong')}<w:i/><w:iCs/>`],
    ['c', '<w:b/><w:bCs/>'],
    ['d', `${style('Hyperlink')}<w:b/><w:bCs/>`],
  ])
})

test('no paragraph is empty but where tables would join', async () => {
  const one = table([['a'], ['b']])
  const parts = await partsOf(
    documentOf(paragraph('x'), one, paragraph('y'), one, structuredClone(one), heading(1, 'h', 'h'), one),
  )
  const empty = named(parsePart(parts, 'word/document.xml'), 'w:p').filter(
    (it) => textOf(it) === '' && named(it, 'w:drawing').length === 0,
  )
  expect(empty.map((it) => named(it, 'w:pStyle')[0]!.attributes['w:val'])).toEqual(['TableGap', 'SectionEnd'])
})

test('a heading that no contents list has a style of its own, and a level that they do not reach', async () => {
  const hidden: Block = { ...heading(2, 'b', 'Beta'), data: { id: 'b', role: 'unlisted' } }
  const entries = [
    { id: 'a', depth: 1, text: 'Alpha' },
    { id: 'c', depth: 2, text: 'Gamma' },
  ]
  const parts = await partsOf(
    documentOf(
      { type: 'contents', of: 'headings', entries },
      heading(1, 'a', 'Alpha'),
      hidden,
      heading(2, 'c', 'Gamma'),
    ),
  )
  const used = named(parsePart(parts, 'word/document.xml'), 'w:pStyle').map(({ attributes }) => attributes['w:val'])
  expect(used.slice(-3)).toEqual(['Heading1', 'Heading2Unlisted', 'Heading2'])
  const style = named(parsePart(parts, 'word/styles.xml'), 'w:style').find(
    (it) => it.attributes['w:styleId'] === 'Heading2Unlisted',
  )!
  expect(named(style, 'w:basedOn')[0]!.attributes['w:val']).toBe('Heading2')
  expect(named(style, 'w:outlineLvl')[0]!.attributes['w:val']).toBe('2')
})

test('no picture is taller than three fifths of the text', async () => {
  const tall: Image = {
    type: 'image',
    url: 't.png',
    alt: 'tall',
    format: 'png',
    bytes: Uint8Array.from([1]),
    width: 100,
    height: 9000,
  }
  const parts = await partsOf(documentOf({ type: 'figure', kind: 'figure', label: '', caption: [], children: [tall] }))
  const heights = named(parsePart(parts, 'word/document.xml'), 'wp:inline').map((it) =>
    Number(named(it, 'wp:extent')[0]!.attributes.cy),
  )
  expect(heights).toEqual([Math.round((16838 / 20 - 2 * 78) * 0.6 * 12700)])
})

test('who made it is the organisation where nobody signs', async () => {
  const document = documentOf(paragraph('x'))
  const parts = await partsOf({ ...document, meta: { ...plainMeta, organisation: 'Institute' } })
  expect(/<dc:creator>(.*?)</.exec(parts.get('docProps/core.xml') as string)?.[1]).toBe('Institute')
})

test('the section stands at the head of each page, by its level, which every language of Word knows', async () => {
  const parts = await partsOf(sampleDocument())
  expect(parts.get('word/header.xml')).toContain('> STYLEREF 1 </w:instrText>')
  const { meta, body } = sampleDocument()
  const short = await partsOf({ meta: { ...meta, shortTitle: 'The Selm' }, body })
  expect(textOf(parsePart(short, 'word/header.xml')).trim()).toBe('The Selm')
})

test('the running head takes the words of a heading without the note that it calls', async () => {
  const noted = documentOf(heading(1, 'a', ['Tolls', call(1)]), note(1, paragraph('Since 2003.')))
  const parts = await partsOf(noted)
  expect(parts.get('word/header.xml')).toContain(' STYLEREF "Heading Words" ')
  const runs = named(parsePart(parts, 'word/document.xml'), 'w:r').filter((run) =>
    named(run, 'w:rStyle').some((style) => style.attributes['w:val'] === 'HeadingWords'),
  )
  expect(runs.map(textOf)).toEqual(['Tolls'])
  expect(parts.get('word/styles.xml')).toContain('<w:name w:val="Heading Words"/>')
})

test('rows are not left alone at the head or foot of a page, nor a picture by the table that says the same', async () => {
  const rows = table([['When', 'What'], ...[1, 2, 3, 4, 5].map((year) => [`200${year}`, 'Toll'])])
  const picture = svg('x.svg', 'A line', '<svg xmlns="http://www.w3.org/2000/svg"/>', 10, 10)
  const figure: Block = { type: 'figure', kind: 'figure', label: '', caption: [], children: [picture, rows] }
  const main = parsePart(await partsOf(documentOf(figure)), 'word/document.xml')
  const stays = named(main, 'w:tr').map((row) => named(row, 'w:keepNext').length === 2)
  expect(stays).toEqual([true, true, false, false, true, false])
  const pictures = named(main, 'w:p').filter((paragraph) => named(paragraph, 'w:drawing').length > 0)
  expect(named(pictures.at(-1)!, 'w:keepNext')).toHaveLength(1)
})

test('no entry of the zip file is one that Java cannot read: stored, with its size behind it', async () => {
  const pixels = { width: 1, height: 1, bytes: Uint8Array.from([0, 0, 0, 255]) }
  const bytes = await docx(sampleDocument(), { rasterise: async () => pixels })
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  // The directory at the end has an entry of 46 bytes and more for each file (APPNOTE.TXT, 4.3.12).
  const entries: { flags: number; method: number }[] = []
  let at = view.getUint32(bytes.length - 6, true)
  while (view.getUint32(at, true) === 0x02014b50) {
    entries.push({ flags: view.getUint16(at + 8, true), method: view.getUint16(at + 10, true) })
    at += 46 + [28, 30, 32].reduce((sum, field) => sum + view.getUint16(at + field, true), 0)
  }
  expect(entries.length).toBe(unpack(bytes).size)
  for (const { flags, method } of entries) if (flags & 8) expect(method).toBe(8)
})

test('fonts and colours are those of a theme part, so that Word can change them', async () => {
  const parts = await partsOf(sampleDocument())
  const typefaces = named(parsePart(parts, 'word/theme/theme1.xml'), 'a:latin').map(
    ({ attributes }) => attributes.typeface,
  )
  expect(typefaces).toEqual([context.theme.fonts.heading, context.theme.fonts.body])
  expect(parts.get('word/styles.xml')).toContain('w:asciiTheme="majorHAnsi"')
  expect(parts.get('word/styles.xml')).toContain('w:themeColor="accent1"')
})

test('fonts travel along where that is asked for', async () => {
  const word = { citations: 'static', embedFonts: true } as const
  const bytes = await docx(sampleDocument(), { word })
  expect(await sdkErrors('fonts.docx', bytes)).toEqual([])
  const parts = unpack(bytes)
  const fonts = [...parts.keys()].filter((path) => path.endsWith('.odttf'))
  expect(fonts).toHaveLength(8)
  const [regular] = named(parsePart(parts, 'word/fontTable.xml'), 'w:embedRegular')
  const key = regular!.attributes['w:fontKey']!.replace(/[{}-]/g, '')
    .match(/../g)!
    .map((pair) => Number.parseInt(pair, 16))
  const font = (parts.get('word/fonts/SourceSerif4-Regular.odttf') as Uint8Array).slice(0, 32)
  const plain = await context.asset('fonts/SourceSerif4-Regular.ttf')
  expect(font.map((byte, at) => byte ^ key.toReversed()[at % 16]!)).toEqual(plain.slice(0, 32))
})

test('the values of the cover stand behind the longest label', async () => {
  const facts = [
    { label: 'Период', value: '2025' },
    { label: 'Сведения по состоянию на', value: '12 апреля 2025' },
  ]
  const lines = async (some: typeof facts) => {
    const parts = await partsOf({ meta: { ...plainMeta, facts: some }, body: root() })
    const part = parts.get('word/document.xml') as string
    return [...part.matchAll(/<w:pStyle w:val="CoverLine"\/>(.*?)<\/w:pPr>/g)].map(([, more]) => more!)
  }
  expect(await lines(facts.slice(0, 1))).toEqual([''])
  const [one, other] = await lines(facts)
  expect(one).toEqual(other)
  const [, left, hanging] = /<w:ind w:left="(\d+)" w:hanging="(\d+)"\/>/.exec(one!)!
  expect(left).toBe(hanging)
  // Twenty-four bold letters of 10.5 points in the widest font that stands in for ours.
  expect(Number(left)).toBeGreaterThan(24 * 10.5 * 0.68 * 20)
})
