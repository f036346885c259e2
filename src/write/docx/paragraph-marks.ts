import { contentOf, elementsOf, plainOf, type Xml } from '../ooxml/xml.ts'
import type { Bookmarks } from './bookmarks.ts'

/** The name of a paragraph's hidden bookmark: the digest of its text, and which of the paragraphs with this text it is. */
export const paragraphMark: RegExp = /^_bp([0-9a-f]{12})_\d+$/

/** Where the pack that a file was built from is named, among its custom properties. */
export const packProperty = 'briefpack pack'

/**
 * Marks every paragraph that has text with a hidden bookmark (names that begin with `_`, ISO/IEC 29500-1, 17.13.6.2), by which
 * `read-back` finds again what a person edited. Contents are left out: word processors make them anew.
 */
export class ParagraphMarks {
  readonly #bookmarks: Bookmarks
  readonly #met = new Map<string, number>()

  constructor(bookmarks: Bookmarks) {
    this.#bookmarks = bookmarks
  }

  /** The element, with the paragraphs in it marked; one that is written already is left as it is. */
  mark(element: Xml): Xml {
    if (element.name !== 'w:p') for (const child of elementsOf(element)) this.mark(child)
    else if (!isOfContents(element)) this.#markParagraph(element)
    return element
  }

  #markParagraph(paragraph: Xml): void {
    const text = paragraphText(paragraph)
    if (text.trim() === '') return
    const digest = digestOf(text)
    const number = (this.#met.get(digest) ?? 0) + 1
    this.#met.set(digest, number)
    const [start, end] = this.#bookmarks.pair(`_bp${digest}_${number}`)
    const at = paragraph.children.findIndex((it) => it.type === 'element' && it.name !== 'w:pPr')
    paragraph.children.splice(at, 0, start)
    paragraph.children.push(end)
  }
}

/** 48 bits of two multiplicative hashes: paragraphs are many, and a digest that nobody could forge would take longer than the writing. */
export function digestOf(text: string): string {
  const words = plain(text)
  let [a, b] = [0xdeadbeef, 0x41c6ce57]
  for (let at = 0; at < words.length; at++) {
    const unit = words.charCodeAt(at)
    a = Math.imul(a ^ unit, 2654435761)
    b = Math.imul(b ^ unit, 1597334677)
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909)
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909)
  return (b >>> 0).toString(16).padStart(8, '0') + ((a >>> 0) & 0xffff).toString(16).padStart(4, '0')
}

/** Spaces that do not break, and hyphens that do not, as a person types them: what other programs write back varies. */
export const plain = (text: string): string =>
  isPlain.test(text)
    ? text
    : text
        .replace(/[\u00a0\u202f\u2009]/g, ' ')
        .replaceAll('\u2011', '-')
        .replaceAll('\u00ad', '')
const isPlain = /^[^\u00a0\u202f\u2009\u2011\u00ad]*$/

export function isOfContents(paragraph: Xml): boolean {
  const properties = elementsOf(paragraph).find(({ name }) => name === 'w:pPr')
  const style = properties && elementsOf(properties).find(({ name }) => name === 'w:pStyle')
  return /^(?:TOC|Contents|TableofFigures|Verzeichnis)/i.test(style?.attributes['w:val'] ?? '')
}

/** What a reader sees of a paragraph, with the revisions in it accepted. */
export function paragraphText(element: Xml): string {
  let text = ''
  for (const child of elementsOf(element)) text += shown(child)
  return text
}

/** What a reader sees of an element in a paragraph. */
export function shown(element: Xml): string {
  if (hidden.has(element.name)) return ''
  return plainOf(element) ?? signOf(element) ?? (element.name === 'w:t' ? contentOf(element) : paragraphText(element))
}

/** What is taken out, no text, or the same again for older programs. */
export const hidden: ReadonlySet<string> = new Set([
  ...['w:pPr', 'w:rPr', 'w:del', 'w:moveFrom', 'w:instrText', 'w:delText', 'mc:Fallback', 'w:drawing', 'w:pict'],
])
const signs: Readonly<Record<string, string>> = {
  'w:tab': '\t',
  'w:br': '\n',
  'w:cr': '\n',
  'w:noBreakHyphen': '-',
  'w:footnoteReference': '\u2020',
  'w:endnoteReference': '\u2020',
}

/** The sign that an element stands for. A break of pages is none: word processors move it. */
export const signOf = ({ name, attributes }: Xml): string | undefined =>
  name === 'w:br' && /^(?:page|column)$/.test(attributes['w:type'] ?? '') ? '' : signs[name]
