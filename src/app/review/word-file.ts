import { reasonOf, unzip } from '../../core/index.ts'
import {
  commentMark,
  elementsOf,
  hidden,
  isOfContents,
  packProperty,
  paragraphMark,
  plain,
  rootOf,
  signOf,
  type Xml,
} from '../../write/index.ts'
import { type Comment, commentsOf, type Quote, textOf } from './comments.ts'
import { type Looks, RunLooks } from './looks.ts'
import { type Note, notesOf } from './notes.ts'

/** Who made a change that the word processor recorded, and when. */
export interface By {
  readonly author: string
  readonly date: string
}

/** A paragraph as it reads with its revisions accepted. */
export interface Paragraph {
  readonly text: string
  /** As it read before the revisions in it. */
  readonly was?: string
  /** The marks of the paragraphs that it was written from: one, unless somebody split or joined some, or wrote a new one. */
  readonly marks: readonly string[]
  readonly by: readonly By[]
  /** How it looks; not told where a program may have made it look otherwise. */
  readonly looks?: Looks | undefined
  /** Which row of a table it stands in, by its number in the file. */
  readonly row?: number | undefined
}

export interface WordFile {
  readonly pack: string | undefined
  readonly paragraphs: readonly Paragraph[]
  readonly comments: readonly Comment[]
  /** The footnotes that the text calls, in its order. */
  readonly notes: readonly Note[]
}

/** Reads the paragraphs and comments of a .docx; says what is wrong with one that cannot be read. */
export function readWordFile(bytes: Uint8Array): WordFile | string {
  const files = unzip(bytes)
  if (typeof files === 'string') return files
  try {
    const part = (path: string) => (files.has(path) ? rootOf(files.get(path)) : undefined)
    const root = part('word/document.xml')
    if (root?.name !== 'w:document') return 'it is no Word document'
    const reader = new Reader(new RunLooks(part('word/styles.xml')))
    reader.read(root)
    const { paragraphs, quotes, own, calls } = reader.end()
    return {
      pack: packOf(part('docProps/custom.xml')),
      paragraphs,
      comments: commentsOf(part('word/comments.xml'), quotes, own),
      notes: notesOf(part('word/footnotes.xml'), calls),
    }
  } catch (error) {
    // The reader of XML throws on what is not well-formed.
    return `a part of it cannot be read: ${reasonOf(error)}`
  }
}

function packOf(properties: Xml | undefined): string | undefined {
  const own = properties && elementsOf(properties).find(({ attributes }) => attributes.name === packProperty)
  return own && textOf(own)
}

interface Open {
  text: string
  was: string
  looks: { letters: string[]; paragraph: string }
  marks: string[]
  by: By[]
  row: number | undefined
}

class Reader {
  readonly quotes = new Map<string, Quote>()
  /** The digests of the comments that a draft was built with. */
  readonly own = new Set<string>()
  /** The ids of the footnotes that are called. */
  readonly calls: string[] = []
  readonly #paragraphs: Open[] = []
  #open: Open | undefined
  /** Where in what was said the comments begin that have not ended, by id. */
  readonly #comments = new Map<string, { readonly from: number; readonly paragraph: number }>()
  #said = ''
  readonly #looks: RunLooks
  /** Of the run that is read, and of its paragraph. */
  #properties: Xml | undefined
  #paragraphProperties: Xml | undefined
  #isLink = false
  #rows = 0
  #row: number | undefined
  /** The mark of the paragraph before was taken out: this one goes on in it. */
  #joins = false

  constructor(looks: RunLooks) {
    this.#looks = looks
  }

  read(element: Xml): void {
    for (const child of elementsOf(element)) {
      const { name, attributes } = child
      if (name === 'w:p' && !this.#open) this.#paragraph(child)
      else if (name === 'w:tr') this.#tableRow(child)
      else if (name === 'w:hyperlink') this.#link(child)
      else if (name === 'w:r') this.#run(child)
      else if (name === 'w:bookmarkStart') this.#mark(attributes['w:name'])
      else if (name === 'w:commentRangeStart') this.#beginComment(attributes['w:id'] ?? '')
      else if (name === 'w:commentRangeEnd') this.#endComment(attributes['w:id'] ?? '')
      else if (name === 'w:commentReference') this.#quote(attributes['w:id'] ?? '', '')
      else if (name === 'w:del' || name === 'w:moveFrom') this.#tookOut(child)
      else if (hidden.has(name)) continue
      else {
        const isNew = name === 'w:ins' || name === 'w:moveTo'
        if (isNew) this.#revised(attributes)
        if (name === 'w:footnoteReference') this.calls.push(attributes['w:id'] ?? '')
        const sign = signOf(child) ?? (name === 'w:t' ? textOf(child) : undefined)
        if (isNew) this.#putIn(child)
        else if (sign === undefined) this.read(child)
        else this.#say(sign)
      }
    }
  }

  end() {
    for (const id of [...this.#comments.keys()]) this.#endComment(id)
    return {
      paragraphs: this.#paragraphs,
      quotes: this.quotes,
      own: this.own,
      calls: this.calls,
    }
  }

  #paragraph(element: Xml): void {
    if (isOfContents(element)) return
    const joined = this.#joins ? this.#paragraphs.at(-1) : undefined
    this.#paragraphProperties = elementsOf(element).find(({ name }) => name === 'w:pPr')
    const paragraph = this.#looks.ofParagraph(this.#paragraphProperties)
    this.#open = joined ?? { text: '', was: '', looks: { letters: [], paragraph }, marks: [], by: [], row: this.#row }
    if (!joined) this.#paragraphs.push(this.#open)
    this.read(element)
    this.#joins = isTakenOut(element)
    this.#open = undefined
  }

  #link(element: Xml): void {
    this.#isLink = true
    this.read(element)
    this.#isLink = false
  }

  /** One that was deleted as a revision is not there. */
  #tableRow(element: Xml): void {
    const properties = elementsOf(element).find(({ name }) => name === 'w:trPr')
    if (properties && elementsOf(properties).some(({ name }) => name === 'w:del')) return
    const around = this.#row
    this.#row = this.#rows++
    this.read(element)
    this.#row = around
  }

  #run(element: Xml): void {
    this.#properties = elementsOf(element).find(({ name }) => name === 'w:rPr')
    const change = this.#properties && elementsOf(this.#properties).find(({ name }) => name === 'w:rPrChange')
    if (change) this.#revised(change.attributes)
    this.read(element)
    this.#properties = undefined
  }

  #mark(bookmark: string | null | undefined): void {
    const name = bookmark ?? ''
    const [, comment] = commentMark.exec(name) ?? []
    if (comment !== undefined) this.own.add(comment)
    if (paragraphMark.test(name)) this.#open?.marks.push(name)
  }

  #say(text: string): void {
    if (this.#open) {
      const words = plain(text)
      this.#open.text += words
      this.#open.was += words
      const look = this.#looks.ofRun(this.#properties, this.#paragraphProperties, this.#isLink)
      for (let at = 0; at < words.length; at++) this.#open.looks.letters.push(look)
    }
    this.#said += text
  }

  #beginComment(id: string): void {
    this.#comments.set(id, { from: this.#said.length, paragraph: this.#paragraphs.length - 1 })
  }

  #endComment(id: string): void {
    const begun = this.#comments.get(id)
    if (begun) this.#quote(id, this.#said.slice(begun.from), begun.paragraph)
    this.#comments.delete(id)
  }

  #quote(id: string, text: string, paragraph = this.#paragraphs.length - 1): void {
    const there = this.quotes.get(id)
    this.quotes.set(id, there ? { ...there, text: there.text + text } : { text, paragraph })
  }

  #putIn(element: Xml): void {
    const was = this.#open?.was
    this.read(element)
    if (this.#open && was !== undefined) this.#open.was = was
  }

  #tookOut(element: Xml): void {
    this.#revised(element.attributes)
    if (this.#open) this.#open.was += plain(deletedText(element))
  }

  #revised({ 'w:author': author, 'w:date': date }: Xml['attributes']): void {
    if (!this.#open || this.#open.by.some((it) => it.author === author)) return
    this.#open.by.push({ author: author ?? '', date: date ?? '' })
  }
}

const deletedText = (element: Xml): string =>
  elementsOf(element)
    .map((it) => signOf(it) ?? (it.name === 'w:delText' ? textOf(it) : deletedText(it)))
    .join('')

/** Whether the mark of a paragraph was deleted as a revision: accepted, it joins the next. */
function isTakenOut(paragraph: Xml): boolean {
  const properties = elementsOf(paragraph).find(({ name }) => name === 'w:pPr')
  const run = properties && elementsOf(properties).find(({ name }) => name === 'w:rPr')
  return run !== undefined && elementsOf(run).some(({ name }) => name === 'w:del' || name === 'w:moveFrom')
}
