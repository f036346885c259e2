import * as fontkit from 'fontkit'
import type { FamilyName, Theme } from '../write/theme.ts'
import { type FaceStyle, familyFiles, fileFor } from './families.ts'

/** One font file, opened. Lengths are in em, so that a size in points times them gives points. */
export interface Face {
  readonly family: FamilyName
  /** Its name in `assets/fonts`, e.g. `SourceSans3-It.ttf`: what tells two faces apart. */
  readonly file: string
  readonly bytes: Uint8Array
  /** Above and below the baseline; `descent` is positive. */
  readonly ascent: number
  readonly descent: number
  readonly xHeight: number
  readonly capHeight: number
  covers(codePoint: number): boolean
  /** The advance width of a character's own glyph, without kerning and ligatures. */
  advance(codePoint: number): number
}

/** The faces of a theme: its families and their fallbacks. */
export interface Fonts {
  readonly faces: readonly Face[]
  /** The family as the theme names it. */
  readonly theme: Theme['fonts']
  /** The face that sets `style` in `family`, which the theme must use. */
  face(family: FamilyName, style?: FaceStyle): Face
  /** The faces to try, in order, for a run set in `family`: its own, then the theme's fallbacks. */
  chain(family: FamilyName, style?: FaceStyle): readonly Face[]
}

/** Open the files of every family that the theme names. `asset` reads a file that ships with the tool, e.g. `fonts/DejaVuSans.ttf`. */
export async function loadFonts(
  asset: (path: string) => Promise<Uint8Array>,
  theme: { readonly fonts: Theme['fonts'] },
): Promise<Fonts> {
  const { body, heading, mono, fallback } = theme.fonts
  const families = [...new Set([body, heading, mono, ...fallback])]
  const files = families.flatMap((family) => Object.values(familyFiles[family]).map((file) => ({ family, file })))
  const faces = await Promise.all(
    files.map(async ({ family, file }) => openFace(family, file, await asset(`fonts/${file}`))),
  )
  const byFile = new Map(faces.map((face) => [face.file, face]))

  const face = (family: FamilyName, style: FaceStyle = {}): Face => {
    const found = byFile.get(fileFor(family, style))
    if (!found) throw new Error(`The theme has no family “${family}”`)
    return found
  }
  const chain = (family: FamilyName, style: FaceStyle = {}): readonly Face[] => [
    ...new Set([family, ...fallback].map((name) => face(name, style))),
  ]
  return { faces, theme: theme.fonts, face, chain: remember(chain) }
}

/** A chain is asked for at every run, and there are few. */
function remember(chain: (family: FamilyName, style?: FaceStyle) => readonly Face[]): typeof chain {
  const known = new Map<string, readonly Face[]>()
  return (family, style = {}) => {
    const key = `${family}${style.bold ? '+' : ''}${style.italic ? '/' : ''}`
    const found = known.get(key) ?? chain(family, style)
    known.set(key, found)
    return found
  }
}

function openFace(family: FamilyName, file: string, bytes: Uint8Array): Face {
  const font = fontkit.create(bytes as Buffer) as fontkit.Font
  const em = font.unitsPerEm
  // Read when first asked for: most cuts set a few words or none.
  let covered: ReadonlySet<number> | undefined
  const advances = new Map<number, number>()
  return {
    family,
    file,
    bytes,
    ascent: font.ascent / em,
    descent: -font.descent / em,
    xHeight: (font['OS/2']?.xHeight || em / 2) / em,
    capHeight: (font['OS/2']?.capHeight || em * 0.7) / em,
    covers: (codePoint) => {
      covered ??= new Set(font.characterSet)
      return covered.has(codePoint)
    },
    advance: (codePoint) => {
      let width = advances.get(codePoint)
      if (width === undefined) {
        width = font.glyphForCodePoint(codePoint).advanceWidth / em
        advances.set(codePoint, width)
      }
      return width
    },
  }
}
