import { expect, test } from 'vitest'
import type { Document, Table } from '../../src/tree.ts'
import { settleTables } from '../../src/write/tables.ts'
import { defaultTheme } from '../../src/write/theme.ts'
import { testFonts } from '../helpers/fonts.ts'
import { plainMeta, root, table } from '../helpers/nodes.ts'

const fonts = await testFonts()
const settled = (...tables: Table[]): Table[] => {
  const document: Document = { meta: plainMeta, body: root(...tables) }
  return settleTables(document, fonts, defaultTheme).body.children as Table[]
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
