/** One's own paper: whoever made it, its looks stay and the text is ours. */

import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { zip } from '../../src/core/zip.ts'
import { picturesWithoutAlt, type Reference, readReference } from '../../src/write/docx/reference.ts'
import type { WriteContext } from '../../src/write/writer.ts'
import { libreOffice, libreOfficeTest } from '../helpers/libreoffice.ts'
import { output, readerTest } from '../helpers/readers.ts'
import { sampleDocument } from '../helpers/sample-document.ts'
import { docx, onDisk, sdkErrors } from './context.ts'
import { faultsOf } from './faults.ts'
import { named, type Parts, parsePart, textOf, unpack } from './read.ts'
import { german, google, ours, russian } from './references.ts'

const on = (reference: Uint8Array): Promise<Uint8Array> =>
  docx(sampleDocument(), { word: { citations: 'static', reference } } satisfies Partial<WriteContext>)

/** The names of styles by their ids. */
const stylesOf = (parts: Parts) =>
  new Map(
    named(parsePart(parts, 'word/styles.xml'), 'w:style').map((style) => [
      style.attributes['w:styleId']!,
      named(style, 'w:name')[0]!.attributes['w:val']!,
    ]),
  )
/** The names of the styles that the body uses. */
function used(parts: Parts): Set<string> {
  const names = stylesOf(parts)
  return new Set(
    named(parsePart(parts, 'word/document.xml'), 'w:pStyle').map(
      ({ attributes }) => names.get(attributes['w:val']!) ?? '?',
    ),
  )
}
const pages = (parts: Parts) =>
  named(parsePart(parts, 'word/document.xml'), 'w:pgSz').map(({ attributes }) => [attributes['w:w'], attributes['w:h']])

/** It is valid, holds our words and none of the reference's. */
async function isSound(bytes: Uint8Array, name: string): Promise<Parts> {
  const parts = unpack(bytes)
  // Levels are read off our ids, which headings have not here.
  expect(faultsOf(parts).filter(({ rule }) => rule !== 'headings-descend')).toEqual([])
  expect(await sdkErrors(`${name}.docx`, bytes)).toEqual([])
  const text = textOf(parsePart(parts, 'word/document.xml'))
  for (const words of ['The policy moved from building to warning.', 'Register of measures, 1998–2013'])
    expect(text).toContain(words)
  expect(text).not.toMatch(/Mustertext|does not come along|Heading 6/)
  return parts
}

test('German: names, numbered headings, A5, a logo', async () => {
  const parts = await isSound(await on(german), 'german')
  expect([...used(parts)]).toEqual(
    expect.arrayContaining(['Überschrift 1', 'Überschrift 2', 'Titel', 'heading 3', 'Quote']),
  )
  expect(used(parts)).not.toContain('Randbemerkung')
  expect(pages(parts)).toEqual([
    ['8391', '11906'],
    ['8391', '11906'],
    ['11906', '8391'],
    ['8391', '11906'],
  ])
  expect(textOf(parsePart(parts, 'word/kopf.xml'))).toContain('Haus am Fluss')
  expect(parts.get('word/media/logo.png')).toBeDefined()
  const styles = parts.get('word/styles.xml') as string
  expect(styles).toContain('<w:numId w:val="3"/>')
  expect(styles).toContain('<w:lang w:val="en-GB" w:bidi="ar-SA"/>')
  // Our lists come after its own.
  const lists = named(parsePart(parts, 'word/numbering.xml'), 'w:num').map(({ attributes }) => attributes['w:numId'])
  expect(lists.slice(0, 2)).toEqual(['3', '4'])
  const settings = parts.get('word/settings.xml') as string
  expect(settings).toContain('<w:defaultTabStop w:val="500"/>')
  expect(settings).not.toMatch(/trackRevisions|documentProtection|rsid/)
})

test('a picture of the paper is named where nothing stands for it', () => {
  const mute = (descr: string) => {
    const parts = new Map(unpack(german))
    const head = parts.get('word/kopf.xml')
    parts.set('word/kopf.xml', String(head).replace(' descr="The house’s logo"', descr))
    return picturesWithoutAlt(readReference(zip(parts)) as Reference)
  }
  expect(mute(' descr="The house’s logo"')).toEqual([])
  expect(mute('')).toEqual(['Logo'])
})

test('Russian: a template on Letter paper, whose first page has its own head', async () => {
  const parts = await isSound(await on(russian), 'russian')
  expect([...used(parts)]).toEqual(expect.arrayContaining(['Заголовок 1', 'Название']))
  expect(pages(parts)[1]).toEqual(['12240', '15840'])
  const [cover, text] = named(parsePart(parts, 'word/document.xml'), 'w:sectPr')
  const heads = (section: typeof cover) =>
    named(section!, 'w:headerReference').map(({ attributes }) => attributes['w:type'])
  expect(heads(cover)).toEqual(['first'])
  expect(named(cover!, 'w:titlePg')).toHaveLength(1)
  expect(heads(text)).toEqual([])
  expect(textOf(parsePart(parts, 'word/first.xml'))).toContain('Для служебного пользования')
  expect(named(parsePart(parts, 'word/first.xml'), 'w:drawing')).toEqual([])
  expect(named(text!, 'w:footerReference')).toHaveLength(1)
})

test('as Google Docs writes: few styles, and a turned page that we turn upright', async () => {
  const parts = await isSound(await on(google), 'google')
  expect(pages(parts)[1]).toEqual(['11906', '16838'])
  expect([...used(parts)]).toEqual(expect.arrayContaining(['heading 1', 'Title', 'caption']))
  expect(textOf(parsePart(parts, 'word/header.xml'))).toContain('Flood policy')
})

test('our own: every style is found, none is added', async () => {
  const reference = await ours()
  const parts = await isSound(await on(reference), 'ours')
  expect(stylesOf(parts)).toEqual(stylesOf(unpack(reference)))
})

readerTest('pandoc', 'pandoc’s own', async () => {
  const reference = execFileSync('pandoc', ['--print-default-data-file', 'reference.docx'])
  const bytes = await on(new Uint8Array(reference))
  const parts = unpack(bytes)
  expect(faultsOf(parts)).toEqual([])
  expect([...used(parts)]).toEqual(expect.arrayContaining(['Title', 'Heading 1']))
  // An old pandoc's file has properties out of order.
  expect(await sdkErrors('on-pandoc.docx', bytes)).toEqual([])
})

// One start of LibreOffice for both.
libreOfficeTest('as LibreOffice saves it; and LibreOffice prints on the paper of the reference', async () => {
  const path = onDisk('by-libreoffice.docx', await ours())
  const [saved, pdf] = [join(path, '..', 'saved.docx'), join(path, '..', 'on-german.pdf')]
  await libreOffice([
    { open: path, save: saved, filter: 'MS Word 2007 XML' },
    { open: onDisk('on-german.docx', await on(german)), save: pdf, filter: 'writer_pdf_Export' },
  ])
  const parts = unpack(await on(new Uint8Array(readFileSync(saved))))
  expect(faultsOf(parts)).toEqual([])
  const names = [...used(parts)].map((name) => name.toLowerCase())
  expect(names).toEqual(expect.arrayContaining(['heading 1', 'title', 'quote', 'caption']))
  expect(await output('pdfinfo', pdf)).toMatch(/Page size:\s+419\.\d+ x 595/)
  expect(await output('pdftotext', '-f', '3', '-l', '3', pdf, '-')).toContain('Haus am Fluss')
})

describe('what is no reference', () => {
  const text = (words: string) => new TextEncoder().encode(words)
  test.each([
    ['a text', text('hello'), 'it is no zip file, or a damaged one'],
    ['half a file', german.subarray(0, german.length / 2), 'it is no zip file, or a damaged one'],
    ['nothing', new Uint8Array(), 'it is no zip file, or a damaged one'],
  ])('%s', (_, bytes, reason) => {
    expect(readReference(bytes)).toBe(reason)
  })
})
