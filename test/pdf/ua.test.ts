/** PDF/UA-1 and PDF/A, as far as a machine can tell. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Document } from '../../src/core/tree.ts'
import { inColumns } from '../../src/write/text-columns.ts'
import { defaultTheme } from '../../src/write/theme.ts'
import { arbitraryDocument } from '../helpers/arbitrary-tree.ts'
import { call, heading, note, paragraph } from '../helpers/nodes.ts'
import { checkPdfUa } from '../helpers/pdf-ua.ts'
import { wordsOfDocument, wordsOfPdf } from '../helpers/pdf-words.ts'
import { output, readerTest } from '../helpers/readers.ts'
import { reportDocument } from '../helpers/report-document.ts'
import { sampleDocument } from '../helpers/sample-document.ts'
import { documentOf, printed, sample } from './context.ts'

/** The rules that a document with everything in it must have put to the test. */
const exercised = [
  ...[
    '5-1',
    '6.2-1',
    '7.1-1',
    '7.1-2',
    '7.1-3',
    '7.1-5',
    '7.1-8',
    '7.1-9',
    '7.1-10',
    '7.1-11',
    '7.1-12',
    '7.2-3',
    '7.2-4',
  ],
  ...[
    '7.2-8',
    '7.2-9',
    '7.2-10',
    '7.2-14',
    '7.2-16',
    '7.2-17',
    '7.2-18',
    '7.2-19',
    '7.2-20',
    '7.2-26',
    '7.2-27',
    '7.2-28',
  ],
  ...['7.2-29', '7.2-34', '7.2-36', '7.2-37', '7.2-41', '7.3-1', '7.4.2-1', '7.5-1', '7.9-1', '7.9-2', '7.18.3-1'],
  ...[
    '7.18.5-1',
    '7.18.5-2',
    '7.21.4.1-1',
    '7.21.5-1',
    '7.21.7-1',
    '7.21.8-1',
    'PDF/A output intent',
    'link: leads somewhere',
  ],
]

readerTest('qpdf', 'the sample breaks no rule, and puts most of them to the test', async () => {
  const { path } = await sample()
  const { failures, applied } = checkPdfUa(path)
  expect(failures).toEqual([])
  expect(applied).toEqual(expect.arrayContaining(exercised))
  expect(await output('qpdf', '--check', path)).toContain('No syntax or stream encoding errors found')
})

readerTest('qpdf', 'nor does a report on paper of another size, with files attached', async () => {
  const attachments = [
    {
      name: 'report.md',
      mediaType: 'text/markdown',
      description: 'The source',
      bytes: new TextEncoder().encode('# A\n'),
    },
    {
      name: 'manifest.json',
      mediaType: 'application/json',
      description: 'What it is made of',
      bytes: new Uint8Array([123, 125]),
    },
  ]
  const theme = { ...defaultTheme, page: { ...defaultTheme.page, size: 'Letter' as const } }
  const { path } = await printed(reportDocument(), { attachments, theme })
  const { failures, applied } = checkPdfUa(path)
  expect(failures).toEqual([])
  expect(applied).toContain('7.11-1')
  expect(await output('pdfinfo', path)).toMatch(/Page size:\s+612 x 792/)
  expect(await output('pdfdetach', '-list', path)).toMatch(/2 embedded files/)
})

const runs = Number(process.env.PDF_RANDOM ?? 8)
/** Poppler takes up to a second to read the structure of a page, so by default a few are read word by word. */
const read = process.env.PDF_RANDOM ? runs : 3

readerTest('pdfinfo', `${runs} documents at random break no rule and keep every word in its place`, async () => {
  const documents = fc.sample(arbitraryDocument, { numRuns: runs, seed: 11 })
  for (const [index, document] of documents.entries()) {
    const comparable = withoutHyphens(document)
    const { path } = await printed(comparable)
    expect(checkPdfUa(path).failures, `document ${index}`).toEqual([])
    if (index < read)
      expect((await wordsOfPdf(path)).join(''), `document ${index}`).toBe(withoutMissing(wordsOfDocument(comparable)))
    await output('qpdf', '--check', path)
  }
})

readerTest('pdfinfo', 'nor do they in columns', async () => {
  const documents = fc.sample(arbitraryDocument, { numRuns: 12, seed: 12 })
  for (const [index, document] of documents.entries()) {
    const theme = { ...defaultTheme, page: { ...defaultTheme.page, columns: 2 + (index % 2) } }
    const { meta, body } = withoutHyphens(document)
    const columned = { meta, body: inColumns(body, theme) }
    const { path } = await printed(columned, { theme })
    expect(checkPdfUa(path).failures, `document ${index}`).toEqual([])
    if (index < read)
      expect((await wordsOfPdf(path)).join(''), `document ${index}`).toBe(withoutMissing(wordsOfDocument(columned)))
  }
})

test('a claim is checked: the helper sees what is wrong', async () => {
  const { path } = await sample()
  const broken = await printed({ ...sampleDocument(), meta: { ...sampleDocument().meta, language: 'not a language' } })
  expect(checkPdfUa(path).failures).toEqual([])
  expect(checkPdfUa(broken.path).failures.join()).toContain('7.2-29')
})

/** There are no patterns for Kazakh. */
const withoutHyphens = ({ meta, body }: Document): Document => ({ meta: { ...meta, language: 'kk' }, body })

/** Letters that no font of ours has are printed as U+FFFD, and counted. */
const withoutMissing = (letters: string[]) => letters.filter((letter) => !/[河流𐐷]/u.test(letter)).join('')

readerTest('qpdf', 'a heading that shows nothing leaves no gap in the levels', async () => {
  const empty = heading(1, 'a', '  ')
  const { path } = await printed(
    documentOf(empty, heading(2, 'b', 'Second'), heading(5, 'c', ['Fifth', call(1)]), note(1, paragraph('x'))),
  )
  expect(checkPdfUa(path).failures).toEqual([])
})
