/**
 * Citations that Zotero goes on with, in the forms that its plug-ins for Word and LibreOffice write and read: fields,
 * bookmarks with their data in custom properties, and the form in which documents go from one word processor to another.
 */
import { type Bibliography, bytesOfHex, type Citation, type Document, type Node, sha256 } from '../../core/index.ts'
import { relation } from '../ooxml/package.ts'
import { type Xml, xml } from '../ooxml/xml.ts'
import type { CitationMode, Item, Works } from '../writer.ts'
import type { Assembly, Setting } from './assembly.ts'
import { field, fieldEnd, fieldStart, run } from './fields.ts'
import { textRuns } from './inlines.ts'

export class Zotero {
  readonly #document: Document
  readonly #works: ReadonlyMap<string, Item>
  readonly #style: Works['style']
  readonly #mode: Exclude<CitationMode, 'static'>
  /** Custom properties that hold what does not stand in the text. */
  readonly properties: (readonly [name: string, value: string])[] = []
  readonly #cited: ReadonlySet<string>
  #hasBibliography = false

  constructor(document: Document, nodes: readonly Node[], works: Works, mode: Exclude<CitationMode, 'static'>) {
    this.#document = document
    this.#works = new Map(works.items.map((item) => [item.id, item]))
    this.#style = works.style
    this.#cited = new Set(nodes.flatMap(({ data }) => data?.citation?.items.map(({ id }) => id) ?? []))
    this.#mode = mode
    if (mode !== 'zotero-transfer') this.#keep('ZOTERO_PREF', this.#preferences)
  }

  /** `content` as a citation whose visible words are `plain`. */
  citation(citation: Citation, content: readonly Xml[], plain: string, setting: Setting): readonly Xml[] {
    const code = `ITEM CSL_CITATION ${JSON.stringify(this.#citationData(citation, plain, setting.note))}`
    return this.#live(code, content, citation.id, setting)
  }

  /** The first bibliography as one that Zotero keeps: it knows one a document. */
  bibliography(node: Bibliography, content: readonly Xml[], setting: Setting): readonly Xml[] {
    if (this.#hasBibliography || content.length === 0) return content
    this.#hasBibliography = true
    const code = `BIBL ${JSON.stringify(this.#bibliographyData(node))} CSL_BIBLIOGRAPHY`
    if (this.#mode === 'zotero-transfer') return [xml('w:p', {}, this.#transfer(code, setting))]
    const [before, after] =
      this.#mode === 'zotero'
        ? [fieldStart(`ADDIN ZOTERO_${code}`), [fieldEnd()]]
        : this.#bookmark(code, 'bibliography', setting.assembly)
    return content.map((paragraph, index) =>
      within(paragraph, index === 0 ? before : [], index === content.length - 1 ? after : []),
    )
  }

  #bibliographyData({ children }: Bibliography): object {
    const listed = new Set(children.map(({ identifier }) => identifier))
    const uris = (keys: Iterable<string>, isAsked: (key: string) => boolean) =>
      [...keys].filter(isAsked).map((key) => [uriOf(key)])
    return {
      uncited: uris(listed, (key) => !this.#cited.has(key)),
      omitted: uris(this.#cited, (key) => !listed.has(key)),
      custom: [],
    }
  }

  /** What a document for another word processor begins and ends with. */
  transfer(setting: Setting): { before: readonly Xml[]; after: readonly Xml[] } | undefined {
    if (this.#mode !== 'zotero-transfer') return undefined
    const line = (text: string) => xml('w:p', {}, textRuns(text, setting))
    const before = [line('ZOTERO_TRANSFER_DOCUMENT'), line(''), line(instructions), line('')]
    return { before, after: [xml('w:p', {}, this.#transfer(`DOCUMENT_PREFERENCES ${this.#preferences}`, setting))] }
  }

  #live(code: string, content: readonly Xml[], id: string, setting: Setting): readonly Xml[] {
    if (this.#mode === 'zotero') return field(`ADDIN ZOTERO_${code}`, content, setting.run)
    if (this.#mode === 'zotero-transfer') return this.#transfer(code, setting)
    const [before, after] = this.#bookmark(code, id, setting.assembly)
    return [...before, ...content, ...after]
  }

  #bookmark(code: string, id: string, { bookmarks }: Assembly): readonly [readonly Xml[], readonly Xml[]] {
    const name = `ZOTERO_BREF_${this.#idOf(id, 12)}`
    this.#keep(name, `ZOTERO_${code}`)
    const [start, end] = bookmarks.ends(name)
    return [[start], [end]]
  }

  #transfer(code: string, { assembly, part, run: properties }: Setting): Xml[] {
    const id = assembly.package.relate(part, relation.hyperlink, 'https://www.zotero.org/', true)
    const words = run(xml('w:t', { 'xml:space': 'preserve' }, code), properties)
    return [xml('w:hyperlink', { 'r:id': id }, words)]
  }

  #citationData({ id, items }: Citation, plain: string, note: number): object {
    return {
      citationID: this.#idOf(id, 8),
      properties: { formattedCitation: plain, plainCitation: plain, noteIndex: this.#style.isNote ? note : 0 },
      citationItems: items.map(({ word: _, ...item }) => ({
        ...item,
        uris: [uriOf(item.id)],
        itemData: this.#dataOf(item.id),
      })),
      schema: 'https://github.com/citation-style-language/schema/raw/master/csl-citation.json',
    }
  }

  #dataOf(key: string): Partial<Item> {
    const {
      abstract: _,
      note: _n,
      custom: _c,
      keyword: _k,
      ...data
    } = this.#works.get(key) ?? { id: key, type: 'document' }
    return data
  }

  get #preferences(): string {
    const { id, language, isNote } = this.#style
    const field = this.#mode === 'zotero-bookmark' ? 'Bookmark' : 'Field'
    const attribute = (text: string) => text.replace(/[&<"]/g, (found) => `&#${found.charCodeAt(0)};`)
    return [
      `<data data-version="3" zotero-version="7.0.0"><session id="${this.#idOf('session', 8)}"/>`,
      `<style id="${attribute(id)}" locale="${language}" hasBibliography="1" bibliographyStyleHasBeenSet="1"/>`,
      `<prefs><pref name="fieldType" value="${field}"/>${isNote ? '<pref name="noteType" value="1"/>' : ''}</prefs></data>`,
    ].join('')
  }

  /** A property of Word holds 255 characters. */
  #keep(name: string, value: string): void {
    for (let at = 0; at < value.length; at += 255) {
      this.properties.push([`${name}_${at / 255 + 1}`, value.slice(at, at + 255)])
    }
  }

  /** As random as Zotero's own, and the same each time. */
  #idOf(what: string, length: number): string {
    const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
    const bytes = bytesOfHex(sha256(`${this.#document.meta.name} ${what}`))
    return Array.from(bytes.slice(0, length), (byte) => digits[byte % 62]).join('')
  }
}

/** Not a place in anybody's library: Zotero then takes the data that stand beside it. */
const uriOf = (key: string) => `urn:x-briefpack:${encodeURIComponent(key)}`

const instructions =
  'The Zotero citations in this document have been converted to a format that can be safely transferred between word processors. Open this document in a supported word processor and press Refresh in the Zotero plugin to continue working with the citations.'

/** `paragraph` with `opening` before its words and `closing` after. */
function within(paragraph: Xml, opening: readonly Xml[], closing: readonly Xml[]): Xml {
  const [first, ...rest] = paragraph.children
  const hasProperties = first?.type === 'element' && first.name === 'w:pPr'
  const words = hasProperties ? rest : paragraph.children
  return { ...paragraph, children: [...(hasProperties ? [first] : []), ...opening, ...words, ...closing] }
}
