import type { FamilyName } from '../write/theme.ts'

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

export const familyNames = Object.keys(familyFiles) as FamilyName[]

/** The file that sets `style` in `family`: the exact cut, else the nearest one the family has. */
export function fileFor(family: FamilyName, style: FaceStyle): string {
  const files: FamilyFiles = familyFiles[family]
  const { regular, italic, bold, boldItalic } = files
  if (style.bold && style.italic) return boldItalic ?? bold ?? italic ?? regular
  if (style.bold) return bold ?? regular
  return (style.italic && italic) || regular
}
