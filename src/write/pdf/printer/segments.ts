/**
 * A set line as it is drawn: stretches of one element and one link, each a few `TJ` arrays of one font, size and colour.
 * Phrases in right-to-left scripts inside the line are put into visual order here; as a segment of their own they keep
 * their logical order in the structure tree. (Readers that go by the glyphs turn such phrases round themselves, and
 * would turn an ActualText in the content round as well.)
 */
import type { Run } from '../definition.ts'
import { number } from './faces.ts'
import type { TextLine } from './lines.ts'
import type { TextStyle, Word } from './text.ts'

/** What stands in the same runs: one structure element, one link. */
export interface Segment {
  readonly scopes: readonly Run[]
  readonly start: number
  end: number
  readonly parts: Part[]
  /** A right-to-left phrase in logical order. */
  readonly logical?: string | undefined
}

/** One `TJ` array. `x` is from the start of the line. */
export interface Part {
  readonly style: TextStyle
  readonly x: number
  array: string
  /** The hyphen of a broken word, which is not in the text. */
  readonly isHyphen: boolean
}

export function segmentsOf(line: TextLine): Segment[] {
  const segments: Segment[] = []
  const words = line.inlines
  let pen = Number.NaN
  for (let i = 0; i < words.length; ) {
    const isTurned = rightToLeft.test(words[i]!.text)
    const end = isTurned ? phraseEnd(words, i) : i + 1
    const phrase = isTurned ? turned(words.slice(i, end)) : [words[i]!]
    const logical = isTurned ? logicalText(words.slice(i, end)) : undefined
    const { scopes } = phrase[0]!.style
    let segment = segments.at(-1)
    if (!segment || isTurned || segment.logical !== undefined || !sameScopes(segment.scopes, scopes)) {
      segment = { scopes, start: words[i]!.x, end: words[i]!.x, parts: [], logical }
      segments.push(segment)
      pen = Number.NaN
    }
    for (const word of phrase) {
      if (word.text !== '') addPart(segment, word, pen)
      pen = word.x + word.width
      segment.end = Math.max(segment.end, pen - word.trailingCut)
    }
    i = end
  }
  return segments
}

function addPart(segment: Segment, { text, style, x, isHyphen }: Word, pen: number): void {
  const { face, features, size } = style
  const array = face.show(face.shape(text, features), size)
  const last = segment.parts.at(-1)
  const gap = x - pen
  // A large number in a TJ array is not wrong, but some readers take it for the end of a line.
  const joins = last && looksLike(last.style, style) && !isHyphen && Math.abs(gap) < 200
  if (!joins) segment.parts.push({ style, x, array, isHyphen })
  else last.array += (Math.abs(gap) > 0.003 ? number((-gap * 1000) / size) : '') + array
}

function looksLike(a: TextStyle, b: TextStyle): boolean {
  return a.face === b.face && a.size === b.size && a.color === b.color && a.rise === b.rise && a.strike === b.strike
}

function sameScopes(a: readonly Run[], b: readonly Run[]): boolean {
  return a.length === b.length && a.every((run, i) => run === b[i])
}

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/
const strongLeftToRight = /[A-Za-z\u00c0-\u058f\u0900-\u1fff]/

/** After the last right-to-left word that no left-to-right word separates from `start`, within the same runs. */
function phraseEnd(words: readonly Word[], start: number): number {
  let end = start + 1
  for (let i = end; i < words.length; i++) {
    const { text, style } = words[i]!
    if (strongLeftToRight.test(text) || !sameScopes(style.scopes, words[start]!.style.scopes)) break
    if (rightToLeft.test(text)) end = i + 1
  }
  return end
}

const logicalText = (phrase: readonly Word[]) =>
  phrase
    .map(({ text }) => text)
    .join('')
    .trim()

/** The words from right to left, as they stand on paper; the space after the phrase stays after it. */
function turned(phrase: readonly Word[]): Word[] {
  const last = phrase.at(-1)!
  let x = phrase[0]!.x
  return [...phrase].reverse().map((word) => {
    const moved = Object.assign(Object.create(Object.getPrototypeOf(word) as object) as Word, word)
    moved.text = word.text.trim()
    moved.x = x + (word === last ? 0 : word.trailingCut)
    moved.width = word.width - word.trailingCut
    moved.trailingCut = 0
    x = moved.x + moved.width
    return moved
  })
}
