import { expect, test } from 'vitest'
import type { Document, Figure, Table } from '../../src/core/tree.ts'
import { lowered } from '../../src/write/column-widths.ts'
import { toWordprocessing } from '../../src/write/docx/docx.ts'
import { measure } from '../../src/write/fonts/text.ts'
import { settledTables, tellCutTables } from '../../src/write/tables.ts'
import { areaOf, defaultTheme } from '../../src/write/theme.ts'
import { breakable, monthsIn } from '../../src/write/whole-dates.ts'
import { context } from '../docx/context.ts'
import { testFonts } from '../helpers/fonts.ts'
import { heading, plainMeta, root, table, text } from '../helpers/nodes.ts'
import { PdfObjects } from '../helpers/pdf-objects.ts'
import { output, readerTest } from '../helpers/readers.ts'
import { printed } from '../pdf/context.ts'

const fonts = await testFonts()
const tableOptions = { language: plainMeta.language, fonts, theme: defaultTheme, cut() {} }
const settled = (...tables: Table[]): Table[] => {
  return settledTables(tableOptions)(root(...tables)).children as Table[]
}
const widthsOf = (...tables: Table[]): number[][] => settled(...tables).map(({ widths }) => widths!)
const long =
  'A long account of what the source says of the event, of its place, and of those who took part in it. '.repeat(3)

test('tables with one head have one grid, whatever their rows', () => {
  const [one, other, third] = widthsOf(
    table([
      ['No.', 'Account'],
      ['1', 'short'],
    ]),
    table([
      ['No.', 'Account'],
      ['S12.144', long],
    ]),
    table([
      ['Number', 'Account'],
      ['1', 'short'],
    ]),
  )
  expect(one).toEqual(other)
  expect(third).not.toEqual(one)
})

test('a short column keeps its words whole, the long one gets the rest', () => {
  const [[number, account] = []] = widthsOf(
    table([
      ['No.', 'Account'],
      ['49,631', long],
    ]),
  )
  const digits = 6 * 0.5 * defaultTheme.sizes.small
  expect(number!).toBeGreaterThan(digits)
  expect(account!).toBeGreaterThan(5 * number!)
})

test('a column of few words gives way to one that makes the rows high', () => {
  const columns = [3, 30].map((count) => ({ least: 25, cells: [Array.from({ length: count }, () => 20)] }))
  const [few, many] = lowered([150, 150], columns, 2)
  expect(few).toBeLessThan(70)
  expect(few! + many!).toBe(300)
})

test('widths that a table asks for stay', () => {
  const asked = {
    ...table([
      ['a', 'b'],
      [long, 'x'],
    ]),
    widths: [1, 3],
  }
  expect(widthsOf(asked)).toEqual([[1, 3]])
})

test('the first column heads the rows where it tells them apart', () => {
  const plain = (rows: Parameters<typeof table>[0]): Table =>
    JSON.parse(JSON.stringify(table(rows)).replaceAll(',"header":true', ''))
  const headed = (rows: Parameters<typeof table>[0]) =>
    settled(plain(rows))[0]!.children.map(({ children }) => children.map(({ header }) => header === true))
  expect(
    headed([
      ['No.', 'Name'],
      ['1', 'x'],
      ['2', 'x'],
    ]),
  ).toEqual([
    [false, false],
    [true, false],
    [true, false],
  ])
  const dashed = [
    ['No.', 'Name'],
    ['1', 'x'],
    ['–', 'x'],
    ['–', 'y'],
  ]
  expect(headed(dashed).map(([first]) => first)).toEqual([false, true, false, false])
  for (const rows of [
    [
      ['No.', 'Name'],
      ['1', 'x'],
      ['1', 'y'],
    ],
    [
      ['No.', 'Name'],
      ['1', 'x'],
      ['', 'y'],
    ],
    [['Name'], ['x'], ['y']],
  ]) {
    expect(headed(rows).flat()).not.toContain(true)
  }
})

const numbers = (columns: number): Table =>
  table(
    Array.from({ length: 3 }, (_, row) =>
      Array.from({ length: columns }, (_, column) => (row === 0 ? `${1990 + column}` : `${10 + column},${631 + row}`)),
    ),
  )

readerTest('pdftotext', 'no number is cut, however many columns there are, or the table is told of', async () => {
  for (const columns of [6, 10, 12, 14, 18, 22, 30, 60]) {
    const cut: Table[] = []
    const options = { ...tableOptions, cut: (node: Table) => void cut.push(node) }
    const made: Document = { meta: plainMeta, body: settledTables(options)(root(numbers(columns))) }
    expect(cut.length).toBe(columns < 25 ? 0 : 1)
    if (cut.length > 0) continue
    const { path } = await printed(made)
    const text = await output('pdftotext', '-layout', path, '-')
    for (let column = 0; column < columns; column++) {
      expect(text, `${columns} columns`).toContain(`${10 + column},632`)
      expect(text).toContain(`${1990 + column}`)
    }
  }
})

test('what only asks is told of the same tables, upright, turned and in columns', () => {
  const page = { ...defaultTheme.page, columns: 2 }
  for (const theme of [defaultTheme, { ...defaultTheme, page }])
    for (const columns of [1, 2, 6, 14, 24, 25, 40])
      for (const data of [undefined, { role: 'landscape' as const }]) {
        const body = root(
          { ...numbers(columns), ...(data && { data }) },
          table([['Name'], ['Aigul']]),
          numbers(columns),
        )
        const told: [Table[], Table[]] = [[], []]
        const [by, only] = told.map((cut) => ({ ...tableOptions, theme, cut: (node: Table) => void cut.push(node) }))
        settledTables(by!)(body)
        tellCutTables(body, only!)
        expect(told[1]).toEqual(told[0])
        expect(told[0].length > 0).toBe(columns >= 25)
      }
})

readerTest(
  'qpdf',
  'a table has the name of its caption, or of the heading above it, in the PDF and in Word',
  async () => {
    const [one, other] = [numbers(2), numbers(3)]
    const caption: Figure = {
      type: 'figure',
      kind: 'table',
      label: 'Table 1',
      caption: [text('Dues')],
      children: [other],
    }
    const body = settledTables(tableOptions)(root(heading(1, 'tolls', 'Tolls'), one, caption))
    const document = { meta: plainMeta, body }
    const objects = new PdfObjects((await printed(document)).path)
    const tables = objects.dictionaries.filter((each) => each['/S'] === '/Table')
    const names = tables.map((each) => objects.text(objects.dictionary(each['/A'] ?? {})['/Summary']))
    expect(names).toEqual(['Tolls', undefined])
    const words = (await toWordprocessing(document, context)).get('word/document.xml') as string
    expect(words.match(/(?<=<w:tblCaption w:val=")[^"]*/g)).toEqual(['Tolls', 'Dues'])
  },
)

test('type is smaller first, down to 7 points, then the page is turned', () => {
  const made = [8, 14, 20].map((columns) => settled(numbers(columns))[0]!)
  expect(made.map(({ size, data }) => [size, data?.role])).toEqual([
    [undefined, undefined],
    [expect.any(Number), undefined],
    [undefined, 'landscape'],
  ])
  expect(made[1]!.size).toBeGreaterThanOrEqual(7)
})

test('where a wider font may stand in, a table that has room in ours alone gets less space in its cells, and smaller type', () => {
  const of = (number: string, count: number) =>
    settled(
      table([
        ['Year', ...Array.from({ length: count }, (_, i) => `${i}`)],
        ['2001', ...Array.from({ length: count }, () => number)],
      ]),
    )[0]!
  expect(of('49,631', 9).wide).toBeUndefined()
  // DejaVu Sans has the widest figures of the fonts that are likely: 0.64 em, as a comma has 0.32.
  for (const [number, count, ems] of [
    ['49,631', 23, 3.5],
    ['1,249,631.50', 13, 6.7],
    ['-1,249,631.50', 12, 7.06],
  ] as const) {
    const { wide, widths, data } = of(number, count)
    expect(data?.role, number).toBe('landscape')
    const room = areaOf(defaultTheme.page).height - (count + 1) * wide!.padding
    const all = widths!.reduce((sum, width) => sum + width, 0)
    expect(Math.min(...widths!.slice(1)) * (room / all), number).toBeGreaterThan(ems * wide!.size)
  }
})

test('dates and numbers in groups do not break in a cell', () => {
  const [made] = settled(
    table([
      ['When', 'What'],
      ['23 October – 23 November 2002', 'paid 12 345 678 in May 2003 and 7 more'],
    ]),
  )
  expect(made!.children[1]!.children.map(({ children }) => children)).toMatchObject([
    [{ value: '23\u00a0October – 23\u00a0November\u00a02002' }],
    [{ value: 'paid 12\u00a0345\u00a0678 in May\u00a02003 and 7 more' }],
  ])
})

test('in Word dates break at their spaces again, and nothing else does', () => {
  const text = 'as of 15.\u00a0September\u00a02020, fig.\u00a03, 1\u00a0500\u00a0kg'
  expect(breakable(text, monthsIn(['de', 'en']))).toBe('as of 15. September 2020, fig.\u00a03, 1\u00a0500\u00a0kg')
})

test('dates and words that head rows and columns have room in bold type, also in wider fonts than ours', () => {
  const rows = [
    ['12\u00a0марта\u00a02025', long, '2'],
    ['февраль\u00a02025', long, '31'],
    ['25\u00a0марта\u00a02025', long, '4'],
  ]
  const [[date, , count] = []] = widthsOf(table([['Дата', 'Событие', 'Утверждений'], ...rows]))
  const bold = fonts.chain(defaultTheme.fonts.heading, { bold: true })
  const wide = (words: string) => 1.4 * measure(words, bold, defaultTheme.sizes.small)
  // DejaVu Sans Bold is wider than our letters by two fifths.
  for (const [words = ''] of rows) expect(date, words).toBeGreaterThan(wide(words))
  expect(count).toBeGreaterThan(wide('Утверждений'))
})
