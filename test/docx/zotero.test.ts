/** Citations that stay live in Zotero, in every family of styles. */
import { describe, expect, test } from 'vitest'
import type { Element, Root } from 'xast'
import { build } from '../../src/build.ts'
import type { CitationMode } from '../../src/write/writer.ts'
import { readFiles } from '../helpers/golden.ts'
import { sharedCache as cache, memoryHost } from '../helpers/memory-host.ts'
import { citingPandoc, output } from '../helpers/readers.ts'
import { onDisk, sdkErrors } from './context.ts'
import { faultsOf } from './faults.ts'
import { elements, named, type Parts, parsePart, textOf, unpack } from './read.ts'

const text = `{{says pack.bottomLine}}

One [@quay-2003, p. 3]. Two [see @quay-2003, pp. 4-5, for the rest; @lock-1999, chap. 2]. @quay-2003 [p. 9] says so, and
so does @lock-1999; but [-@quay-2003, para. 4]. In a note.[^a] Кириллица [cf. @lock-1999, v. "x" & y].

[^a]: Of the author's, with @quay-2003 [p. 1] and [@lock-1999].

{{list "bibliography"}}
`
const lock = `type: book
title: "The lock & the <quay>: a history"
author:
  - family: Lock
    given: Ada
  - literal: Harbour Board
publisher: Quay Press
publisher-place: Arden
issued: "1999-03"
ISBN: "1-23"
held: false
`

/** A style of labels, such as [Lock99], is none of those that ship. */
const label = `<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
<info><title>Labels</title><id>http://example.org/styles/labels</id><updated>2026-11-01T00:00:00+00:00</updated></info>
<citation><layout prefix="[" suffix="]" delimiter="; "><text variable="citation-label"/><text variable="locator" prefix=", "/></layout></citation>
<bibliography><layout suffix="."><text variable="citation-label" prefix="[" suffix="] "/><group delimiter=", "><text variable="title"/><text variable="publisher"/></group></layout></bibliography>
</style>`
const styles = ['labels.csl', 'apa', 'chicago-notes', 'chicago-author-date', 'ieee', 'mla', 'nature', 'source-codes']

/** The Word file of a small pack, which several tests look at. */
function wordFile(style: string, citations: CitationMode): Promise<Uint8Array> {
  const name = `${style} ${citations}`
  const file = wordFiles.get(name) ?? newWordFile(style, citations)
  wordFiles.set(name, file)
  return file
}
const wordFiles = new Map<string, Promise<Uint8Array>>()

async function newWordFile(style: string, citations: CitationMode): Promise<Uint8Array> {
  const files = readFiles('test/cases/minimal')
  files.set('templates/report.md.hbs', `# Report {{anchor "report"}}\n\n${text}`)
  files.set('corpus/sources/lock-1999.yaml', lock)
  files.set('labels.csl', label)
  const host = memoryHost(files)
  const { findings } = await build(host, { formats: ['docx'], csl: style, word: { citations }, cache })
  const bytes = [...host.written].find(([path]) => path.endsWith('.docx'))?.[1]
  if (!bytes) throw new Error(findings.map(({ reason }) => reason).join('\n'))
  return bytes
}

interface LiveCitation {
  citationID: string
  properties: { plainCitation: string; noteIndex: number }
  citationItems: {
    id: string
    uris: string[]
    locator?: string
    label?: string
    prefix?: string
    suffix?: string
    itemData: { id: string; title: string }
  }[]
}

/** The instruction and the visible words of each field. */
function fieldsOf(root: Root): { code: string; words: string }[] {
  const fields: { code: string; words: string }[] = []
  const open: { code: string; words: string; isResult: boolean }[] = []
  for (const { element } of elements(root)) {
    const type = element.name === 'w:fldChar' ? element.attributes['w:fldCharType'] : undefined
    if (type === 'begin') open.push({ code: '', words: '', isResult: false })
    if (type === 'separate') open.at(-1)!.isResult = true
    if (type === 'end') fields.push(open.pop()!)
    if (element.name === 'w:instrText') open.at(-1)!.code += contentOf(element)
    if (element.name === 'w:t') for (const field of open) if (field.isResult) field.words += contentOf(element)
  }
  return fields
}
const contentOf = (element: Element) => element.children.map((child) => ('value' in child ? child.value : '')).join('')

/** A value that is kept in custom properties, 255 characters each. */
function property(parts: Parts, name: string): string {
  const all = new Map(
    named(parsePart(parts, 'docProps/custom.xml'), 'property').map((it) => [
      it.attributes.name!,
      it.children[0] as Element,
    ]),
  )
  let value = ''
  for (let at = 1; all.has(`${name}_${at}`); at++) {
    const piece = contentOf(all.get(`${name}_${at}`)!)
    expect(piece.length).toBeLessThanOrEqual(255)
    value += piece
  }
  return value
}

describe.each(styles)('%s', (style) => {
  test('fields are as Zotero writes them', async () => {
    const bytes = await wordFile(style, 'zotero')
    const parts = unpack(bytes)
    expect(faultsOf(parts)).toEqual([])
    // One style is enough for the validator, which takes seconds to start: the one whose fields stand in notes.
    if (style === 'chicago-notes') expect(await sdkErrors('zotero.docx', bytes)).toEqual([])
    const fields = ['word/document.xml', 'word/footnotes.xml'].flatMap((part) => fieldsOf(parsePart(parts, part)))
    const citations = fields.filter(
      ({ code }) => code.startsWith(' ADDIN ZOTERO_ITEM CSL_CITATION {') && code.endsWith('} '),
    )
    expect(citations).toHaveLength(9)
    const ids = new Set<string>()
    for (const { code, words } of citations) {
      const data = JSON.parse(code.slice(code.indexOf('{'), code.lastIndexOf('}') + 1)) as LiveCitation
      expect(data.properties.plainCitation).toBe(words)
      expect(words).not.toBe('')
      expect(data.properties.noteIndex > 0).toBe(style === 'chicago-notes')
      for (const { id, uris, itemData } of data.citationItems) {
        expect(uris).toEqual([`urn:x-briefpack:${id}`])
        expect(itemData.id).toBe(id)
        expect(itemData.title).not.toBe('')
      }
      ids.add(data.citationID)
    }
    expect(ids.size).toBe(citations.length)
    const bibliography = fields.filter(
      ({ code }) => code.startsWith(' ADDIN ZOTERO_BIBL {') && code.endsWith(' CSL_BIBLIOGRAPHY '),
    )
    expect(bibliography.map(({ words }) => words.includes('Quay Press'))).toEqual([true])
    const preferences = property(parts, 'ZOTERO_PREF')
    expect(preferences).toMatch(/<style id="https?:\/\/[a-z.]+\/styles\/[a-z-]+" locale="[a-z]{2}-[A-Z]{2}"/)
    expect(preferences).toContain('name="fieldType" value="Field"')
    expect(preferences.includes('name="noteType" value="1"')).toBe(style === 'chicago-notes')
  })

  test('without it the words are the same', async () => {
    const words = async (mode: CitationMode) =>
      textOf(parsePart(unpack(await wordFile(style, mode)), 'word/document.xml'))
    expect(await words('zotero')).toBe(await words('static'))
  })

  citingPandoc('pandoc reads back every key, locator, affix and datum', async (pandoc) => {
    const path = onDisk(`zotero-${style}.docx`, await wordFile(style, 'zotero'))
    const document = JSON.parse(await output(pandoc, '-f', 'docx+citations', '-t', 'json', path))
    const cites = found(document.blocks, 'Cite').map(
      (cite) => (cite as [{ citationId: string; citationPrefix: unknown; citationSuffix: unknown }[]])[0],
    )
    const told = cites.map((group) =>
      group.map(({ citationId, citationPrefix, citationSuffix }) => [
        citationId,
        words(citationPrefix),
        words(citationSuffix),
      ]),
    )
    const expected = [
      [['quay-2003', '', 'paragraph 3']],
      [['quay-2003', '', 'page 3']],
      [
        ['quay-2003', 'see', 'page 4-5, for the rest'],
        ['lock-1999', '', 'chapter 2'],
      ],
      [['quay-2003', '', 'page 9']],
      [['lock-1999', '', '']],
      [['quay-2003', '', 'paragraph 4']],
      [['quay-2003', '', 'page 1']],
      [['lock-1999', '', '']],
      [['lock-1999', 'cf.', 'v. "x" & y']],
    ]
    expect(told.map((it) => JSON.stringify(it)).sort()).toEqual(expected.map((it) => JSON.stringify(it)).sort())
    const references = JSON.stringify(document.meta.references)
    for (const datum of ['quay-2003', 'lock-1999', 'Lock', 'Ada', 'Harbour', '1999', 'Quay', 'Press', 'Arden', '1-23'])
      expect(references).toContain(datum)
  })
})

describe.each(styles.filter((style) => style !== 'chicago-notes'))('%s as bookmarks', (style) => {
  test('their data stand in properties', async () => {
    const bytes = await wordFile(style, 'zotero-bookmark')
    const parts = unpack(bytes)
    expect(faultsOf(parts)).toEqual([])
    if (style === 'ieee') expect(await sdkErrors('bookmarks.docx', bytes)).toEqual([])
    const names = ['word/document.xml', 'word/footnotes.xml'].flatMap((part) =>
      named(parsePart(parts, part), 'w:bookmarkStart')
        .map((it) => it.attributes['w:name']!)
        .filter((name) => name.startsWith('ZOTERO_BREF_')),
    )
    expect(names).toHaveLength(10)
    for (const name of names) {
      expect(name).toMatch(/^ZOTERO_BREF_[A-Za-z0-9]{12}$/)
      expect(property(parts, name)).toMatch(/^ZOTERO_(ITEM CSL_CITATION \{.*\}|BIBL \{.*\} CSL_BIBLIOGRAPHY)$/)
    }
    expect(property(parts, 'ZOTERO_PREF')).toContain('name="fieldType" value="Bookmark"')
  })
})

test('a note style has no bookmarks', async () => {
  await expect(wordFile('chicago-notes', 'zotero-bookmark')).rejects.toThrow(
    'no citations of a note style as bookmarks',
  )
})

test.each(['apa', 'chicago-notes'])('%s for another word processor', async (style) => {
  const bytes = await wordFile(style, 'zotero-transfer')
  const parts = unpack(bytes)
  if (style === 'apa') expect(await sdkErrors('transfer.docx', bytes)).toEqual([])
  const main = parsePart(parts, 'word/document.xml')
  const paragraphs = named(main, 'w:p').map((it) => textOf(it).trim())
  expect(paragraphs.slice(0, 2)).toEqual(['ZOTERO_TRANSFER_DOCUMENT', ''])
  expect(paragraphs.at(-1)).toMatch(/^DOCUMENT_PREFERENCES <data data-version="3".*<\/data>$/)
  const links = [main, parsePart(parts, 'word/footnotes.xml')].flatMap((part) => named(part, 'w:hyperlink').map(textOf))
  expect(links.filter((it) => /^ITEM CSL_CITATION \{.*\}$/.test(it))).toHaveLength(9)
  expect(links.filter((it) => /^BIBL \{.*\} CSL_BIBLIOGRAPHY$/.test(it))).toHaveLength(1)
})

test('the works stand in Word’s own list of sources too', async () => {
  const sources = parsePart(unpack(await wordFile('apa', 'static')), 'customXml/item1.xml')
  const one = named(sources, 'b:Source').find(
    (it) => named(it, 'b:SourceType')[0] && contentOf(named(it, 'b:SourceType')[0]!) === 'Book',
  )!
  const values = Object.fromEntries([...elements(one)].map(({ element }) => [element.name, contentOf(element)]))
  expect(values).toMatchObject({
    'b:Title': 'The lock & the <quay>: a history',
    'b:Year': '1999',
    'b:Month': '3',
    'b:City': 'Arden',
  })
})

/** The contents of all elements of a type in pandoc's JSON. */
function found(value: unknown, type: string): unknown[] {
  if (Array.isArray(value)) return value.flatMap((one) => found(one, type))
  if (typeof value !== 'object' || value === null) return []
  const own = 't' in value && value.t === type ? ['c' in value ? value.c : null] : []
  return [...own, ...Object.values(value).flatMap((one) => found(one, type))]
}

/** The words of pandoc's inlines. */
function words(value: unknown): string {
  const parts = (value as { t: string; c?: unknown }[]).map(({ t, c }) =>
    t === 'Str'
      ? String(c)
      : t === 'Space'
        ? ' '
        : t === 'Quoted'
          ? `"${words((c as unknown[])[1])}"`
          : Array.isArray(c)
            ? words(c.at(-1))
            : '',
  )
  return parts.join('').replace(/ ,/g, ',').trim().replace(/^, /, '')
}
