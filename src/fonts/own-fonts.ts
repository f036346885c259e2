/** Fonts of a project's own: what they are like, and whether they may travel in a document. */
import type { Font } from 'fontkit'
import type { Metrics } from './fonts.ts'

/** Opens a TrueType or OpenType font; throws on what is none. */
export async function openFont(bytes: Uint8Array): Promise<Font> {
  const { create } = await import('fontkit')
  const font = create(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  if (font.type === 'TTC' || font.type === 'DFont') throw new Error('it is a collection of fonts, not one')
  if (font.type !== 'TTF') throw new Error(`it is ${font.type}, not TrueType or OpenType`)
  return font
}

/** Lengths in units of the font; each run is a first character and the advances of it and those that follow it. */
export function metricsOf(font: Font): Metrics {
  const runs: [number, ...number[]][] = []
  let next = -1
  for (const codePoint of [...new Set(font.characterSet)].sort((a, b) => a - b)) {
    if (codePoint !== next) runs.push([codePoint])
    runs.at(-1)!.push(font.glyphForCodePoint(codePoint).advanceWidth)
    next = codePoint + 1
  }
  const { unitsPerEm, ascent, descent } = font
  return { unitsPerEm, ascent, descent: -descent, missing: font.getGlyph(0)!.advanceWidth, runs }
}

/** OS/2 fsType (OpenType 1.9), as far as it says what a document may carry. */
interface Licence {
  readonly noEmbedding: boolean
  readonly viewOnly: boolean
  readonly noSubsetting: boolean
  readonly bitmapOnly: boolean
}

/** What keeps a font out of a document; `undefined` when nothing does. */
export function unusable(font: Font): string | undefined {
  const { noEmbedding, noSubsetting, bitmapOnly } = licenceOf(font)
  if (noEmbedding) return 'its licence bits (fsType) forbid that a document carries it'
  if (noSubsetting) return 'its licence bits (fsType) forbid that a document carries a part of it'
  if (bitmapOnly) return 'its licence bits (fsType) allow its bitmaps alone in a document'
  if (Object.keys(font.variationAxes).length > 0) {
    return 'it is a variable font; make a static one of the weight that you want (fonttools varLib.instancer)'
  }
  return undefined
}

/** Whether Word takes it: TrueType outlines, in a document that can be edited. */
export const isForWord = (font: Font): boolean =>
  !licenceOf(font).viewOnly &&
  Object.hasOwn((font as unknown as { directory: { tables: object } }).directory.tables, 'glyf')

const licenceOf = (font: Font): Licence => (font as unknown as { 'OS/2': { fsType: Licence } })['OS/2'].fsType
