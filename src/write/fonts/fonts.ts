import { itemAt, ownJson, rememberedBy } from '../../core/index.ts'
import type { FamilyName, Theme } from '../theme.ts'
import { type FaceStyle, fileFor, filesOf } from './families.ts'

/** One font file, by its metrics. Lengths are in em, so that a size in points times them gives points. */
export interface Face {
  readonly family: FamilyName
  /** Its name in `assets/fonts`, e.g. `SourceSans3-It.ttf`: what tells two faces apart. */
  readonly file: string
  /** Above and below the baseline; `descent` is positive. */
  readonly ascent: number
  readonly descent: number
  covers(codePoint: number): boolean
  /** Whether each character of a text has a glyph. */
  hasAll(text: string): boolean
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

/** The families that the theme names. `asset` reads a file that ships with the tool: only the metrics, not the fonts. */
export async function loadFonts(
  asset: (path: string) => Promise<Uint8Array>,
  theme: Pick<Theme, 'fonts' | 'families'>,
): Promise<Fonts> {
  const { body, heading, mono, fallback } = theme.fonts
  const families = [...new Set([body, heading, mono, ...fallback])]
  const metrics = ownJson<Record<string, Metrics>>(await asset('fonts/metrics.json'))
  const files = families.flatMap((family) => Object.values(filesOf(family, theme)).map((file) => ({ family, file })))
  const faces = await Promise.all(
    files.map(async ({ family, file }) => faceOf(family, file, metrics[file] ?? (await measured(file, asset)))),
  )
  const byFile = new Map(faces.map((face) => [face.file, face]))

  const face = (family: FamilyName, style: FaceStyle = {}): Face => {
    const found = byFile.get(fileFor(family, style, theme))
    if (!found) throw new Error(`The theme has no family “${family}”`)
    return found
  }
  // A chain is asked for at every run, and there are few.
  const chain = rememberedBy(
    (family: FamilyName, style: FaceStyle = {}): readonly Face[] => [
      ...new Set([family, ...fallback].map((name) => face(name, style))),
    ],
    (family, { bold, italic } = {}) => `${family}${bold ? '+' : ''}${italic ? '/' : ''}`,
  )
  return { faces, theme: theme.fonts, face, chain }
}

/** The metrics of a font of one's own, read once in a process: its name has its digest. */
async function measured(file: string, asset: (path: string) => Promise<Uint8Array>): Promise<Metrics> {
  const { metricsOf, openFont } = await import('./own-fonts.ts')
  const known = measures.get(file) ?? metricsOf(await openFont(await asset(`fonts/${file}`)))
  measures.set(file, known)
  return known
}
const measures = new Map<string, Metrics>()

/** What is read of a font, in its own units: by `scripts/bake-fonts.mjs` of those that ship with the tool. */
export interface Metrics {
  readonly unitsPerEm: number
  readonly ascent: number
  readonly descent: number
  /** The advance of the glyph that stands for what is not there. */
  readonly missing: number
  /** By first character: it, then the advances of it and of those that follow it. */
  readonly runs: readonly (readonly [first: number, ...advances: number[]])[]
}

function faceOf(family: FamilyName, file: string, { unitsPerEm, ascent, descent, missing, runs }: Metrics): Face {
  const known = new Map<number, number | undefined>()
  const advanceOf = (codePoint: number): number | undefined => {
    if (!known.has(codePoint)) known.set(codePoint, find(runs, codePoint))
    return known.get(codePoint)
  }
  let others: RegExp | undefined
  return {
    family,
    file,
    ascent: ascent / unitsPerEm,
    descent: descent / unitsPerEm,
    covers: (codePoint) => advanceOf(codePoint) !== undefined,
    hasAll(text) {
      others ??= new RegExp(`[^${runs.map(characterRange).join('')}]`, 'u')
      return !others.test(text)
    },
    advance: (codePoint) => (advanceOf(codePoint) ?? missing) / unitsPerEm,
  }
}

/** The advance of a character; `undefined` when no run holds it. */
function find(runs: Metrics['runs'], codePoint: number): number | undefined {
  let low = 0
  let high = runs.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (itemAt(runs, middle)[0] <= codePoint) low = middle + 1
    else high = middle
  }
  const run = runs[low - 1]
  return run?.[1 + codePoint - run[0]]
}

/** A run's characters, for a class of characters in a pattern. */
function characterRange([first, ...advances]: Metrics['runs'][number]): string {
  const point = (codePoint: number) => `\\u{${codePoint.toString(16)}}`
  return `${point(first)}-${point(first + advances.length - 1)}`
}
