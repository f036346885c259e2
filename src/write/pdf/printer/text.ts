/**
 * Text into measured words: runs are flattened with their derived styles and cut where the font must change. It stands in
 * for pdfmake's TextInlines, which looks 22 properties up for every word.
 */

import { isRightToLeft, itemAt } from '../../../core/index.ts'
import type { Fonts } from '../../fonts/fonts.ts'
import { composed, coversAll, missing, split } from '../../fonts/text.ts'
import type { FamilyName } from '../../theme.ts'
import type { Run } from '../definition.ts'
import { type Direction, isolates, withLevels } from './bidi.ts'
import type { EmbeddedFaces } from './faces.ts'
import type { Hyphenate } from './hyphenation.ts'
import type { StyleStack, TextInlines } from './pdfmake-internals.ts'
import { breakIntoWords, type Piece, type TextStyle, Word } from './words.ts'

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
    const style = this.baseStyle(styles)
    this.#flatten(Array.isArray(text) ? text : [text], style, style.direction, pieces)
    const items = breakIntoWords(withLevels(pieces, style.direction))
    if (items.length === 0) items.push(new Word('', style))
    indent(itemAt(items, 0), Number(styles.getProperty('leadingIndent') ?? 0))
    return { items, ...extremes(items) }
  }

  baseStyle(styles: StyleStack): TextStyle {
    const get = <T>(name: string, otherwise: T) => (styles.getProperty(name) as T | undefined | null) ?? otherwise
    const size = get('fontSize', 10)
    const family = get<FamilyName>('font', this.#fonts.theme.body)
    const bold = get('bold', false)
    const italics = get('italics', false)
    const face = this.#faces.get(this.#fonts.face(family, { bold, italic: italics }))
    const height = size * get('leading', 1.35)
    const { ascent, descent } = face.face
    const language = get('lang', this.#language)
    const direction = isRightToLeft(language) ? 'rtl' : 'ltr'
    return {
      ...{ family, bold, italics, face, size, height },
      baseline: (height - (ascent + descent) * size) / 2 + ascent * size,
      rise: 0,
      color: get('color', '#000000'),
      features: get<string[]>('features', []).join(' '),
      alignment: get('alignment', isRightToLeft(language) === isRightToLeft(this.#language) ? 'left' : 'right'),
      direction,
      strike: false,
      underline: false,
      noWrap: get('noWrap', false),
      keepSpaces: get('preserveLeadingSpaces', false),
      hyphenate: get('hyphenate', true) ? this.#hyphenation.get(language) : undefined,
      scopes: [],
    }
  }

  #flatten(runs: readonly Run[], style: TextStyle, around: Direction, pieces: Piece[]): void {
    for (const run of runs) {
      const derived = this.#derive(run, style)
      const direction = directionWithin(run, around)
      if (direction) pieces.push({ text: isolates[direction], style: derived })
      if (typeof run.text === 'string') this.#setInFaces(run.text, derived, pieces)
      else this.#flatten(run.text, derived, direction ?? around, pieces)
      if (direction) pieces.push({ text: isolates.end, style: derived })
    }
  }

  #derive(run: Run, outer: TextStyle): TextStyle {
    if (isPlain(run)) return outer
    const bold = run.bold ?? outer.bold
    const italics = run.italics ?? outer.italics
    const family = run.font ?? outer.family
    const isScope = run.tag || run.link || run.destination || run.anchor || run.note || run.lang
    // What the surroundings ask of their own font is not meant for another.
    const kept = run.font === undefined ? outer.features : ''
    const features = run.features ? [kept, ...run.features].filter(Boolean).join(' ') : kept
    return {
      ...outer,
      ...{ bold, italics, family, features },
      size: outer.size * (run.scale ?? 1),
      rise: outer.rise + (run.rise ?? 0) * outer.size,
      color: run.color ?? outer.color,
      strike: run.strike ?? outer.strike,
      underline: run.underline ?? outer.underline,
      noWrap: run.noWrap ?? outer.noWrap,
      hyphenate: this.#hyphenationOf(run, outer),
      scopes: isScope ? [...outer.scopes, run] : outer.scopes,
    }
  }

  #hyphenationOf({ tag, lang }: Run, { hyphenate }: TextStyle): Hyphenate | undefined {
    if (tag === 'Code') return undefined
    return lang === undefined ? hyphenate : this.#hyphenation.get(lang)
  }

  /** Cut the text where a character needs another font. */
  #setInFaces(written: string, style: TextStyle, pieces: Piece[]): void {
    const chain = this.#fonts.chain(style.family, { bold: style.bold, italic: style.italics })
    const text = composed(written, chain)
    if (coversAll(itemAt(chain, 0), text)) {
      const face = this.#faces.get(itemAt(chain, 0))
      if (text !== '') pieces.push({ text, style: face === style.face ? style : { ...style, face } })
      return
    }
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

/** Words that run the other way, or from right to left, and the number of a note keep their order to themselves. */
function directionWithin({ lang, note }: Run, around: Direction): Direction | undefined {
  if (lang !== undefined && isRightToLeft(lang)) return 'rtl'
  return note !== undefined || (lang !== undefined && around === 'rtl') ? 'ltr' : undefined
}

/** A run that says nothing of itself but its words. */
function isPlain(run: Run): boolean {
  for (const key in run) if (key !== 'text') return false
  return true
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
