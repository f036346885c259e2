/**
 * Words into glyphs. fontkit takes up to 100 µs for a word, and a long report has tens of thousands of different ones, so
 * it is asked for each pair of letters instead: in the scripts below, a glyph depends on no more than its neighbour, and a
 * ligature is a pair that becomes one. In all other scripts, and where this does not hold, fontkit shapes the whole word.
 */
import type { FontkitFont, Glyph } from './pdfmake-internals.ts'

/** A word as glyphs. Lengths are thousandths of an em. */
export interface Shaped {
  readonly glyphs: readonly Glyph[]
  /** What to add to the own advance of each glyph. */
  readonly kerns: readonly number[]
  /** Shifts of single glyphs, e.g. of marks on letters; absent when there are none. */
  readonly shifts?: readonly { readonly x: number; readonly y: number }[] | undefined
  readonly width: number
}

/** The shaping of one font file, which all documents of a process share. */
export class Shaper {
  readonly font: FontkitFont
  /** From font units to thousandths of an em. */
  readonly scale: number
  readonly #words = new Map<string, Map<string, Shaped>>()
  readonly #pairs = new Map<string, Map<string, Pair | undefined>>()

  constructor(font: FontkitFont) {
    this.font = font
    this.scale = 1000 / font.unitsPerEm
    rememberNoCharacters(font)
  }

  shape(text: string, features: string): Shaped {
    const relevant = onlyFigures.test(features) && !/\d/.test(text) ? '' : features
    const words = within(this.#words, relevant)
    let shaped = words.get(text)
    if (!shaped) {
      shaped = this.byPairs(text, relevant) ?? this.whole(text, relevant)
      words.set(text, shaped)
    }
    return shaped
  }

  /** The word as fontkit shapes it. */
  whole(text: string, features: string, script?: string): Shaped {
    const run = this.font.layout(text, features === '' ? undefined : features.split(' '), script)
    // What has no glyph and reaches this point needs none: joiners, variation selectors, marks of direction.
    const shown = run.glyphs.map((glyph, i) => ({ glyph, position: run.positions[i]! })).filter(({ glyph }) => glyph.id)
    let width = 0
    for (const { position } of shown) width += position.xAdvance
    const shifted = shown.some(({ position }) => position.xOffset !== 0 || position.yOffset !== 0)
    return {
      glyphs: shown.map(({ glyph: { id, advanceWidth, codePoints } }) => ({ id, advanceWidth, codePoints })),
      kerns: shown.map(({ glyph, position }) => (position.xAdvance - glyph.advanceWidth) * this.scale),
      shifts: shifted
        ? shown.map(({ position }) => ({ x: position.xOffset * this.scale, y: position.yOffset * this.scale }))
        : undefined,
      width: width * this.scale,
    }
  }

  /** The word put together from its pairs, the same as the whole; `undefined` when it cannot be. */
  byPairs(text: string, features: string): Shaped | undefined {
    const script = scriptOf(text)
    if (script === undefined || text.length < 2) return undefined
    const pairs = within(this.#pairs, `${script} ${features}`)
    const pair = (first: string, second: string) => {
      const key = `${first}\t${second}`
      if (!pairs.has(key)) pairs.set(key, this.#pair(first + second, features, script))
      return pairs.get(key)
    }
    const set: SetGlyph[] = []
    for (const character of text) if (!add(set, character, pair)) return undefined
    const glyphs = set.map(({ glyph }) => glyph!)
    const kerns = set.map(({ kern }) => kern * this.scale)
    const width = set.reduce((sum, { glyph, kern }) => sum + glyph!.advanceWidth + kern, 0)
    return { glyphs, kerns, width: width * this.scale }
  }

  #pair(text: string, features: string, script: string): Pair | undefined {
    const { glyphs, kerns, shifts } = this.whole(text, features, script)
    const [first, second] = glyphs
    if (!first || glyphs.length > 2 || shifts || kerns.at(-1) !== 0) return undefined
    return { first, second, kern: second ? kerns[0]! / this.scale : 0 }
  }
}

/** A letter, or the letters of a ligature, as set so far; the glyph of a first letter is known with the second. */
interface SetGlyph {
  readonly letters: string
  glyph: Glyph | undefined
  kern: number
}

/** Set `letters` after what is set; `false` when their glyph depends on more than its neighbour. */
function add(set: SetGlyph[], letters: string, pair: (first: string, second: string) => Pair | undefined): boolean {
  const last = set.at(-1)
  if (!last) {
    set.push({ letters, glyph: undefined, kern: 0 })
    return true
  }
  const found = pair(last.letters, letters)
  if (!found) return false
  if (!found.second) {
    // A ligature: it takes the place of the last, and meets the one before it anew.
    set.pop()
    const isSet = add(set, last.letters + letters, pair)
    const ligature = set.at(-1)!
    ligature.glyph ??= found.first
    return isSet && ligature.glyph.id === found.first.id
  }
  if (last.glyph && last.glyph.id !== found.first.id) return false
  last.glyph = found.first
  last.kern = found.kern
  set.push({ letters, glyph: found.second, kern: 0 })
  return true
}

interface Pair {
  readonly first: Glyph
  /** Absent when the two become one. */
  readonly second: Glyph | undefined
  /** What is added to the advance of the first, in font units. */
  readonly kern: number
}

function within<K, V>(maps: Map<string, Map<K, V>>, key: string): Map<K, V> {
  let map = maps.get(key)
  if (!map) {
    map = new Map()
    maps.set(key, map)
  }
  return map
}

/** Features that change nothing but figures. */
const onlyFigures = /^(?:(?:onum|pnum|lnum|tnum)\b ?)+$/

/** OpenType's name of the one script that the text is in, if it is one that is shaped by pairs. */
function scriptOf(text: string): string | undefined {
  if (/^[A-Za-z\u00c0-\u017f .,;:!?'’“”()\-–]+$/.test(text))
    return /[A-Za-z\u00c0-\u017f]/.test(text) ? 'latn' : undefined
  return /^[\u0400-\u052f .,;:!?'’“”()\-–]+$/.test(text) ? 'cyrl' : undefined
}

/**
 * fontkit keeps each glyph with the characters for which it was first asked, for as long as the font is open: what one
 * document makes of a glyph would show in the next. Here each request gets the glyph with its own characters.
 */
function rememberNoCharacters(font: FontkitFont): void {
  const kept = font.getGlyph.bind(font)
  font.getGlyph = (id, codePoints = []) => {
    const glyph = kept(id)
    // Reading the width once computes it once: what inherits from the glyph inherits its width.
    void glyph.advanceWidth
    const isMark = codePoints.length > 0 && codePoints.every((point) => /\p{M}/u.test(String.fromCodePoint(point)))
    return Object.assign(Object.create(glyph) as Glyph, { codePoints, isMark, isLigature: codePoints.length > 1 })
  }
}
