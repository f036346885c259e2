import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { itemAt } from '../../src/core/index.ts'
import { readDocx, readEpub, readWarc } from '../../src/evidence/import/containers.ts'
import { decode, slipOfEncoding } from '../../src/evidence/import/encoding.ts'
import { readHtml } from '../../src/evidence/import/html.ts'
import { type Fragment, paragraphsIn } from '../../src/evidence/import/layout.ts'
import { readPlain, readTable } from '../../src/evidence/import/plain.ts'
import { readFileText } from '../../src/evidence/import/read-file.ts'
import { output, readerTest } from '../helpers/readers.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const russian =
  'Управление порта сообщило, что объёмы грузов выросли весной 2004 года. Совет «Алдер» опубликовал протоколы.'
const kazakh = 'Порт басқармасы көктемде жүк көлемінің өскенін хабарлады, ал кеңес хаттамаларды жариялады.'

/** One byte a letter, by the table of the platform's own decoder. */
function encoded(text: string, encoding: string): Uint8Array {
  const table = new Map<string, number>()
  const decoder = new TextDecoder(encoding)
  for (let byte = 0; byte < 256; byte++) table.set(decoder.decode(new Uint8Array([byte])), byte)
  return new Uint8Array([...text].map((letter) => table.get(letter) ?? 0x3f))
}

describe('encodings are told by their bytes', () => {
  test.each(['windows-1251', 'koi8-r', 'ibm866'])('%s', (encoding) => {
    const text = encoding === 'windows-1251' ? russian : russian.replace(/[«»]/g, '"')
    expect(decode(encoded(text, encoding))).toMatchObject({ text, encoding })
  })
  test.each([
    ['UTF-8', bytes(kazakh)],
    ['UTF-8', bytes(`\ufeff${kazakh}`)],
    ['UTF-16', new Uint8Array(Buffer.from(`\ufeff${kazakh}`, 'utf16le'))],
    ['UTF-16', new Uint8Array(Buffer.from(`\ufeff${kazakh}`, 'utf16le').swap16())],
    ['UTF-16 without a byte-order mark', new Uint8Array(Buffer.from(kazakh, 'utf16le'))],
  ])('%s', (encoding, data) => {
    const found = decode(data)
    expect([found.text.replace(/^\ufeff/, ''), found.encoding]).toEqual([kazakh, encoding])
  })
  test('Windows-1252, with the letters that ISO 8859-1 has not', () => {
    const data = new Uint8Array([
      ...Buffer.from('Le pr\u00e9fet a dit : ', 'latin1'),
      0x93,
      0x9c,
      0x75,
      0x94,
      ...Buffer.from(', d\u00e9j\u00e0.', 'latin1'),
    ])
    expect(decode(data)).toMatchObject({ text: 'Le préfet a dit : “œu”, déjà.', encoding: 'windows-1252' })
  })
})

describe('what is guessed is told, and can be named', () => {
  const czech = 'Ministr řekl, že město Plzeň nemá žádné další peníze na opravy.'
  test('Czech in windows-1250 is no Western text', async () => {
    const read = await readFileText('a.txt', encoded(czech, 'windows-1250'))
    expect(read?.paragraphs).toEqual([czech])
    expect(read?.notes.join()).toMatch(/windows-1250, which is a guess.* --encoding windows-1252/)
  })
  test('Japanese in Shift_JIS', async () => {
    const data = new Uint8Array([
      0x91, 0xe5, 0x90, 0x62, 0x82, 0xcd, 0x8e, 0x73, 0x82, 0xc9, 0x8e, 0x91, 0x8b, 0xe0, 0x82, 0xaa,
    ])
    expect((await readFileText('a.txt', data, 'shift_jis'))?.paragraphs).toEqual(['大臣は市に資金が'])
    const long = new Uint8Array([data, data, data].flatMap((it) => [...it, 0x81, 0x42]))
    expect(decode(long)).toMatchObject({ text: '大臣は市に資金が。'.repeat(3), encoding: 'shift_jis', isGuess: true })
  })
  test('UTF-32, with a mark and without', () => {
    const units = [...'Порт.'].flatMap((letter) => [
      ...new Uint8Array(new Uint32Array([letter.codePointAt(0) ?? 0]).buffer),
    ])
    expect(decode(new Uint8Array(units))).toMatchObject({ text: 'Порт.', encoding: 'UTF-32' })
    expect(decode(new Uint8Array([0xff, 0xfe, 0, 0, ...units])).text.replace('\ufeff', '')).toBe('Порт.')
  })
  test('a label that there is not is told with the nearest', () => {
    expect(slipOfEncoding('cp1250')).toBeUndefined()
    expect(slipOfEncoding('windows-125')?.help).toMatch(/did you mean “windows-125\d”/)
  })
})

describe('a file is what its first bytes say', () => {
  const docx = zipSync({ 'word/document.xml': strToU8('<w:document/>'), 'a.txt': strToU8('x') })
  test.each([
    ['a zip file', zipSync({ 'a.txt': strToU8('x') }), /a zip file/],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d]), /a picture/],
    ['RTF', bytes('{\\rtf1 Text}'), /RTF/],
    ['NUL bytes', bytes('Text with one\0byte in it.'), /no text/],
    ['NUL and other bytes', new Uint8Array([...bytes('Text with one'), 0, 0xff, 0xfe, ...bytes('byte')]), /no text/],
  ])('%s under the name of a text is refused', async (_, data, reason) => {
    await expect(readFileText('a.txt', data)).rejects.toThrow(reason)
  })
  test('a Word file under the name of a text goes to the reader of Word files', async () => {
    await expect(readFileText('a.txt', docx)).rejects.not.toThrow(/zip file/)
    await expect(readFileText('a.txt', docx, 'utf-8')).rejects.toThrow('leave out --encoding')
  })
})

describe('plain text', () => {
  test('a line is a paragraph', () => {
    expect(readPlain(bytes('One.\nTwo is longer.\n\nThree.\n')).paragraphs).toEqual([
      'One.',
      'Two is longer.',
      'Three.',
    ])
  })
  test('lines that are cut at one width are joined, and this is said; words that were cut too', () => {
    const wrapped =
      'The authority reported that cargo volumes rose during the spring, while dred-\nging went on near the northern pier, and that several of the inspectors had\nnoted delays.\n\nA second paragraph is here, and it goes on for rather longer than one line\nof this page.\n'
    const { paragraphs, notes } = readPlain(bytes(wrapped))
    expect(paragraphs.map((it) => it.slice(-12))).toEqual(['oted delays.', 'f this page.'])
    expect(paragraphs[0]).toContain('while dred-ging')
    expect(notes).toEqual(['the lines are cut at one width, and were joined'])
  })
})

const article = `<h1>Dredging starts</h1><p>${'The authority started dredging on Monday, it said. '.repeat(6)}</p><table><tr><th>Year<th>Tonnes<tr><td>2003<td>48</table><p>${'Residents were told to expect noise.<sup>2</sup> '.repeat(8)}</p>`
const page = `<!doctype html><html lang="en-GB"><head><title>Dredging | Courier</title><meta property="og:site_name" content="Harbour Courier"><script type="application/ld+json">{"@type":"NewsArticle","headline":"Dredging starts","datePublished":"2020-03-05T08:00Z","author":[{"name":"Ida Quay"}]}</script></head><body><nav><a href="/">Home</a></nav><article>${article}</article><aside>Trending now</aside></body></html>`

test('HTML: the article, and what the page says of itself', () => {
  const { paragraphs, described } = readHtml(bytes(page))
  expect(paragraphs.join('\n')).not.toMatch(/Home|Trending/)
  expect(paragraphs).toContain('2003 | 48')
  expect(paragraphs.at(-1)).toMatch(/noise\.²$/)
  expect(described).toEqual({
    title: 'Dredging starts',
    author: [{ literal: 'Ida Quay' }],
    'container-title': 'Harbour Courier',
    issued: '2020-03-05',
    language: 'en',
  })
})

describe('HTML: the heading of an article is kept once', () => {
  const text = `<p>${'The authority started dredging on Monday, it said, and goes on until May. '.repeat(9)}</p>`
  const titles = [
    'Dredging starts at last in the harbour',
    'Dredging starts at last in the harbour | Courier',
    'Courier',
    '',
  ]
  const bodies = {
    'in the article': `<article><h1>Dredging starts at last in the harbour</h1>${text}</article>`,
    'above it': `<header><h1>Dredging starts at last in the harbour</h1></header><main>${text}</main>`,
    'in the bare body': `<h1>Dredging starts at last in the harbour</h1>${text}`,
    'below the name of the site': `<header><h1>Harbour Courier</h1></header><main><h1>Dredging starts at last in the harbour</h1>${text}</main>`,
  }
  test.each(Object.entries(bodies))('%s', (_where, body) => {
    for (const title of titles) {
      const head = `<title>${title}</title><meta property="og:site_name" content="Harbour Courier">`
      const { paragraphs } = readHtml(bytes(`<!doctype html><html><head>${head}</head><body>${body}</body></html>`))
      expect(paragraphs.slice(0, 1), title).toEqual(['Dredging starts at last in the harbour'])
      expect(paragraphs).toHaveLength(2)
    }
  })
})

test.each([
  [300, /deep in each other, too deep to look for an article in/],
  [2100, /its elements stand 2104 deep in each other, and at most 2000 are read/],
])('a page with %i elements in each other is read in one pass, or refused', (depth, told) => {
  const nested = `<!doctype html><html><head></head><body>${'<div>'.repeat(depth)}Words${'</div>'.repeat(depth)}</body></html>`
  const read = () => {
    try {
      return readHtml(bytes(nested)).notes.join(' ')
    } catch (error) {
      return (error as Error).message
    }
  }
  expect(read()).toMatch(told)
})

test('WARC: the page that was captured, its address and day', async () => {
  const http = `HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${page}`
  const head = `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://courier.example/d\r\nWARC-Date: 2021-01-02T03:04:05Z\r\nWARC-Record-ID: <urn:uuid:1>\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${Buffer.byteLength(http)}\r\n\r\n`
  const read = await readWarc(bytes(`${head}${http}\r\n\r\n`))
  expect([read.described.URL, read.accessed]).toEqual(['https://courier.example/d', '2021-01-02'])
  expect(read.paragraphs).toContain('2003 | 48')
  expect(read.notes).toEqual([])
  const second = `${head.replace('/d', '/e')}${http}\r\n\r\n`
  expect((await readWarc(bytes(`${head}${http}\r\n\r\n${second}`))).notes).toEqual([
    'this is the first page of the archive; not taken: https://courier.example/e',
  ])
})

test('EPUB: the spine in order', () => {
  const xml = (text: string) => strToU8(text)
  const chapter = (text: string) =>
    xml(`<html xmlns="http://www.w3.org/1999/xhtml"><head><title>t</title></head><body><p>${text}</p></body></html>`)
  const book = zipSync({
    'META-INF/container.xml': xml('<container><rootfiles><rootfile full-path="b/c.opf"/></rootfiles></container>'),
    'b/c.opf': xml(
      '<package><metadata><dc:title>Harbours</dc:title><dc:creator>Ida Quay</dc:creator><dc:language>en</dc:language></metadata><manifest><item id="two" href="2.xhtml"/><item id="one" href="1.xhtml"/></manifest><spine><itemref idref="one"/><itemref idref="two"/></spine></package>',
    ),
    'b/1.xhtml': chapter('First.'),
    'b/2.xhtml': chapter('Second.'),
  })
  const { paragraphs, described } = readEpub(book)
  expect([paragraphs, described.title]).toEqual([['First.', 'Second.'], 'Harbours'])
})

readerTest('pandoc', 'Word: body, table and notes of a file that pandoc made', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'briefpack-'))
  try {
    const [from, to] = [join(folder, 'a.md'), join(folder, 'a.docx')]
    writeFileSync(
      from,
      '---\ntitle: Dredging\n---\n\n# Head\n\nA sentence.[^1]\n\n[^1]: The note.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n',
    )
    await output('pandoc', from, '-o', to)
    const { paragraphs, described } = await readDocx(new Uint8Array(readFileSync(to)))
    expect(paragraphs).toEqual(['Dredging', 'Head', 'A sentence.¹', 'a | b', '1 | 2', 'The note.'])
    expect(described.title).toBe('Dredging')
  } finally {
    rmSync(folder, { recursive: true })
  }
})

describe('a page is read as a person reads it', () => {
  const line = (text: string, x: number, y: number, width = text.length * 5, size = 10): Fragment => ({
    text,
    x,
    y,
    width,
    size,
  })
  const column = (words: readonly string[], x: number) => words.map((text, i) => line(text, x, 100 + i * 12, 200))
  const lines = (name: string) => Array.from({ length: 6 }, (_, i) => `${name}${i} runs on to the edge`)
  const sheet = (label: string, fragments: readonly Fragment[]) => ({ label, width: 600, height: 800, fragments })

  test('two columns, one after the other, across the page break, without running head and number', () => {
    const of = (number: number) =>
      sheet(String(number), [
        line('Harbour Review', 60, 40),
        ...column(lines(`l${number}`), 60),
        ...column(lines(`r${number}`), 300),
        line(String(number), 290, 780),
      ])
    const found = paragraphsIn([of(1), of(2), of(3)])
    const all = [1, 2, 3].flatMap((number) => [...lines(`l${number}`), ...lines(`r${number}`)]).join(' ')
    expect(found).toEqual([{ text: all, page: '1' }])
  })

  test('words that a line cuts are whole; those that have a hyphen of their own keep it', () => {
    const words = ['the long-term plan of the autho-', 'rity was a plan for the long-', 'term and nothing more.']
    expect(paragraphsIn([sheet('7', column(words, 60))])).toEqual([
      { text: 'the long-term plan of the authority was a plan for the long-term and nothing more.', page: '7' },
    ])
  })

  test('a table is read by rows', () => {
    const rows = ['2003', '2004', '2005'].map((year, i) => [
      line(year, 60, 100 + i * 12),
      line(`${i}8 t`, 200, 100 + i * 12, 20 + i * 9),
    ])
    expect(paragraphsIn([sheet('1', rows.flat())]).map(({ text }) => text)).toEqual([
      '2003 | 08 t',
      '2004 | 18 t',
      '2005 | 28 t',
    ])
  })

  test('a note stands behind the paragraph that goes on over the page', () => {
    const first = [
      ...column(['A sentence that is cut by the page', 'and goes on, with a note,'], 60),
      line('¹ The note itself.', 60, 700, 90, 8),
    ]
    const second = column(['over there until it ends.', 'And the paragraph ends as well.'], 60)
    const filler = column(lines('x'), 60).map((it) => ({ ...it, y: it.y + 100 }))
    const found = paragraphsIn([sheet('1', first), sheet('2', [...second, ...filler])]).map(({ text }) => text)
    expect(found[0]).toMatch(/^A sentence that is cut .* over there until it ends/)
    expect(found[1]).toBe('¹ The note itself.')
  })

  test('the raised figure of a font, which is any number to a program, is the call of the note that begins with it', () => {
    const pages = [14, 16, 17].map((number) =>
      sheet(String(number), [
        ...column([...lines('x'), `and then the port was shut in May.${number} In 2003 it`, 'was open again.'], 60),
        line(`${number}Ibid., p. 12.`, 60, 730, 60, 8),
        line(`Page ${number}`, 290, 780),
      ]),
    )
    const found = paragraphsIn(pages).map(({ text }) => text)
    expect(found.filter((text) => text.includes('shut in May')).join()).toMatch(
      /May\.¹⁴ In 2003 .*May\.¹⁶ In .*May\.¹⁷ In /,
    )
    expect(found.filter((text) => text.includes('Ibid'))).toEqual([
      '¹⁴ Ibid., p. 12.',
      '¹⁶ Ibid., p. 12.',
      '¹⁷ Ibid., p. 12.',
    ])
  })

  test('notes that say the same on page after page are no running foot; a title with the number of its page is one', () => {
    const of = (number: number, note: number) =>
      sheet(String(number), [
        ...column([...lines('x'), `in May.${note}`], 60),
        line(`${note} Ibid.`, 60, 740, 60, 8),
        line(`${number} Harbour Review`, 60, 780),
      ])
    const text = JSON.stringify(paragraphsIn([of(1, 3), of(2, 5), of(3, 6)]))
    expect(text.match(/Ibid/g)).toHaveLength(3)
    expect(text).not.toContain('Review')
  })

  test('the call of a note is of the line that it touches, though columns have baselines of their own', () => {
    const left = lines('l').map((text, i) => line(text, 60, 100 + i * 12, i === 2 ? 180 : 200))
    const right = lines('r').map((text, i) => line(text, 300, 96 + i * 12, 200))
    const notes = [
      line('1', 60, 696, 3, 5),
      line('Regulation 2019/1248 of', 64, 700, 196, 8.5),
      line('22 July 2019.', 60, 710, 60, 8.5),
      line('2', 60, 716, 3, 5),
      line('Interview of 4 August.', 64, 720, 100, 8.5),
      line('r6 runs on to the edge', 300, 698, 200),
      line('r7 runs on to the edge', 300, 718, 200),
    ]
    const found = paragraphsIn([sheet('1', [...left, line('1', 240, 120.5, 3, 6), ...right, ...notes])])
    const text = found.map((it) => it.text)
    expect(text[0]).toMatch(/^l0 .* l2 runs on to the edge¹ l3 .* l5 runs on to the edge/)
    expect(text.filter((it) => /^[¹²]/.test(it))).toEqual([
      '¹Regulation 2019/1248 of 22 July 2019.',
      '²Interview of 4 August.',
    ])
  })

  test('where paragraphs are short, most gaps are between them, and part them all the same', () => {
    const said = [
      'By Petra Brandt, 24 July 2019',
      'The fishers are against the ban, which they say is',
      'of no use.',
      'A short one',
    ]
    const at = [100, 126, 139, 165]
    const found = paragraphsIn([
      sheet(
        '1',
        said.map((text, i) => line(text, 60, itemAt(at, i), i === 1 ? 300 : 100)),
      ),
    ])
    expect(found.map(({ text }) => text)).toEqual([said[0], `${said[1]} ${said[2]}`, said[3]])
  })

  test('what a browser prints above and below a page is none of its text', () => {
    const [head, foot] = [line('12/1/26, 4:21 AM', 30, 20, 60, 8), line('https://a.example/b 1/1', 30, 785, 90, 8)]
    const found = paragraphsIn([sheet('1', [head, line('The Title', 260, 20, 40, 8), ...column(lines('x'), 60), foot])])
    expect(found.map(({ text }) => text)).toEqual([lines('x').join(' ')])
  })

  test('a last page with a line in each column has the columns of the others', () => {
    const of = (number: number) =>
      sheet(String(number), [...column(lines(`l${number}`), 60), ...column(lines(`r${number}`), 300)])
    const last = sheet('3', [...column(['L runs on', 'and ends.'], 60), ...column(['R stands alone.'], 300)])
    const found = paragraphsIn([of(1), of(2), last]).map(({ text }) => text)
    expect(found.join(' ')).toMatch(/L runs on and ends\. R stands alone\.$/)
  })
})

readerTest('chromium', 'PDF: every paragraph of a page that Chromium printed, whole, with its page', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'briefpack-'))
  try {
    const words =
      'the harbour authority reported that cargo volumes rose during spring while dredging work continued'.split(' ')
    const sentence = (seed: number) =>
      `${Array.from({ length: 9 + (seed % 7) }, (_, i) => words[(seed * 7 + i * 3) % words.length]).join(' ')} ${seed}.`
    const paragraphs = Array.from(
      { length: 60 },
      (_, i) => `P${i} ${sentence(i)} ${sentence(i + 60)} ${sentence(i + 120)} № ${i}, 5 m² fit. ${russian}`,
    )
    const [html, pdf] = [join(folder, 'a.html'), join(folder, 'a.pdf')]
    writeFileSync(
      html,
      `<meta charset=utf-8><style>@page{margin:2cm}body{font:11pt serif}</style>${paragraphs.map((it) => `<p>${it}</p>`).join('')}`,
    )
    const options = [
      'headless',
      'no-sandbox',
      'disable-gpu',
      'no-first-run',
      'disable-background-networking',
      'no-pdf-header-footer',
      `user-data-dir=${folder}/profile`,
    ]
    await output('chromium', ...options.map((it) => `--${it}`), `--print-to-pdf=${pdf}`, `file://${html}`)
    const read = (await readFileText('a.pdf', new Uint8Array(readFileSync(pdf))))!
    expect(read.paragraphs).toEqual(paragraphs)
    expect(read.pages!.at(-1)).toMatch(/^[3-9]$/)
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
})

test('a table of figures as text is a row a paragraph, with bars between its cells', () => {
  const table = 'Year;Births;Note\n2017;141;"a; b"\n\n2018;133;\n'
  expect(readTable(new TextEncoder().encode(table)).paragraphs).toEqual([
    'Year | Births | Note',
    '2017 | 141 | a; b',
    '2018 | 133 |',
  ])
})
