import { codePointOf, itemAt } from '../../core/index.ts'
import type { Face } from './fonts.ts'

export interface Run {
  readonly text: string
  readonly face: Face
}

/**
 * Cut `text` where the face must change, so that each character is set by the first face of `chain` that has it.
 * A grapheme (a letter with its marks) is never cut; a space goes with the words on both its sides when they agree,
 * so that a phrase in a fallback face stays one run. What no face has is left to the first.
 */
export function split(text: string, chain: readonly Face[]): Run[] {
  const first = itemAt(chain, 0)
  if (text === '') return []
  if (coversAll(first, text)) return [{ text, face: first }]
  const pieces = graphemes(text).map((piece) => ({ text: piece, face: faceFor(piece, chain) }))
  return join(pieces, first)
}

/** Can `face` show all of `text`? Spaces and marks of direction need no glyph. */
export function coversAll(face: Face, text: string): boolean {
  if (face.hasAll(text)) return true
  for (let at = 0; at < text.length; at++) {
    const codePoint = codePointOf(text, at)
    if (codePoint > 0xffff) at += 1
    if (!face.covers(codePoint) && isVisible(String.fromCodePoint(codePoint))) return false
  }
  return true
}

/**
 * `text` with its letters and marks composed, which fonts draw best, or decomposed where `chain` has only the parts;
 * spaces that the first face lacks are plain ones.
 */
export function composed(text: string, chain: readonly Face[]): string {
  // A space of another width that the face has not would have none.
  const whole = text
    .normalize('NFC')
    .replace(/[\u2000-\u200a\u205f\u3000]/g, (it) => (itemAt(chain, 0).covers(codePointOf(it)) ? it : ' '))
  if (coversAll(itemAt(chain, 0), whole)) return whole
  const isSet = (grapheme: string) => !isVisible(grapheme) || chain.some((face) => coversAll(face, grapheme))
  return graphemes(whole)
    .map((grapheme) => [grapheme, grapheme.normalize('NFD')].find(isSet) ?? grapheme)
    .join('')
}

/** The graphemes of `text`, composed, that no face of `chain` can set, once each, in the order met. */
export function missing(written: string, chain: readonly Face[]): string[] {
  const text = composed(written, chain)
  if (coversAll(itemAt(chain, 0), text)) return []
  const lost = graphemes(text).filter((piece) => isVisible(piece) && !chain.some((face) => coversAll(face, piece)))
  return [...new Set(lost)]
}

/**
 * The width of `text` in points. It sums the advances of the characters' own glyphs: kerning and ligatures, which
 * almost always tighten, are left out, so the figure is at most some 3 % too wide and a label is never cut.
 */
export function measure(text: string, chain: readonly Face[], size: number): number {
  let width = 0
  for (const run of split(text, chain)) {
    for (const character of run.text) {
      if (!isIgnorable(character)) width += run.face.advance(codePointOf(character))
    }
  }
  return width * size
}

/** Break `text` at spaces into lines of at most `width` points; a word that is wider stands on its own line. */
export function wrap(text: string, chain: readonly Face[], size: number, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/ +/).filter(Boolean)) {
    const longer = line ? `${line} ${word}` : word
    if (line && measure(longer, chain, size) > width) {
      lines.push(line)
      line = word
    } else line = longer
  }
  return line ? [...lines, line] : lines
}

function join(pieces: { text: string; face: Face | undefined }[], first: Face): Run[] {
  const runs: { text: string; face: Face }[] = []
  pieces.forEach((piece, i) => {
    const face = piece.face ?? neighbour(pieces, i, runs.at(-1)?.face, first)
    const last = runs.at(-1)
    if (last?.face === face) last.text += piece.text
    else runs.push({ text: piece.text, face })
  })
  return runs
}

/** The face of a space: that of both its sides when they agree, else the first. */
function neighbour(pieces: { face: Face | undefined }[], from: number, before: Face | undefined, first: Face): Face {
  let i = from
  while (i < pieces.length && !itemAt(pieces, i).face) i++
  return before && pieces[i]?.face === before ? before : first
}

/** `undefined` for a space, which any face can set. */
function faceFor(grapheme: string, chain: readonly Face[]): Face | undefined {
  if (/^\s+$/u.test(grapheme)) return undefined
  return (
    chain.find((face) => coversAll(face, grapheme)) ??
    chain.find((face) => face.covers(codePointOf(grapheme))) ??
    itemAt(chain, 0)
  )
}

/** Line ends, joiners, variation selectors and marks of direction have no glyph and need none. */
const isIgnorable = (character: string) =>
  character > '~' && /^[\p{Default_Ignorable_Code_Point}\p{Cc}]$/u.test(character)
const isVisible = (text: string) => !/^[\p{Default_Ignorable_Code_Point}\p{Cc}\s]*$/u.test(text)

/** Made when it is first needed: most texts are in the faces that they are set in. */
let segmenter: Intl.Segmenter | undefined

function graphemes(text: string): string[] {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' })
  return Array.from(segmenter.segment(text), (part) => part.segment)
}
