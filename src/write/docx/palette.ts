import { written, type Xml, xml } from '../ooxml/xml.ts'
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

/** The name by which Word knows a family: that in the font file, where the theme calls it by another. */
export const wordFamily = ({ families }: Pick<Theme, 'families'>, family: FamilyName): string =>
  families?.[family]?.name ?? family

/** Word takes `complex` for scripts from right to left, which the theme's last fallback covers. */
export function typeface(theme: Theme, main: FamilyName): Typeface {
  const { fonts } = theme
  const slot = main === fonts.body ? 'minor' : main === fonts.heading ? 'major' : undefined
  return { main: wordFamily(theme, main), complex: wordFamily(theme, fonts.fallback.at(-1) ?? main), slot }
}

/** `word/theme/theme1.xml` (ISO/IEC 29500-1, 20.1.6.9): the colours and fonts that Word offers to change for the whole document. */
export function themePart(theme: Theme): Xml {
  const { ink, muted, accent, shade, link, rule } = paletteOf(theme)
  const paper = { value: 'FFFFFF' }
  const named = { dk1: ink, lt1: paper, dk2: muted, lt2: shade }
  const accents = [accent, muted, link, rule, ink, shade].map((one, index) => [`accent${index + 1}`, one] as const)
  const links = { hlink: link, folHlink: link }
  const colours = [...Object.entries(named), ...accents, ...Object.entries(links)].map(([name, { value }]) =>
    xml(`a:${name}`, {}, xml('a:srgbClr', { val: value })),
  )
  const major = typeface(theme, theme.fonts.heading)
  const minor = typeface(theme, theme.fonts.body)
  const font = ({ main, complex }: Typeface) =>
    Object.entries({ latin: main, ea: '', cs: complex }).map(([kind, name]) => xml(`a:${kind}`, { typeface: name }))
  const fill = written`<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>`
  const line = written`<a:ln w="6350">${fill}</a:ln>`
  const effect = written`<a:effectStyle><a:effectLst/></a:effectStyle>`
  // The schema wants three looks of each kind for shapes; the documents have none.
  return written`<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="briefpack"><a:themeElements>
    <a:clrScheme name="briefpack">${colours}</a:clrScheme>
    <a:fontScheme name="briefpack">
      <a:majorFont>${font(major)}</a:majorFont>
      <a:minorFont>${font(minor)}</a:minorFont>
    </a:fontScheme>
    <a:fmtScheme name="briefpack">
      <a:fillStyleLst>${[fill, fill, fill]}</a:fillStyleLst>
      <a:lnStyleLst>${[line, line, line]}</a:lnStyleLst>
      <a:effectStyleLst>${[effect, effect, effect]}</a:effectStyleLst>
      <a:bgFillStyleLst>${[fill, fill, fill]}</a:bgFillStyleLst>
    </a:fmtScheme>
  </a:themeElements></a:theme>`
}
