/**
 * Phrases in right-to-left scripts inside a left-to-right line, by the Unicode bidirectional algorithm (UAX #9): the
 * words are cut where their direction changes, and put in the order in which they stand on paper.
 */
import bidiFactory from 'bidi-js'
import type { TextLine } from './lines.ts'
import { Word } from './words.ts'

/** Words that are drawn together. */
export interface Phrase {
  readonly words: readonly Word[]
  /** Set for a phrase with right-to-left words: its text in the order in which it is read. */
  readonly logical?: string
}

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/
// The package is CommonJS: its types say that the function is the `default` of what Node imports, which is the function.
const bidi = (bidiFactory as unknown as typeof bidiFactory.default)()

/** The words of a line, cut and placed for drawing; phrases are in reading order. */
export function phrasesOf({ inlines }: TextLine): Phrase[] {
  if (!inlines.some(({ text }) => rightToLeft.test(text))) return [{ words: inlines }]
  const phrases: Phrase[] = []
  let region: Piece[] = []
  for (const piece of piecesOf(inlines)) {
    if (piece.level > 0) region.push(piece)
    else {
      phrases.push(...turned(region), { words: [placed(piece, piece.x)] })
      region = []
    }
  }
  return [...phrases, ...turned(region)]
}

/** A part of a word with one direction: an odd level runs from right to left. */
interface Piece {
  readonly word: Word
  readonly text: string
  readonly level: number
  x: number
  /** What it takes of the line, with the stretched space after it. */
  readonly advance: number
}

function piecesOf(words: readonly Word[]): Piece[] {
  const { levels } = bidi.getEmbeddingLevels(words.map(({ text }) => text).join(''), 'ltr')
  let offset = 0
  return words.flatMap((word, index) => {
    const next = words[index + 1]
    const end = next ? next.x : word.x + word.width
    const cuts = [...levels.subarray(offset, offset + word.text.length)]
    offset += word.text.length
    return cut(word, cuts, end)
  })
}

function cut(word: Word, levels: readonly number[], end: number): Piece[] {
  const texts: { text: string; level: number }[] = []
  levels.forEach((level, i) => {
    const last = texts.at(-1)
    if (last?.level === level) last.text += word.text[i]
    else texts.push({ text: word.text[i]!, level })
  })
  if (texts.length < 2) return [{ word, text: word.text, level: levels[0] ?? 0, x: word.x, advance: end - word.x }]
  let x = word.x
  return texts.map(({ text, level }, i) => {
    const width = i === texts.length - 1 ? end - x : new Word(text, word.style).width
    const piece = { word, text, level, x, advance: width }
    x += width
    return piece
  })
}

/** Reorder the pieces of a region (rule L2) and give them back by reading order, those of the same runs together. */
function turned(region: readonly Piece[]): Phrase[] {
  if (region.length === 0) return []
  let x = region[0]!.x
  for (const piece of reordered(region)) {
    piece.x = x
    x += piece.advance
  }
  const phrases: { words: Word[]; logical: string }[] = []
  region.forEach((piece, i) => {
    const last = phrases.at(-1)
    const word = placed(piece, piece.x)
    if (last && region[i - 1]!.word.style.scopes === piece.word.style.scopes) {
      last.words.push(word)
      last.logical += piece.text
    } else phrases.push({ words: [word], logical: piece.text })
  })
  return phrases
}

function reordered(region: readonly Piece[]): Piece[] {
  let order = [...region]
  for (let level = Math.max(...region.map((piece) => piece.level)); level >= 1; level--) {
    const next: Piece[] = []
    for (let i = 0; i < order.length; ) {
      let end = i
      while (end < order.length && order[end]!.level >= level) end++
      next.push(...(end > i ? order.slice(i, end).reverse() : [order[i]!]))
      i = Math.max(end, i + 1)
    }
    order = next
  }
  return order
}

/** The font turns letters round by itself; what has none, such as a bracket, is turned here. */
function placed({ word, text, level }: Piece, x: number): Word {
  if (text === word.text && level === 0) return word
  const mirrored = level % 2 === 0 ? text : Array.from(text, (each) => bidi.getMirroredCharacter(each) ?? each).join('')
  const shown = level % 2 === 1 && !rightToLeft.test(text) ? [...mirrored].reverse().join('') : mirrored
  const piece = new Word(shown, word.style)
  piece.isHyphen = word.isHyphen
  piece.x = x
  return piece
}
