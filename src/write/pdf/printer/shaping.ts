/**
 * Words into glyphs: by the pairs that are known of the font, else by fontkit, which takes up to 100 µs for a word, and
 * far longer for the first. Each word is shaped once in a process.
 */
import { codePointOf, itemAt, must } from '../../../core/index.ts'
import type { Direction } from './bidi.ts'
import type { Pairs } from './pairs.ts'
import type { FontkitFont, Glyph } from './pdfmake-internals.ts'

/** A word as glyphs. Lengths are thousandths of an em. */
export interface Shaped {
  readonly glyphs: readonly ShapedGlyph[]
  /** What to add to the own advance of each glyph. */
  readonly kerns: readonly number[]
  /** Shifts of single glyphs, e.g. of marks on letters; absent when there are none. */
  readonly shifts?: readonly { readonly x: number; readonly y: number }[] | undefined
  readonly width: number
}

export interface ShapedGlyph {
  readonly id: number
  /** In font units. */
  readonly advanceWidth: number
  readonly codePoints: number[]
}

/** The shaping of one font file, which all documents of a process share. */
export class Shaper {
  readonly font: FontkitFont
  /** From font units to thousandths of an em. */
  readonly scale: number
  readonly #pairs: Pairs | undefined
  readonly #words = new Map<string, Map<string, Shaped>>()

  constructor(font: FontkitFont, pairs?: Pairs) {
    this.font = font
    this.scale = 1000 / font.unitsPerEm
    this.#pairs = pairs
    rememberNoCharacters(font)
  }

  /** Without a direction the script of the text tells it. */
  shape(text: string, features: string, direction?: Direction): Shaped {
    const words = within(this.#words, direction ? `${features} ${direction}` : features)
    let shaped = words.get(text)
    if (!shaped && direction) {
      shaped = this.whole(text, features, direction)
      words.set(text, shaped)
    }
    if (!shaped) {
      const changesNothing = features !== '' && onlyFigures.test(features) && !/\d/.test(text)
      shaped = changesNothing ? this.shape(text, '') : (this.#byPairs(text, features) ?? this.whole(text, features))
      words.set(text, shaped)
    }
    return shaped
  }

  /** Other features than those of figures may change any letter, so that only figures themselves are known. */
  #byPairs(text: string, features: string): Shaped | undefined {
    const isKnown = features === '' || onlyFigures.test(features) || /^\d+$/.test(text)
    return isKnown ? this.#pairs?.set(text, features) : undefined
  }

  /** fontkit stumbles over some syllables of Lao and the like: their letters are set side by side. */
  #layout(text: string, features: string[] | undefined, direction: Direction | undefined) {
    try {
      return this.font.layout(text, features, undefined, undefined, direction)
    } catch {
      return this.font.layout(text, features, 'latn', undefined, direction)
    }
  }

  /** The word as fontkit shapes it. */
  whole(text: string, features: string, direction?: Direction): Shaped {
    const asked = features === '' ? undefined : features.split(' ')
    const run = this.#layout(text, asked, direction)
    placeMarks(run, this.font.xHeight)
    nameParts(run.glyphs)
    // What has no glyph and reaches this point needs none: joiners, variation selectors, marks of direction.
    const shown = run.glyphs
      .map((glyph, i) => ({ glyph, position: itemAt(run.positions, i) }))
      .filter(({ glyph }) => glyph.id)
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
}

function within<K, V>(maps: Map<string, Map<K, V>>, key: string): Map<K, V> {
  let map = maps.get(key)
  if (!map) {
    map = new Map()
    maps.set(key, map)
  }
  return map
}

/** A mark for which the font has no place on its letter stands in the middle above it, or below. */
function placeMarks({ glyphs, positions }: ReturnType<FontkitFont['layout']>, xHeight: number): void {
  let base = -1
  let [top, bottom] = [0, 0]
  glyphs.forEach((glyph, i) => {
    const { bbox } = glyph
    const position = itemAt(positions, i)
    if (!glyph.isMark) {
      base = i
      top = Math.max(bbox.maxY, xHeight)
      bottom = Math.min(bbox.minY, 0)
    } else if (base >= 0) {
      if (position.xOffset === 0 && position.yOffset === 0 && Number.isFinite(bbox.minX)) {
        const { bbox: under } = itemAt(glyphs, base)
        const pen = positions.slice(base, i).reduce((sum, { xAdvance }) => sum + xAdvance, 0)
        position.xOffset = (under.minX + under.maxX - bbox.minX - bbox.maxX) / 2 - pen
        position.yOffset = bbox.minY >= xHeight / 2 ? top - xHeight : bbox.maxY <= 0 ? bottom : 0
        position.xAdvance = 0
      }
      top = Math.max(top, bbox.maxY + position.yOffset)
      bottom = Math.min(bottom, bbox.minY + position.yOffset)
    }
  })
}

/** Of a letter that the font draws in parts, each glyph stands for what it is: the last ones for a mark each. */
function nameParts(glyphs: readonly Glyph[]): void {
  glyphs.forEach(({ codePoints }, from) => {
    let end = from + 1
    while (glyphs[end]?.codePoints.length === 0) end += 1
    const parts = Array.from(String.fromCodePoint(...codePoints).normalize('NFD'))
    if (end - from === 1 || parts.length < end - from) return
    for (let i = end - 1; i > from; i--) itemAt(glyphs, i).codePoints = pointsOf(must(parts.pop()))
    itemAt(glyphs, from).codePoints = pointsOf(parts.join('').normalize('NFC'))
  })
}

const pointsOf = (text: string) => Array.from(text, (character) => codePointOf(character))

/** Features that change nothing but figures. */
const onlyFigures = /^(?:(?:onum|pnum|lnum|tnum)\b ?)+$/

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
