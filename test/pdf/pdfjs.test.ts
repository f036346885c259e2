/** Mozilla's reader finds the links, the outline, the contents' page numbers and the structure. */

import { expect, test } from 'vitest'
import { getDocument } from '../../src/evidence/import/pdfjs.ts'
import { paragraph, svg, text } from '../helpers/nodes.ts'
import { sampleDocument } from '../helpers/sample-document.ts'
import { documentOf, printed, sample } from './context.ts'

const open = async () => {
  const { bytes, pages } = await sample()
  const pdf = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0 }).promise
  return { pdf, pages }
}

test('every link leads to a web page or to a place in the document', async () => {
  const { pdf } = await open()
  const destinations = await pdf.getDestinations()
  let links = 0
  for (let number = 1; number <= pdf.numPages; number++) {
    for (const annotation of await (await pdf.getPage(number)).getAnnotations()) {
      links += 1
      if (annotation.url) expect(annotation.url).toMatch(/^https:/)
      else expect(destinations).toHaveProperty([annotation.dest])
    }
  }
  expect(links).toBeGreaterThan(20)
})

test('words of a caption are led to and hyphenated in their language, too', async () => {
  const caption = [{ type: 'span' as const, data: { id: 'named', lang: 'de' }, children: [text('Lage')] }]
  const picture = svg('f.svg', 'A line', '<svg xmlns="http://www.w3.org/2000/svg" width="80" height="10"/>', 80, 10)
  const document = documentOf(
    { type: 'figure', kind: 'figure', label: 'Figure 1', caption, children: [picture] },
    paragraph({ type: 'link', url: '#named', children: [text('there')] }),
  )
  const { bytes } = await printed(document)
  const pdf = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0 }).promise
  const annotations = await (await pdf.getPage(pdf.numPages)).getAnnotations()
  expect(annotations.map(({ dest }) => dest)).toEqual(['named'])
  expect(await pdf.getDestinations()).toHaveProperty(['named'])
})

test('the outline holds every heading, at its level and on its page', async () => {
  const { pdf, pages } = await open()
  const headings = sampleDocument().body.children.filter((node) => node.type === 'heading')
  const outline: { title: string; level: number; page: number }[] = []
  const visit = async (items: Awaited<ReturnType<typeof pdf.getOutline>>, level: number) => {
    for (const { title, dest, items: below } of items) {
      const page = await pdf.getPageIndex((dest as [never])[0])
      outline.push({ title, level, page: page + 1 })
      await visit(below, level + 1)
    }
  }
  await visit(await pdf.getOutline(), 1)
  expect(outline).toEqual(
    headings.map((node) => ({
      title: node.children.map((child) => ('value' in child ? child.value : '')).join(''),
      level: node.depth,
      page: pages.get(node.data!.id!),
    })),
  )
})

test('the contents give the page on which each heading stands', async () => {
  const { pdf, pages } = await open()
  const { items } = await (await pdf.getPage(2)).getTextContent()
  const lines = items.flatMap((item) => ('str' in item ? [item.str] : [])).join('\n')
  for (const [id, title] of [
    ['chronology', 'Chronology'],
    ['policy', 'Policy'],
    ['sources', 'Sources'],
  ] as const) {
    expect(lines).toMatch(new RegExp(`${title}[ .\\n]*${pages.get(id)}\\b`))
  }
})

test('the reader sees the structure and the properties', async () => {
  const { pdf } = await open()
  const roles = new Set<string>()
  const visit = (node: { role?: string; children?: object[] }) => {
    if (node.role) roles.add(node.role)
    for (const child of node.children ?? []) visit(child)
  }
  for (let number = 1; number <= pdf.numPages; number++)
    visit((await (await pdf.getPage(number)).getStructTree()) ?? {})
  for (const role of [
    'H1',
    'H2',
    'H3',
    'P',
    'L',
    'LI',
    'Lbl',
    'LBody',
    'Table',
    'TH',
    'TD',
    'TOC',
    'TOCI',
    'Link',
    'Figure',
    'Caption',
    'Note',
    'BlockQuote',
    'Code',
    'Span',
  ]) {
    expect(roles).toContain(role)
  }
  const { info, metadata } = await pdf.getMetadata()
  expect(info).toMatchObject({ Title: sampleDocument().meta.title, Language: 'en-GB', PDFFormatVersion: '1.7' })
  expect(metadata.get('dc:title')).toBe(sampleDocument().meta.title)
  expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true })
})
