/** Fonts of a project's own: what they are like, and whether they may travel in a document. */
import type { Font } from 'fontkit'
import { codePointOf, didYouMean, fieldOf, lastOf, must } from '../../core/index.ts'
import type { Metrics } from './fonts.ts'
import type { Axes } from './harfbuzz.ts'

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
    lastOf(runs).push(font.glyphForCodePoint(codePoint).advanceWidth)
    next = codePoint + 1
  }
  const { unitsPerEm, ascent, descent } = font
  return { unitsPerEm, ascent, descent: -descent, missing: must(font.getGlyph(0)).advanceWidth, runs }
}

/** Of a character of text, on the whole, in em, by the letters that are commonest; `undefined` in a font without them. */
export function characterWidthOf(font: Font): number | undefined {
  const characters = [...'etaoin shrdlu'].map((it) => codePointOf(it))
  if (!characters.every((it) => font.hasGlyphForCodePoint(it))) return undefined
  const sum = characters.reduce((width, it) => width + font.glyphForCodePoint(it).advanceWidth, 0)
  return sum / characters.length / font.unitsPerEm
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
  return undefined
}

/** What is wrong with the positions on the axes of a font, none for a static one. */
export function wrongAxes(
  font: Font,
  axes: Axes | undefined,
): { readonly why: string; readonly notes: string[] } | undefined {
  const known = Object.entries(font.variationAxes)
  const ranges = known.map(([tag, it]) => `${tag} from ${it?.min} to ${it?.max}`).join(', ')
  if (known.length === 0) return axes && { why: 'it is no variable font, and has no axes', notes: [] }
  if (!hasOutlines(font))
    return { why: 'it is a variable font with PostScript outlines', notes: ['take its TrueType version'] }
  if (!axes)
    return {
      why: 'it is a variable font, whose positions are not given',
      notes: [`{file: …, wght: 400}; it has ${ranges}`],
    }
  for (const [tag, value] of Object.entries(axes)) {
    const axis = font.variationAxes[tag]
    if (!axis)
      return {
        why: `it has no axis “${tag}”`,
        notes: [
          ...didYouMean(
            tag,
            known.map(([it]) => it),
          ),
          `it has ${ranges}`,
        ],
      }
    if (!(value >= axis.min && value <= axis.max)) return { why: `“${tag}” is ${value}`, notes: [`it has ${ranges}`] }
  }
  return undefined
}

/** Whether Word takes it: TrueType outlines, in a document that can be edited. */
export const isForWord = (font: Font): boolean => !licenceOf(font).viewOnly && hasOutlines(font)

const hasOutlines = (font: Font): boolean =>
  fieldOf(fieldOf(fieldOf(font, 'directory'), 'tables'), 'glyf') !== undefined

function licenceOf(font: Font): Licence {
  const { 'OS/2': table }: { readonly 'OS/2'?: { readonly fsType: Licence } } = font
  if (!table) throw new Error('it has no table OS/2')
  return table.fsType
}
