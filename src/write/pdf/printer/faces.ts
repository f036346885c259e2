/**
 * Fonts in the file: pdfkit's embedded fonts (subset, widths, ToUnicode) with shaping that is done once per word and
 * kept for the process, because a document repeats its words and fontkit takes up to 70 µs for each.
 */
import type { Face, Fonts } from '../../../fonts/fonts.ts'
import type { EmbeddedFont, FontkitFont, Glyph, PdfDocument } from './pdfmake-internals.ts'

/** A word as glyphs. Lengths are thousandths of an em. */
export interface Shaped {
  readonly glyphs: readonly Glyph[]
  /** What to add to the own advance of each glyph. */
  readonly kerns: readonly number[]
  /** Shifts of single glyphs, e.g. of marks on letters; absent when there are none. */
  readonly shifts?: readonly { readonly x: number; readonly y: number }[] | undefined
  readonly width: number
}

/** A face that text in this document is set in. */
export interface EmbeddedFace {
  readonly face: Face
  readonly embedded: EmbeddedFont
  shape(text: string, features: string): Shaped
  /** The operand of `TJ` for a shaped word, or the operators around several; `size` is for shifted glyphs. */
  show(shaped: Shaped, size: number): string
}

/** All faces of the theme, embedded in `document` when first used, in an order that depends on the document alone. */
export class EmbeddedFaces {
  readonly #document: PdfDocument
  readonly #known = new Map<Face, EmbeddedFace>()

  constructor(document: PdfDocument) {
    this.#document = document
  }

  get(face: Face): EmbeddedFace {
    let embedded = this.#known.get(face)
    if (!embedded) {
      embedded = embed(this.#document, face)
      this.#known.set(face, embedded)
    }
    return embedded
  }

  /** The name by which pdfkit's own text drawing (in SVG) finds a face of the theme. */
  named(fonts: Fonts, family: string, bold: boolean, italic: boolean): string {
    const wanted = family.split(',').map((name) => name.trim().replace(/^["']|["']$/g, ''))
    const known = fonts.faces.find((face) => wanted.includes(face.family))?.family ?? fonts.theme.heading
    const face = fonts.face(known, { bold, italic })
    this.get(face)
    return face.file
  }
}

/** The fontkit fonts and shaped words of this process: a font file is the same in every document. */
const opened = new WeakMap<Uint8Array, { font: FontkitFont; words: Map<string, Shaped> }>()

function embed(document: PdfDocument, face: Face): EmbeddedFace {
  const embedded = newEmbeddedFont(document, face)
  document._fontFamilies[face.file] = embedded
  nameEveryGlyph(embedded)
  const { font, words } = opened.get(face.bytes)!
  const scale = 1000 / font.unitsPerEm
  return {
    face,
    embedded,
    shape(text, features) {
      const key = features === '' ? text : `${features}\n${text}`
      let shaped = words.get(key)
      if (!shaped) {
        shaped = shape(font, scale, text, features)
        words.set(key, shaped)
      }
      return shaped
    },
    show: (shaped, size) => show(embedded, scale, shaped, size),
  }
}

/** pdfkit does not export the class of embedded fonts: the first font that it opens tells it. */
function newEmbeddedFont(document: PdfDocument, face: Face): EmbeddedFont {
  const known = opened.get(face.bytes)
  const sample = Object.values(document._fontFamilies)[0]
  if (known && sample) {
    const EmbeddedFont = sample.constructor as new (
      document: PdfDocument,
      font: FontkitFont,
      id: string,
    ) => EmbeddedFont
    return new EmbeddedFont(document, known.font, nextId(document))
  }
  document.font(face.bytes)
  const embedded = document._font
  const { font } = embedded
  if (!known) {
    rememberNoCharacters(font)
    opened.set(face.bytes, { font, words: new Map() })
  }
  for (const [name, other] of Object.entries(document._fontFamilies)) {
    if (other === embedded) delete document._fontFamilies[name]
  }
  return embedded
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

function nextId(document: PdfDocument): string {
  const counter = document as PdfDocument & { _fontCount: number }
  counter._fontCount += 1
  return `F${counter._fontCount}`
}

/** A glyph that stands for no character still needs one in ToUnicode (PDF/UA-1, 7.21.7): a zero-width space. */
function nameEveryGlyph(embedded: EmbeddedFont): void {
  const write = embedded.toUnicodeCmap.bind(embedded)
  embedded.toUnicodeCmap = () => {
    embedded.unicode = Array.from(embedded.unicode, (points) => (points?.length ? points : [0x200b]))
    return write()
  }
}

function shape(font: FontkitFont, scale: number, text: string, features: string): Shaped {
  const run = font.layout(text, features === '' ? undefined : features.split(' '))
  // What has no glyph and reaches this point needs none: joiners, variation selectors, marks of direction.
  const shown = run.glyphs.map((glyph, i) => ({ glyph, position: run.positions[i]! })).filter(({ glyph }) => glyph.id)
  let width = 0
  for (const { position } of shown) width += position.xAdvance
  const shifted = shown.some(({ position }) => position.xOffset !== 0 || position.yOffset !== 0)
  return {
    glyphs: shown.map(({ glyph }) => glyph),
    kerns: shown.map(({ glyph, position }) => (position.xAdvance - glyph.advanceWidth) * scale),
    shifts: shifted
      ? shown.map(({ position }) => ({ x: position.xOffset * scale, y: position.yOffset * scale }))
      : undefined,
    width: width * scale,
  }
}

function show({ subset, widths, unicode }: EmbeddedFont, scale: number, shaped: Shaped, size: number): string {
  const glyphs = shaped.glyphs.map((glyph) => {
    const id = subset.includeGlyph(glyph.id)
    widths[id] ??= glyph.advanceWidth * scale
    unicode[id] ??= glyph.codePoints
    return (0x1_0000 | id).toString(16).slice(1)
  })
  return shaped.shifts ? showShifted(glyphs, shaped, size) : showPlain(glyphs, shaped.kerns)
}

function showPlain(glyphs: readonly string[], kerns: readonly number[]): string {
  let hex = ''
  glyphs.forEach((glyph, i) => {
    hex += kerns[i] ? `${glyph}>${number(-kerns[i])}<` : glyph
  })
  return `<${hex}>`.replace(/<>$/, '')
}

/** A shift to the side is a pair of kerns, one upward is a rise that ends and begins the array. */
function showShifted(glyphs: readonly string[], { kerns, shifts }: Shaped, size: number): string {
  let out = ''
  glyphs.forEach((glyph, i) => {
    const { x, y } = shifts![i]!
    const array = `${number(-x)}<${glyph}>${number(x - kerns[i]!)}`
    out += y === 0 ? array : `] TJ ${number((y * size) / 1000)} Ts [${array}] TJ 0 Ts [`
  })
  return out
}

/** A number as PDF writes it: at most three decimals, never an exponent. */
export function number(value: number): string {
  const rounded = Math.round(value * 1000) / 1000
  return rounded === 0 ? '0' : String(rounded)
}
