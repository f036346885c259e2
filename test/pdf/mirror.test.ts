/** A document in a language from right to left is laid out from the right: what begins stands at the right of what follows. */
import { describe, expect, test } from 'vitest'
import type { Block } from '../../src/core/tree.ts'
import { getDocument } from '../../src/evidence/import/pdfjs.ts'
import { defaultTheme } from '../../src/write/theme.ts'
import { heading, item, list, paragraph, plainMeta, root, table } from '../helpers/nodes.ts'
import { printed } from './context.ts'

const words = { item: 'פריט ראשון ברשימה', first: 'שם', second: 'תפקיד', english: 'An English paragraph of its own.' }
const blocks: Block[] = [
  { type: 'contents', of: 'headings', entries: [{ depth: 1, id: 'h-1', text: 'כותרת' }] },
  heading(1, 'h-1', 'כותרת'),
  list(false, item(paragraph(words.item))),
  list(true, item(paragraph('פריט ממוספר'))),
  table([
    [words.first, words.second],
    ['א', 'ב'],
  ]),
  paragraph(words.english, { lang: 'en' }),
]

const left = { ...defaultTheme, page: { ...defaultTheme.page, margins: { top: 78, right: 60, bottom: 78, left: 150 } } }

/** The texts of all pages, with their left and right edges. */
async function placed(language: string) {
  const document = { meta: { ...plainMeta, language }, body: root(...blocks) }
  const { bytes } = await printed(document, { theme: left })
  const opened = await getDocument({ data: new Uint8Array(bytes) }).promise
  const pages = await Promise.all(
    Array.from({ length: opened.numPages }, async (_, i) => (await opened.getPage(i + 1)).getTextContent()),
  )
  return pages
    .flatMap(({ items }) => items)
    .flatMap((it) =>
      'str' in it && it.str.trim() ? [{ text: it.str, from: it.transform[4], to: it.transform[4] + it.width }] : [],
    )
}

describe('in Hebrew', async () => {
  const items = await placed('he')
  const edges = (text: string) => items.filter((it) => it.text.includes(text)).at(-1)!
  test('marks of lists stand at the right of their items, and on none', () => {
    expect(edges('•').from).toBeGreaterThan(edges(words.item.slice(0, 4)).to)
    expect(edges('1').from).toBeGreaterThan(edges('ממוספר').to)
  })
  test('the first column is the right one', () => {
    expect(edges(words.first).from).toBeGreaterThan(edges(words.second).to)
  })
  test('all stands within the margins, as they are named', () => {
    for (const { text, from, to } of items) {
      expect(from, text).toBeGreaterThanOrEqual(149.9)
      expect(to, text).toBeLessThanOrEqual(595.28 - 59.9)
    }
  })
  test('the page number of an entry of contents stands at the left', () => {
    const title = items.findIndex((it) => it.text.includes('כותרת'))
    const [entry, number] = [items[title]!, items.slice(title + 1).find((it) => /^\d$/.test(it.text))!]
    expect(number.to).toBeLessThan(entry.from)
    expect(number.from).toBeCloseTo(150, 0)
  })
  test('a paragraph in English begins at the left', () => {
    expect(edges('An English').from).toBeLessThan(300)
  })
})
