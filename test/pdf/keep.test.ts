/** What belongs together stands together, and nothing is lost for the sake of it. */
import { expect } from 'vitest'
import type { Block, Figure } from '../../src/tree.ts'
import { heading, paragraph, svg, table, text } from '../helpers/nodes.ts'
import { readerTest } from '../helpers/readers.ts'
import { documentOf, pageTexts, printed, sentences } from './context.ts'

/** So many sections that some heading would come to stand at the foot of a page. */
const sections = (count: number, block: (i: number) => Block[]): Block[] =>
  Array.from({ length: count }, (_, i) => [heading(2, `s${i}`, `Section ${i} begins`), ...block(i)]).flat()

/** The lines of a page's own text, without running heads. */
const linesOf = (page: string) =>
  page
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(1, -1)

readerTest('pdftotext', 'no heading stands at the foot of a page', async () => {
  const blocks = sections(60, (i) => [paragraph(sentences(2 + (i % 5), i * 10))])
  const { path } = await printed(documentOf(...blocks))
  for (const page of (await pageTexts(path)).slice(1)) expect(linesOf(page).at(-1)).not.toMatch(/begins/)
})

readerTest('pdftotext', 'nor before a table, with its header and first row', async () => {
  const rows = (i: number) => [
    ['Name', 'Value'],
    ...Array.from({ length: 3 + (i % 4) }, (_, k) => [`cell ${i}-${k}`, 'v']),
  ]
  const { path } = await printed(documentOf(...sections(40, (i) => [table(rows(i))])))
  for (const page of (await pageTexts(path)).slice(1)) {
    expect(linesOf(page).at(-1)).not.toMatch(/begins|Name/)
  }
})

readerTest('pdftotext', 'of a paragraph, one line never stands alone', async () => {
  const blocks = Array.from({ length: 60 }, (_, i) =>
    paragraph(`Alpha${i} ${sentences(4 + (i % 7), i * 20)} omega${i}.`),
  )
  const { path } = await printed(documentOf(...blocks))
  const pages = (await pageTexts(path)).slice(1)
  for (const page of pages) {
    const lines = linesOf(page)
    expect(lines.at(-1), 'an opening line at the foot').not.toMatch(/Alpha/)
    const [first = '', second = ''] = lines
    if (/omega\d+\.$/.test(first) && !first.includes('Alpha')) expect(second, 'a last line at the top').toMatch(/never/)
  }
})

readerTest('pdftotext', 'a caption stands with its figure', async () => {
  const drawing =
    '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="180" viewBox="0 0 400 180"><text x="10" y="170" font-size="10">mark</text></svg>'
  const figure = (i: number): Figure => ({
    type: 'figure',
    kind: 'figure',
    label: `Figure ${i}`,
    caption: [text(`caption-${i}`)],
    children: [svg('f.svg', 'A mark', drawing.replace('mark', `drawing-${i}`), 400, 180)],
  })
  const blocks = Array.from({ length: 14 }, (_, i) => [paragraph(sentences(3 + i)), figure(i)]).flat()
  const { path } = await printed(documentOf(...blocks))
  const pages = await pageTexts(path)
  for (let i = 0; i < 14; i++) {
    const page = pages.find((each) => new RegExp(`caption-${i}\\b`).test(each))
    expect(page).toMatch(new RegExp(`drawing-${i}\\b`))
  }
})

readerTest('pdftotext', 'rows are whole, those taller than a page are broken and lose nothing', async () => {
  const rows = Array.from({ length: 12 }, (_, i) => [`row-${i}`, sentences(i === 5 ? 160 : 9, i * 1000), `end-${i}`])
  const { path } = await printed(documentOf(table([['Row', 'Text', 'End'], ...rows])))
  const pages = await pageTexts(path)
  const all = pages.join('\n').replace(/\s+/g, ' ')
  for (let i = 0; i < 12; i++) {
    expect(all).toContain(`row-${i}`)
    const last = i * 1000 + (i === 5 ? 159 : 8)
    const page = (pattern: string) => pages.findIndex((each) => new RegExp(pattern).test(each))
    if (i !== 5) expect(page(`row-${i}\\b`)).toBe(page(`\\b${last}\\b`))
  }
  for (let k = 0; k < 160; k++) expect(all).toMatch(new RegExp(`\\b${5000 + k}\\b`))
})

readerTest('pdftotext', 'a header row is repeated on each page of its table', async () => {
  const rows = Array.from({ length: 120 }, (_, i) => [`row ${i}`, 'x'])
  const { path } = await printed(documentOf(table([['Heads', 'Tails'], ...rows])))
  const pages = (await pageTexts(path)).slice(1)
  expect(pages.length).toBeGreaterThan(2)
  for (const page of pages) expect(page).toMatch(/Heads +Tails/)
})
