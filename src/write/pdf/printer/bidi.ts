/**
 * Text that runs from right to left, by the Unicode bidirectional algorithm (UAX #9): a paragraph is resolved once, as a
 * whole; its words each have one direction, and a line puts them in the order in which they stand on paper.
 */

import bidiFactory from 'bidi-js'
import { itemAt } from '../../../core/index.ts'
import type { TextLine } from './lines.ts'
import type { Piece, Word } from './words.ts'

/** Words that are drawn together, from left to right. */
export interface Phrase {
  readonly words: readonly Word[]
  /** Set where words run from right to left, or stand among such: the text in the order in which it is read. */
  readonly logical?: string
}

export type Direction = 'ltr' | 'rtl'

const rightToLeft = /[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc]/
// The package is CommonJS: its types say that the function is the `default` of what Node imports, which is the function.
const bidi = (bidiFactory as unknown as typeof bidiFactory.default)()

/** What stands around text that must not change the order of what it stands in (UAX #9, 2.4.2). */
export const isolates = { ltr: '\u2066', rtl: '\u2067', end: '\u2069' }
const isolate = /[\u2066-\u2069]/

/** A text as it is shown and read. */
export const withoutIsolates = (text: string) => text.replace(/[\u2066-\u2069]/g, '')

/**
 * The pieces of a paragraph, cut where their direction changes; spaces, which take part in both, stand alone. Isolates stay
 * in the text, where they keep apart what stands side by side; they are not shown.
 */
export function withLevels(pieces: readonly Piece[], direction: Direction): Piece[] {
  const isPlain = direction === 'ltr' && !pieces.some(({ text }) => text === isolates.rtl || rightToLeft.test(text))
  if (isPlain)
    return pieces.flatMap((piece) => {
      const text = withoutIsolates(piece.text)
      return text === '' ? [] : [{ ...piece, text }]
    })
  const { levels } = bidi.getEmbeddingLevels(pieces.map(({ text }) => text).join(''), direction)
  let offset = 0
  return pieces.flatMap((piece) => {
    const own = levels.subarray(offset, offset + piece.text.length)
    offset += piece.text.length
    return cut(piece, own)
  })
}

function cut({ text, style }: Piece, levels: Uint8Array): Piece[] {
  const pieces: { text: string; style: Piece['style']; level: number }[] = []
  levels.forEach((level, i) => {
    const last = pieces.at(-1)
    if (last?.level === level && !isolate.test(last.text + text[i]) && isSpace(last.text) === isSpace(itemAt(text, i)))
      last.text += text[i]
    else pieces.push({ text: itemAt(text, i), style, level })
  })
  return pieces
}

const isSpace = (text: string) => /^\s+$/.test(text)

/** How a word of this level is shaped; `undefined` where its letters alone say it. */
export function directionOf(text: string, level: number): Direction | undefined {
  if (level % 2 === 1) return 'rtl'
  return level > 0 || rightToLeft.test(text) ? 'ltr' : undefined
}

/** Signs such as brackets are turned round; letters are by their font. */
export const mirrored = (text: string) => Array.from(text, (each) => bidi.getMirroredCharacter(each) ?? each).join('')

/** The words of a line, placed for drawing; phrases are in reading order. */
export function phrasesOf({ inlines }: TextLine): Phrase[] {
  if (inlines.every(({ level }) => level === 0)) return [{ words: inlines }]
  const base = itemAt(inlines, 0).style.direction === 'rtl' ? 1 : 0
  const ends = inlines.findLastIndex(({ text }) => text.trim() !== '') + 1
  const shown = inlines.slice(0, ends)
  const placed = shown.map((word, i) => ({
    word,
    level: word.level,
    advance: (inlines[i + 1]?.x ?? word.x + word.width) - word.x,
  }))
  const phrases: Phrase[] = []
  let region: Placed[] = []
  for (const one of placed) {
    if (one.level > 0) region.push(one)
    else {
      phrases.push(...turned(region), { words: [one.word] })
      region = []
    }
  }
  // Spaces at the end of a line are of the paragraph's level (rule L1) and take no room.
  return [...phrases, ...turned(region), ...(base === 0 ? [{ words: inlines.slice(ends) }] : [])]
}

interface Placed {
  readonly word: Word
  readonly level: number
  /** What it takes of the line, with what stretches it. */
  readonly advance: number
}

/** Reorder the words of a region (rule L2) and give them back by reading order, those of the same runs together. */
function turned(region: readonly Placed[]): Phrase[] {
  if (region.length === 0) return []
  let x = itemAt(region, 0).word.x
  for (const { word, advance } of reordered(region)) {
    word.x = x
    x += advance
  }
  const phrases: { words: Word[]; logical: string }[] = []
  region.forEach(({ word }, i) => {
    const last = phrases.at(-1)
    if (last && itemAt(region, i - 1).word.style.scopes === word.style.scopes) {
      last.words.push(word)
      last.logical += word.text
    } else phrases.push({ words: [word], logical: word.text })
  })
  for (const { words } of phrases) words.sort((a, b) => a.x - b.x)
  return phrases
}

/** The stretches of a text that is a line, from left to right, each with its embedding level. */
export function stretchesOf(text: string): { readonly text: string; readonly level: number }[] {
  if (!rightToLeft.test(text)) return [{ text, level: 0 }]
  const { levels } = bidi.getEmbeddingLevels(text, 'ltr')
  const stretches: { text: string; level: number }[] = []
  levels.forEach((level, i) => {
    const last = stretches.at(-1)
    if (last?.level === level) last.text += text[i]
    else stretches.push({ text: itemAt(text, i), level })
  })
  return reordered(stretches)
}

function reordered<T extends { readonly level: number }>(region: readonly T[]): T[] {
  let order = [...region]
  for (let level = Math.max(...region.map((placed) => placed.level)); level >= 1; level--) {
    const next: T[] = []
    for (let i = 0; i < order.length; ) {
      let end = i
      while (end < order.length && itemAt(order, end).level >= level) end++
      next.push(...(end > i ? order.slice(i, end).reverse() : [itemAt(order, i)]))
      i = Math.max(end, i + 1)
    }
    order = next
  }
  return order
}
