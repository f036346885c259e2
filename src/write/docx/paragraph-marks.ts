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
  readonly #met = new Map<number, number>()

  constructor(bookmarks: Bookmarks) {
    this.#bookmarks = bookmarks
  }

  /** What marks an element, if it is a paragraph with text. */
  readonly of = (element: Xml): { readonly start: string; readonly end: string } | undefined => {
    if (element.name !== 'w:p') return undefined
    const digest = new Digest()
    let isEmpty = true
    for (const child of element.children) {
      const text = child.type === 'element' ? shown(child) : ''
      digest.add(text)
      isEmpty &&= isBlank.test(text)
    }
    if (isEmpty) return undefined
    const bits = digest.end()
    const number = (this.#met.get(bits) ?? 0) + 1
    this.#met.set(bits, number)
    return this.#bookmarks.pair(`_bp${hex(bits)}_${number}`)
  }
}

const isBlank = /^\s*$/

/** 48 bits of two multiplicative hashes: paragraphs are many, and a digest that nobody could forge would take longer than the writing. */
class Digest {
  #a = 0xdeadbeef | 0
  #b = 0x41c6ce57

  /** A text, piece by piece: to join the pieces would take longer. */
  add(text: string): void {
    const words = plain(text)
    let a = this.#a
    let b = this.#b
    for (let at = 0; at < words.length; at++) {
      const unit = words.charCodeAt(at)
      a = Math.imul(a ^ unit, 0x9e3779b1 | 0)
      b = Math.imul(b ^ unit, 1597334677)
    }
    this.#a = a
    this.#b = b
  }

  end(): number {
    let [a, b] = [this.#a, this.#b]
    a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909)
    b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909)
    return (b >>> 0) * 0x10000 + (a & 0xffff)
  }
}

export function digestOf(text: string): string {
  const digest = new Digest()
  digest.add(text)
  return hex(digest.end())
}

const hex = (bits: number) => bits.toString(16).padStart(12, '0')

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
  for (const child of element.children) if (child.type === 'element') text += shown(child)
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
