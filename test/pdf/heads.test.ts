/** Long titles: a cover is one page, a running head one line. */
import { expect } from 'vitest'
import { heading, paragraph } from '../helpers/nodes.ts'
import { output, readerTest } from '../helpers/readers.ts'
import { documentOf, pageTexts, printed } from './context.ts'

const words = 'The north quay toll and what became of it in the years after the war of the council with the harbour. '

readerTest(
  'pdftotext',
  'titles of any length leave the cover on one page and the running head on one line',
  async () => {
    for (const times of [1, 2, 4]) {
      const { meta, body } = documentOf(heading(1, 'a', `Of ${words.repeat(times).trim()}`), paragraph('Text.'))
      const long = {
        title: words.repeat(times).trim(),
        subtitle: words.repeat(times),
        question: words.repeat(times * 2),
        authors: Array.from({ length: 7 }, (_, i) => `Author Constantinopolitanski ${i}`),
      }
      const { path } = await printed({ meta: { ...meta, ...long }, body })
      const pages = await pageTexts(path)
      expect(pages).toHaveLength(2)
      const head = pages[1]!.split('\n').filter((line) => line.trim() !== '')[0]
      expect(head).toMatch(/^ *The north quay toll [^…]+… +Of The north quay toll [^…]+…$/)
      expect(pages[0]).toContain('6')
    }
  },
)

readerTest('pdftotext', 'a short title stands in the running head', async () => {
  const { meta, body } = documentOf(paragraph('Text.'))
  const { path } = await printed({ meta: { ...meta, title: words, shortTitle: 'The toll' }, body })
  expect((await output('pdftotext', '-f', '2', '-layout', path, '-')).trim()).toMatch(/^The toll\n/)
})
