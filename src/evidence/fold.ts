/**
 * What print, editors and programs write in more ways than one, and no reader tells apart: the normalisation `n2`, over
 * the lines that `n1` makes. Passages, texts and quotations are compared by it.
 */
import { itemAt, remembered } from '../core/index.ts'
import { isUnspaced } from './words.ts'

/** Ligatures, letters of Arabic in the forms of print, and letters as wide or as narrow as a Chinese page has them. */
const printed = '\\ufb00-\\ufdcf\\ufdf0-\\ufdff\\ufe70-\\ufefc\\uff01-\\uffee'
/** Vowel signs of Arabic and Hebrew, alone too, the stroke that stretches an Arabic word, and controls of direction. */
const unsaid =
  '\\u0591-\\u05bd\\u05bf\\u05c1\\u05c2\\u05c4\\u05c5\\u05c7\\u0610-\\u061a\\u061c\\u0640\\u064b-\\u0652\\u0656-\\u065f\\u0670' +
  '\\u06d6-\\u06dc\\u06df-\\u06e4\\u06e7\\u06e8\\u06ea-\\u06ed\\u202a-\\u202e\\u2066-\\u2069\\ufc5e-\\ufc63\\ufcf2-\\ufcf4\\ufe70-\\ufe7f'
const quotes = '«»‹›"`´\'\\u02bb\\u02bc\\uff02\\uff07'

/** French sets a space inside its quotation marks. */
const spaced = '(?<=^|[\\s(])[«‹] | [»›](?=[\\s.,;:!?)]|$)'

/** The stretches of a line in which something is folded; all else stays. */
const folding = new RegExp(
  [
    `^[ ${unsaid}]+|[ ${unsaid}]+$`,
    ` (?:[${unsaid}]+ ?)+`,
    `(?:${spaced}|[${quotes}])(?:${spaced}|[${quotes}${unsaid}])*`,
    `[${printed}][${printed}\\p{M}${unsaid}]*`,
    `[^][\\p{M}${unsaid}]+`,
  ]
    .map((it) => `(?:${it})`)
    .join('|'),
  'gu',
)
const everyPrinted = new RegExp(`[${printed}]`, 'gu')
const everyUnsaid = new RegExp(`[${unsaid}]`, 'gu')
const anyQuote = new RegExp(`[${quotes}]`, 'u')

function foldStretch(stretch: string, at: number, line: string): string {
  if (anyQuote.test(stretch)) return "'"
  const said = stretch.replace(everyUnsaid, '')
  if (said.trim() === '') return said === '' || at === 0 || at + stretch.length === line.length ? '' : ' '
  const plain = said.replace(everyPrinted, (form) => form.normalize('NFKC'))
  return plain.replace(everyUnsaid, '').normalize('NFC')
}

/** A line under `n2`. */
export function fold(line: string): string {
  return line.replace(folding, foldStretch)
}

/** A line under `n2`, and where in the line each offset of that is. */
export interface Folded {
  readonly text: string
  readonly at: (offset: number) => number
}

export function foldWithPlaces(line: string): Folded {
  const starts: number[] = []
  const steps: { readonly line: number; readonly isFolded: boolean }[] = []
  let text = ''
  let done = 0
  const step = (line: number, isFolded: boolean) => {
    starts.push(text.length)
    steps.push({ line, isFolded })
  }
  const keep = (to: number) => {
    if (to > done) step(done, false)
    text += line.slice(done, to)
  }
  for (const match of line.matchAll(folding)) {
    keep(match.index)
    step(match.index, true)
    text += foldStretch(match[0], match.index, line)
    done = match.index + match[0].length
  }
  if (done === 0) return { text: line, at: (offset) => offset }
  keep(line.length)
  return {
    text,
    at(offset) {
      if (offset >= text.length) return line.length
      const at = lastBefore(starts, offset)
      const { line: from, isFolded } = itemAt(steps, at)
      return isFolded ? from : from + offset - itemAt(starts, at)
    },
  }
}

/** The index of the last of some places, which ascend, that is not behind an offset. */
export function lastBefore(places: readonly number[], offset: number): number {
  let [from, to] = [0, places.length - 1]
  while (from < to) {
    const middle = (from + to + 1) >> 1
    if (itemAt(places, middle) <= offset) from = middle
    else to = middle - 1
  }
  return from
}

/** The lines of a text under `n2`. */
export const foldedLines = remembered((paragraphs: readonly string[]): readonly Folded[] =>
  paragraphs.map(foldWithPlaces),
)

/** A text in one line. */
export interface Joined {
  readonly text: string
  /** The offset at which each line begins. */
  readonly starts: readonly number[]
  /** Where words are cut at the ends of lines, before the hyphen if it is there. */
  readonly hyphens: readonly number[]
}

/**
 * A text in one line. One that breaks words at the ends of its lines is there twice, without those hyphens and with
 * them: nobody can tell `terror-` `ism` from `non-` `state`. This much is `n2`. Where places are looked for, lines that
 * ended in a soft hyphen are `glued`: to the next line without hyphens, and in copies that have one behind whole words to a
 * space; Thai, whose lines end at a space or within a phrase, is there with spaces too.
 */
export function joined(lines: readonly string[], glued?: ReadonlySet<number>): readonly Joined[] {
  const has = (is: typeof goesOn) => lines.some((line, index) => is(line, lines[index + 1]))
  const isBroken = (glued && glued.size > 0) || has(goesOn)
  if (!glued) return (isBroken ? ['', '-'] : ['-']).map((hyphen) => joinLines(lines, hyphen, isWrapped))
  const isInside = (line: string, next: string) => isWrapped(line, next) || isEastAsian(line, next)
  return [
    ...(isBroken ? [joinLines(lines, '', isInside, glued)] : []),
    joinLines(lines, '-', isInside),
    ...(has(isSouthEastAsian) ? [joinLines(lines, '-', isEastAsian)] : []),
  ]
}

function joinLines(
  lines: readonly string[],
  hyphen: string,
  isInside: (line: string, next: string) => boolean,
  glued?: ReadonlySet<number>,
): Joined {
  const starts: number[] = []
  const hyphens: number[] = []
  const pieces: string[] = []
  let length = 0
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1]
    const goes = goesOn(line, next)
    const space = goes || next === undefined || glued?.has(index) || isInside(line, next) ? '' : ' '
    const piece = goes ? line.slice(0, -1) + hyphen : line + space
    starts.push(length)
    pieces.push(piece)
    length += piece.length
    if (goes) hyphens.push(length - hyphen.length)
  }
  return { text: pieces.join(''), starts, hyphens }
}

/** A line that ends in a hyphen goes on in the next one: hard-wrapped text. */
function goesOn(line: string | undefined, next: string | undefined): boolean {
  return line !== undefined && next !== undefined && /\p{L}-$/u.test(line) && /^\p{Ll}/u.test(next)
}

/** Between two lines of a script without spaces there is none either. */
function isWrapped(line: string, next: string): boolean {
  return isUnspaced(line.slice(-1)) && isUnspaced(next.slice(0, 1))
}

const eastAsian = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー\\u3001-\\u301b\\uff01-\\uff65]'
// Folded, their punctuation is that of other scripts.
const eastAsianEnd = new RegExp(`${eastAsian}["'),.:;!?]*$`, 'u')
const eastAsianStart = new RegExp(`^["'(),.:;!?]*${eastAsian}`, 'u')

/** Punctuation and quotation marks of Chinese and Japanese have no space either. */
const isEastAsian = (line: string, next: string) => eastAsianEnd.test(line) && eastAsianStart.test(next)

const southEastAsian = '[\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}]'
const southEastAsianEnd = new RegExp(`${southEastAsian}$`, 'u')
const southEastAsianStart = new RegExp(`^${southEastAsian}`, 'u')

const isSouthEastAsian = (line: string | undefined, next: string | undefined) =>
  line !== undefined && next !== undefined && southEastAsianEnd.test(line) && southEastAsianStart.test(next)
