import { normalisePhrase, wordsOf } from './normalise.ts'
import { isLimit, isNegation, isNumber } from './words.ts'

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
  const text = joined(paragraphs)
  const parts = partsOf(quote)
  if (parts.length === 0) return { result: 'indeterminate', paragraphs: [], dropped: [] }
  const places = inOrder(parts, text)
  if (places) return foundAt(places, parts, text)
  if (parts.length > 1 && parts.every((part) => findPart(part, text, 0) !== undefined)) {
    return { result: 'indeterminate', paragraphs: [], dropped: [] }
  }
  const near = nearestWords(parts.map(({ words }) => words).join(' '), text.folded)
  return { result: 'not-found', paragraphs: [], dropped: [], ...(near !== undefined && { nearest: near }) }
}

/** A stretch of a quotation without cuts in it. */
interface Part {
  readonly words: string
  /** Words were left out after it, or its last sentence was not brought to its end. */
  readonly isCut: boolean
}

interface Joined {
  readonly folded: string
  /** The offset at which each paragraph begins. */
  readonly starts: readonly number[]
}

interface Place {
  readonly from: number
  readonly to: number
}

/** Words left out may not lead from one end of a text to the other: that would be two quotations. */
const widestCut = 1500

/** Quotation marks alike, and no layout hyphens: lengths may change, so places are places in this form. */
function foldMarks(text: string): string {
  return text.replace(/[«»‹›"`´]/g, "'").replace(/''/g, "'")
}

function joined(paragraphs: readonly string[]): Joined {
  const starts: number[] = []
  let folded = ''
  for (const paragraph of paragraphs) {
    const line = foldMarks(paragraph)
    // A line that ends in a hyphen goes on in the next one: hard-wrapped text.
    const goesOn = /\p{L}-$/u.test(folded) && /^\p{Ll}/u.test(line)
    if (goesOn) folded = folded.slice(0, -1)
    else if (folded !== '') folded += ' '
    starts.push(folded.length)
    folded += line
  }
  return { folded, starts }
}

const cut = /\s*(?:\[\s*\.\.\.\s*\]|\(\s*\.\.\.\s*\)|\.\.\.|\. \. \.)\s*/
const insertion = /\s*\[[^\]]{2,}\]\s*/

function partsOf(quote: string): readonly Part[] {
  const plain = foldMarks(normalisePhrase(quote)).replace(/\s*\[sic\]/gi, '')
  // A bracketed letter stands for the same letter in another case: `[t]he`.
  const letters = plain.replace(/\[(\p{L})\]/gu, '$1')
  return letters
    .split(new RegExp(`(?:${cut.source})|(?:${insertion.source})`))
    .map((words) => words.replace(/^[\s',;:.]+|[\s',;:.!?]+$/g, ''))
    .filter((words) => words !== '')
    .map((words, index, all) => ({ words, isCut: index < all.length - 1 || !/[.!?]'?$/.test(letters) }))
}

function inOrder(parts: readonly Part[], text: Joined): readonly Place[] | undefined {
  for (let first = findPart(parts[0]!, text, 0); first; first = findPart(parts[0]!, text, first.from + 1)) {
    const places = [first]
    for (const part of parts.slice(1)) {
      const from = places.at(-1)!.to
      const next = findPart(part, text, from)
      if (!next || next.from - from > widestCut) break
      places.push(next)
    }
    if (places.length === parts.length) return places
  }
  return undefined
}

function findPart({ words }: Part, { folded }: Joined, from: number): Place | undefined {
  const first = words[0]!
  const other = first === first.toLowerCase() ? first.toUpperCase() : first.toLowerCase()
  const places = [words, other + words.slice(1)].flatMap((form) => wholeWords(form, folded, from) ?? [])
  return places.sort((a, b) => a.from - b.from)[0]
}

function wholeWords(words: string, text: string, from: number): Place | undefined {
  for (let at = text.indexOf(words, from); at !== -1; at = text.indexOf(words, at + 1)) {
    const before = text.slice(Math.max(0, at - 2), at)
    const after = text.slice(at + words.length, at + words.length + 2)
    if (!/[\p{L}\p{N}\p{M}]$/u.test(before) && !/^[\p{L}\p{N}\p{M}]/u.test(after))
      return { from: at, to: at + words.length }
  }
  return undefined
}

function foundAt(places: readonly Place[], parts: readonly Part[], text: Joined): Quotation {
  const paragraphs = [...new Set(places.map(({ from }) => text.starts.findLastIndex((start) => start <= from) + 1))]
  const dropped = places.flatMap(({ to }, index) => {
    const next = places[index + 1]?.from
    return parts[index]!.isCut ? (turnAfter(text.folded.slice(to, next ?? to + 200)) ?? []) : []
  })
  return { result: 'found', paragraphs, dropped }
}

/** What follows a cut in the same clause, when it turns, bounds or counts what stands before it. */
function turnAfter(rest: string): string | undefined {
  const clause = /^[,']*(\s[^.;:!?]*)/.exec(rest)?.[1]
  const words = wordsOf(clause ?? '').slice(0, 6)
  const turn = words.findIndex((word) => isNegation(word) || isLimit(word) || isNumber(word))
  if (turn === -1 || (turn > 2 && !isNegation(words[turn]!))) return undefined
  return words.slice(0, Math.max(turn + 3, 3)).join(' ')
}

/** The stretch of text that has most of the quotation's words near each other, if it has two thirds of them. */
function nearestWords(quote: string, text: string): string | undefined {
  const wanted = wordsOf(quote.toLowerCase())
  if (wanted.length < 4) return undefined
  const set = new Set(wanted)
  const words = wordsOf(text)
  let best = { count: 0, from: 0 }
  let count = 0
  const hit = (index: number) => (set.has(words[index]!.toLowerCase()) ? 1 : 0)
  for (let index = 0; index < words.length; index++) {
    count += hit(index) - (index >= wanted.length ? hit(index - wanted.length) : 0)
    if (count > best.count) best = { count, from: Math.max(0, index - wanted.length + 1) }
  }
  if (best.count * 3 < wanted.length * 2) return undefined
  return words.slice(best.from, best.from + wanted.length).join(' ')
}
