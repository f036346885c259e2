/** Long titles: a cover is one page, a running head one line. */
import { expect, test } from 'vitest'
import { printed as pageStyle } from '../../src/write/html/style.ts'
import { defaultTheme, type Theme } from '../../src/write/theme.ts'
import { heading, paragraph, plainMeta } from '../helpers/nodes.ts'
import { output, readerTest } from '../helpers/readers.ts'
import { documentOf, pageTexts, printed, sentences } from './context.ts'

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

readerTest(
  'pdftotext',
  'on paper printed on both sides, margins are mirrored and page numbers stand outside',
  async () => {
    const page = { ...defaultTheme.page, margins: { ...defaultTheme.page.margins, left: 110, right: 60 } }
    const theme: Theme = { ...defaultTheme, measure: 200, page: { ...page, sides: 'double' } }
    const text = Array.from({ length: 30 }, (_, i) => paragraph(sentences(5, i * 5)))
    const { path } = await printed(documentOf(...text), { theme })
    const pages = (await output('pdftotext', '-bbox', path, '-')).split('<page ').slice(2)
    const edges = pages.slice(0, 2).map((page) => {
      const words = [...page.matchAll(/xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)"[^>]*>([^<]+)/g)]
      const body = words.filter(([, , y]) => Number(y) > 80 && Number(y) < 750)
      const [, number] = words.find(([, , , , word]) => word === 'Page') ?? []
      return [Math.min(...body.map(([, x]) => Number(x))), Number(number)].map(Math.round)
    })
    const width = 595 - 110 - 60
    expect(pages.length).toBeGreaterThan(2)
    expect(edges[0]).toEqual([60, 60])
    expect(edges[1]![0]).toBe(110)
    expect(edges[1]![1]).toBeGreaterThan(110 + width * 0.8)
  },
)

test('in print of HTML too', () => {
  const page = { ...defaultTheme.page, margins: { top: 70, right: 60, bottom: 71, left: 110 } }
  const styleOf = (sides: 'single' | 'double') => pageStyle(plainMeta, { ...defaultTheme, page: { ...page, sides } })
  expect(styleOf('double')).toMatch(/margin: 70pt 60pt 71pt 110pt; } @page :left { margin: 70pt 110pt 71pt 60pt; }$/)
  expect(styleOf('single')).not.toContain(':left')
})
