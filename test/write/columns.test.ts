import { expect, test } from 'vitest'
import type { Document, Table } from '../../src/tree.ts'
import { withColumnWidths } from '../../src/write/columns.ts'
import { defaultTheme } from '../../src/write/theme.ts'
import { testFonts } from '../helpers/fonts.ts'
import { plainMeta, root, table } from '../helpers/nodes.ts'

const fonts = await testFonts()
const widthsOf = (...tables: Table[]): number[][] => {
  const document: Document = { meta: plainMeta, body: root(...tables) }
  return withColumnWidths(document, fonts, defaultTheme).body.children.map((node) => (node as Table).widths!)
}
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
