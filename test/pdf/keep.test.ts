/** What belongs together stands together, and nothing is lost for the sake of it. */
import { encode } from 'fast-png'
import { expect } from 'vitest'
import type { Block, Figure } from '../../src/core/tree.ts'
import { heading, item, list, paragraph, svg, table, text } from '../helpers/nodes.ts'
import { output, readerTest } from '../helpers/readers.ts'
import { documentOf, pageTexts, printed, sentences } from './context.ts'

/** So many sections that some heading would come to stand at the foot of a page. */
const sections = (count: number, block: (i: number) => Block[]): Block[] =>
  Array.from({ length: count }, (_, i) => [heading(2, `s${i}`, `Section ${i} begins`), ...block(i)]).flat()

/** The lines of a page's own text, without running heads. */
const linesOf = (page: string) =>
  page
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(1, -1)

readerTest('pdftotext', 'no heading stands at the foot of a page', async () => {
  const blocks = sections(60, (i) => [paragraph(sentences(2 + (i % 5), i * 10))])
  const { path } = await printed(documentOf(...blocks))
  for (const page of (await pageTexts(path)).slice(1)) expect(linesOf(page).at(-1)).not.toMatch(/begins/)
})

readerTest('pdftotext', 'nor before a table, with its header and first row', async () => {
  const rows = (i: number) => [
    ['Name', 'Value'],
    ...Array.from({ length: 3 + (i % 4) }, (_, k) => [`cell ${i}-${k}`, 'v']),
  ]
  const { path } = await printed(documentOf(...sections(40, (i) => [table(rows(i))])))
  for (const page of (await pageTexts(path)).slice(1)) {
    expect(linesOf(page).at(-1)).not.toMatch(/begins|Name/)
  }
})

readerTest('pdftotext', 'nor with nothing under it but a line that leads over to what comes next', async () => {
  const next = (i: number): Block[] =>
    [
      [table(Array.from({ length: 12 }, (_, k) => [`cell ${i}-${k}`, 'v']))],
      [paragraph(sentences(6, i * 10))],
      [list(true, ...Array.from({ length: 1 + (i % 5) }, (_, k) => 'quay '.repeat(16 + ((i + k) % 3))))],
      [heading(3, `t${i}`, `Part ${i} begins`), paragraph(`Lead ${i}.`), paragraph(sentences(5, i * 10))],
    ][i % 4]!
  const { path } = await printed(documentOf(...sections(80, (i) => [paragraph(`Lead ${i}.`), ...next(i)])))
  for (const page of (await pageTexts(path)).slice(1)) expect(linesOf(page).at(-1)).not.toMatch(/begins|Lead/)
})

readerTest('pdftotext', 'of a paragraph, one line never stands alone', async () => {
  const blocks = Array.from({ length: 60 }, (_, i) =>
    paragraph(`Alpha${i} ${sentences(4 + (i % 7), i * 20)} omega${i}.`),
  )
  const { path } = await printed(documentOf(...blocks))
  const pages = (await pageTexts(path)).slice(1)
  for (const page of pages) {
    const lines = linesOf(page)
    expect(lines.at(-1), 'an opening line at the foot').not.toMatch(/Alpha/)
    const [first = '', second = ''] = lines
    if (/omega\d+\.$/.test(first) && !first.includes('Alpha')) expect(second, 'a last line at the top').toMatch(/never/)
  }
})

readerTest('pdftotext', 'a caption stands with its figure', async () => {
  const drawing =
    '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="180" viewBox="0 0 400 180"><text x="10" y="170" font-size="10">mark</text></svg>'
  const figure = (i: number): Figure => ({
    type: 'figure',
    kind: 'figure',
    label: `Figure ${i}`,
    caption: [text(`caption-${i}`)],
    children: [svg('f.svg', 'A mark', drawing.replace('mark', `drawing-${i}`), 400, 180)],
  })
  const blocks = Array.from({ length: 14 }, (_, i) => [paragraph(sentences(3 + i)), figure(i)]).flat()
  const { path } = await printed(documentOf(...blocks))
  const pages = await pageTexts(path)
  for (let i = 0; i < 14; i++) {
    const page = pages.find((each) => new RegExp(`caption-${i}\\b`).test(each))
    expect(page).toMatch(new RegExp(`drawing-${i}\\b`))
  }
})

readerTest('pdftotext', 'and the table of its data begins on the same page, where that has room for both', async () => {
  const rows = (i: number) => [['Month', 'Count'], ...Array.from({ length: 9 }, (_, k) => [`cell-${i}-${k}`, 'v'])]
  const blocks = Array.from({ length: 14 }, (_, i) => {
    const figure = drawing(i, 180 + 10 * i)
    return [paragraph(sentences(3 + i)), { ...figure, children: [...figure.children, table(rows(i))] }]
  }).flat()
  const { path } = await printed(documentOf(...blocks))
  const pages = await pageTexts(path)
  for (let i = 0; i < 14; i++) {
    const page = pages.find((each) => new RegExp(`caption-${i}\\b`).test(each))
    expect(page).toMatch(new RegExp(`drawing-${i}\\b`))
    expect(page).toContain(`cell-${i}-0`)
  }
})

readerTest('pdftotext', 'rows are whole, those taller than a page are broken and lose nothing', async () => {
  const rows = Array.from({ length: 12 }, (_, i) => [`row-${i}`, sentences(i === 5 ? 160 : 9, i * 1000), `end-${i}`])
  const { path } = await printed(documentOf(table([['Row', 'Text', 'End'], ...rows])))
  const pages = await pageTexts(path)
  const all = pages.join('\n').replace(/\s+/g, ' ')
  for (let i = 0; i < 12; i++) {
    expect(all).toContain(`row-${i}`)
    const last = i * 1000 + (i === 5 ? 159 : 8)
    const page = (pattern: string) => pages.findIndex((each) => new RegExp(pattern).test(each))
    if (i !== 5) expect(page(`row-${i}\\b`)).toBe(page(`\\b${last}\\b`))
  }
  for (let k = 0; k < 160; k++) expect(all).toMatch(new RegExp(`\\b${5000 + k}\\b`))
})

readerTest('pdftotext', 'a header row is repeated on each page of its table', async () => {
  const rows = Array.from({ length: 120 }, (_, i) => [`row ${i}`, 'x'])
  const { path } = await printed(documentOf(table([['Heads', 'Tails'], ...rows])))
  const pages = (await pageTexts(path)).slice(1)
  expect(pages.length).toBeGreaterThan(2)
  for (const page of pages) expect(page).toMatch(/Heads +Tails/)
})

/** A drawing of this height, whose words name it. */
const drawing = (i: number, height: number): Figure => ({
  type: 'figure',
  kind: 'figure',
  label: `Figure ${i}`,
  caption: [text(`caption-${i}`)],
  children: [
    svg(
      'f.svg',
      'A mark',
      `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="${height}" viewBox="0 0 400 ${height}"><text x="10" y="${height - 9}" font-size="10">drawing-${i}</text></svg>`,
      400,
      height,
    ),
  ],
})

readerTest('pdftotext', 'nor does a heading where figures that waited fill the next page too', async () => {
  const blocks = Array.from({ length: 8 }, (_, i) => [
    paragraph(sentences(14 + i, i * 100)),
    drawing(2 * i, 560 + 6 * i),
    drawing(2 * i + 1, 200),
    heading(2, `s${i}`, `Section ${i} begins`),
    table([['Name', 'Value'], ...Array.from({ length: 5 }, (_, k) => [`cell ${i}-${k}`, 'v'])]),
  ]).flat()
  const { path } = await printed(documentOf(...blocks))
  for (const page of (await pageTexts(path)).slice(1)) expect(linesOf(page).at(-1)).not.toMatch(/begins/)
})

readerTest(
  'pdftotext',
  'a figure that has no room goes to the top of the next page, and the text goes on before it',
  async () => {
    const blocks = Array.from({ length: 12 }, (_, i) => [
      paragraph(`Before-${i} ${sentences(3 + (i % 5) * 2, i * 100)}`),
      drawing(i, 200 + ((i * 97) % 300)),
      paragraph(`After-${i} ${sentences(6, i * 100 + 50)}`),
    ]).flat()
    const { path } = await printed(documentOf(...blocks))
    const pages = (await pageTexts(path)).slice(1)
    const all = pages.join('\n')
    expect(
      [...all.matchAll(/caption-(\d+)/g)].map(([, i]) => Number(i)),
      'in their order, none lost',
    ).toEqual([...Array(12).keys()])
    for (const page of pages.slice(0, -1)) {
      // The foot of a page is left white only where not two more lines had room.
      const lines = page.split('\n')
      const last = lines.findLastIndex((line) => line.trim() !== '' && !/Page \d/.test(line))
      expect(lines.length - last).toBeLessThan(16)
    }
    const structure = await output('pdfinfo', '-struct-text', path)
    const order = [...structure.matchAll(/(Before|After)-(\d+)|caption-(\d+)/g)].map(([whole]) => whole)
    expect(order, 'read where they are called').toEqual(
      Array.from({ length: 12 }, (_, i) => [`Before-${i}`, `caption-${i}`, `After-${i}`]).flat(),
    )
  },
)

readerTest(
  'pdftotext',
  'a heading stands with the first rows of a table with a caption, however tall they are',
  async () => {
    // Where the page has room for all of it, for the first row, and for nothing.
    for (let length = 23; length < 34; length += 2) {
      const tall = table([
        ['Name', 'Text'],
        ['row-one', sentences(20)],
        ['row-two', sentences(3)],
        ['row-three', 'x'],
        ['row-four', 'x'],
      ])
      const figure: Figure = {
        type: 'figure',
        kind: 'table',
        label: 'Table 1',
        caption: [text('caption-of')],
        children: [tall],
      }
      const before = Array.from({ length }, (_, i) => paragraph(`Line ${i}.`))
      const { path } = await printed(documentOf(...before, heading(2, 'h', 'Heading-of'), figure))
      const pages = await pageTexts(path)
      const pageOf = (words: string) => pages.findIndex((page) => page.includes(words))
      expect(pageOf('Heading-of'), `${length}`).toBe(pageOf('row-one'))
      expect(pageOf('caption-of')).toBe(pageOf('row-one'))
      expect(pageOf('row-three'), 'no last row alone').toBe(pageOf('row-four'))
    }
  },
)

readerTest('pdftotext', 'a small table stands whole', async () => {
  // Where the page has room for all of it, for less and less, and for nothing.
  for (let length = 32; length < 39; length++) {
    const before = Array.from({ length }, (_, i) => paragraph(`Line ${i}.`))
    const { path } = await printed(
      documentOf(
        ...before,
        table([
          ['Name', 'Value'],
          ['row-one', 'x'],
          ['row-two', 'x'],
          ['row-three', 'x'],
        ]),
      ),
    )
    const pages = await pageTexts(path)
    const pageOf = (words: string) => pages.findIndex((page) => page.includes(words))
    expect(pageOf('row-one'), `${length}`).toBe(pageOf('row-three'))
    expect(pageOf('Name')).toBe(pageOf('row-three'))
  }
})

readerTest(
  'pdftotext',
  'a heading with nothing else to stand over goes with its figure to the turned page',
  async () => {
    const figure = { ...drawing(1, 900), data: { role: 'landscape' } }
    const { path } = await printed(
      documentOf(
        paragraph('Before.'),
        heading(2, 'h', 'Heading-of'),
        figure,
        heading(2, 'n', 'Next'),
        paragraph('After.'),
      ),
    )
    const pages = await pageTexts(path)
    const pageOf = (words: string) => pages.findIndex((page) => page.includes(words))
    expect(pageOf('Heading-of')).toBe(pageOf('drawing-1'))
    expect(pages.length).toBe(4)
  },
)

readerTest('pdftotext', 'the text goes on before a turned page, and is whole after it', async () => {
  const figure = { ...drawing(1, 900), data: { role: 'landscape' } }
  const before = Array.from({ length: 20 }, (_, i) => paragraph(sentences(4, i * 10)))
  const { path } = await printed(
    documentOf(paragraph('Before.'), heading(2, 'h', 'Heading-of'), figure, ...before, paragraph('After.')),
  )
  const pages = await pageTexts(path)
  const pageOf = (words: string) => pages.findIndex((page) => page.includes(words))
  expect([pageOf('Heading-of'), pageOf('drawing-1')]).toEqual([1, 2])
  expect(linesOf(pages[1]!).length, 'the page before is full').toBeGreaterThan(30)
  expect(pageOf('After.')).toBeGreaterThan(2)
  const sizes = [...(await output('pdfinfo', '-l', '9', path)).matchAll(/size: +(\d+)/g)].map(([, width]) => width)
  expect(sizes.slice(0, 4)).toEqual(['595', '595', '841', '595'])
})

/** How much of each page's text area is white below its last line, by poppler's boxes; without the cover and the last page. */
async function whiteOf(path: string): Promise<number[]> {
  const pages = (await output('pdftotext', '-bbox', path, '-')).split('<page ').slice(1)
  return pages.slice(1, -1).map((page) => {
    const height = Number(/height="([\d.]+)"/.exec(page)?.[1])
    const ends = [...page.matchAll(/yMax="([\d.]+)"/g)].map(([, y]) => Number(y)).filter((y) => y < height - 70)
    return (height - 78 - Math.max(...ends)) / (height - 156)
  })
}

readerTest(
  'pdftotext',
  'pages of tall rows, small tables and figures end full: white over 9 % on one in thirty',
  async () => {
    const rows = (i: number, length: number, count: number) => [
      ['No.', 'What was said', 'Date'],
      ...Array.from({ length: count }, (_, k) => [
        `${i}.${k}`,
        sentences(1 + ((k * 7 + i) % length), k),
        '23 October 2002',
      ]),
    ]
    const blocks = Array.from({ length: 48 }, (_, i): Block[] => [
      heading(i % 6 === 0 ? 1 : 2, `s${i}`, `Section ${i}`),
      paragraph(sentences(2 + (i % 5), i * 10)),
      ...(i % 3 === 0 ? [drawing(i, 120 + ((i * 53) % 200))] : []),
      table(rows(i, i % 4 === 0 ? 12 : 3, 3 + (i % 7))),
      paragraph(sentences(5, i * 10)),
    ]).flat()
    const { path } = await printed(documentOf(...blocks))
    const white = await whiteOf(path)
    expect(white.length).toBeGreaterThan(20)
    expect(white.filter((part) => part > 0.09).length).toBeLessThanOrEqual(Math.ceil(white.length / 30))
  },
)

readerTest(
  'pdftotext',
  'so do pages of headings with a short table each, and of rows as high as a third of a page',
  async () => {
    const rows: ((i: number) => string[][])[] = [
      (i) =>
        Array.from({ length: 1 + (i % 5) }, (_, k) => [
          `${i}.${k}`,
          sentences(1 + ((k * 7 + i) % 3), k),
          '23 October 2002',
        ]),
      (i) =>
        Array.from({ length: 6 }, (_, k) => [`${i}.${k}`, sentences(5 + ((k * 5 + i) % 14), k), '23 October 2002']),
    ]
    const kinds = rows.map((rows) => (i: number): Block[] => [
      heading(i % 6 ? 2 : 1, `s${i}`, `Section ${i}`),
      ...(i % 2 ? [paragraph(sentences(1 + (i % 3), i))] : []),
      table([['No.', 'What was said', 'Date'], ...rows(i)]),
    ])
    for (const [at, count] of [48, 12].entries()) {
      const { path } = await printed(documentOf(...Array.from({ length: count }, (_, i) => kinds[at]!(i)).flat()))
      const white = await whiteOf(path)
      expect(white.filter((part) => part > 0.09).length).toBeLessThanOrEqual(Math.floor(white.length / 30))
    }
  },
)

readerTest(
  'pdftotext',
  'and so do turned pages, on as few of which as can be the rows of a table are spread',
  async () => {
    const rows = (count: number) =>
      table([['Year', 'Count'], ...Array.from({ length: count }, (_, k) => [`${count}-${k}`, '49,631'])], {
        role: 'landscape',
      })
    const counts = [14, 20, 24, 27, 33, 48, 53, 60]
    const text = (i: number) => Array.from({ length: 12 }, (_, k) => paragraph(sentences(4, i * 10 + k)))
    const { path } = await printed(documentOf(...counts.flatMap((count, i) => [rows(count), ...text(i)])))
    const turned = (await pageTexts(path)).filter((page) => page.includes('Year'))
    expect(turned.length).toBe(4 + 3 * 2 + 3)
    expect(turned.join().match(/\d+-\d+ /g)).toEqual(
      counts.flatMap((count) => Array.from({ length: count }, (_, k) => `${count}-${k} `)),
    )
    // The line below the last row stands up to 2 % lower than its words.
    expect((await whiteOf(path)).filter((part) => part > 0.11)).toEqual([])
  },
)

readerTest('pdfimages', 'a photograph is lower by up to 15 % where it then has room, and no more', async () => {
  const bytes = encode({ width: 400, height: 400, channels: 1, depth: 8, data: new Uint8Array(160_000) })
  const photograph = { ...svg('p.png', 'A mark', '', 400, 400), format: 'png' as const, bytes }
  const figure = (label: string): Figure => ({ ...drawing(0, 1), label, children: [photograph] })
  const found = [8, 13, 14, 15, 17, 19].map(async (length) => {
    const before = Array.from({ length }, (_, i) => paragraph(`Line ${i}.`))
    const { path } = await printed(documentOf(...before, figure('Figure 1'), ...before, ...before))
    const [, , row = ''] = (await output('pdfimages', '-list', path)).split('\n')
    const [page, , , , , , , , , , , , across] = row.trim().split(/ +/)
    return [Number(page), Math.round((100 * 72) / Number(across))] as const
  })
  const sizes = await Promise.all(found)
  expect(sizes.filter(([page, size]) => size < 84 || (page === 3 && size < 99))).toEqual([])
  expect(sizes.some(([page, size]) => page === 2 && size < 97)).toBe(true)
  expect(sizes.some(([page]) => page === 3)).toBe(true)
  expect(sizes[0]).toEqual([2, 100])
})

readerTest('pdftotext', 'a row that is split has two lines on either side', async () => {
  for (let length = 16; length < 35; length += 3) {
    const before = Array.from({ length }, (_, i) => paragraph(`Line ${i}.`))
    const cell = Array.from({ length: 14 }, (_, k) => `line-${k} ${'word '.repeat(18)}`).join(' ')
    const { path } = await printed(
      documentOf(
        ...before,
        table([
          ['No.', 'Text'],
          ['1', 'x'],
          ['2', cell],
          ['3', cell],
          ['4', 'x'],
        ]),
      ),
    )
    for (const page of (await pageTexts(path)).slice(1)) {
      const lines = linesOf(page)
      const parts = lines.filter((line) => /line-|word/.test(line)).length
      expect(parts, `${length}: ${lines.join('\n')}`).not.toBe(1)
    }
  }
})

readerTest('pdftotext', 'no page is begun for two lines', async () => {
  const ends: number[] = []
  // Where the last page would have little.
  for (const length of [29, 30, 31, 32, 33, 39, 40, 41, 42]) {
    const { path } = await printed(documentOf(...Array.from({ length }, (_, i) => paragraph(sentences(3, i)))))
    const pages = await pageTexts(path)
    if (pages.length > 2) ends.push(linesOf(pages.at(-1)!).length)
  }
  expect(ends.length).toBeGreaterThan(5)
  expect(Math.min(...ends)).toBeGreaterThan(2)
})

readerTest('pdftotext', 'a table is split with two rows or more on either side', async () => {
  const row = (i: number, k: number) => [`t${i}-r${k}`, sentences(2 + ((i * 5 + k * 7) % 4), i + k)]
  const blocks = sections(48, (i) => [
    paragraph(sentences(1 + ((i * 5) % 9), i)),
    table([['Row', 'Text'], ...Array.from({ length: 6 + ((i * 3) % 11) }, (_, k) => row(i, k))]),
  ])
  const { path } = await printed(documentOf(...blocks))
  const parts = (await pageTexts(path)).flatMap((page) => {
    const tables = (page.match(/\bt\d+-r/g) ?? []) as string[]
    return [...new Set(tables)].map((name) => `${name} ${tables.filter((each) => each === name).length}`)
  })
  expect(parts.length).toBeGreaterThan(52)
  expect(parts.filter((part) => part.endsWith(' 1'))).toEqual([])
})

readerTest('pdftotext', 'the mark of an item stands before it, whatever it begins with', async () => {
  const drawing: Figure = {
    type: 'figure',
    kind: 'figure',
    label: 'Figure 1',
    caption: [text('drawing')],
    children: [svg('x.svg', 'A drawing', '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>', 90, 90)],
  }
  const firsts: Block[] = [
    { type: 'code', value: 'code', lang: null },
    drawing,
    { type: 'blockquote', children: [paragraph('quoted')] },
    heading(2, 'h', 'heading'),
    list(false, 'inner'),
    paragraph('words'),
  ]
  const items = firsts.map((block) => item(block))
  const { path } = await printed(documentOf(list(true, ...items)))
  const printedText = (await pageTexts(path)).join('\n')
  for (const [at, words] of ['code', 'Figure 1 +drawing', 'quoted', 'heading', '– +inner', 'words'].entries())
    expect(printedText).toMatch(new RegExp(`^ *${at + 1}\\. +${words}`, 'm'))
})
