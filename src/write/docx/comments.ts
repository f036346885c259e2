import type { Notice } from '../../core/index.ts'
import { elementsOf, type Xml, xml } from '../ooxml/xml.ts'
import type { Bookmarks } from './bookmarks.ts'
import { run } from './fields.ts'
import { characters } from './inlines.ts'
import { digestOf } from './paragraph-marks.ts'
import { namespaces } from './word.ts'

/** Who writes what a draft says of itself. */
export const ownAuthor = 'briefpack'

/** The hidden bookmark at a comment of our own: the digest of its text, by which `read-back` knows that nobody has changed it. */
export const commentMark: RegExp = /^_bc([0-9a-f]{12})_\d+$/

/** The comments of a document, in the order of their places. */
export class Comments {
  readonly #bookmarks: Bookmarks
  readonly #date: string
  readonly #written: Xml[] = []

  /** `date` is ISO 8601. */
  constructor(bookmarks: Bookmarks, date: string) {
    this.#bookmarks = bookmarks
    this.#date = date
  }

  /** Puts comments on the first paragraph in `elements`. */
  at(elements: readonly Xml[], notices: readonly Notice[] = []): void {
    const paragraph = notices.length > 0 ? firstParagraph(elements) : undefined
    if (paragraph) {
      const { children } = paragraph
      const marks = notices.map((notice) => this.#marks(notice))
      const isProperties = children[0]?.type === 'element' && children[0].name === 'w:pPr'
      children.splice(isProperties ? 1 : 0, 0, ...marks.flatMap(([starts]) => starts))
      children.push(...marks.flatMap(([, ends]) => ends))
    }
  }

  /** `word/comments.xml`; `undefined` where nothing was said. */
  part(): Xml | undefined {
    return this.#written.length > 0 ? xml('w:comments', namespaces, this.#written) : undefined
  }

  /** What stands before and behind the words that a comment is about. */
  #marks(lines: Notice): readonly [starts: readonly Xml[], ends: readonly Xml[]] {
    const id = { 'w:id': this.#written.length }
    const about = { 'w:author': ownAuthor, 'w:date': this.#date, 'w:initials': 'bp' }
    const paragraphs = lines.map((line) => xml('w:p', {}, run(characters(line))))
    this.#written.push(xml('w:comment', { ...id, ...about }, paragraphs))
    const [start, end] = this.#bookmarks.ends(`_bc${digestOf(lines.join('\n').trim())}_${id['w:id']}`)
    return [
      [start, xml('w:commentRangeStart', id)],
      [xml('w:commentRangeEnd', id), run(xml('w:commentReference', id)), end],
    ]
  }
}

function firstParagraph(elements: readonly Xml[]): Xml | undefined {
  for (const element of elements) {
    const found = element.name === 'w:p' ? element : firstParagraph(elementsOf(element))
    if (found) return found
  }
  return undefined
}
