/**
 * A set line as it is drawn: stretches of one element and one link, each a few `TJ` arrays of one font, size and colour.
 * A phrase in a right-to-left script is a segment of its own and keeps its logical order in the structure tree. (Readers
 * that go by the glyphs turn such phrases round themselves, and would turn an ActualText in the content round as well.)
 */
import type { Run } from '../definition.ts'
import { phrasesOf } from './bidi.ts'
import { number } from './faces.ts'
import type { TextLine } from './lines.ts'
import type { TextStyle, Word } from './words.ts'

/** What stands in the same runs: one structure element, one link. */
export interface Segment {
  readonly scopes: readonly Run[]
  start: number
  end: number
  readonly parts: Part[]
  /** A right-to-left phrase in logical order. */
  readonly logical?: string | undefined
}

/** One `TJ` array. `x` is from the start of the line. */
export interface Part {
  readonly style: TextStyle
  readonly x: number
  /** Where its last word ends, without the space after it. */
  end: number
  array: string
  /** The hyphen of a broken word, which is not in the text. */
  readonly isHyphen: boolean
}

/** The line in the order of reading. */
export function segmentsOf(line: TextLine): readonly Segment[] {
  return line.segments ?? cut(line)
}

/** From here on the line is its segments. */
export function keepSegments(line: TextLine): void {
  if (line.segments) return
  line.segments = cut(line)
  line.inlines = line.inlines.slice(0, 1)
}

function cut(line: TextLine): Segment[] {
  const segments: Segment[] = []
  let pen = Number.NaN
  for (const { words, logical } of phrasesOf(line)) {
    for (const word of words) {
      const { scopes } = word.style
      let segment = segments.at(-1)
      if (!segment || logical !== segment.logical || !sameScopes(segment.scopes, scopes)) {
        segment = { scopes, start: word.x, end: word.x, parts: [], logical }
        segments.push(segment)
        pen = Number.NaN
      }
      if (word.text === '') continue
      addPart(segment, word, pen)
      pen = word.x + word.width
      segment.start = Math.min(segment.start, word.x)
      segment.end = Math.max(segment.end, pen - word.trailingCut)
    }
  }
  return segments
}

function addPart(segment: Segment, word: Word, pen: number): void {
  const { shaped, style, x, isHyphen } = word
  const end = x + word.width - word.trailingCut
  const { face, size } = style
  const array = face.show(shaped, size)
  const last = segment.parts.at(-1)
  const gap = x - pen
  // A large number in a TJ array is not wrong, but some readers take it for the end of a line.
  const joins = last && looksLike(last.style, style) && !isHyphen && Math.abs(gap) < 200
  if (!joins) segment.parts.push({ style, x, end, array, isHyphen })
  else {
    last.array += (Math.abs(gap) > 0.003 ? number((-gap * 1000) / size) : '') + array
    last.end = end
  }
}

function looksLike(a: TextStyle, b: TextStyle): boolean {
  if (a === b) return true
  return (
    a.face === b.face &&
    a.size === b.size &&
    a.color === b.color &&
    a.rise === b.rise &&
    a.strike === b.strike &&
    a.underline === b.underline
  )
}

function sameScopes(a: readonly Run[], b: readonly Run[]): boolean {
  return a === b || (a.length === b.length && a.every((run, i) => run === b[i]))
}
