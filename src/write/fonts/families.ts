import { type Host, isKeyOf } from '../../core/index.ts'
import type { FamilyName, Theme } from '../theme.ts'

/** How a run is set; the family decides which of its files comes nearest. */
export interface FaceStyle {
  readonly bold?: boolean | undefined
  readonly italic?: boolean | undefined
}

interface FamilyFiles {
  readonly regular: string
  readonly italic?: string
  readonly bold?: string
  readonly boldItalic?: string
}

/** The files of each family, below `assets/fonts/`. Bold is the semibold cut where the family has one. */
export const familyFiles = {
  'Source Serif 4': {
    regular: 'SourceSerif4-Regular.ttf',
    italic: 'SourceSerif4-It.ttf',
    bold: 'SourceSerif4-Semibold.ttf',
    boldItalic: 'SourceSerif4-SemiboldIt.ttf',
  },
  'Source Sans 3': {
    regular: 'SourceSans3-Regular.ttf',
    italic: 'SourceSans3-It.ttf',
    bold: 'SourceSans3-Semibold.ttf',
    boldItalic: 'SourceSans3-SemiboldIt.ttf',
  },
  'Source Code Pro': { regular: 'SourceCodePro-Regular.ttf', bold: 'SourceCodePro-Bold.ttf' },
  'DejaVu Sans': { regular: 'DejaVuSans.ttf' },
} as const satisfies Record<FamilyName, FamilyFiles>

export const familyNames: readonly FamilyName[] = Object.keys(familyFiles)

/** A family as style sheets name it, in quotation marks since a word of it may be a number, and what stands in where it is not there. */
export const cssFamily = (family: FamilyName): string => `'${family}', ${generics[family] ?? 'sans-serif'}`

const generics: Readonly<Record<FamilyName, string>> = { 'Source Serif 4': 'serif', 'Source Code Pro': 'monospace' }

/** What of a theme says which files its families have. */
export type Families = Pick<Theme, 'families'>

/** The files of a family that ships with the tool or is the theme's own. */
export function filesOf(family: FamilyName, { families }: Families): FamilyFiles {
  const own = families?.[family]
  if (!own) return isKeyOf(familyFiles, family) ? familyFiles[family] : familyFiles['Source Serif 4']
  const { regular, italic, bold, boldItalic } = own
  return { regular, ...(italic && { italic }), ...(bold && { bold }), ...(boldItalic && { boldItalic }) }
}

/** Made once in a process: a name has the digest of the font and of its positions. */
const instances = new Map<string, Uint8Array>()

/** Reads what ships with the tool, and the files of the theme's own families. */
export function assetsOf(host: Pick<Host, 'asset' | 'read'>, { families = {} }: Families) {
  const paths = new Map(Object.values(families).flatMap((family) => Object.entries(family.paths)))
  return async (path: string): Promise<Uint8Array> => {
    const own = paths.get(path.replace(/^fonts\//, ''))
    if (own === undefined) return host.asset(path)
    const known = instances.get(path)
    if (known) return known
    const file = typeof own === 'string' ? own : own.file
    const bytes = await host.read(file)
    if (!bytes) throw new Error(`The font ${file} was there a moment ago`)
    if (typeof own === 'string') return bytes
    const { instanceOf, subsetter } = await import('./harfbuzz.ts')
    const made = instanceOf(await host.asset(subsetter), bytes, own.axes)
    instances.set(path, made)
    return made
  }
}

/** The file that sets `style` in `family`: the exact cut, else the nearest one the family has. */
export function fileFor(family: FamilyName, style: FaceStyle, theme: Families = {}): string {
  const { regular, italic, bold, boldItalic } = filesOf(family, theme)
  if (style.bold && style.italic) return boldItalic ?? bold ?? italic ?? regular
  if (style.bold) return bold ?? regular
  return (style.italic && italic) || regular
}
