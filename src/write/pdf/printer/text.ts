/**
 * Text into measured words: runs are flattened with their derived styles, cut where the font must change, and broken
 * where UAX #14 allows. It stands in for pdfmake's TextInlines, which looks 22 properties up for every word.
 */
import LineBreaker from 'linebreak'
import type { Fonts } from '../../../fonts/fonts.ts'
import { missing, split } from '../../../fonts/text.ts'
import type { FamilyName } from '../../theme.ts'
import type { Run } from '../definition.ts'
import type { EmbeddedFace, EmbeddedFaces } from './faces.ts'
import type { Hyphenate } from './hyphenation.ts'
import type { InlineLike, StyleStack, TextInlines } from './pdfmake-internals.ts'

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
  readonly strike: boolean
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
  x = 0
  width: number
  leadingCut = 0
  trailingCut = 0
  /** The line may not end after it. */
  noNewLine = false
  /** The line must end after it. */
  lineEnd = false
  /** Where the word may be hyphenated, by soft hyphens in its text. */
  breaks: readonly number[] | undefined
  /** It is the hyphen of a broken word: not in the text. */
  isHyphen = false

  constructor(text: string, style: TextStyle) {
    this.text = text
    this.style = style
    this.width = widthOf(text, style)
    if (!style.keepSpaces) this.#cutSpaces()
  }

  get height(): number {
    return this.style.height
  }

  get alignment(): string {
    return this.style.alignment
  }

  #cutSpaces(): void {
    const words = this.text.trim()
    if (words.length === this.text.length) return
    const from = words === '' ? this.text.length : this.text.indexOf(words)
    const to = from + words.length
    if (from > 0 && words !== '') this.leadingCut = widthOf(this.text.slice(0, from), this.style)
    this.trailingCut = widthOf(this.text.slice(to), this.style)
    if (words === '') this.trailingCut = this.width
  }
}

export function widthOf(text: string, { face, size, features }: TextStyle): number {
  return (face.shape(text, features).width * size) / 1000
}

/** Replaces pdfmake's text measuring. */
export class TextMeasure implements TextInlines {
  readonly #fonts: Fonts
  readonly #faces: EmbeddedFaces
  readonly #language: string
  readonly #hyphenation: ReadonlyMap<string, Hyphenate>
  /** Graphemes that no face has; they are printed as U+FFFD. */
  readonly missing = new Set<string>()

  constructor(fonts: Fonts, faces: EmbeddedFaces, language: string, hyphenation: ReadonlyMap<string, Hyphenate>) {
    this.#fonts = fonts
    this.#faces = faces
    this.#language = language
    this.#hyphenation = hyphenation
  }

  buildInlines(text: Run[] | Run, styles: StyleStack): { items: Word[]; minWidth: number; maxWidth: number } {
    const pieces: Piece[] = []
    this.#flatten(Array.isArray(text) ? text : [text], this.baseStyle(styles), pieces)
    const items = breakIntoWords(pieces)
    if (items.length === 0) items.push(new Word('', this.baseStyle(styles)))
    indent(items[0]!, Number(styles.getProperty('leadingIndent') ?? 0))
    return { items, ...extremes(items) }
  }

  /** The style of a block's own text. */
  baseStyle(styles: StyleStack): TextStyle {
    const get = <T>(name: string, otherwise: T) => (styles.getProperty(name) as T | undefined | null) ?? otherwise
    const size = get('fontSize', 10)
    const family = get<FamilyName>('font', this.#fonts.theme.body)
    const bold = get('bold', false)
    const italics = get('italics', false)
    const face = this.#faces.get(this.#fonts.face(family, { bold, italic: italics }))
    const height = size * get('leading', 1.35)
    const { ascent, descent } = face.face
    return {
      ...{ family, bold, italics, face, size, height },
      baseline: (height - (ascent + descent) * size) / 2 + ascent * size,
      rise: 0,
      color: get('color', '#000000'),
      features: get<string[]>('features', []).join(' '),
      alignment: get('alignment', 'left'),
      strike: false,
      noWrap: get('noWrap', false),
      keepSpaces: get('preserveLeadingSpaces', false),
      hyphenate: get('hyphenate', true) ? this.#hyphenation.get(get('lang', this.#language)) : undefined,
      scopes: [],
    }
  }

  #flatten(runs: readonly Run[], style: TextStyle, pieces: Piece[]): void {
    for (const run of runs) {
      const derived = this.#derive(run, style)
      if (typeof run.text === 'string') this.#setInFaces(run.text, derived, pieces)
      else this.#flatten(run.text, derived, pieces)
    }
  }

  #derive(run: Run, outer: TextStyle): TextStyle {
    const bold = run.bold ?? outer.bold
    const italics = run.italics ?? outer.italics
    const family = run.font ?? outer.family
    const isScope = run.tag || run.link || run.destination || run.anchor || run.note || run.lang
    const features = run.features ? [outer.features, ...run.features].filter(Boolean).join(' ') : outer.features
    return {
      ...outer,
      ...{ bold, italics, family, features },
      size: outer.size * (run.scale ?? 1),
      rise: outer.rise + (run.rise ?? 0) * outer.size,
      color: run.color ?? outer.color,
      strike: run.strike ?? outer.strike,
      noWrap: run.noWrap ?? outer.noWrap,
      hyphenate: run.lang === undefined ? outer.hyphenate : this.#hyphenation.get(run.lang),
      scopes: isScope ? [...outer.scopes, run] : outer.scopes,
    }
  }

  /** Cut the text where a character needs another font. */
  #setInFaces(text: string, style: TextStyle, pieces: Piece[]): void {
    const chain = this.#fonts.chain(style.family, { bold: style.bold, italic: style.italics })
    let known = text
    for (const grapheme of missing(text, chain)) {
      this.missing.add(grapheme)
      known = known.replaceAll(grapheme, '\ufffd')
    }
    for (const run of split(known, chain)) {
      pieces.push({ text: run.text, style: { ...style, face: this.#faces.get(run.face) } })
    }
  }
}

interface Piece {
  readonly text: string
  readonly style: TextStyle
}

/** One pass of UAX #14 over the whole paragraph, so that `word<b>s</b>` is not broken where its style changes. */
function breakIntoWords(pieces: readonly Piece[]): Word[] {
  const words: Word[] = []
  const whole = pieces.map((piece) => piece.text).join('')
  const breaker = new LineBreaker(whole)
  let start = 0
  const at = pieceAt(pieces)
  for (let next = breaker.nextBreak(); next; next = breaker.nextBreak()) {
    const end = next.position
    while (start < end) {
      const piece = at(start)
      const stop = Math.min(end, piece.end)
      const word = wordOf(whole.slice(start, stop), piece.style)
      word.noNewLine = stop < end || (piece.style.noWrap && stop < piece.end)
      word.lineEnd = stop === end && next.required && end < whole.length
      words.push(word)
      start = stop
    }
  }
  return words
}

/** Finds the piece that holds an offset, asked in rising order. */
function pieceAt(pieces: readonly Piece[]): (offset: number) => { style: TextStyle; end: number } {
  let index = 0
  let end = pieces[0]?.text.length ?? 0
  return (offset) => {
    while (end <= offset) {
      index += 1
      end += pieces[index]!.text.length
    }
    return { style: pieces[index]!.style, end }
  }
}

const SOFT_HYPHEN = '\u00ad'

function wordOf(text: string, style: TextStyle): Word {
  const visible = text.replace(/[\r\n]+$/, '')
  if (!visible.includes(SOFT_HYPHEN)) return new Word(visible, style)
  const parts = visible.split(SOFT_HYPHEN)
  const word = new Word(parts.join(''), style)
  let offset = 0
  word.breaks = parts.slice(0, -1).map((part) => {
    offset += part.length
    return offset
  })
  return word
}

/** A negative cut before the first word moves it to the right, as pdfmake does it. */
function indent(first: Word, by: number): void {
  if (by !== 0) first.leadingCut -= by
}

/** The widths of the longest unbreakable stretch and of the longest line: what a table column needs, and would like. */
function extremes(words: readonly Word[]): { minWidth: number; maxWidth: number } {
  let minWidth = 0
  let maxWidth = 0
  let line = 0
  let unbroken = 0
  for (const word of words) {
    unbroken += word.width
    line += word.width
    minWidth = Math.max(minWidth, unbroken - word.trailingCut)
    maxWidth = Math.max(maxWidth, line - word.trailingCut - Math.min(0, word.leadingCut))
    if (!word.noNewLine) unbroken = 0
    if (word.lineEnd) line = 0
  }
  return { minWidth, maxWidth }
}
