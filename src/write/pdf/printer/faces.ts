/** Fonts in the file: pdfkit's embedded fonts (subset, widths, ToUnicode) with our shaping. */
import { entryOf, itemAt, must, ownJson } from '../../../core/index.ts'
import type { Face, Fonts } from '../../fonts/fonts.ts'
import { type Direction, directionOf, mirrored, stretchesOf } from './bidi.ts'
import { type PairFile, Pairs } from './pairs.ts'
import type { EmbeddedFont, FontkitFont, PdfDocument } from './pdfmake-internals.ts'
import { type Shaped, type ShapedGlyph, Shaper } from './shaping.ts'

/** The font file of each face, and what `scripts/bake-fonts.mjs` has made of its pairs of characters. */
export type FontFiles = ReadonlyMap<Face, { readonly font: Uint8Array; readonly pairs: Uint8Array | undefined }>

/** A face that text in this document is set in. */
export interface EmbeddedFace {
  readonly face: Face
  readonly embedded: EmbeddedFont
  shape(text: string, features: string, direction?: Direction): Shaped
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
  const { font, pairs } = entryOf(files, face)
  const embedded = newEmbeddedFont(document, font, pairs)
  document._fontFamilies[face.file] = embedded
  const shaper = entryOf(shapers, font)
  const codeOf = codesOf(embedded, shaper.scale)
  embedded.encode = (text) => encode(shaper, codeOf, text)
  const operands = new Map<Shaped, string>()
  return {
    face,
    embedded,
    shape: (text, features, direction) => shaper.shape(text, features, direction),
    show: (shaped, size) => {
      let operand = operands.get(shaped)
      if (operand === undefined) {
        operand = show(codeOf, shaped, size)
        // The rise of a shifted glyph depends on the size.
        if (!shaped.shifts) operands.set(shaped, operand)
      }
      return operand
    },
  }
}

/** pdfkit does not export the class of embedded fonts: the first font that it opens tells it. */
function newEmbeddedFont(document: PdfDocument, font: Uint8Array, pairs: Uint8Array | undefined): EmbeddedFont {
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
  if (!known) shapers.set(font, new Shaper(embedded.font, pairs && pairsOf(pairs)))
  for (const [name, other] of Object.entries(document._fontFamilies)) {
    if (other === embedded) delete document._fontFamilies[name]
  }
  return embedded
}

const pairsOf = (bytes: Uint8Array) => new Pairs(ownJson<PairFile>(bytes))

function nextId(document: PdfDocument): string {
  const counter = document as PdfDocument & { _fontCount: number }
  counter._fontCount += 1
  return `F${counter._fontCount}`
}

type CodeOf = (glyph: ShapedGlyph) => number

/**
 * The code of a glyph in the file: one for each text that it stands for, so that what is copied is what was written. A
 * glyph that stands for no character still needs one in ToUnicode (PDF/UA-1, 7.21.7): a zero-width space.
 */
function codesOf({ subset, widths, unicode }: EmbeddedFont, scale: number): CodeOf {
  const known = new Map<string, number>()
  return ({ id, advanceWidth, codePoints }) => {
    const key = `${id} ${codePoints}`
    let code = known.get(key)
    if (code === undefined) {
      code = subset.mapping[id] === undefined ? subset.includeGlyph(id) : subset.glyphs.push(id) - 1
      known.set(key, code)
      widths[code] = advanceWidth * scale
      unicode[code] = codePoints.length > 0 ? inReadersOrder(codePoints) : [0x200b]
    }
    return code
  }
}

/** Readers turn a line from right to left round letter by letter, those of a ligature too. */
const inReadersOrder = (codePoints: number[]) => (isRightToLeft({ codePoints }) ? codePoints.toReversed() : codePoints)

/** What the drawing of SVG asks for: codes in hexadecimal from left to right, and lengths in thousandths of an em. */
function encode(shaper: Shaper, codeOf: CodeOf, text: string): ReturnType<EmbeddedFont['encode']> {
  const shaped = stretchesOf(text).map((each) =>
    shaper.shape(each.level % 2 === 1 ? mirrored(each.text) : each.text, '', directionOf(each.text, each.level)),
  )
  const codes = shaped.flatMap(({ glyphs }) => glyphs.map((glyph) => codeOf(glyph).toString(16).padStart(4, '0')))
  const positions = shaped.flatMap(({ glyphs, kerns, shifts }) =>
    glyphs.map((glyph, i) => {
      const advanceWidth = glyph.advanceWidth * shaper.scale
      const { x: xOffset, y: yOffset } = shifts?.[i] ?? { x: 0, y: 0 }
      return { advanceWidth, xAdvance: advanceWidth + itemAt(kerns, i), yAdvance: 0, xOffset, yOffset }
    }),
  )
  return [codes, positions]
}

function show(codeOf: CodeOf, shaped: Shaped, size: number): string {
  const codes = shaped.glyphs.map((glyph) => {
    const code = codeOf(glyph)
    return byteOf(code >> 8) + byteOf(code & 0xff)
  })
  return shaped.shifts ? showShifted(codes, shaped, size) : showPlain(codes, shaped.kerns)
}

/** A byte of a literal string (ISO 32000-1, 7.3.4.2); as hexadecimal digits, text would be twice as long to compress. */
const bytes = Array.from({ length: 256 }, (_, byte) => {
  const character = String.fromCharCode(byte)
  if (character === '\r') return '\\r'
  return /[()\\]/.test(character) ? `\\${character}` : character
})
const byteOf = (byte: number) => itemAt(bytes, byte)

function showPlain(glyphs: readonly string[], kerns: readonly number[]): string {
  let out = ''
  let open = false
  for (let i = 0; i < glyphs.length; i++) {
    out += open ? glyphs[i] : `(${glyphs[i]}`
    open = !kerns[i]
    if (!open) out += `)${number(-itemAt(kerns, i))}`
  }
  return open ? `${out})` : out
}

/**
 * A shift to the side is a pair of kerns, one upward is a rise that ends and begins the array. A letter with
 * its marks is said to be one, for readers that take what is shifted for a word of its own.
 */
function showShifted(codes: readonly string[], { glyphs, kerns, shifts }: Shaped, size: number): string {
  let out = ''
  let isOpen = false
  codes.forEach((code, i) => {
    if (isOpen && !isMark(glyphs[i])) {
      out += '] TJ EMC ['
      isOpen = false
    }
    if (!isOpen && !isMark(glyphs[i]) && isMark(glyphs[i + 1])) {
      out += spanOf(glyphs.slice(i, nextLetter(glyphs, i)))
      isOpen = true
    }
    const { x, y } = itemAt(must(shifts), i)
    const [rise, after] = [(y * size) / 1000, x - itemAt(kerns, i)]
    const isLast = isOpen && isMark(glyphs[i]) && !isMark(glyphs[i + 1])
    // Two numbers side by side are two, and not one.
    out += ` ${number(-x)}`
    if (isLast) out += `] TJ ${number(rise)} Ts ${number((-after * size) / 1000)} Tc [(${code})] TJ 0 Ts 0 Tc [`
    else if (y === 0) out += `(${code})${number(after)}`
    else out += `] TJ ${number(rise)} Ts [(${code})${number(after)}] TJ 0 Ts [`
  })
  return isOpen ? `${out}] TJ EMC [` : out
}

const isMark = (glyph: ShapedGlyph | undefined): boolean =>
  glyph !== undefined && /^\p{M}+$/u.test(String.fromCodePoint(...glyph.codePoints)) && !isRightToLeft(glyph)

/** In a script that runs from right to left, what is said of glyphs is turned round by readers. */
const isRightToLeft = ({ codePoints }: Pick<ShapedGlyph, 'codePoints'>): boolean =>
  /[\p{Script=Hebrew}\p{Script=Arabic}]/u.test(String.fromCodePoint(...codePoints))

function nextLetter(glyphs: readonly ShapedGlyph[], from: number): number {
  let next = from + 1
  while (isMark(glyphs[next])) next += 1
  return next
}

function spanOf(glyphs: readonly ShapedGlyph[]): string {
  const text = String.fromCodePoint(...glyphs.flatMap(({ codePoints }) => codePoints)).normalize('NFC')
  const digits = Array.from({ length: text.length }, (_, i) => text.charCodeAt(i).toString(16).padStart(4, '0'))
  return `] TJ /Span <</ActualText <feff${digits.join('')}>>> BDC [`
}

/** A number as PDF writes it: at most three decimals, never an exponent. */
export function number(value: number): string {
  const rounded = Math.round(value * 1000) / 1000
  return rounded === 0 ? '0' : String(rounded)
}
