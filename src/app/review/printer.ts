import { itemAt, nodesOf, type Place, type Position, type Section } from '../../core/index.ts'
import { plain } from '../../write/index.ts'

/** A stretch of words as a section prints it. */
interface Piece {
  readonly words: string
  readonly section: Section
  /** Where it begins in the Markdown of the section. */
  readonly offset: number
}

/** Tells what of a project prints the words of a paragraph: a line of a template, or a datum of a record. */
export class Printer {
  readonly #pieces: readonly Piece[]
  readonly #paragraphs: readonly string[]

  /** `paragraphs` are those of the pack as it is built, in their order. */
  constructor(sections: readonly Section[], paragraphs: readonly string[]) {
    this.#paragraphs = paragraphs
    this.#pieces = sections.flatMap((section) =>
      [...nodesOf(section.tree, 'text')].map(({ value, position }) => ({
        words: plain(value.replace(/\s/g, ' ')),
        section,
        offset: position?.start.offset ?? 0,
      })),
    )
  }

  /** Where the words from `from` to `to` of a paragraph come from, or those nearest to them in it. */
  place(paragraph: number, from: number, to: number): Place | undefined {
    const text = this.#paragraphs[paragraph] ?? ''
    const near = this.#pieces.flatMap((piece) => {
      const at = piece.words.trim().length < shortest ? -1 : text.indexOf(piece.words)
      const end = at + piece.words.length
      return at < 0 ? [] : [{ at, end, words: piece.words, distance: Math.max(0, at - to, from - end) }]
    })
    const [first] = near.sort((a, b) => a.distance - b.distance || b.words.length - a.words.length)
    if (!first) return undefined
    const { section, offset } = this.#chosen(paragraph, first.words) ?? itemAt(this.#with(first.words), 0)
    return section.place(pointAt(offset + Math.min(Math.max(0, from - first.at), first.words.length - 1)))
  }

  /** The record that prints these words in a paragraph; `undefined` where nobody can tell. */
  record(paragraph: number, words: string): string | undefined {
    const piece = this.#chosen(paragraph, words)
    // In their middle: Markdown has signs that the words have not.
    return piece?.section.record(pointAt(piece.offset + piece.words.indexOf(words) + words.length / 2))
  }

  #with(words: string): readonly Piece[] {
    return this.#pieces.filter((piece) => piece.words.includes(words))
  }

  /** Of the pieces with the same words the one that stands where the paragraph does, among all paragraphs with them. */
  #chosen(paragraph: number, words: string): Piece | undefined {
    const pieces = this.#with(words)
    if (pieces.length < 2) return pieces[0]
    const having = this.#paragraphs.flatMap((text, index) => (text.includes(words) ? [index] : []))
    return having.length === pieces.length ? pieces[having.indexOf(paragraph)] : undefined
  }
}

const pointAt = (offset: number): { position: Position } => ({
  position: { start: { offset: Math.floor(offset) }, end: { offset: Math.floor(offset) } },
})

/** In characters: shorter words stand everywhere. */
const shortest = 3
