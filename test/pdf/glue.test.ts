/** What a line should not end with, and how often within a word, by poppler's lines. */
import { expect } from 'vitest'
import { paragraph } from '../helpers/nodes.ts'
import { readerTest } from '../helpers/readers.ts'
import { documentOf, pageTexts, printed } from './context.ts'

const linesOf = async (paragraphs: readonly string[]): Promise<string[]> => {
  const { path } = await printed(documentOf(...paragraphs.map((words) => paragraph(words))))
  return (await pageTexts(path)).flatMap((page) => page.split('\n').map((line) => line.trim()))
}
const filler = (length: number) => 'of the water in it '.repeat(4).slice(0, length).trim()
const pairs = [
  'Figure 12',
  'Таблица 3',
  'p. 118',
  '2026 г.',
  '14 km',
  '5 %',
  'R. Keeper',
  '№ 7',
  'mot :',
  '« mot',
  'mot »',
]

readerTest(
  'pdftotext',
  'a number stands with what it counts, an initial with its name, a French mark with its word',
  async () => {
    const lengths = Array.from({ length: 24 }, (_, i) => 50 + i)
    const lines = await linesOf(
      pairs.flatMap((pair) => lengths.map((length) => `${filler(length)} ${pair} and of its keepers.`)),
    )
    const parted = pairs.filter((pair) => {
      const [first = '', second = ''] = pair.split(' ')
      return lines.some((line, i) => line.endsWith(` ${first}`) && lines[i + 1]?.startsWith(second))
    })
    expect(parted).toEqual([])
  },
)

readerTest(
  'pdftotext',
  'no three lines on end break a word, and no paragraph ends in a part of one or in a short one alone',
  async () => {
    const long = ['uncharacteristically', 'institutional', 'measurements', 'counterproductively', 'disproportionately']
    const words = Array.from({ length: 24 }, (_, i) =>
      [filler(i + 3), ...Array(8).fill(long).flat(), 'omega', 'in', 'it.'].join(' '),
    )
    const known = new Set(words.join(' ').split(' '))
    const lines = (await linesOf(words)).filter((line) => /uncha|inst|meas|counter|disp|omega/.test(line))
    const isBroken = lines.map((line) => (known.has(line.split(' ').at(-1)!) ? '.' : '-')).join('')
    expect(isBroken).toMatch(/-/)
    expect(isBroken).not.toMatch(/---/)
    expect(lines).not.toContain('it.')
  },
)
