import { type Xml, xml } from '../ooxml/xml.ts'
import type { Theme } from '../theme.ts'
import { cellPadding } from './columns.ts'
import { wordLanguage } from './languages.ts'
import { halfPoints } from './measures.ts'
import { paletteOf, typeface } from './palette.ts'
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
  return [
    { id: 'Strong', name: 'Strong', listed: true, run: { bold: true } },
    { id: 'Emphasis', name: 'Emphasis', listed: true, run: { italic: true } },
    { id: 'HeadingWords', name: headingWords },
    { id: 'FootnoteReference', name: 'footnote reference', run: { raised: 'superscript' } },
    { id: 'Hyperlink', name: 'Hyperlink', run: { colour: link, underline: true } },
    { id: 'InternalLink', name: 'Internal Link', run: { colour: link } },
    {
      id: 'VerbatimChar',
      name: 'Verbatim Char',
      run: { fonts: { main: fonts.mono, complex: fonts.mono }, unchecked: true, size: halfPoints(sizes.body - 1) },
    },
  ]
}

function paragraphStyle(style: Style): Xml {
  return xml(
    'w:style',
    { 'w:type': 'paragraph', 'w:default': style.id === 'Normal' ? 1 : undefined, 'w:styleId': style.id },
    ...head(style),
    pPr(style.paragraph ?? {}),
    rPr(style.run ?? {}),
  )
}

function characterStyle(style: Style): Xml {
  return xml(
    'w:style',
    { 'w:type': 'character', 'w:styleId': style.id },
    ...head({ ...style, basedOn: 'DefaultParagraphFont' }),
    rPr(style.run ?? {}),
  )
}

function head({ name, basedOn, next, listed }: Style): (Xml | undefined)[] {
  return [
    val('w:name', name),
    basedOn ? val('w:basedOn', basedOn) : undefined,
    next ? val('w:next', next) : undefined,
    val('w:uiPriority', listed ? 9 : 99),
    listed ? xml('w:qFormat') : undefined,
  ]
}

function tableStyles(theme: Theme): Xml[] {
  const colours = paletteOf(theme)
  const rule = { size: 4, colour: colours.rule }
  const strong = { size: 8, colour: colours.accent }
  const margins = (top: number, side: number) =>
    xml(
      'w:tblCellMar',
      {},
      ...(
        [
          ['top', top],
          ['left', side],
          ['bottom', top],
          ['right', side],
        ] as const
      ).map(([name, size]) => xml(`w:${name}`, { 'w:w': size, 'w:type': 'dxa' })),
    )
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
