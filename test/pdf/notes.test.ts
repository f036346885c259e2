/** Notes stand at the foot of the page that calls them, whole or to be continued, and each is linked with its call. */
import { expect, test } from 'vitest'
import type { Block } from '../../src/core/tree.ts'
import { call, heading, item, list, note, paragraph, table } from '../helpers/nodes.ts'
import { PdfObjects } from '../helpers/pdf-objects.ts'
import { readerTest } from '../helpers/readers.ts'
import { documentOf, pageTexts, printed, sentences } from './context.ts'

/** Paragraphs of which every third calls a note. */
const chapters = (paragraphs: number, block: (i: number) => Block): Block[] => [
  heading(1, 'start', 'Start'),
  ...Array.from({ length: paragraphs }, (_, i) => block(i)),
]
const notes = (count: number): Block[] =>
  Array.from({ length: count }, (_, i) => note(i + 1, paragraph(`Remark ${i + 1} of the keeper.`)))

/** The number of the page on which each match stands, from 1. */
function pagesOf(texts: readonly string[], pattern: RegExp): Map<string, number> {
  return new Map(
    texts.flatMap((text, page) => [...text.matchAll(pattern)].map((found) => [found[1]!, page + 1] as const)),
  )
}

function expectTogether(texts: readonly string[], count: number): void {
  const calls = pagesOf(texts, /call (\d+)here/g)
  const remarks = pagesOf(texts, /Remark (\d+) of/g)
  expect(calls.size).toBe(count)
  for (const [number, page] of calls) expect([number, remarks.get(number)]).toEqual([number, page])
}

const withCall = (i: number, before = '') => [
  `${before}${sentences(3, i * 3)} call ${i + 1}here`,
  call(i + 1),
  '. ',
  sentences(1),
]

readerTest('pdftotext', 'in running text, page by page', async () => {
  const blocks = chapters(60, (i) => paragraph(withCall(i)))
  const { path } = await printed(documentOf(...blocks, ...notes(60)))
  expectTogether(await pageTexts(path), 60)
})

readerTest('pdftotext', 'in lists, with the marks of the items beside the items', async () => {
  const items = Array.from({ length: 40 }, (_, i) => item(paragraph(withCall(i, `Item ${i + 1}: `))))
  const { path } = await printed(documentOf(list(true, ...items), ...notes(40)))
  const texts = await pageTexts(path)
  expectTogether(texts, 40)
  const marks = pagesOf(texts, /^ *(\d+)\. +Item/gm)
  expect([...marks.keys()]).toEqual(items.map((_, i) => String(i + 1)))
})

readerTest('pdftotext', 'in quotations', async () => {
  const quotes = chapters(30, (i) => ({ type: 'blockquote', children: [paragraph(withCall(i))] }))
  const { path } = await printed(documentOf(...quotes, ...notes(30)))
  expectTogether(await pageTexts(path), 30)
})

readerTest('pdftotext', 'in table cells', async () => {
  const rows = Array.from({ length: 50 }, (_, i) => [`Row ${i + 1}`, withCall(i), 'x'])
  const { path } = await printed(documentOf(table([['Row', 'What', 'Mark'], ...rows]), ...notes(50)))
  expectTogether(await pageTexts(path), 50)
})

readerTest('pdftotext', 'a note longer than the page is continued, and nothing is lost or printed over', async () => {
  const long = note(1, ...Array.from({ length: 40 }, (_, i) => paragraph(sentences(5, 1000 + i * 5))))
  const blocks = chapters(12, (i) => paragraph(i === 0 ? ['First.', call(1)] : sentences(8, i * 10)))
  const { path, stats } = await printed(documentOf(...blocks, long))
  const texts = await pageTexts(path)
  const found = texts.join('\n').replace(/\s+/g, ' ')
  for (let i = 1000; i < 1200; i++) expect(found).toMatch(new RegExp(`\\b${i}\\b`))
  expect(texts.filter((text) => /Sentence 1\d\d\d /.test(text)).length).toBeGreaterThan(1)
  expect(stats.pages).toBeGreaterThan(3)
  // Each page keeps some text of its own while the note goes on.
  expect(texts.slice(2, 3).join()).toMatch(/Sentence \d{1,2} tells/)
})

readerTest('qpdf', 'call and note lead to each other', async () => {
  const { path, pages } = await printed(documentOf(paragraph(['First.', call(1)]), ...notes(1)))
  const objects = new PdfObjects(path)
  const targets = objects.pages.flatMap(({ dictionary }) =>
    objects.array(dictionary['/Annots']).map((each) => objects.text(objects.dictionary(each)['/Dest'])),
  )
  expect(targets.sort()).toEqual(['call-n1', 'note-n1'])
  for (const target of targets) expect(pages.get(target!)).toBe(2)
})

test('a note that nothing calls is printed all the same', async () => {
  const { path } = await printed(documentOf(paragraph('Text.'), ...notes(1)))
  expect((await pageTexts(path)).join()).toContain('Remark 1 of the keeper')
})

readerTest('pdftotext', 'no page is empty, wherever a table ends above its notes', async () => {
  const rows = [
    ['a', 'b'],
    ['c', 'd'],
    ['e', 'f'],
  ]
  for (let length = 0; length < 24; length++) {
    const before = Array.from({ length }, (_, i) => paragraph(`Paragraph ${i}.`))
    const calling = paragraph(Array.from({ length: 12 }, (_, i) => [`and `, call(i + 1)]).flat())
    const { path } = await printed(documentOf(...before, calling, table(rows), ...notes(12)))
    for (const page of (await pageTexts(path)).slice(1))
      expect(page.split('\n').filter((line) => line.trim()).length).toBeGreaterThan(2)
  }
})
