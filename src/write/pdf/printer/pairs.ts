/**
 * Words put together from pairs. In plain Latin and Cyrillic text a glyph depends on no more than its neighbour, and a
 * ligature is a symbol of its own, so `scripts/bake-fonts.mjs` has asked fontkit for every pair once; here they are
 * looked up. Decoding a font's own tables costs more than setting a short report.
 */
import { codePointOf, entryOf, itemAt } from '../../../core/index.ts'
import type { Shaped, ShapedGlyph } from './shaping.ts'

/** As `assets/fonts/*.pairs.json` hold it: a table for each script, one of them for what stands in all (`zyyy`). */
export interface PairFile extends Readonly<Record<Script, PairTable>> {
  readonly unitsPerEm: number
}

interface PairTable {
  /** The characters and ligatures of each symbol. */
  readonly texts: readonly string[]
  readonly glyphs: readonly number[]
  readonly advances: readonly number[]
  /** The symbol of the figure 0, by the features that figures are set with; the others follow it. */
  readonly figures: Readonly<Record<string, number>>
  /** The row of each symbol as the first of two, and its column as the second. */
  readonly rows: readonly number[]
  readonly columns: readonly number[]
  /** What is added to the advance of the first, in font units; `null` where fontkit must be asked. */
  readonly kerns: readonly (readonly (number | null)[])[]
}

type Script = 'latn' | 'cyrl' | 'zyyy'

/** The pairs of one font file. */
export class Pairs {
  readonly #setters: Readonly<Record<Script, Setter>>

  constructor(file: PairFile) {
    const scale = 1000 / file.unitsPerEm
    this.#setters = {
      latn: new Setter(file.latn, scale),
      cyrl: new Setter(file.cyrl, scale),
      zyyy: new Setter(file.zyyy, scale),
    }
  }

  /** The same as fontkit makes of the whole word; `undefined` when pairs cannot tell. */
  set(text: string, features: string): Shaped | undefined {
    const script = scriptOf(text)
    return script && this.#setters[script].set(text, features)
  }
}

class Setter {
  readonly #table: PairTable
  readonly #scale: number
  readonly #symbols = new Map<number, number>()
  readonly #glyphs: readonly ShapedGlyph[]
  /** Ligatures by their first symbol, the longest first. */
  readonly #ligatures = new Map<number, number[]>()

  constructor(table: PairTable, scale: number) {
    this.#table = table
    this.#scale = scale
    this.#glyphs = table.texts.map((text, i) => ({
      id: itemAt(table.glyphs, i),
      advanceWidth: itemAt(table.advances, i),
      codePoints: Array.from(text, (character) => codePointOf(character)),
    }))
    table.texts.forEach((text, symbol) => {
      if (text.length === 1) this.#symbols.set(text.charCodeAt(0), symbol)
    })
    const ligatures = table.texts.flatMap((text, symbol) => (text.length > 1 ? [symbol] : []))
    for (const symbol of ligatures.sort((a, b) => itemAt(table.texts, b).length - itemAt(table.texts, a).length)) {
      const first = entryOf(this.#symbols, itemAt(table.texts, symbol).charCodeAt(0))
      this.#ligatures.set(first, [...(this.#ligatures.get(first) ?? []), symbol])
    }
  }

  set(text: string, features: string): Shaped | undefined {
    const { advances, rows, columns, kerns: table } = this.#table
    const glyphs: ShapedGlyph[] = []
    const kerns: number[] = []
    let width = 0
    let last = -1
    for (let at = 0; at < text.length; ) {
      const symbol = this.#symbolAt(text, at, features)
      if (symbol === undefined) return undefined
      if (last >= 0) {
        const kern = itemAt(itemAt(table, itemAt(rows, last)), itemAt(columns, symbol))
        if (kern === null) return undefined
        kerns.push(kern * this.#scale)
        width += kern
      }
      glyphs.push(itemAt(this.#glyphs, symbol))
      width += itemAt(advances, symbol)
      at += itemAt(this.#table.texts, symbol).length
      last = symbol
    }
    if (last >= 0) kerns.push(0)
    return { glyphs, kerns, width: width * this.#scale }
  }

  #symbolAt(text: string, at: number, features: string): number | undefined {
    const code = text.charCodeAt(at)
    if (isFigure(code)) {
      const zero = this.#table.figures[features]
      return zero === undefined ? undefined : zero + code - ZERO
    }
    const symbol = this.#symbols.get(code)
    const ligatures = symbol === undefined ? undefined : this.#ligatures.get(symbol)
    return ligatures?.find((ligature) => text.startsWith(itemAt(this.#table.texts, ligature), at)) ?? symbol
  }
}

const ZERO = 0x30
const isFigure = (code: number) => code >= ZERO && code <= 0x39

/** The one script that the text is in, if it is one of ours. */
function scriptOf(text: string): Script | undefined {
  let found: Script = 'zyyy'
  for (let i = 0; i < text.length; i++) {
    const script = scriptOfCharacter(text.charCodeAt(i))
    if (script === 'zyyy' || script === found) continue
    if (script === undefined || found !== 'zyyy') return undefined
    found = script
  }
  return found
}

function scriptOfCharacter(code: number): Script | undefined {
  if (code < 0x41) return 'zyyy'
  if (code < 0x5b || (code > 0x60 && code < 0x7b) || code === 0xaa || code === 0xba) return 'latn'
  if (code < 0xc0 || code === 0xd7 || code === 0xf7) return 'zyyy'
  if (code <= 0x17f) return 'latn'
  if (code >= 0x400 && code <= 0x52f) return 'cyrl'
  return code >= 0x2010 && code < 0x2800 ? 'zyyy' : undefined
}
