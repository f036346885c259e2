/** Letters with marks are drawn over each other and copied whole, however they are written; a tab is space. */
import fc from 'fast-check'
import { expect } from 'vitest'
import { paragraph } from '../helpers/nodes.ts'
import { output, readerTest } from '../helpers/readers.ts'
import { documentOf, printed } from './context.ts'

const bases = [...'aeiouycnszAEŠXбгжиоуеыяйЁИМқөαεω']
const marks = [...'\u0300\u0301\u0302\u0303\u0304\u0306\u0307\u0308\u030a\u030b\u030c\u0323\u0331\u0332']
const letter = fc
  .tuple(fc.constantFrom(...bases), fc.array(fc.constantFrom(...marks), { maxLength: 2 }))
  .map(([base, above]) => base + [...new Set(above)].join(''))
const word = fc.array(letter, { minLength: 1, maxLength: 6 }).map((letters) => letters.join(''))

readerTest(
  'pdftotext',
  'of 200 words with marks, decomposed and composed, every letter is read in its place',
  async () => {
    const words = fc.sample(word, { numRuns: 200, seed: 8 })
    const paragraphs = words.flatMap((it) => [
      paragraph(`${it.normalize('NFD')}.`),
      paragraph(`${it.normalize('NFC')}.`),
    ])
    const { path } = await printed(documentOf(...paragraphs))
    const text = await output('pdftotext', '-f', '2', '-raw', path, '-')
    const plain = (it: string) => it.normalize('NFC').replace(/[\s\u200b]/g, '')
    const lines = plain(text.replace(/^(Sample|Page \d+ of \d+)$/gm, '')).split('.')
    expect(lines.slice(0, -1)).toEqual(words.flatMap((it) => [plain(it), plain(it)]))
  },
)

readerTest('pdftotext', 'a tab is a space in prose, and leads to the next column of four in code', async () => {
  const { path } = await printed(
    documentOf(paragraph(['Prose\twith\ttabs and ', { type: 'inlineCode', value: 'a\tb' }]), {
      type: 'code',
      value: 'a\tb\n\tindented\nabcd\te',
    }),
  )
  const text = await output('pdftotext', '-f', '2', '-layout', path, '-')
  expect(text).toContain('Prose with tabs and a b')
  expect(text).toMatch(/a +b\n {4,}indented\n *abcd +e/)
})
