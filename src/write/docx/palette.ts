import { type Xml, xml } from '../ooxml/xml.ts'
import { readableOn } from '../theme/colour.ts'
import type { FamilyName, Theme } from '../theme.ts'

/** A colour of the theme: its value, and the name by which text and fills ask for it (ISO/IEC 29500-1, ST_ThemeColor). */
export interface Colour {
  readonly value: string
  readonly slot?: string
}

/** A family with what stands in for scripts from right to left, and the theme's font by which text asks for it. */
export interface Typeface {
  readonly main: string
  readonly complex: string
  readonly slot?: 'minor' | 'major' | undefined
}

/** The colours of a theme. They are asked for by name, so that Design → Colours in Word changes them. */
export function paletteOf({ colours }: Theme) {
  const colour = (value: string, slot?: string): Colour => ({
    value: value.replace('#', '').toUpperCase(),
    ...(slot && { slot }),
  })
  const { ink, muted, accent, rule, shade, link } = colours
  const onAccent = readableOn(accent, ink)
  return {
    ink: colour(ink, 'text1'),
    muted: colour(muted, 'text2'),
    accent: colour(accent, 'accent1'),
    onAccent: colour(onAccent, onAccent === ink ? 'text1' : 'background1'),
    paper: colour('#ffffff', 'background1'),
    rule: colour(rule),
    shade: colour(shade, 'background2'),
    link: colour(link, 'hyperlink'),
  }
}

/** Word takes `complex` for scripts from right to left, which the theme's last fallback covers. */
export function typeface({ fonts }: Theme, main: FamilyName): Typeface {
  const slot = main === fonts.body ? 'minor' : main === fonts.heading ? 'major' : undefined
  return { main, complex: fonts.fallback.at(-1) ?? main, slot }
}

/** `word/theme/theme1.xml` (ISO/IEC 29500-1, 20.1.6.9): the colours and fonts that Word offers to change for the whole document. */
export function themePart(theme: Theme): Xml {
  const { ink, muted, accent, shade, link, rule } = paletteOf(theme)
  const colour = (name: string, { value }: Colour) => xml(`a:${name}`, {}, xml('a:srgbClr', { val: value }))
  const white = { value: 'FFFFFF' }
  const accents = [accent, muted, link, rule, ink, shade].map((one, index) => colour(`accent${index + 1}`, one))
  const font = (name: string, { main, complex }: Typeface) =>
    xml(
      `a:${name}`,
      {},
      xml('a:latin', { typeface: main }),
      xml('a:ea', { typeface: '' }),
      xml('a:cs', { typeface: complex }),
    )
  return xml(
    'a:theme',
    { 'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main', name: 'briefpack' },
    xml(
      'a:themeElements',
      {},
      xml(
        'a:clrScheme',
        { name: 'briefpack' },
        colour('dk1', ink),
        colour('lt1', white),
        colour('dk2', muted),
        colour('lt2', shade),
        accents,
        colour('hlink', link),
        colour('folHlink', link),
      ),
      xml(
        'a:fontScheme',
        { name: 'briefpack' },
        font('majorFont', typeface(theme, theme.fonts.heading)),
        font('minorFont', typeface(theme, theme.fonts.body)),
      ),
      plainFormats(),
    ),
  )
}

/** The schema wants three looks of each kind for shapes; the documents have none. */
function plainFormats(): Xml {
  const fill = () => xml('a:solidFill', {}, xml('a:schemeClr', { val: 'phClr' }))
  const three = <T>(make: () => T) => [make(), make(), make()]
  return xml(
    'a:fmtScheme',
    { name: 'briefpack' },
    xml('a:fillStyleLst', {}, three(fill)),
    xml(
      'a:lnStyleLst',
      {},
      three(() => xml('a:ln', { w: 6350 }, fill())),
    ),
    xml(
      'a:effectStyleLst',
      {},
      three(() => xml('a:effectStyle', {}, xml('a:effectLst'))),
    ),
    xml('a:bgFillStyleLst', {}, three(fill)),
  )
}
