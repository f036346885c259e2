import { bytesOfHex, itemAt } from '../../core/index.ts'
import { type FaceStyle, fileFor } from '../fonts/families.ts'
import { type Package, relation } from '../ooxml/package.ts'
import { type Xml, xml } from '../ooxml/xml.ts'
import type { Theme } from '../theme.ts'
import { wordFamily } from './palette.ts'
import { guidOf } from './word.ts'

const faces: readonly (readonly [element: string, style: FaceStyle])[] = [
  ['w:embedRegular', {}],
  ['w:embedBold', { bold: true }],
  ['w:embedItalic', { italic: true }],
  ['w:embedBoldItalic', { bold: true, italic: true }],
]

/** Puts the fonts of text and headings into the package, as far as their licences allow it; gives what the font table says of each. */
export async function embedFonts(
  parts: Package,
  theme: Theme,
  asset: (path: string) => Promise<Uint8Array>,
): Promise<ReadonlyMap<string, readonly Xml[]>> {
  const { fonts, families } = theme
  const embedded = new Map<string, Xml[]>()
  for (const family of new Set([fonts.body, fonts.heading])) {
    if (families?.[family]?.isForWord === false) continue
    const elements: Xml[] = []
    for (const [element, style] of faces) {
      const file = fileFor(family, style, { ...(families && { families }) })
      const name = `fonts/${file.replace(/\.ttf$/, '.odttf')}`
      const key = guidOf(file)
      parts.addBytes(`word/${name}`, obfuscatedFont, obfuscated(await asset(`fonts/${file}`), key))
      const id = parts.relate('word/fontTable.xml', relation.font, name)
      elements.push(xml(element, { 'r:id': id, 'w:fontKey': key }))
    }
    embedded.set(wordFamily(theme, family), elements)
  }
  return embedded
}

const obfuscatedFont = 'application/vnd.openxmlformats-officedocument.obfuscatedFont'

/** A font as Word keeps it: its first 32 bytes are mixed with those of the key, from the last (ISO/IEC 29500-1, 17.8.1). */
function obfuscated(font: Uint8Array, key: string): Uint8Array {
  const bytes = bytesOfHex(key.replace(/[{}-]/g, '')).reverse()
  return font.map((byte, at) => (at < 32 ? byte ^ itemAt(bytes, at % 16) : byte))
}
