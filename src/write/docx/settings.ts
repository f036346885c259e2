import { written, type Xml, xml } from '../ooxml/xml.ts'
import type { FamilyName, Theme } from '../theme.ts'
import { wordLanguage } from './languages.ts'
import { wordFamily } from './palette.ts'
import { namespaces, val } from './word.ts'

/** `word/settings.xml`. Nothing in it makes Word ask on opening: no fields are marked as out of date. */
export function settingsPart(language: string, { embedsFonts = false, isDouble = false } = {}): Xml {
  return xml(
    'w:settings',
    namespaces,
    embedsFonts ? xml('w:embedTrueTypeFonts') : undefined,
    isDouble ? xml('w:mirrorMargins') : undefined,
    val('w:defaultTabStop', 720),
    isDouble ? xml('w:evenAndOddHeaders') : undefined,
    val('w:characterSpacingControl', 'doNotCompress'),
    xml('w:footnotePr', {}, xml('w:footnote', { 'w:id': -1 }), xml('w:footnote', { 'w:id': 0 })),
    written`<w:compat>
      <w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>
    </w:compat>`,
    xml('w:themeFontLang', { 'w:val': wordLanguage(language) }),
    val('w:decimalSymbol', '.'),
    val('w:listSeparator', ','),
  )
}

/** `word/fontTable.xml`: what Word takes where the reader has not installed the theme's fonts; `embedded` is what it says of those that travel along. */
export function fontTablePart(theme: Theme, embedded: ReadonlyMap<string, readonly Xml[]> = new Map()): Xml {
  const { body, heading, mono, fallback } = theme.fonts
  const families = new Set([body, heading, mono, ...fallback].map((family) => wordFamily(theme, family)))
  return xml(
    'w:fonts',
    namespaces,
    ...[...families].map((name) => {
      const known = substitutes[name]
      return xml(
        'w:font',
        { 'w:name': name },
        ...(known
          ? [val('w:altName', known.alternative), val('w:family', known.family), val('w:pitch', known.pitch)]
          : []),
        embedded.get(name),
      )
    }),
  )
}

/** Fonts that come with Office and have the letters of all European and Central Asian Cyrillic alphabets. */
const substitutes: Readonly<Record<FamilyName, { alternative: string; family: string; pitch: string }>> = {
  'Source Serif 4': { alternative: 'Cambria', family: 'roman', pitch: 'variable' },
  'Source Sans 3': { alternative: 'Calibri', family: 'swiss', pitch: 'variable' },
  'Source Code Pro': { alternative: 'Consolas', family: 'modern', pitch: 'fixed' },
  'DejaVu Sans': { alternative: 'Arial', family: 'swiss', pitch: 'variable' },
}
