/** Fonts in the file: pdfkit's embedded fonts (subset, widths, ToUnicode) with our shaping. */
import type { Face, Fonts } from '../../../fonts/fonts.ts'
import { type PairFile, Pairs } from './pairs.ts'
import type { EmbeddedFont, FontkitFont, PdfDocument } from './pdfmake-internals.ts'
import { type Shaped, Shaper } from './shaping.ts'

/** The font file of each face, and what `scripts/bake-fonts.mjs` has made of its pairs of characters. */
export type FontFiles = ReadonlyMap<Face, { readonly font: Uint8Array; readonly pairs: Uint8Array }>

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
  readonly #files: FontFiles
  readonly #known = new Map<Face, EmbeddedFace>()

  constructor(document: PdfDocument, files: FontFiles) {
    this.#document = document
    this.#files = files
  }

  get(face: Face): EmbeddedFace {
    let embedded = this.#known.get(face)
    if (!embedded) {
      embedded = embed(this.#document, face, this.#files)
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

/** The fonts that this process has opened, with the words they have shaped: a font file is the same in every document. */
const shapers = new WeakMap<Uint8Array, Shaper>()

function embed(document: PdfDocument, face: Face, files: FontFiles): EmbeddedFace {
  const { font, pairs } = files.get(face)!
  const embedded = newEmbeddedFont(document, font, pairs)
  document._fontFamilies[face.file] = embedded
  nameEveryGlyph(embedded)
  const shaper = shapers.get(font)!
  const operands = new Map<Shaped, string>()
  return {
    face,
    embedded,
    shape: (text, features) => shaper.shape(text, features),
    show: (shaped, size) => {
      let operand = operands.get(shaped)
      if (operand === undefined) {
        operand = show(embedded, shaper.scale, shaped, size)
        // The rise of a shifted glyph depends on the size.
        if (!shaped.shifts) operands.set(shaped, operand)
      }
      return operand
    },
  }
}

/** pdfkit does not export the class of embedded fonts: the first font that it opens tells it. */
function newEmbeddedFont(document: PdfDocument, font: Uint8Array, pairs: Uint8Array): EmbeddedFont {
  const known = shapers.get(font)
  const sample = Object.values(document._fontFamilies)[0]
  if (known && sample) {
    const EmbeddedFont = sample.constructor as new (
      document: PdfDocument,
      font: FontkitFont,
      id: string,
    ) => EmbeddedFont
    return new EmbeddedFont(document, known.font, nextId(document))
  }
  document.font(font)
  const embedded = document._font
  if (!known) shapers.set(font, new Shaper(embedded.font, pairsOf(pairs)))
  for (const [name, other] of Object.entries(document._fontFamilies)) {
    if (other === embedded) delete document._fontFamilies[name]
  }
  return embedded
}

const pairsOf = (bytes: Uint8Array) => new Pairs(JSON.parse(new TextDecoder().decode(bytes)) as PairFile)

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

function show({ subset, widths, unicode }: EmbeddedFont, scale: number, shaped: Shaped, size: number): string {
  const glyphs = shaped.glyphs.map((glyph) => {
    const id = subset.includeGlyph(glyph.id)
    widths[id] ??= glyph.advanceWidth * scale
    unicode[id] ??= glyph.codePoints
    return byteOf(id >> 8) + byteOf(id & 0xff)
  })
  return shaped.shifts ? showShifted(glyphs, shaped, size) : showPlain(glyphs, shaped.kerns)
}

/** A byte of a literal string (ISO 32000-1, 7.3.4.2); as hexadecimal digits, text would be twice as long to compress. */
const bytes = Array.from({ length: 256 }, (_, byte) => {
  const character = String.fromCharCode(byte)
  if (character === '\r') return '\\r'
  return /[()\\]/.test(character) ? `\\${character}` : character
})
const byteOf = (byte: number) => bytes[byte]!

function showPlain(glyphs: readonly string[], kerns: readonly number[]): string {
  let out = ''
  let open = false
  for (let i = 0; i < glyphs.length; i++) {
    out += open ? glyphs[i] : `(${glyphs[i]}`
    open = !kerns[i]
    if (!open) out += `)${number(-kerns[i]!)}`
  }
  return open ? `${out})` : out
}

/** A shift to the side is a pair of kerns, one upward is a rise that ends and begins the array. */
function showShifted(glyphs: readonly string[], { kerns, shifts }: Shaped, size: number): string {
  let out = ''
  glyphs.forEach((glyph, i) => {
    const { x, y } = shifts![i]!
    const array = `${number(-x)}(${glyph})${number(x - kerns[i]!)}`
    out += y === 0 ? array : `] TJ ${number((y * size) / 1000)} Ts [${array}] TJ 0 Ts [`
  })
  return out
}

/** A number as PDF writes it: at most three decimals, never an exponent. */
export function number(value: number): string {
  const rounded = Math.round(value * 1000) / 1000
  return rounded === 0 ? '0' : String(rounded)
}
