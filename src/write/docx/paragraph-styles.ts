/** The theme as a table of paragraph styles, read by the group that one looks for. */
import type { Theme } from '../theme.ts'
import { halfPoints, step, twips } from './measures.ts'
import { paletteOf, typeface } from './palette.ts'
import type { Border, ParagraphProperties, RunProperties } from './properties.ts'

export interface Style {
  readonly id: string
  /** The words of the id unless said. Built-in names are in lower case, as Word writes them; it shows those it knows in the user's language. */
  readonly name?: string
  /** `Normal` unless said. */
  readonly basedOn?: string
  readonly next?: string
  /** Offered in the gallery of styles. */
  readonly listed?: boolean
  readonly paragraph?: ParagraphProperties
  readonly run?: RunProperties
}

/** The theme as paragraph styles. `width` is that of the text block, in twips; `deepest` is how deep headings stand in the contents. */
export function paragraphStyles(theme: Theme, width: number, deepest: number): Style[] {
  const look = lookOf(theme, width)
  return [
    { id: 'Normal', listed: true, paragraph: { widowControl: true, spacing: { after: look.gap } } },
    ...headingStyles(theme, look, deepest),
    ...coverStyles(theme, look),
    ...textStyles(theme, look),
    ...tableStyles(look),
    ...noteStyles(theme),
    ...contentsStyles(theme, look),
    ...runningStyles(look),
  ]
}

/** What several styles share, in Word's units. */
interface Look {
  readonly gap: number
  readonly width: number
  readonly sans: RunProperties
  readonly small: RunProperties
  readonly colours: ReturnType<typeof paletteOf>
  readonly rule: Border
}

function lookOf(theme: Theme, width: number): Look {
  const colours = paletteOf(theme)
  const sans = { fonts: typeface(theme, theme.fonts.heading) }
  const small = { ...sans, size: halfPoints(theme.sizes.small) }
  return { gap: twips(theme.paragraphGap), width, sans, small, colours, rule: { size: 4, colour: colours.rule } }
}

/**
 * Headings that stand in no contents have styles of their own, so that contents made anew leave them out too: Word goes by
 * the style, LibreOffice by the outline level, which is therefore one that the contents do not reach.
 */
function headingStyles({ sizes, paragraphGap }: Theme, { sans, colours }: Look, deepest: number): Style[] {
  const kept: ParagraphProperties = { keepNext: true, keepLines: true, noHyphens: true }
  const headings = sizes.headings.map((size, level): Style => {
    const spacing = { before: twips(size * (level === 0 ? 1.4 : 1.1)), after: twips(paragraphGap * 0.8), line: 252 }
    const colour = level < 2 ? colours.accent : level === 5 ? colours.muted : colours.ink
    return {
      ...{ id: `Heading${level + 1}`, name: `heading ${level + 1}`, next: 'Normal', listed: true },
      paragraph: { ...kept, spacing, outlineLevel: level },
      run: { ...sans, bold: true, italic: level === 4 || undefined, colour, size: halfPoints(size) },
    }
  })
  const unlisted = headings.map(({ id }, level): Style => {
    const paragraph = { outlineLevel: Math.max(level, deepest) }
    return { id: `${id}Unlisted`, name: `Heading ${level + 1} Unlisted`, basedOn: id, next: 'Normal', paragraph }
  })
  return [...headings, ...unlisted]
}

/** Points between organisation and title. */
export const coverGap = 110

/** Where the values of the cover's facts stand, in twips, unless a label is longer. */
export const valueColumn = 3000

/** Title and subtitle stand on the band; their own shade keeps them legible where it is not shown. */
function coverStyles({ sizes }: Theme, { gap, sans, colours }: Look): Style[] {
  const { accent: shade, onAccent: colour, paper } = colours
  const signed = { ...sans, bold: true, size: halfPoints(sizes.body + 1) }
  return [
    {
      ...{ id: 'Affiliation', next: 'Title', run: { ...signed, colour } },
      paragraph: { shade, spacing: { after: twips(coverGap) } },
    },
    {
      ...{ id: 'Title', next: 'Subtitle', listed: true },
      paragraph: { keepLines: true, noHyphens: true, shade, spacing: { after: gap * 2, line: 240 } },
      run: { ...sans, bold: true, colour, size: halfPoints(sizes.title) },
    },
    {
      ...{ id: 'Subtitle', listed: true, run: { ...sans, colour, size: halfPoints(sizes.title / 2) } },
      paragraph: { noHyphens: true, shade, spacing: { after: gap * 8 } },
    },
    {
      ...{ id: 'CoverQuestion', run: { italic: true, size: halfPoints(sizes.body * 1.25) } },
      // The band ends up to 90 points below the title.
      paragraph: { shade: paper, spacing: { before: 1800, after: gap * 8 }, indent: { left: 0, right: 1200 } },
    },
    { id: 'Author', paragraph: { spacing: { after: 40 } }, run: signed },
    {
      ...{ id: 'CoverLine', run: sans },
      // Its left edge is also where its tab leads to.
      paragraph: { spacing: { before: 60, after: 60 }, indent: { left: valueColumn, hanging: valueColumn } },
    },
  ]
}

function textStyles(theme: Theme, { gap, small, rule, colours }: Look): Style[] {
  const { sizes, fonts } = theme
  const { accent, shade } = colours
  const besideQuote = { left: { size: 12, colour: rule.colour, space: 8 } }
  const besideBox = { left: { size: 24, colour: accent, space: 8 } }
  return [
    { id: 'Lead', listed: true, run: { size: halfPoints(sizes.body + 1.5) } },
    { id: 'Quote', listed: true, paragraph: { borders: besideQuote, indent: { left: step } } },
    { id: 'Box', listed: true, paragraph: { borders: besideBox, shade } },
    { id: 'ListParagraph', listed: true, paragraph: { indent: { left: step }, tight: true } },
    {
      ...{ id: 'SourceCode', run: { ...small, fonts: typeface(theme, fonts.mono), unchecked: true } },
      paragraph: { keepLines: true, shade, spacing: { before: gap, after: gap, line: 260 } },
    },
    {
      id: 'HorizontalRule',
      paragraph: { borders: { bottom: rule }, spacing: { before: gap, after: gap * 2, line: 120, exact: true } },
    },
    { id: 'SectionEnd', paragraph: { spacing: { after: 0, line: 20, exact: true } } },
  ]
}

function tableStyles({ gap, small, colours }: Look): Style[] {
  const run = { ...small, colour: colours.muted }
  return [
    {
      ...{ id: 'Caption', name: 'caption', listed: true, run },
      paragraph: { keepLines: true, spacing: { before: gap, after: gap } },
    },
    { id: 'Figure', next: 'Caption', paragraph: { spacing: { before: gap, after: 0, line: 240 } } },
    { id: 'SourceNote', paragraph: { spacing: { before: gap, after: gap * 2 } }, run },
    { id: 'TableText', paragraph: { noHyphens: true, spacing: { after: 0, line: 240 } }, run: small },
    { id: 'TableHeading', basedOn: 'TableText', run: { bold: true } },
    { id: 'TableGap', paragraph: { spacing: { after: 0, line: gap * 2, exact: true } } },
  ]
}

function noteStyles({ sizes }: Theme): Style[] {
  return [
    {
      ...{ id: 'FootnoteText', name: 'footnote text', run: { size: halfPoints(sizes.note) } },
      paragraph: { spacing: { after: 40, line: 240 } },
    },
    { id: 'Bibliography', paragraph: { keepLines: true, indent: { left: step, hanging: step } } },
  ]
}

function contentsStyles({ sizes }: Theme, { gap, width, sans, colours }: Look): Style[] {
  const tabs = [{ at: width, align: 'right' as const, dots: true }]
  return [
    {
      ...{ id: 'TOCHeading', name: 'TOC Heading', next: 'Normal' },
      paragraph: { keepNext: true, spacing: { before: gap * 3, after: gap } },
      run: { ...sans, bold: true, colour: colours.accent, size: halfPoints(sizes.headings[1]) },
    },
    ...Array.from({ length: 6 }, (_, level) => ({
      ...{ id: `TOC${level + 1}`, name: `toc ${level + 1}`, next: 'Normal' },
      paragraph: { tabs, spacing: { before: level === 0 ? 80 : 0, after: 40 }, indent: { left: level * 300 } },
      run: { ...sans, ...(level === 0 && { bold: true }) },
    })),
    { id: 'TableofFigures', name: 'table of figures', paragraph: { tabs, spacing: { after: 40 } }, run: sans },
  ]
}

function runningStyles({ width, sans, small, colours, rule }: Look): Style[] {
  const align = 'right'
  const tabs = [{ at: width, align }] as const
  const run = { ...small, colour: colours.muted }
  const marking = { ...sans, bold: true, size: 24 }
  return [
    {
      ...{ id: 'Header', name: 'header', run },
      paragraph: { borders: { bottom: { ...rule, space: 4 } }, tabs, spacing: { after: 0 } },
    },
    { id: 'HeaderMarking', paragraph: { spacing: { before: 0, after: 120 }, align }, run: marking },
    { id: 'FooterMarking', paragraph: { spacing: { before: 120, after: 0 }, align }, run: marking },
    { id: 'Footer', name: 'footer', paragraph: { tabs, spacing: { after: 0 }, align }, run },
  ]
}
