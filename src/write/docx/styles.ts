import type { FamilyName, Theme } from '../theme.ts'
import { wordLanguage } from './languages.ts'
import { colour, halfPoints, step, twips } from './measures.ts'
import { border, type ParagraphProperties, pPr, type RunProperties, rPr } from './properties.ts'
import { namespaces, val, type Xml, xml } from './xml.ts'

/**
 * `word/styles.xml`: the theme under the names that Word's users know. Ids are Word's own English ones; the names are what
 * Word shows in the user's language. `width` is that of the text block, in twips.
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

interface Style {
  readonly id: string
  /** A name that Word knows is shown translated; built-in names are in lower case, as Word writes them. */
  readonly name: string
  readonly basedOn?: string
  readonly next?: string
  /** Offered in the gallery of styles. */
  readonly listed?: boolean
  readonly paragraph?: ParagraphProperties
  readonly run?: RunProperties
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

function paragraphStyles(theme: Theme, width: number): Style[] {
  const { sizes, colours, fonts } = theme
  const gap = twips(theme.paragraphGap)
  const sans = fontsOf(theme, fonts.heading)
  const accent = colour(colours.accent)
  const muted = colour(colours.muted)
  const small: RunProperties = { size: halfPoints(sizes.small) }
  const rule = { size: 4, colour: colour(colours.rule) }
  const edge = [{ at: width, align: 'right' as const }]
  return [
    { id: 'Normal', name: 'Normal', listed: true, paragraph: { widowControl: true, spacing: { after: gap } } },
    ...headingStyles(theme),
    {
      id: 'Title',
      name: 'Title',
      basedOn: 'Normal',
      next: 'Subtitle',
      listed: true,
      paragraph: { keepLines: true, noHyphens: true, spacing: { before: twips(150), after: gap * 2, line: 240 } },
      run: { fonts: sans, bold: true, colour: accent, size: halfPoints(sizes.title) },
    },
    {
      id: 'Subtitle',
      name: 'Subtitle',
      basedOn: 'Normal',
      listed: true,
      paragraph: { noHyphens: true, spacing: { after: gap * 3 } },
      run: { fonts: sans, colour: muted, size: halfPoints(sizes.headings[1]) },
    },
    {
      id: 'CoverQuestion',
      name: 'Cover Question',
      basedOn: 'Normal',
      paragraph: {
        borders: { left: { size: 24, colour: accent, space: 10 } },
        spacing: { before: gap * 2, after: gap * 6 },
        indent: { left: 240 },
      },
      run: { italic: true, size: halfPoints(sizes.body + 3) },
    },
    {
      id: 'CoverLine',
      name: 'Cover Line',
      basedOn: 'Normal',
      paragraph: {
        tabs: [{ at: 3000, align: 'left' }],
        spacing: { after: 60 },
        indent: { left: 3000, hanging: 3000 },
      },
      run: { fonts: sans },
    },
    {
      id: 'Author',
      name: 'Author',
      basedOn: 'Normal',
      paragraph: { spacing: { after: 40 } },
      run: { fonts: sans, bold: true, size: halfPoints(sizes.body + 1) },
    },
    {
      id: 'Affiliation',
      name: 'Affiliation',
      basedOn: 'Author',
      paragraph: { spacing: { after: gap * 6 } },
      run: { bold: false, colour: muted },
    },
    { id: 'Lead', name: 'Lead', basedOn: 'Normal', listed: true, run: { size: halfPoints(sizes.body + 1.5) } },
    {
      id: 'Quote',
      name: 'Quote',
      basedOn: 'Normal',
      listed: true,
      paragraph: {
        borders: { left: { size: 12, colour: rule.colour, space: 8 } },
        indent: { left: step },
      },
      run: { colour: muted },
    },
    {
      id: 'ListParagraph',
      name: 'List Paragraph',
      basedOn: 'Normal',
      listed: true,
      paragraph: { indent: { left: step }, tight: true },
    },
    {
      id: 'Caption',
      name: 'caption',
      basedOn: 'Normal',
      listed: true,
      paragraph: { keepLines: true, spacing: { before: gap, after: gap } },
      run: { fonts: sans, ...small, colour: muted },
    },
    {
      id: 'Figure',
      name: 'Figure',
      basedOn: 'Normal',
      next: 'Caption',
      paragraph: { spacing: { before: gap, after: 0, line: 240 } },
    },
    {
      id: 'TableText',
      name: 'Table Text',
      basedOn: 'Normal',
      paragraph: { noHyphens: true, spacing: { after: 0 } },
      run: { fonts: sans, ...small },
    },
    { id: 'TableHeading', name: 'Table Heading', basedOn: 'TableText', run: { bold: true } },
    {
      id: 'TableGap',
      name: 'Table Gap',
      basedOn: 'Normal',
      paragraph: { spacing: { after: 0, line: gap * 2, exact: true } },
    },
    {
      id: 'SectionEnd',
      name: 'Section End',
      basedOn: 'Normal',
      paragraph: { spacing: { after: 0, line: 20, exact: true } },
    },
    {
      id: 'SourceCode',
      name: 'Source Code',
      basedOn: 'Normal',
      paragraph: { keepLines: true, shade: colour(colours.shade), spacing: { before: gap, after: gap, line: 260 } },
      run: { fonts: fontsOf(theme, fonts.mono), unchecked: true, ...small },
    },
    {
      id: 'HorizontalRule',
      name: 'Horizontal Rule',
      basedOn: 'Normal',
      paragraph: { borders: { bottom: rule }, spacing: { before: gap, after: gap * 2, line: 120, exact: true } },
    },
    {
      id: 'Bibliography',
      name: 'Bibliography',
      basedOn: 'Normal',
      paragraph: { keepLines: true, indent: { left: step, hanging: step } },
    },
    {
      id: 'FootnoteText',
      name: 'footnote text',
      basedOn: 'Normal',
      paragraph: { spacing: { after: 40, line: 240 } },
      run: { size: halfPoints(sizes.note) },
    },
    {
      id: 'TOCHeading',
      name: 'TOC Heading',
      basedOn: 'Normal',
      next: 'Normal',
      paragraph: { keepNext: true, spacing: { before: gap * 3, after: gap } },
      run: { fonts: sans, bold: true, colour: accent, size: halfPoints(sizes.headings[1]) },
    },
    ...Array.from({ length: 6 }, (_, level) => contentsStyle(theme, level, width)),
    {
      id: 'TableofFigures',
      name: 'table of figures',
      basedOn: 'Normal',
      paragraph: {
        tabs: [{ at: width, align: 'right', dots: true }],
        spacing: { after: 40 },
      },
      run: { fonts: sans },
    },
    {
      id: 'Header',
      name: 'header',
      basedOn: 'Normal',
      paragraph: { borders: { bottom: { ...rule, space: 4 } }, tabs: edge, spacing: { after: 0 } },
      run: { fonts: sans, ...small, colour: muted },
    },
    {
      id: 'Footer',
      name: 'footer',
      basedOn: 'Normal',
      paragraph: { tabs: edge, spacing: { after: 0 }, align: 'right' },
      run: { fonts: sans, ...small, colour: muted },
    },
  ]
}

function headingStyles(theme: Theme): Style[] {
  const { headings } = theme.sizes
  return headings.map((size, level) => ({
    id: `Heading${level + 1}`,
    name: `heading ${level + 1}`,
    basedOn: 'Normal',
    next: 'Normal',
    listed: true,
    paragraph: {
      keepNext: true,
      keepLines: true,
      noHyphens: true,
      spacing: { before: twips(size * (level === 0 ? 1.4 : 1.1)), after: twips(theme.paragraphGap * 0.8), line: 252 },
      outlineLevel: level,
    },
    run: {
      fonts: fontsOf(theme, theme.fonts.heading),
      bold: true,
      italic: level === 4 || undefined,
      colour: colour(level < 2 ? theme.colours.accent : level === 5 ? theme.colours.muted : theme.colours.ink),
      size: halfPoints(size),
    },
  }))
}

function contentsStyle(theme: Theme, level: number, width: number): Style {
  return {
    id: `TOC${level + 1}`,
    name: `toc ${level + 1}`,
    basedOn: 'Normal',
    next: 'Normal',
    paragraph: {
      tabs: [{ at: width, align: 'right', dots: true }],
      spacing: { before: level === 0 ? 80 : 0, after: 40 },
      indent: { left: level * 300 },
    },
    run: { fonts: fontsOf(theme, theme.fonts.heading), ...(level === 0 && { bold: true }) },
  }
}

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

/** Word falls back to `complex` for scripts from right to left, which the theme's last fallback covers. */
function fontsOf({ fonts }: Theme, main: FamilyName): { main: string; complex: string } {
  return { main, complex: fonts.fallback.at(-1) ?? main }
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
