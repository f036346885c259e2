/**
 * Lines: words put beside each other until the width is used up. pdfmake copies the remaining words for each word it
 * places; here a cursor moves, and the same function answers both "set the next line" and "how high would it be".
 */
import { itemAt, lastOf } from '../../../core/index.ts'
import type { Run } from '../definition.ts'
import { Line, type LineLike } from './pdfmake-internals.ts'
import type { Segment } from './segments.ts'
import type { Element } from './structure.ts'
import { Word, widthOf } from './words.ts'

/** A line of text with what the drawing must know of its place in the document. */
export class TextLine extends Line {
  declare inlines: Word[]
  /** Whose content it is; none of an artifact. */
  element: Element | undefined
  /** The properties of the artifact it is, e.g. `/Type /Pagination`. */
  artifact: string | undefined
  anchors: readonly string[] = []
  bookmark: { level: number; title: string } | undefined
  /** Dots and the page number of this anchor stand at its end, `edge` points from its start; below zero at the left of it. */
  leader: { anchor: string; edge: number } | undefined
  /** The line as it is drawn, once it is placed; of its words, only the first is kept. */
  segments: readonly Segment[] | undefined
  /** Notes called in it for the first time. */
  notes: readonly string[] = []

  override getHeight(): number {
    return this.inlines.reduce((height, word) => Math.max(height, word.height), 0)
  }

  /** From the top to the baseline. */
  get baseline(): number {
    return this.inlines[0]?.style.baseline ?? 0
  }

  /** pdfmake's clone is a plain line. */
  override clone(): LineLike {
    return Object.assign(new TextLine(this.maxWidth), this)
  }
}

/** Where the next line of a paragraph begins: at a word, or within it when `rest` is left of it. */
export interface Cursor {
  readonly index: number
  readonly rest?: Word | undefined
  /** How many lines before it end with a hyphen, one after the other. */
  readonly hyphens?: number
}

export const START: Cursor = { index: 0 }

/** Fill `line` from `cursor` and give the cursor of the next line. The words are not changed. */
export function fill(line: TextLine, words: readonly Word[], cursor: Cursor): Cursor {
  const wordAt = (index: number) => (index === cursor.index && cursor.rest ? cursor.rest : itemAt(words, index))
  let index = cursor.index
  while (index < words.length && !line.newLineForced) {
    const isEmpty = line.inlines.length === 0
    const glued = unitAt(index, words, wordAt, true)
    const unit = isEmpty && !fits(line, glued) ? unitAt(index, words, wordAt, false) : glued
    if (fits(line, unit)) {
      for (const word of unit) line.addInline(word.copy())
      index += unit.length
      continue
    }
    // No ladder of hyphens, and no part of a word as the last line.
    const mayHyphenate = (cursor.hyphens ?? 0) < MOST_HYPHENS && index + unit.length < words.length
    const broken = isEmpty || mayHyphenate ? breakUnit(line, unit) : undefined
    if (broken) {
      for (const word of broken.before) line.addInline(word)
      const next = index + broken.used
      const hyphens = broken.before.at(-1)?.isHyphen ? (cursor.hyphens ?? 0) + 1 : 0
      return broken.rest ? { index: next, rest: broken.rest, hyphens } : { index: next }
    }
    if (line.inlines.length > 0) break
    // Nothing can be broken, not even between two letters: set it as it is.
    for (const word of unit) line.addInline(word.copy())
    index += unit.length
  }
  return { index }
}

/** The first `most` lines of a text set in `width`. */
export function trialLines(words: readonly Word[], width: number, most: number): TextLine[] {
  const lines: TextLine[] = []
  let cursor: Cursor = START
  while (!isAtEnd(words, cursor) && lines.length < most) {
    const line = new TextLine(width)
    cursor = fill(line, words, cursor)
    lines.push(line)
  }
  return lines
}

/** How many lines of these heights have room. */
export function countFitting(heights: readonly number[], room: number): number {
  let used = 0
  let count = 0
  for (const height of heights) {
    used += height
    if (used > room + 1e-6) break
    count += 1
  }
  return count
}

/** Is the paragraph set whole? */
export const isAtEnd = (words: readonly Word[], cursor: Cursor) => cursor.index >= words.length

/** No more lines than these end with a hyphen, one after the other. */
const MOST_HYPHENS = 2

/** The words that no line end may separate, or should not. */
function unitAt(index: number, words: readonly Word[], wordAt: (index: number) => Word, withGlue: boolean): Word[] {
  const unit = [wordAt(index)]
  const holds = ({ noNewLine, isGlued, lineEnd }: Word) => noNewLine || (withGlue && isGlued && !lineEnd)
  for (let next = index + 1; holds(lastOf(unit)) && next < words.length; next++) unit.push(wordAt(next))
  return unit
}

const TOLERANCE = 1e-6

function fits(line: TextLine, unit: readonly Word[]): boolean {
  const width = unit.reduce((sum, word) => sum + word.width, 0)
  const leading = line.inlines.length > 0 ? line.leadingCut : itemAt(unit, 0).leadingCut
  return line.inlineWidths + width - leading - lastOf(unit).trailingCut <= line.maxWidth + TOLERANCE
}

interface BrokenUnit {
  readonly before: readonly Word[]
  readonly rest: Word | undefined
  /** How many words are used up; the one that `rest` is left of is not. */
  readonly used: number
}

/**
 * How short a line may stay before a word is hyphenated at its end, as a part of its width. Text is set ragged right:
 * in a full column only a long word leaves a hole, in a narrow one most do.
 */
const zoneOf = (width: number) => (width > 250 ? 0.2 : 0.12)

function breakUnit(line: TextLine, unit: readonly Word[]): BrokenUnit | undefined {
  const room = line.maxWidth - Math.max(0, line.inlineWidths - line.leadingCut)
  const isEmpty = line.inlines.length === 0
  if (isEmpty || room > line.maxWidth * zoneOf(line.maxWidth)) {
    const hyphenated = hyphenate(unit, room)
    if (hyphenated) return hyphenated
  }
  return isEmpty ? breakAnywhere(unit, room) : undefined
}

/** The longest part of the unit, with a hyphen, that has room. */
function hyphenate(unit: readonly Word[], room: number): BrokenUnit | undefined {
  for (let used = unit.length - 1; used >= 0; used--) {
    const before = unit.slice(0, used)
    const left = room - before.reduce((sum, word) => sum + word.width, 0)
    const word = itemAt(unit, used)
    const points = word.breaks ?? word.style.hyphenate?.(word.text) ?? []
    for (const point of [...points].reverse()) {
      const hyphen = hyphenOf(word)
      const start = new Word(word.text.slice(0, point), word.style, word.level)
      if (start.width + hyphen.width > left + TOLERANCE) continue
      start.leadingCut = word.leadingCut
      return { before: [...before.map((each) => each.copy()), start, hyphen], rest: restOf(word, point), used }
    }
  }
  return undefined
}

/** A word wider than the line, such as a digest, is cut where the room ends. */
function breakAnywhere(unit: readonly Word[], room: number): BrokenUnit | undefined {
  let left = room
  for (let used = 0; used < unit.length; used++) {
    const word = itemAt(unit, used)
    if (word.width - word.trailingCut <= left + TOLERANCE) {
      left -= word.width
      continue
    }
    const point = longestPart(word, left - Math.min(0, word.leadingCut))
    if (point === 0)
      return used > 0 ? { before: unit.slice(0, used).map((each) => each.copy()), rest: undefined, used } : undefined
    const start = new Word(word.text.slice(0, point), word.style, word.level)
    start.leadingCut = word.leadingCut
    return { before: [...unit.slice(0, used).map((each) => each.copy()), start], rest: restOf(word, point), used }
  }
  return undefined
}

/** How many UTF-16 units of the word have room, never within a character; one at least of a word of several. */
function longestPart(word: Word, room: number): number {
  let end = 0
  const ends = Array.from(word.text, (character) => {
    end += character.length
    return end
  })
  if (ends.length < 2) return 0
  let low = 0
  let high = ends.length - 2
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (widthOf(word.text.slice(0, ends[middle]), word.style, word.level) <= room) low = middle
    else high = middle - 1
  }
  return itemAt(ends, low)
}

function restOf(word: Word, point: number): Word {
  const rest = new Word(word.text.slice(point), word.style, word.level)
  rest.noNewLine = word.noNewLine
  rest.isGlued = word.isGlued
  rest.lineEnd = word.lineEnd
  rest.breaks = word.breaks?.filter((at) => at > point).map((at) => at - point)
  return rest
}

function hyphenOf({ style, level }: Word): Word {
  const hyphen = new Word('-', style, level)
  hyphen.isHyphen = true
  return hyphen
}

/** Stretch the spaces of a justified line, and nothing else, to `width`. */
export function justify(line: TextLine, width: number): void {
  const words = line.inlines
  if (words[0]?.style.alignment !== 'justify' || line.newLineForced || line.lastLineInParagraph) return
  const spaces = words.filter((word, i) => i < words.length - 1 && word.trailingCut > 0).length
  if (spaces === 0) return
  const each = (width - line.getWidth()) / spaces
  let shift = 0
  for (let i = 1; i < words.length; i++) {
    if (itemAt(words, i - 1).trailingCut > 0) shift += each
    itemAt(words, i).x += shift
  }
}

/** The runs in which a line stands, that hold something for its place: anchors and calls of notes. */
export function scopesOf(line: TextLine): Set<Run> {
  const scopes = new Set<Run>()
  for (const word of line.inlines) for (const run of word.style.scopes) scopes.add(run)
  return scopes
}
