import type { Theme } from '../theme.ts'
import { wordLanguage } from './languages.ts'
import { colour, halfPoints } from './measures.ts'
import { fontsOf, paragraphStyles, type Style } from './paragraph-styles.ts'
import { border, pPr, rPr } from './properties.ts'
import { namespaces, val, type Xml, xml } from './xml.ts'

/**
 * `word/styles.xml`: the theme under the names that Word's users know. Ids are Word's own, in English. `width` is that of the text block, in twips.
 */
export function stylesPart(theme: Theme, language: string, width: number): Xml {
  return xml(
    'w:styles',
    namespaces,
    defaults(theme, language),
    ...paragraphStyles(theme, width).map(paragraphStyle),
    ...characterStyles(theme).map(characterStyle),
    ...tableStyles(theme),
  )
}

function defaults(theme: Theme, language: string): Xml {
  const run = rPr({
    fonts: fontsOf(theme, theme.fonts.body),
    colour: colour(theme.colours.ink),
    size: halfPoints(theme.sizes.body),
    language: { main: wordLanguage(language), bidi: 'ar-SA' },
  })
  return xml(
    'w:docDefaults',
    {},
    xml('w:rPrDefault', {}, run),
    xml('w:pPrDefault', {}, pPr({ spacing: { line: lines(theme.leading) } })),
  )
}

/** Line height in 240ths of a font's own line, which is some 1.2 times its size. */
const lines = (leading: number) => Math.round((leading / 1.2) * 240)

function characterStyles({ fonts, colours, sizes }: Theme): Style[] {
  const link = colour(colours.link)
  return [
    { id: 'FootnoteReference', name: 'footnote reference', run: { raised: true } },
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

function tableStyles({ colours }: Theme): Xml[] {
  const rule = { size: 4, colour: colour(colours.rule) }
  const strong = { size: 8, colour: colour(colours.accent) }
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
  const fill = xml('w:shd', { 'w:val': 'clear', 'w:color': 'auto', 'w:fill': colour(colours.shade) })
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
        margins(40, 85),
      ),
      xml('w:tblStylePr', { 'w:type': 'firstRow' }, rPr({ bold: true }), xml('w:tcPr', {}, fill)),
    ),
  ]
}
