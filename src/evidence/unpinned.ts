import { nearest, ofBoth } from '../core/index.ts'
import { spansOf } from './anchor.ts'
import { fingerprintOf } from './fingerprint.ts'
import { nearestStretch } from './nearest-stretch.ts'
import { normalisePhrase, paragraphsOf } from './normalise.ts'
import type { PinRequest } from './pin.ts'
import { wordPlaces } from './segments.ts'

/** Why no stretch of a text answers to a request, and what stands there that is most like it; one sentence each. */
export function whyUnpinned(text: string, { start, end, para }: PinRequest): readonly string[] {
  const paragraphs = paragraphsOf(text)
  if (paragraphs.length === 0) return ['the text is empty']
  if (para !== undefined && para > paragraphs.length)
    return [`the text has ${paragraphs.length} paragraph${paragraphs.length === 1 ? '' : 's'}`]
  const [first, last] = ofBoth([start, end ?? start], (words) => paragraphsWith(words, paragraphs))
  if (first.length === 0) return nearestTo(start, paragraphs)
  if (last.length === 0) return nearestTo(end ?? start, paragraphs)
  if (end === undefined) return [`they stand in ${sayParagraphs(first)}`]
  const together = first.filter((number) => last.includes(number) && (para === undefined || number === para))
  if (together.length > 0) return [`in ${sayParagraphs(together)} the last words stand before the first`]
  const places = `the first words stand in ${sayParagraphs(first)}, the last in ${sayParagraphs(last)}`
  return [`${places}; a passage lies in one paragraph: pin one in each`]
}

/** The numbers of the paragraphs that hold some words. */
export function paragraphsWith(words: string, paragraphs: readonly string[]): number[] {
  return [...new Set(spansOf(words, paragraphs).map(({ para }) => para))]
}

/** `paragraph 3`, `paragraphs 3, 4`; of many the first ten. */
export function sayParagraphs(numbers: readonly number[]): string {
  const shown = numbers.slice(0, 10).join(', ') + (numbers.length > 10 ? ` and ${numbers.length - 10} more` : '')
  return `paragraph${numbers.length === 1 ? '' : 's'} ${shown}`
}

/** Longer texts are compared by their words only, which is quick; letters would take minutes. */
const mostLetters = 2_000_000

function nearestTo(words: string, paragraphs: readonly string[]): string[] {
  const phrase = normalisePhrase(words)
  const near = nearestStretch(fingerprintOf(phrase), paragraphs)
  if (near) return [`nearest, in paragraph ${near.para}: ${near.text}`]
  if (paragraphs.reduce((sum, { length }) => sum + length, 0) > mostLetters) return []
  const size = wordPlaces(phrase).length
  const found = paragraphs.map((text) => nearest(phrase, stretchesOf(text, size)))
  const best = nearest(
    phrase,
    found.flatMap((it) => it ?? []),
  )
  return best === undefined ? [] : [`nearest, in paragraph ${found.indexOf(best) + 1}: ${best}`]
}

function stretchesOf(text: string, size: number): readonly string[] {
  const words = wordPlaces(text)
  const starts = Math.max(1, words.length - size + 1)
  return Array.from({ length: starts }, (_, at) =>
    text.slice(words[at]?.from, (words[at + size - 1] ?? words.at(-1))?.to).trimEnd(),
  )
}
