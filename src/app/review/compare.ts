import { entryOf, itemAt, must, type Section } from '../../core/index.ts'
import type { Corpus } from '../../corpus/index.ts'
import { difference, overlap, plain } from '../../write/index.ts'
import { movedIn } from './changes.ts'
import type { Edit, Remark, Spot } from './edit.ts'
import type { Field } from './fields.ts'
import { Holders } from './holders.ts'
import { type Looks, lookChange, looksChanged } from './looks.ts'
import { isAsBuilt } from './notes.ts'
import { marked, type Rejoined, rejoined, saidOtherwise, strangeRows } from './paragraphs.ts'
import { Printer } from './printer.ts'
import { type Rewriting, rewritingsOf } from './sentences.ts'
import type { By, WordFile } from './word-file.ts'

/** What a person did, before it is known whether it can be taken over. */
type Deed = Pick<Edit, 'was' | 'is' | 'by' | 'sentence'>

interface Stretch {
  readonly from: number
  readonly to: number
  /** Whose words they are; not given where it is the nearest. */
  readonly field?: Field | undefined
}

/** What differs between a file as it would be built now and the file that came back. */
export class Comparison {
  readonly #edited: WordFile
  readonly #holders: Holders
  /** By mark, in their order. */
  readonly #before: ReadonlyMap<string, Spot>
  readonly #printer: Printer
  readonly #built: WordFile
  /** Marks that are gone from the file, of paragraphs that must be those, but say something else. */
  readonly #guessed: ReadonlySet<string>

  /** `sections` are those of the pack, as `before` prints them. */
  constructor(corpus: Corpus, sections: readonly Section[], before: WordFile, edited: WordFile) {
    this.#before = new Map(
      before.paragraphs.flatMap(({ text, marks }, index) => marks.map((mark) => [mark, { index, text }] as const)),
    )
    const { paragraphs, guessed } = marked(
      edited.paragraphs,
      [...this.#before].map(([mark, { text }]) => ({ mark, text })),
    )
    this.#edited = { ...edited, paragraphs }
    this.#guessed = guessed
    this.#printer = new Printer(
      sections,
      before.paragraphs.map(({ text }) => text),
    )
    this.#built = before
    const pack = must(edited.pack)
    this.#holders = new Holders(corpus, pack, entryOf(corpus.packs, pack).language, this.#printer)
  }

  edits(): Edit[] {
    const edits: Edit[] = []
    let last: Spot | undefined
    const paragraphs = rejoined(this.#edited.paragraphs, (mark) => this.#before.get(mark)?.text)
    const added = strangeRows(paragraphs, () => true)
    for (const paragraph of paragraphs) {
      const row = added.get(paragraph.row ?? -1)
      if (!row) edits.push(...this.#ofParagraph(paragraph, last))
      else if (row.first === paragraph)
        edits.push(this.#ofNew({ was: '', is: row.text, by: paragraph.by }, 'a row was added to a table', last))
      last = this.#before.get(paragraph.marks.at(-1) ?? '') ?? last
    }
    const met = new Set(paragraphs.flatMap(({ marks }) => marks))
    const gone = strangeRows(this.#built.paragraphs, (mark) => met.has(mark))
    const isOlder = [...met].some((mark) => !this.#before.has(mark))
    const otherwise = saidOtherwise([...this.#before.keys()], paragraphs)
    for (const [mark, spot] of this.#before) {
      if (met.has(mark) || otherwise.has(mark) || this.#isSaidThere(spot.text)) continue
      const paragraph = this.#built.paragraphs[spot.index]
      const row = gone.get(paragraph?.row ?? -1)
      const what = row ? 'a row of a table' : 'the paragraph'
      const why = isOlder
        ? `${what} is not in the file: it was taken out there, or came into the records since`
        : `${what} was taken out: take it out of its record or template`
      if (!row || row.first === paragraph)
        edits.push(this.#refusal({ was: row?.text ?? spot.text, is: '', by: [] }, why, spot))
    }
    return [...edits, ...this.#moves(), ...this.#ofNotes()]
  }

  remarks(): Remark[] {
    return this.#edited.comments.map((comment) => {
      const text = this.#edited.paragraphs[comment.paragraph]?.text ?? ''
      const at = Math.max(0, text.indexOf(plain(comment.quote)))
      const field = this.#holders.nearest(text, at, at + comment.quote.length)
      return { ...comment, ...(field ? { field, place: this.#holders.placeOf(field) } : {}) }
    })
  }

  /** Notes are made from claims, so that their edits are told and refused. One that is taken out is told where it was called. */
  #ofNotes(): Edit[] {
    const why = 'notes are made from claims and sources: edit these'
    const steps = difference(this.#built.notes, this.#edited.notes, ({ text }) => text)
    const gone: string[] = []
    return steps.flatMap((step) => {
      if (step.kind === 'gone') gone.push(step.before.text)
      else if (step.kind === 'same') gone.length = 0
      const was = step.kind === 'new' ? gone.shift() : undefined
      if (step.kind !== 'new' || step.after.isKept) return []
      const is = step.after.text
      return [this.#refusal({ was: was ?? '', is, by: [] }, why, { index: -1, text: is })]
    })
  }

  /** `last` is what the paragraph before was. */
  #ofParagraph({ text, marks, parted, by, looks }: Rejoined, last?: Spot): Edit[] {
    const deed = { was: '', is: text, by }
    const [first, ...others] = marks
    if (first === undefined) {
      if (text.trim() === '') return []
      return [this.#ofNew(deed, 'a new paragraph', last)]
    }
    const spot = this.#before.get(first)
    if (others.length > 0)
      return [this.#refusal(deed, 'paragraphs were joined here: they come from several places', spot)]
    if (spot) {
      const isGuessed = this.#guessed.has(first)
      const why = 'a paragraph was split here: a record has one text'
      const split = parted.map((is) => this.#refusal({ was: '', is, by }, why, spot))
      const changes = rewritingsOf(spot.text, text).map((change) => this.#ofChange(change, spot, by, isGuessed))
      return [...split, ...changes, ...(looks === undefined ? [] : this.#ofLooks({ text, looks }, spot, by))]
    }
    const why = 'the records have changed since the file was built, and say something else here: build it anew'
    return this.#isSaid(text) || isAsBuilt(first, text) ? [] : [this.#refusal(deed, why, { index: -1, text })]
  }

  #ofNew(deed: Deed, what: string, last: Spot | undefined): Edit {
    const place = last && this.#printer.place(last.index, last.text.length, last.text.length)
    return { ...deed, refused: `${what}: write it into a record or a template`, ...(place && { printedBy: place }) }
  }

  #ofChange(change: Rewriting, spot: Spot, by: readonly By[], isGuessed: boolean): Edit {
    const { was, is, sentence } = change
    const deed = { was, is, sentence, by }
    const refuse = (why: string, field = this.#holders.holder(spot.text, change)) =>
      this.#refusal(deed, why, spot, { ...change, field })
    if (isGuessed)
      return refuse(
        'the paragraph has lost its bookmark, so that nobody can tell whether its record changed since: edit the record',
      )
    const at = this.#holders.located(spot, change)
    if ('refused' in at) return refuse(at.refused, at.field)
    const { field } = itemAt(at, 0)
    return { ...deed, field, place: this.#holders.placeOf(field), at, paragraph: spot, change }
  }

  /** What was only made to look otherwise is told: nothing in a record says how it looks but its own Markdown. */
  #ofLooks(now: { text: string; looks: Looks }, spot: Spot, by: readonly By[]): Edit[] {
    const looks = this.#built.paragraphs[spot.index]?.looks
    if (looks === undefined) return []
    const refusal = (words: string, what: string, how: string) => {
      const from = Math.max(0, spot.text.indexOf(words))
      const change = { from, to: from + words.length }
      const why = `only the look of ${what} was changed (${how}): how words look is written in their record or template, and in the theme`
      return this.#refusal({ was: words, is: words, by }, why, spot, change)
    }
    const ofParagraph = lookChange(looks.paragraph, now.looks.paragraph)
    // Another style makes all its words look otherwise.
    if (ofParagraph !== '') return [refusal(spot.text, 'this paragraph', ofParagraph)]
    const changed = looksChanged({ text: spot.text, ...looks }, { text: now.text, ...now.looks })
    return changed.map(({ words, how }) => refusal(words, 'these words', how))
  }

  /** Paragraphs that stand in another order than they were written in: the fewest that were taken up and put elsewhere. */
  #moves(): Edit[] {
    const present = new Set(this.#edited.paragraphs.flatMap(({ marks }) => marks.filter((it) => this.#before.has(it))))
    const steps = movedIn(
      [...this.#before.keys()].filter((mark) => present.has(mark)),
      [...present],
    )
    const why = 'the paragraph was moved: its order is that of its records or its template'
    return steps.map((mark) => {
      const spot = entryOf(this.#before, mark)
      return this.#refusal({ was: spot.text, is: spot.text, by: [] }, why, spot)
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

  /** Of the whole paragraph where no stretch of it is given. */
  #refusal(deed: Deed, refused: string, { index, text }: Spot = nowhere, change?: Stretch): Edit {
    const { from, to } = change ?? { from: 0, to: text.length }
    const field = change && 'field' in change ? change.field : this.#holders.nearest(text, from, to)
    const printedBy = this.#printer.place(index, from, to)
    const told = { ...deed, refused, ...(printedBy && { printedBy }) }
    return field ? { ...told, field, place: this.#holders.placeOf(field) } : told
  }
}

const nowhere: Spot = { index: -1, text: '' }
