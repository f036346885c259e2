import { sha256 } from '../core/index.ts'
import type { Normalisation, Passage, Source } from '../corpus/index.ts'
import { anchor, digestOf, spanOf, spansBetween, spansOf } from './anchor.ts'
import { fold } from './fold.ts'
import { blockOf, type Span, spanIn } from './lines.ts'
import { normalisation, normalise, paragraphsOf } from './normalise.ts'
import { type Stretch, sentenceEnds, wordPlaces, wordsIn } from './segments.ts'
import { isEdge } from './words.ts'

/** A stretch of a text that answers to the words asked for, and the record that pins it. */
export interface Pin {
  readonly span: Span
  /** What stands before and after it in its paragraph. */
  readonly before: string
  readonly after: string
  /** Other paragraphs with the same words: the number of its own alone tells this one from them. */
  readonly elsewhere: readonly number[]
  /** Absent when the same words stand elsewhere in the same paragraph: nothing can tell the two apart. */
  readonly passage?: Passage
}

export interface PinRequest {
  /** The first words of the passage, or, without `end`, any words of it. */
  readonly start: string
  /** The last words; without them the passage is the sentence that `start` stands in. */
  readonly end?: string | undefined
  /** Look in this paragraph only (1-based). */
  readonly para?: number | undefined
}

/** Every stretch of a text that answers to a request, in reading order: several are for a person to choose from. */
export function pin(text: string, request: PinRequest): readonly Pin[] {
  const paragraphs = paragraphsOf(text)
  return spansFor(request, paragraphs)
    .filter((span) => request.para === undefined || span.para === request.para)
    .map((span) => {
      const passage = passageFor(span, paragraphs)
      const { block, at } = blockOf(span, paragraphs)
      const around = { before: block.text.slice(0, at), after: block.text.slice(at + span.text.length) }
      return { span, ...around, elsewhere: elsewhere(span, paragraphs), ...(passage && { passage }) }
    })
}

/** What a source's `text` field says of its held text. */
export function describeText(text: string): NonNullable<Source['text']> {
  const paragraphs = paragraphsOf(text)
  return {
    sha256: textDigest(paragraphs),
    words: wordsIn(paragraphs.join('\n')).length,
    paragraphs: paragraphs.length,
    normalisation,
  }
}

/** What a source's `text.sha256` says of a text. */
export function textDigest(paragraphs: readonly string[], by: Normalisation = normalisation): string {
  return sha256(normalise(paragraphs, by))
}

/** Whether a source's `text` is that of a held text, by the normalisation that it names. */
export function isTextOf(paragraphs: readonly string[], text: Source['text']): boolean {
  return text !== undefined && text.sha256 === textDigest(paragraphs, text.normalisation)
}

/** Other paragraphs with the words of a span. */
export function elsewhere(span: Span, paragraphs: readonly string[]): readonly number[] {
  const numbers = spansOf(span.text, paragraphs).map(({ para }) => para)
  return [...new Set(numbers)].filter((para) => para !== span.para)
}

/**
 * The record that pins a span: at each end the fewest words, but three, that stand nowhere else in the text. Three
 * are enough for nearly every sentence, and a person who reads the record knows the passage again.
 */
export function passageFor(span: Span, paragraphs: readonly string[]): Passage | undefined {
  const text = fold(span.text)
  const words = wordPlaces(text)
  const sizes = words.map((_, index) => index + 1).slice(Math.min(2, words.length - 1))
  const whole = words.length
  const startSize = sizes.find((size) => isUnique(startOf(text, words, size), paragraphs)) ?? Math.min(3, whole)
  const endSize = sizes.find((size) => isUnique(endOf(text, words, size), paragraphs)) ?? Math.min(3, whole)
  const shortest = pinWith(words, startSize, endSize, span)
  if (holds(shortest, span, paragraphs)) return shortest
  const longest = pinWith(words, whole, whole, span)
  return holds(longest, span, paragraphs) ? longest : undefined
}

const startOf = (text: string, words: readonly Stretch[], size: number) => text.slice(0, words[size - 1]?.to)
const endOf = (text: string, words: readonly Stretch[], size: number) => text.slice(words.at(-size)?.from)

function pinWith(words: readonly Stretch[], startSize: number, endSize: number, span: Span): Passage {
  const text = fold(span.text)
  const start = startOf(text, words, startSize)
  const end = endOf(text, words, endSize)
  return { para: span.para, start, end, sha256: digestOf(span) }
}

function holds(passage: Passage, span: Span, paragraphs: readonly string[]): boolean {
  const found = anchor(passage, paragraphs)
  return found.outcome === 'ok' && found.span?.from === span.from && found.span.to === span.to
}

function isUnique(phrase: string, paragraphs: readonly string[]): boolean {
  return spansOf(phrase, paragraphs).length === 1
}

function spansFor(request: PinRequest, paragraphs: readonly string[]): readonly Span[] {
  if (request.end !== undefined) return spansBetween(request.start, request.end, paragraphs)
  const found = spansOf(request.start, paragraphs).map((span) => sentenceOver(span, paragraphs))
  // Words that a sentence has twice are in one sentence.
  return found.filter((it, at) => found.findIndex(({ para, from }) => para === it.para && from === it.from) === at)
}

/** The sentence, or sentences, that the words of a span stand in, over the lines that these are cut into. */
export function sentenceOver(span: Span, paragraphs: readonly string[]): Span {
  const { block, first, at } = blockOf(span, paragraphs)
  const { from, to } = sentenceAt(block.text, spanOf(block.text, 1, at, at + span.text.length))
  const sentence = spanIn(block, from, to)
  return { ...sentence, para: first + sentence.para }
}

/** The sentence, or sentences, that the words of a span stand in. An abbreviation may cut it short: `end` says it exactly. */
function sentenceAt(text: string, { para, from: at, to: last }: Span): Span {
  const ends = sentenceEnds(text)
  const before = ends.filter((end) => end <= at).at(-1) ?? 0
  const from = before + (text.slice(before).length - text.slice(before).trimStart().length)
  const to = ends.find((end) => end >= last) ?? text.length
  return spanOf(text, para, from, to)
}

/** A stretch of a paragraph without the spaces at its ends, and with the whole of the words that it cuts. */
export function wholeWords(text: string, from: number, to: number): [number, number] {
  const isSpace = (at: number) => text[at] === ' '
  let [start, end] = [from, to]
  while (start < end && isSpace(start)) start++
  while (end > start && isSpace(end - 1)) end--
  if (start === end) return [start, end]
  while (start > 0 && !isSpace(start - 1) && !isEdge(text, start)) start--
  while (end < text.length && !isSpace(end) && !isEdge(text, end)) end++
  return [start, end]
}
