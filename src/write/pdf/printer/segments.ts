/**
 * A set line as it is drawn: stretches of one element and one link, each a few `TJ` arrays of one font, size and colour.
 * Phrases in right-to-left scripts inside the line are put into visual order here, and keep their logical order as
 * ActualText.
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
}

/** One `TJ` array. `x` is from the start of the line. */
export interface Part {
  readonly style: TextStyle
  readonly x: number
  array: string
  /** What the glyphs stand for, where that is not what they say. */
  readonly actualText?: string
}

export function segmentsOf(line: TextLine): Segment[] {
  const words = orderForDisplay(line.inlines)
  const segments: Segment[] = []
  let pen = Number.NaN
  for (const { word, actualText } of words) {
    const { style, x } = word
    let segment = segments.at(-1)
    if (!segment || !sameScopes(segment.scopes, style.scopes)) {
      segment = { scopes: style.scopes, start: x, end: x, parts: [] }
      segments.push(segment)
      pen = Number.NaN
    }
    if (word.text !== '') {
      addPart(segment, word, pen, actualText)
      pen = actualText === undefined ? x + word.width : Number.NaN
    }
    segment.end = Math.max(segment.end, x + word.width - word.trailingCut)
  }
  return segments
}

function addPart(segment: Segment, { text, style, x }: Word, pen: number, actualText: string | undefined): void {
  const { face, features, size } = style
  const array = face.show(face.shape(text, features), size)
  const last = segment.parts.at(-1)
  const gap = x - pen
  // A large number in a TJ array is not wrong, but some readers take it for the end of a line.
  const joins = last && looksLike(last.style, style) && actualText === undefined && Math.abs(gap) < 200
  if (!joins) segment.parts.push({ style, x, array, ...(actualText !== undefined && { actualText }) })
  else last.array += (Math.abs(gap) > 0.003 ? number((-gap * 1000) / size) : '') + array
}

function looksLike(a: TextStyle, b: TextStyle): boolean {
  return a.face === b.face && a.size === b.size && a.color === b.color && a.rise === b.rise && a.strike === b.strike
}

function sameScopes(a: readonly Run[], b: readonly Run[]): boolean {
  return a.length === b.length && a.every((run, i) => run === b[i])
}

interface Displayed {
  readonly word: Word
  readonly actualText?: string | undefined
}

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/
const strongLeftToRight = /[A-Za-z\u00c0-\u058f\u0900-\u1fff]/

/** The first word of a reversed phrase carries the phrase as ActualText; a hyphen at a line's end is a soft one. */
function orderForDisplay(words: readonly Word[]): Displayed[] {
  if (!words.some(({ text, isHyphen }) => isHyphen || rightToLeft.test(text))) return words.map((word) => ({ word }))
  const displayed: Displayed[] = []
  for (let i = 0; i < words.length; ) {
    const word = words[i]!
    if (rightToLeft.test(word.text)) {
      const end = phraseEnd(words, i)
      displayed.push(...reversed(words.slice(i, end)))
      i = end
    } else {
      displayed.push({ word, actualText: word.isHyphen ? '\u00ad' : undefined })
      i += 1
    }
  }
  return displayed
}

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

/** Words from right to left; the space after the phrase stays after it. */
function reversed(phrase: readonly Word[]): Displayed[] {
  const last = phrase.at(-1)!
  let x = phrase[0]!.x
  const placed = [...phrase].reverse().map((word) => {
    const width = word.width - word.trailingCut
    const moved = Object.assign(Object.create(Object.getPrototypeOf(word) as object) as Word, word)
    moved.text = word.text.trim()
    moved.x = x + (word === last ? 0 : word.trailingCut)
    moved.width = width
    moved.trailingCut = 0
    x = moved.x + width
    return moved
  })
  const logical = phrase
    .map(({ text }) => text)
    .join('')
    .trim()
  return placed.map((word, i) => ({ word, actualText: i === 0 ? logical : '' }))
}
