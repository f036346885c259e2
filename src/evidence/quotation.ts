import { itemAt, lastOf, remembered } from '../core/index.ts'
import { fold, type Joined, joined } from './fold.ts'
import { layoutOf, normalisePhrase, wordsOf } from './normalise.ts'
import { wordPlaces, wordsIn } from './segments.ts'
import { bareWord, isEdge, isLimit, isNegation, isNumber } from './words.ts'

/** `indeterminate`: its words are there, but not as one stretch in this order; `unchecked`: the text is not at hand. */
export type QuotationResult = 'found' | 'not-found' | 'indeterminate' | 'unchecked'

export interface Quotation {
  readonly result: QuotationResult
  /** The 1-based paragraphs that it stands in, when it was found. */
  readonly paragraphs: readonly number[]
  /** Words after a cut, up to the end of the clause, that turn, bound or count what was quoted, e.g. `but not yet`. */
  readonly dropped: readonly string[]
  /** The words of the text that are most like it, when it was not found. */
  readonly nearest?: string
}

/**
 * Looks a quotation up in the text that it is taken from. Quotation marks of every style are alike; `[…]` and `…`
 * stand for words left out, `[words]` for the writer's own; the case of a first letter may differ, and so may the
 * punctuation at the end; a line break or hyphen of the text's layout is no difference.
 */
export function findQuotation(quote: string, paragraphs: readonly string[] | undefined): Quotation {
  if (!paragraphs) return { result: 'unchecked', paragraphs: [], dropped: [] }
  const parts = partsOf(quote)
  if (parts.length === 0) return { result: 'indeterminate', paragraphs: [], dropped: [] }
  const forms = formsOf(paragraphs)
  for (const text of forms) {
    const places = inOrder(parts, text.text)
    if (places) return foundAt(places, text)
  }
  if (parts.length > 1 && forms.some(({ text }) => parts.every((part) => findPart(part, text, 0) !== undefined))) {
    return { result: 'indeterminate', paragraphs: [], dropped: [] }
  }
  const near = nearestWords(parts.join(' '), itemAt(forms, 0).text)
  return { result: 'not-found', paragraphs: [], dropped: [], ...(near !== undefined && { nearest: near }) }
}

interface Place {
  readonly from: number
  readonly to: number
}

/** Words left out may not lead from one end of a text to the other: that would be two quotations. */
const widestCut = 1500

/** As passages are compared, and spaced and unspaced dashes alike: lengths may change, so places are places in this form. */
const foldMarks = (text: string) => fold(text).replace(/ --? |--/g, '-')

const formsOf = remembered((paragraphs: readonly string[]) =>
  joined(paragraphs.map(foldMarks), layoutOf(paragraphs).glued),
)

const cut = /\s*(?:\[\s*\.\.\.\s*\]|\(\s*\.\.\.\s*\)|\.\.\.|\. \. \.)\s*/
const insertion = /\s*\[[^\]]{2,}\]\s*/

/** A quotation's stretches without cuts in them. */
function partsOf(quote: string): readonly string[] {
  const plain = foldMarks(normalisePhrase(quote).replace(/\s*\[sic\]/gi, ''))
  // A bracketed letter stands for the same letter in another case: `[t]he`.
  const letters = plain.replace(/\[(\p{L})\]/gu, '$1')
  return letters
    .split(new RegExp(`(?:${cut.source})|(?:${insertion.source})`))
    .map((words) => words.replace(/^(?:[\s',;:.]|-(?!\p{N}))+|[\s',;:.!?،؛؟۔։।、。，；：！？-]+$/gu, ''))
    .filter((words) => words !== '')
}

function inOrder(parts: readonly string[], text: string): readonly Place[] | undefined {
  for (
    let first = findPart(itemAt(parts, 0), text, 0);
    first;
    first = findPart(itemAt(parts, 0), text, first.from + 1)
  ) {
    const places = [first]
    for (const part of parts.slice(1)) {
      const from = lastOf(places).to
      const next = findPart(part, text, from)
      // What does not come after this place comes after no later one.
      if (!next) return undefined
      if (next.from - from > widestCut) break
      places.push(next)
    }
    if (places.length === parts.length) return places
  }
  return undefined
}

function findPart(words: string, text: string, from: number): Place | undefined {
  const first = itemAt(words, 0)
  const other = first === first.toLowerCase() ? first.toUpperCase() : first.toLowerCase()
  const places = [words, other + words.slice(1)].flatMap((form) => wholeWords(form, text, from) ?? [])
  return places.sort((a, b) => a.from - b.from)[0]
}

function wholeWords(words: string, text: string, from: number): Place | undefined {
  for (let at = text.indexOf(words, from); at !== -1; at = text.indexOf(words, at + 1)) {
    const to = at + words.length
    if (isEdge(text, at) && isEdge(text, to) && !turning.test(text.slice(Math.max(0, at - 12), at)))
      return { from: at, to }
  }
  return undefined
}

// A prefix that makes the contrary of a word: `state actors` is no quotation of `non-state actors`.
const turning = /(?<!\p{L})(?:non|anti|counter|ex|pseudo|quasi|анти|контр|экс|псевдо|не)-$/iu

function foundAt(places: readonly Place[], { text, starts }: Joined): Quotation {
  const paragraphs = [...new Set(places.map(({ from }) => starts.findLastIndex((start) => start <= from) + 1))]
  const dropped = places.flatMap(({ to }, index) => {
    const next = places[index + 1]?.from
    if (next === undefined) return turnAfter(text.slice(to, to + 200)) ?? []
    const leftOut = text.slice(to, next)
    return turnAfter(leftOut) ?? turnBefore(leftOut) ?? []
  })
  return { result: 'found', paragraphs, dropped }
}

/** What follows a cut in the same clause, when it turns, bounds or counts what stands before it. */
function turnAfter(rest: string): string | undefined {
  const clause = /^[,']*([\s-][^.;:!?]*)/.exec(rest)?.[1]
  const words = wordsOf(clause ?? '').slice(0, 6)
  const turn = words.findIndex((word) => isNegation(word) || isLimit(word) || isNumber(word))
  if (turn === -1 || (turn > 2 && !isNegation(itemAt(words, turn)))) return undefined
  return shown(words.slice(0, Math.max(turn + 3, 3)))
}

/** A negation that was left out right before the words with which a quotation goes on. */
function turnBefore(leftOut: string): string | undefined {
  const words = wordsOf(/[^.;:!?]*$/.exec(leftOut)![0]).slice(-3)
  const turn = words.findIndex(isNegation)
  return turn === -1 ? undefined : shown(words.slice(turn))
}

/** The stretch of text that has most of the quotation's words near each other, if it has two thirds of them. */
function nearestWords(quote: string, text: string): string | undefined {
  const wanted = wordsIn(quote).map(bareWord)
  if (wanted.length < 4) return undefined
  const set = new Set(wanted)
  const places = wordPlaces(text)
  const words = places.map(({ from, to }) => text.slice(from, to))
  let best = { count: 0, from: 0 }
  let count = 0
  const hit = (index: number) => (set.has(bareWord(itemAt(words, index))) ? 1 : 0)
  for (let index = 0; index < words.length; index++) {
    count += hit(index) - (index >= wanted.length ? hit(index - wanted.length) : 0)
    if (count > best.count) best = { count, from: Math.max(0, index - wanted.length + 1) }
  }
  if (best.count * 3 < wanted.length * 2) return undefined
  const [first, last] = [
    itemAt(places, best.from),
    itemAt(places, Math.min(best.from + wanted.length, places.length) - 1),
  ]
  return shown(wordsOf(text.slice(first.from, last.to)))
}

/** Folded words as a message has them: which quotation marks the text has, they no longer tell. */
const shown = (words: readonly string[]) =>
  words
    .map((word) => word.replace(/(?<!\p{L})'|'(?!\p{L})/gu, ''))
    .filter((word) => word !== '')
    .join(' ')
