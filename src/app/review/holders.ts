import { itemAt, type Place } from '../../core/index.ts'
import type { Corpus } from '../../corpus/index.ts'
import { plain } from '../../write/index.ts'
import { boundTouched, mayBeName, type Words } from './bound.ts'
import type { Change } from './changes.ts'
import type { Located, Spot } from './edit.ts'
import { type Field, factsOf, fieldsOf, type Printed, printedIn, wordsOf } from './fields.ts'
import type { Printer } from './printer.ts'
import { type Rewriting, replaced } from './sentences.ts'
import { type TermTouched, termTouchedIn } from './terms.ts'

/** Why a change cannot be the records’, and the field that tells it. */
interface Refused {
  readonly refused: string
  readonly field?: Field | undefined
}

/** Finds the fields that hold the words of a paragraph, and what of them a change may become. */
export class Holders {
  readonly #corpus: Corpus
  readonly #fields: readonly Field[]
  readonly #words: Words
  readonly #language: string
  readonly #printer: Printer
  readonly #termTouched: TermTouched

  constructor(corpus: Corpus, pack: string, language: string, printer: Printer) {
    this.#corpus = corpus
    this.#fields = fieldsOf(corpus, pack)
    this.#words = wordsOf(corpus, this.#fields)
    this.#language = language
    this.#printer = printer
    this.#termTouched = termTouchedIn(language)
  }

  placeOf({ kind, id, path }: Field): Place {
    return this.#corpus.place(kind, id, path)
  }

  /** Where in fields all that was changed in a sentence is, or why not all of it can be theirs. */
  located(spot: Spot, rewriting: Rewriting): readonly Located[] | Refused {
    const touched = this.#termTouched(spot.text, rewriting)
    if (touched)
      return {
        refused: `the term of ${touched} is set by the judgment’s “${touched}”`,
        field: this.holder(spot.text, rewriting),
      }
    const located: Located[] = []
    for (const part of rewriting.parts) {
      const at = this.#locatedPart(spot, part)
      if ('refused' in at) return at
      located.push(at)
    }
    for (const field of new Set(located.map((it) => it.field))) {
      const own = located.filter((it) => it.field === field)
      const why = this.#refusal(field, own)
      if (why) return { refused: why, field }
    }
    return located
  }

  #locatedPart(spot: Spot, change: Change): Located | Refused {
    const printed = this.printed(spot.text)
    const holders = printed.filter(({ from, to }) => from <= change.from && change.to <= to)
    const longest = Math.max(...holders.map(({ from, to }) => to - from))
    const best = holders.filter(({ from, to }) => to - from === longest)
    const holder = best.length > 1 ? this.#printedBy(best, spot) : best[0]
    if (best.length === 0) return this.#unheld(spot, change, printed)
    if (!holder) {
      const names = best.map(({ field }) => nameOf(field))
      return { refused: `${names.join(' and ')} have the same words: change one by hand` }
    }
    const { field, pieces } = holder
    const piece = pieces.find(({ from, to }) => from <= change.from && change.to <= to)
    if (!piece) return { refused: 'the term of likelihood is set by the judgment’s “likelihood”', field }
    const from = piece.inValue + change.from - piece.from
    const isLowered = from === 0 && field.value[0] !== spot.text[piece.from]
    const is = isLowered ? change.is.slice(0, 1).toLowerCase() + change.is.slice(1) : change.is
    return { field, from, to: from + change.was.length, is }
  }

  /** Of words that no field has whole. */
  #unheld(spot: Spot, change: Change, printed: readonly Printed[]): Refused {
    const of = (wanted: (it: Printed) => boolean) =>
      printed.filter(wanted).toSorted((a, b) => b.to - b.from - (a.to - a.from))[0]?.field
    const emptied = of(({ from, to }) => change.from <= from && to <= change.to + 1)
    if (emptied && change.is.trim() === '') return { refused: takenOut(emptied), field: emptied }
    const cut = of(({ from, to }) => change.from < to && from < change.to)
    if (cut) return { refused: `more than the words of ${nameOf(cut)} is changed here: change it by hand`, field: cut }
    const before = of(
      ({ to }) => change.was === '' && to <= change.from && isCitation.test(spot.text.slice(to, change.from)),
    )
    if (before)
      return {
        refused: `this stands behind what cites for ${nameOf(before)}: write it into a record or a template`,
        field: before,
      }
    const fact = this.#factAt(spot, change)
    if (fact)
      return { refused: `${nameOf(fact)} is no sentence of ours, but a fact: change it in its record`, field: fact }
    return { refused: 'no record has these words: a citation or a template prints them' }
  }

  /** Of the facts that have these words, that of the record that prints them, else the only one. */
  #factAt({ index, text }: Spot, { from, to, was }: Change): Field | undefined {
    if (was.trim() === '') return undefined
    const having = factsOf(this.#corpus, this.#fields).filter(({ value }) => {
      const at = value.length < shortest ? -1 : text.lastIndexOf(plain(value), from)
      return at >= 0 && to <= at + value.length
    })
    const own = having.filter(({ kind, id, value }) => this.#printer.record(index, plain(value)) === `${kind}:${id}`)
    return own[0] ?? (having.length === 1 ? having[0] : undefined)
  }

  #refusal(field: Field, changes: readonly Located[]): string | undefined {
    if (replaced(field.value, changes).trim() === '') return takenOut(field)
    const claims = JSON.stringify(field.claims.map((id) => this.#corpus.claims.get(id))).toLowerCase()
    const touched =
      field.claims.length > 0 &&
      boundTouched(field.value, changes, this.#language, this.#words, (word) => claims.includes(word))
    if (!touched) return undefined
    const isClaim = field.kind === 'claim'
    const ground = isClaim
      ? 'the passage that the claim is pinned to'
      : field.claims.map((it) => this.#claim(it)).join(', ')
    const remedy = isClaim || touched === mayBeName ? 'change it in the file' : 'change the claim first'
    return `${touched} here rests on ${ground}: ${remedy}`
  }

  #claim(id: string): string {
    const { file, start } = this.#corpus.place('claim', id)
    return `${id} (${file}:${start?.line ?? 1}:${start?.column ?? 1})`
  }

  /** Of fields with the same words the one that is printed here. */
  #printedBy(fields: readonly Printed[], { index, text }: Spot): Printed | undefined {
    const { from, to } = itemAt(fields, 0)
    const record = this.#printer.record(index, text.slice(from, to))
    const own = fields.filter(({ field }) => `${field.kind}:${field.id}` === record)
    return own.length === 1 ? own[0] : undefined
  }

  /** The field that holds, or nearly holds, the words of a stretch. */
  holder(text: string, { from, to }: Pick<Change, 'from' | 'to'>): Field | undefined {
    return this.printed(text).find((it) => it.from <= to && from <= it.to)?.field
  }

  nearest(text: string, from: number, to: number): Field | undefined {
    const distance = (it: Printed) => Math.max(0, it.from - to, from - it.to)
    return this.printed(text).toSorted((a, b) => distance(a) - distance(b) || b.to - b.from - (a.to - a.from))[0]?.field
  }

  readonly #known = new Map<string, readonly Printed[]>()
  printed(text: string): readonly Printed[] {
    const known = this.#known.get(text) ?? this.#fields.flatMap((field) => printedIn(text, field))
    this.#known.set(text, known)
    return known
  }
}

/** The marks of notes, or citations in brackets, with the full stop of their sentence. */
const isCitation = /^(?:[\s.†]|\[[^\]]*\]|\([^)]*\))*$/

/** In characters: shorter facts stand everywhere. */
const shortest = 3

const nameOf = ({ kind, id, path }: Field) => `${kind}:${id}.${path.join('.')}`
const takenOut = (field: Field) => `all words of ${nameOf(field)} were taken out: take it out of its record`
