/** What poppler makes of a file is what it made of it when it was last looked at: the structure, word by word, and the pages, from afar. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { expect } from 'vitest'
import { matchesGolden } from '../helpers/golden.ts'
import { call, note, paragraph, text } from '../helpers/nodes.ts'
import { greys, greysDiffer, LINE, type Picture, pictureOf } from '../helpers/page-picture.ts'
import { output, readerTest } from '../helpers/readers.ts'
import { documentOf, printed, report } from './context.ts'
import { document } from './each-node.ts'

readerTest('pdfinfo', 'the structure of one of each node, with its text', async () => {
  const { path } = await printed(document)
  const structure = (await output('pdfinfo', '-struct-text', path)).replace(/Object \d+ 0/g, 'Object')
  matchesGolden('test/pdf/expected/structure', new Map([['each-node.txt', structure]]))
})

readerTest(
  'pdftotext',
  'a line of text has some seventy characters, and one of a note is no longer than a hundred',
  async () => {
    const prose =
      'Declared policy rested on forces, guards, the border and partners, then also on laws and an appeal to the public, and whether the country became safer the texts cannot tell. '
    const words = [text(prose.repeat(9)), call(1)]
    const { path } = await printed(documentOf(paragraph(words), note(1, paragraph(prose.repeat(9)))))
    const lines = (await output('pdftotext', '-raw', path, '-')).split('\n').map(({ length }) => length)
    const [ofText, ofNote] = [lines.slice(3, 17), lines.slice(-14)]
    const mean = ofText.reduce((sum, length) => sum + length, 0) / ofText.length
    expect(mean).toBeGreaterThan(66)
    expect(mean).toBeLessThan(75)
    expect(Math.max(...ofNote)).toBeLessThanOrEqual(100)
  },
)

/** In steps of grey, of which there are ten: a line of text that is missing or moved is above it, a smoother edge below. */
const TOLERANCE = 0.1
const folder = 'test/pdf/expected/pages'
const numbers = [1, 2, 3, 4, 6]

readerTest('pdftoppm', 'the cover, the contents, text, a table and a figure look as they did', async () => {
  const { path } = await report()
  for (const number of numbers) {
    const file = `${folder}/report-${number}.txt`
    const found = pictureOf(path, number)
    if (process.env.ACCEPT && !process.env.CI) {
      mkdirSync(folder, { recursive: true })
      writeFileSync(file, greys(found))
    }
    expect(existsSync(file), `${file}: run \`make accept\``).toBe(true)
    const difference = greysDiffer(found, readFileSync(file, 'utf8'))
    expect(difference, `${file} against page ${number}: look at both, then \`make accept\``).toBeLessThan(TOLERANCE)
  }
})

readerTest('pdftoppm', 'a page that lacks one line of text is seen to differ', async () => {
  const { path } = await report()
  const whole = pictureOf(path, 3)
  expect(greysDiffer(whole, greys(whole))).toBe(0)
  expect(greysDiffer(withoutLine(whole), greys(whole))).toBeGreaterThan(TOLERANCE)
})

/** The line of text in the middle of the page, made white. */
function withoutLine({ width, pixels }: Picture): Picture {
  const rowOf = (index: number) => Math.floor(index / width)
  const middle = rowOf(pixels.length / 2)
  const from = rowOf(pixels.findIndex((grey, i) => rowOf(i) > middle && grey < 240))
  const isLine = (row: number) => row >= from && row < from + LINE
  return { width, pixels: pixels.map((grey, i) => (isLine(rowOf(i)) ? 255 : grey)) }
}
