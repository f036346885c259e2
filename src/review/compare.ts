import type { Corpus } from '../corpus/corpus.ts'
import type { Place } from '../log.ts'
import { plain } from '../write/docx/paragraph-marks.ts'
import { difference } from '../write/revisions/difference.ts'
import { overlap } from '../write/revisions/pairs.ts'
import { boundTouched, type Words } from './bound.ts'
import { type Change, changesOf, movedIn } from './changes.ts'
import { type Field, fieldsOf, type Printed, printedIn, wordsOf } from './fields.ts'
import type { By, Comment, Paragraph, WordFile } from './word-file.ts'

/** What a person changed in a Word file, and what becomes of it in the records. */
export interface Edit {
  readonly was: string
  readonly is: string
  /** Who, where the word processor recorded it. */
  readonly by: readonly By[]
  /** The record and the field whose words it changes, or the nearest in its paragraph. */
  readonly field?: Field
  readonly place?: Place
  /** Where in the field’s value it is, and what stands there then. */
  readonly at?: Located
  /** The paragraph as it was built, and the change in it. */
  readonly paragraph?: string
  readonly change?: Change
  /** Why it does not become the record’s; an edit without one does. */
  readonly refused?: string
}

export interface Remark extends Comment {
  readonly field?: Field
  readonly place?: Place
}

/** A change in the value of a field. */
export interface Located {
  readonly from: number
  readonly to: number
  readonly is: string
}

/** What differs between a file as it would be built now and the file that came back. */
export class Comparison {
  readonly #corpus: Corpus
  readonly #edited: WordFile
  readonly #fields: readonly Field[]
  readonly #before: ReadonlyMap<string, Paragraph>
  readonly #order: readonly string[]
  readonly #language: string
  readonly #words: Words
  readonly #notes: readonly string[]

  constructor(corpus: Corpus, before: WordFile, edited: WordFile) {
    this.#corpus = corpus
    this.#edited = edited
    this.#fields = fieldsOf(corpus, edited.pack!)
    this.#before = new Map(before.paragraphs.flatMap((it) => it.marks.map((mark) => [mark, it] as const)))
    this.#order = before.paragraphs.flatMap(({ marks }) => marks)
    this.#notes = before.notes
    this.#words = wordsOf(corpus, this.#fields)
    this.#language = corpus.packs.get(edited.pack!)!.language
  }

  edits(): Edit[] {
    const met = new Set<string>()
    const edits: Edit[] = []
    for (const paragraph of this.#edited.paragraphs) {
      const marks = paragraph.marks.filter((mark) => !met.has(mark))
      for (const mark of marks) met.add(mark)
      edits.push(...this.#ofParagraph(paragraph, marks))
    }
    for (const mark of this.#order) {
      const text = this.#before.get(mark)!.text
      if (!met.has(mark) && !this.#isSaidThere(text))
        edits.push(
          this.#refusal(text, '', [], 'the paragraph was taken out: take it out of its record or template', text),
        )
    }
    return [...edits, ...this.#moves(), ...this.#ofNotes()]
  }

  remarks(): Remark[] {
    return this.#edited.comments.map((comment) => {
      const text = this.#edited.paragraphs[comment.paragraph]?.text ?? ''
      const at = Math.max(0, text.indexOf(plain(comment.quote)))
      const field = this.#nearest(text, at, at + comment.quote.length)
      return { ...comment, ...(field ? { field, place: this.#placeOf(field) } : {}) }
    })
  }

  /** Notes are made from claims, so that their edits are told and refused. */
  #ofNotes(): Edit[] {
    const why = 'notes are made from claims and sources: edit these'
    return difference(this.#notes, this.#edited.notes, (text) => text).flatMap((step) => {
      if (step.kind === 'same') return []
      const [was, is] = step.kind === 'gone' ? [step.before, ''] : ['', step.after]
      return [this.#refusal(was, is, [], why, was || is)]
    })
  }

  #ofParagraph({ text, marks, continues, by }: Paragraph, fresh: readonly string[]): Edit[] {
    if (fresh.length === 0 && text.trim() === '') return []
    if (continues && marks.length === 0)
      return [this.#refusal('', text, by, 'a paragraph was split here: a record has one text', text)]
    if (fresh.length === 0)
      return [this.#refusal('', text, by, 'a new paragraph: write it into a record or a template', text)]
    if (fresh.length > 1)
      return [this.#refusal('', text, by, 'paragraphs were joined here: they come from several places', text)]
    const before = this.#before.get(fresh[0]!)
    if (!before) {
      const why = 'the records have changed since the file was built, and say something else here: build it anew'
      return this.#isSaid(text) ? [] : [this.#refusal('', text, by, why, text)]
    }
    return changesOf(before.text, text).map((change) => this.#ofChange(change, before.text, by))
  }

  #ofChange(change: Change, text: string, by: readonly By[]): Edit {
    const holders = this.#printed(text).filter(({ from, to }) => from <= change.from && change.to <= to)
    const longest = Math.max(...holders.map(({ from, to }) => to - from))
    const best = holders.filter(({ from, to }) => to - from === longest)
    const [printed] = best
    if (!printed) {
      const why = 'these words come from a template, a citation or a view, and from no field of a record'
      return this.#refusal(change.was, change.is, by, why, text, change)
    }
    if (best.length > 1) {
      const names = best.map(({ field }) => `${field.kind}:${field.id}.${field.path.join('.')}`)
      return this.#refusal(
        change.was,
        change.is,
        by,
        `${names.join(' and ')} have the same words: change one by hand`,
        text,
        change,
      )
    }
    const { field, pieces } = printed
    const piece = pieces.find(({ from, to }) => from <= change.from && change.to <= to)
    if (!piece)
      return this.#refusal(
        change.was,
        change.is,
        by,
        'the term of likelihood is set by the judgment’s “likelihood”',
        text,
        change,
      )
    const from = piece.inValue + change.from - piece.from
    const touched =
      field.claims.length > 0 ? boundTouched(field.value, { ...change, from }, this.#language, this.#words) : undefined
    if (touched)
      return this.#refusal(
        change.was,
        change.is,
        by,
        `${touched} here rests on ${field.claims.join(', ')}: change the claim first`,
        text,
        change,
      )
    const isLowered = from === 0 && field.value[0] !== text[piece.from]
    const is = isLowered ? change.is.slice(0, 1).toLowerCase() + change.is.slice(1) : change.is
    const at: Located = { from, to: from + change.was.length, is }
    return { was: change.was, is: change.is, by, field, place: this.#placeOf(field), at, paragraph: text, change }
  }

  /** Paragraphs that stand in another order than they were written in: the fewest that were taken up and put elsewhere. */
  #moves(): Edit[] {
    const kept = this.#edited.paragraphs.flatMap(({ marks }) => marks).filter((mark) => this.#before.has(mark))
    const present = new Set(kept)
    const steps = movedIn(
      this.#order.filter((mark) => present.has(mark)),
      kept,
    )
    return steps.map((mark) => {
      const { text } = this.#before.get(mark)!
      return this.#refusal(
        text,
        text,
        [],
        'the paragraph was moved: its order is that of its records or its template',
        text,
      )
    })
  }

  /** Whether the records say a text already, e.g. since it was read back before. */
  #isSaid(text: string): boolean {
    return [...this.#before.values()].some((it) => it.text === text)
  }

  /** Whether the edited file has a paragraph much like one of the records, which it was built before. */
  #isSaidThere(text: string): boolean {
    const words = new Set(text.split(/\s+/))
    return this.#edited.paragraphs.some(
      ({ text: other, marks }) =>
        marks.some((mark) => !this.#before.has(mark)) && overlap(words, new Set(other.split(/\s+/))) > 0.6,
    )
  }

  #refusal(was: string, is: string, by: readonly By[], refused: string, text: string, change?: Change): Edit {
    const field = this.#nearest(text, change?.from ?? 0, change?.to ?? text.length)
    return { was, is, by, refused, ...(field ? { field, place: this.#placeOf(field) } : {}) }
  }

  #placeOf({ kind, id, path }: Field): Place {
    return this.#corpus.place(kind, id, path)
  }

  #nearest(text: string, from: number, to: number): Field | undefined {
    const distance = (it: Printed) => Math.max(0, it.from - to, from - it.to)
    return this.#printed(text).toSorted((a, b) => distance(a) - distance(b) || b.to - b.from - (a.to - a.from))[0]
      ?.field
  }

  readonly #known = new Map<string, readonly Printed[]>()
  #printed(text: string): readonly Printed[] {
    const known = this.#known.get(text) ?? this.#fields.flatMap((field) => printedIn(text, field))
    this.#known.set(text, known)
    return known
  }
}
