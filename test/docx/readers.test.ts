/** What others make of our files: Microsoft's own library, pandoc, LibreOffice. */
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Node } from '../../src/core/tree.ts'
import { longDocument, tally, wordsIn, wordsOf } from '../helpers/arbitrary-tree.ts'
import { libreOffice, libreOfficeTest } from '../helpers/libreoffice.ts'
import { output, readerTest } from '../helpers/readers.ts'
import { sampleDocument } from '../helpers/sample-document.ts'
import { docx, officeVersions, onDisk, sdkErrors } from './context.ts'

test('Microsoft’s library finds no error in the sample', async () => {
  expect(await sdkErrors('sample.docx', await docx(sampleDocument()), officeVersions)).toEqual([])
})

/** Each takes seconds: `DOCUMENTS=200` looks at as many. */
const count = Number(process.env.DOCUMENTS ?? 1)

test('nor in documents at random', async () => {
  const documents = fc.sample(longDocument, { numRuns: count, seed: 7 })
  for (const [index, document] of documents.entries()) {
    expect(await sdkErrors(`random-${index}.docx`, await docx(document))).toEqual([])
  }
})

readerTest('pandoc', 'pandoc reads the headings, tables, lists, notes and words of the sample', async () => {
  const document = sampleDocument()
  // The lists of contents repeat words; they are read elsewhere.
  document.body.children = document.body.children.filter(({ type }) => type !== 'contents')
  const path = onDisk('pandoc.docx', await docx(document))
  const { blocks } = JSON.parse(await output('pandoc', '-f', 'docx', '-t', 'json', path)) as { blocks: unknown[] }

  const nodes = [...walk(document.body)]
  const headings = nodes.flatMap((node) => (node.type === 'heading' ? node.depth : []))
  expect(found(blocks, 'Header').map((header) => (header as [number])[0])).toEqual(headings)
  const count = (type: Node['type']) => nodes.filter((node) => node.type === type).length
  expect(found(blocks, 'Table')).toHaveLength(count('table'))
  expect(found(blocks, 'Note')).toHaveLength(count('footnoteDefinition'))
  expect(found(blocks, 'Image')).toHaveLength(count('image'))
  expect(found(blocks, 'BlockQuote')).toHaveLength(count('blockquote'))
  expect(found(blocks, 'CodeBlock')).toHaveLength(count('code'))
  expect(found(blocks, 'OrderedList')).toHaveLength(1)
  expect(found(blocks, 'BulletList')).toHaveLength(1)

  const text = longWords(wordsIn(await output('pandoc', '-f', 'docx', '-t', 'plain', '--wrap=none', path)))
  const read = new Map(tally(text))
  const lost = tally(longWords(wordsOf(document.body))).filter(([word, times]) => (read.get(word) ?? 0) < times)
  expect(lost).toEqual([])
})

/** Small capitals are read as capitals, and `H²O` as one word, which is three in the tree. */
const longWords = (words: readonly string[]) =>
  words.filter((word) => word.length > 2).map((word) => word.toLowerCase())

function* walk(node: Node): Generator<Node> {
  yield node
  if ('children' in node) for (const child of node.children) yield* walk(child as Node)
}

/** The contents of all elements of a type in pandoc's JSON. */
function found(value: unknown, type: string): unknown[] {
  if (Array.isArray(value)) return value.flatMap((one) => found(one, type))
  if (typeof value !== 'object' || value === null) return []
  const own = 't' in value && value.t === type ? ['c' in value ? value.c : null] : []
  return [...own, ...Object.values(value).flatMap((one) => found(one, type))]
}

// One start of LibreOffice for both.
libreOfficeTest(
  'LibreOffice prints the sample with every word, and makes its contents anew with the same entries',
  async () => {
    const sample = onDisk('libreoffice.docx', await docx(sampleDocument()))
    const pdf = join(dirname(sample), 'libreoffice.pdf')
    const document = sampleDocument()
    for (const node of document.body.children) {
      if (node.type === 'heading' && ['wide', 'after'].includes(node.data?.id ?? '')) node.data!.role = 'unlisted'
    }
    const contents = onDisk('contents.docx', await docx(document))
    const [, answers] = await libreOffice([
      { open: sample, save: pdf, filter: 'writer_pdf_Export' },
      { open: contents, do: [['index-lines'], ['update-indexes'], ['index-lines']] },
    ])

    const text = await output('pdftotext', '-layout', pdf, '-')
    expect(text, 'the turned page and the page numbers').toMatch(/Page 3 of \d/)
    const read = new Set(longWords(wordsIn(text)))
    const lost = longWords(wordsOf(sampleDocument().body)).filter((word) => !read.has(word) && /^[a-z]+$/.test(word))
    expect(lost).toEqual([])

    const [before, , after] = answers as string[][][]
    const withoutPages = (lines: string[] | undefined) => lines?.map((line) => line.replace(/\t\d+$/, ''))
    expect(withoutPages(after?.[0])).toEqual(withoutPages(before?.[0]))
  },
)
