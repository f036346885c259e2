/** Words: what lines are made of, and where UAX #14 lets a paragraph be broken into them. */

import LineBreaker from 'linebreak'
import { itemAt } from '../../../core/index.ts'
import type { FamilyName } from '../../theme.ts'
import type { Run } from '../definition.ts'
import { type Direction, directionOf, mirrored, withoutIsolates } from './bidi.ts'
import type { EmbeddedFace } from './faces.ts'
import { gluedAt } from './glue.ts'
import type { Hyphenate } from './hyphenation.ts'
import type { InlineLike } from './pdfmake-internals.ts'
import type { Shaped } from './shaping.ts'

/** Everything that is the same for a stretch of text. Lengths are points. */
export interface TextStyle {
  readonly family: FamilyName
  readonly bold: boolean
  readonly italics: boolean
  readonly face: EmbeddedFace
  readonly size: number
  /** Of the whole line. */
  readonly height: number
  /** From the top of the line to the baseline; the same for all runs of a paragraph. */
  readonly baseline: number
  readonly rise: number
  readonly color: string
  readonly features: string
  readonly alignment: string
  /** Of the paragraph. */
  readonly direction: Direction
  readonly strike: boolean
  readonly underline: boolean
  readonly noWrap: boolean
  readonly keepSpaces: boolean
  /** By the language of the words; absent where they stay whole. */
  readonly hyphenate: Hyphenate | undefined
  /** The runs with a tag, a link, an anchor or a note that the text stands in, outermost first. */
  readonly scopes: readonly Run[]
}

/** A word with the space after it: what a line is made of. */
export class Word implements InlineLike {
  text: string
  readonly style: TextStyle
  readonly shaped: Shaped
  /** Its embedding level: an odd one runs from right to left. */
  readonly level: number
  x = 0
  width: number
  leadingCut = 0
  trailingCut = 0
  /** The line may not end after it. */
  noNewLine = false
  /** Nor here, where that can be helped. */
  isGlued = false
  /** The line must end after it. */
  lineEnd = false
  /** Where the word may be hyphenated, by soft hyphens in its text. */
  breaks: readonly number[] | undefined
  /** It is the hyphen of a broken word: not in the text. */
  isHyphen = false

  /** `shaped` is given where the text is known to be the same. */
  constructor(text: string, style: TextStyle, level = 0, shaped?: Shaped) {
    this.text = text
    this.style = style
    this.level = level
    this.shaped = shaped ?? shapeOf(text, style, level)
    this.width = (this.shaped.width * style.size) / 1000
    if (!shaped && !style.keepSpaces) this.#cutSpaces()
  }

  get height(): number {
    return this.style.height
  }

  get alignment(): string {
    return this.style.alignment
  }

  /** The spaces at its ends do not count at the ends of a line. */
  #cutSpaces(): void {
    const words = this.text.trim()
    if (words.length === this.text.length) return
    const from = words === '' ? this.text.length : this.text.indexOf(words)
    const to = from + words.length
    if (from > 0 && words !== '') this.leadingCut = widthOf(this.text.slice(0, from), this.style, this.level)
    this.trailingCut = widthOf(this.text.slice(to), this.style, this.level)
    if (words === '') this.trailingCut = this.width
  }

  /** The same paragraph may be tried on several lines, and a line moves its words. */
  copy(): Word {
    const same = new Word(this.text, this.style, this.level, this.shaped)
    same.x = this.x
    same.leadingCut = this.leadingCut
    same.trailingCut = this.trailingCut
    same.noNewLine = this.noNewLine
    same.isGlued = this.isGlued
    same.lineEnd = this.lineEnd
    same.breaks = this.breaks
    same.isHyphen = this.isHyphen
    return same
  }
}

function shapeOf(text: string, { face, features }: TextStyle, level: number): Shaped {
  return face.shape(level % 2 === 1 ? mirrored(text) : text, features, directionOf(text, level))
}

export function widthOf(text: string, style: TextStyle, level = 0): number {
  return (shapeOf(text, style, level).width * style.size) / 1000
}

/** Text of one style, and of one embedding level. */
export interface Piece {
  readonly text: string
  readonly style: TextStyle
  readonly level?: number
}

/** One pass of UAX #14 over the whole paragraph, so that `word<b>s</b>` is not broken where its style changes. */
export function breakIntoWords(pieces: readonly Piece[]): Word[] {
  const words: Word[] = []
  const whole = pieces.map((piece) => piece.text).join('')
  const breaker = new LineBreaker(whole)
  const isInAddress = addressesOf(whole)
  const glued = gluedAt(whole)
  let start = 0
  const at = pieceAt(pieces)
  for (let next = breaker.nextBreak(); next; next = breaker.nextBreak()) {
    // A hyphen of an address stands at the beginning of a line, where nobody takes it for one that a break has made.
    const isBehindHyphen = whole[next.position - 1] === '-' && isInAddress(next.position)
    const end = isBehindHyphen ? next.position - 1 : next.position
    while (start < end) {
      const piece = at(start)
      const stop = Math.min(end, piece.end)
      const word = wordOf(whole.slice(start, stop), piece.style, piece.level)
      if (isInAddress(start)) word.breaks = []
      word.noNewLine = stop < end || (piece.style.noWrap && stop < piece.end)
      word.isGlued = glued.has(stop)
      word.lineEnd = stop === end && next.required && end < whole.length
      words.push(word)
      start = stop
    }
  }
  return words
}

/** Tells whether an offset is within an address, a path, a name of a file or the like, which get no hyphen where they break. */
function addressesOf(text: string): (offset: number) => boolean {
  const ends = [...text.matchAll(/\S*(?:[/\\@_]|\w\.\w|::)\S*/gu)].map(({ 0: { length }, index }) => ({
    from: index,
    to: index + length,
  }))
  return (offset) => ends.some(({ from, to }) => offset >= from && offset < to)
}

/** Finds the piece that holds an offset, asked in rising order. */
function pieceAt(pieces: readonly Piece[]): (offset: number) => { style: TextStyle; level: number; end: number } {
  let index = 0
  let end = pieces[0]?.text.length ?? 0
  return (offset) => {
    while (end <= offset) {
      index += 1
      end += itemAt(pieces, index).text.length
    }
    const { style, level = 0 } = itemAt(pieces, index)
    return { style, level, end }
  }
}

const SOFT_HYPHEN = '\u00ad'

function wordOf(text: string, style: TextStyle, level: number): Word {
  const visible = withoutIsolates(text.replace(/[\r\n]+$/, ''))
  if (!visible.includes(SOFT_HYPHEN)) return new Word(visible, style, level)
  const parts = visible.split(SOFT_HYPHEN)
  const word = new Word(parts.join(''), style, level)
  let offset = 0
  word.breaks = parts.slice(0, -1).map((part) => {
    offset += part.length
    return offset
  })
  return word
}
