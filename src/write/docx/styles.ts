import { type Xml, xml } from '../ooxml/xml.ts'
import type { Theme } from '../theme.ts'
import { wordLanguage } from './languages.ts'
import { cellPadding, halfPoints } from './measures.ts'
import { paletteOf, typeface, wordFamily } from './palette.ts'
import { paragraphStyles, type Style } from './paragraph-styles.ts'
import { border, pPr, rPr, shading } from './properties.ts'
import { namespaces, val } from './word.ts'

/**
 * `word/styles.xml`: the theme under the names that Word's users know. Ids are Word's own, in English. `width` is that of the text block, in twips;
 * `listed` is how deep headings stand in the contents.
 */
export function stylesPart(theme: Theme, language: string, width: number, listed: number): Xml {
  return xml(
    'w:styles',
    namespaces,
    defaults(theme, language),
    ...paragraphStyles(theme, width, listed).map(paragraphStyle),
    ...characterStyles(theme).map(characterStyle),
    ...tableStyles(theme),
  )
}

function defaults(theme: Theme, language: string): Xml {
  const run = rPr({
    fonts: typeface(theme, theme.fonts.body),
    colour: paletteOf(theme).ink,
    size: halfPoints(theme.sizes.body),
    language: languagesOf(language),
  })
  return xml(
    'w:docDefaults',
    {},
    xml('w:rPrDefault', {}, run),
    xml('w:pPrDefault', {}, pPr({ spacing: { line: lines(theme.leading) } })),
  )
}

/** The languages of text that says none: from right to left it is Arabic, until somebody says another. */
const languagesOf = (language: string) => ({ main: wordLanguage(language), bidi: 'ar-SA' })

/** The same, for the defaults of a reference. */
export function languageOfText(language: string): Xml {
  const { main, bidi } = languagesOf(language)
  return xml('w:lang', { 'w:val': main, 'w:bidi': bidi })
}

/** Line height in 240ths of a font's own line, which is some 1.2 times its size. */
const lines = (leading: number) => Math.round((leading / 1.2) * 240)

/** The style of the words of first headings where some of them call a note. */
export const headingWords = 'Heading Words'

function characterStyles(theme: Theme): Style[] {
  const { link } = paletteOf(theme)
  const { fonts, sizes } = theme
  const name = wordFamily(theme, fonts.mono)
  const mono = { main: name, complex: name }
  return [
    { id: 'Strong', listed: true, run: { bold: true } },
    { id: 'Emphasis', listed: true, run: { italic: true } },
    { id: 'HeadingWords', name: headingWords },
    { id: 'FootnoteReference', name: 'footnote reference', run: { raised: 'superscript' } },
    { id: 'Hyperlink', run: { colour: link, underline: true } },
    { id: 'InternalLink', run: { colour: link } },
    { id: 'VerbatimChar', run: { fonts: mono, unchecked: true, size: halfPoints(sizes.body - 1) } },
  ]
}

const paragraphStyle = (style: Style) => styleOf('paragraph', style, 'Normal')
const characterStyle = (style: Style) => styleOf('character', style, 'DefaultParagraphFont')

function styleOf(type: string, { id, name, basedOn, next, listed, paragraph, run }: Style, base: string): Xml {
  const isBase = id === base
  return xml(
    'w:style',
    { 'w:type': type, 'w:default': isBase ? 1 : undefined, 'w:styleId': id },
    val('w:name', name ?? id.replace(/(?<=[a-z])(?=[A-Z])/g, ' ')),
    isBase ? undefined : val('w:basedOn', basedOn ?? base),
    next ? val('w:next', next) : undefined,
    val('w:uiPriority', listed ? 9 : 99),
    listed ? xml('w:qFormat') : undefined,
    pPr(paragraph ?? {}),
    rPr(run ?? {}),
  )
}

function tableStyles(theme: Theme): Xml[] {
  const colours = paletteOf(theme)
  const rule = { size: 4, colour: colours.rule }
  const strong = { size: 8, colour: colours.accent }
  const sides = ['top', 'left', 'bottom', 'right']
  const margins = (...sizes: [top: number, side: number]) =>
    xml('w:tblCellMar', {}, ...sides.map((side, i) => xml(`w:${side}`, { 'w:w': sizes[i % 2], 'w:type': 'dxa' })))
  return [
    xml(
      'w:style',
      { 'w:type': 'character', 'w:default': 1, 'w:styleId': 'DefaultParagraphFont' },
      val('w:name', 'Default Paragraph Font'),
    ),
    xml(
      'w:style',
      { 'w:type': 'table', 'w:default': 1, 'w:styleId': 'TableNormal' },
      val('w:name', 'Normal Table'),
      xml('w:tblPr', {}, xml('w:tblInd', { 'w:w': 0, 'w:type': 'dxa' }), margins(0, 108)),
    ),
    xml(
      'w:style',
      { 'w:type': 'table', 'w:customStyle': 1, 'w:styleId': 'BriefpackTable' },
      val('w:name', 'Briefpack Table'),
      val('w:basedOn', 'TableNormal'),
      xml('w:qFormat'),
      xml(
        'w:tblPr',
        {},
        xml('w:tblBorders', {}, border('top', strong), border('bottom', strong), border('insideH', rule)),
        margins(40, cellPadding),
      ),
      xml('w:tblStylePr', { 'w:type': 'firstRow' }, xml('w:tcPr', {}, shading(colours.shade))),
    ),
  ]
}
