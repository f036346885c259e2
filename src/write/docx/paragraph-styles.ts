/** The theme as a table of paragraph styles: long because it is data, and read by the group that one looks for. */
import type { Theme } from '../theme.ts'
import { halfPoints, step, twips } from './measures.ts'
import { paletteOf, typeface } from './palette.ts'
import type { Border, ParagraphProperties, RunProperties } from './properties.ts'

export interface Style {
  readonly id: string
  /** Built-in names are in lower case, as Word writes them; it shows those it knows in the user's language. */
  readonly name: string
  readonly basedOn?: string
  readonly next?: string
  /** Offered in the gallery of styles. */
  readonly listed?: boolean
  readonly paragraph?: ParagraphProperties
  readonly run?: RunProperties
}

/** The theme as paragraph styles. `width` is that of the text block, in twips; `listed` is how deep headings stand in the contents. */
export function paragraphStyles(theme: Theme, width: number, listed: number): Style[] {
  const look = lookOf(theme, width)
  return [
    {
      id: 'Normal',
      name: 'Normal',
      listed: true,
      paragraph: { widowControl: true, spacing: { after: look.gap } },
    },
    ...headingStyles(theme, look, listed),
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
  const { sizes, fonts } = theme
  const colours = paletteOf(theme)
  return {
    gap: twips(theme.paragraphGap),
    width,
    sans: { fonts: typeface(theme, fonts.heading) },
    small: { fonts: typeface(theme, fonts.heading), size: halfPoints(sizes.small) },
    colours,
    rule: { size: 4, colour: colours.rule },
  }
}

/**
 * Headings that stand in no contents have styles of their own, so that contents made anew leave them out too: Word goes by
 * the style, LibreOffice by the outline level, which is therefore one that the contents do not reach.
 */
function headingStyles({ sizes, paragraphGap }: Theme, { sans, colours }: Look, listed: number): Style[] {
  const headings = sizes.headings.map(
    (size, level): Style => ({
      id: `Heading${level + 1}`,
      name: `heading ${level + 1}`,
      basedOn: 'Normal',
      next: 'Normal',
      listed: true,
      paragraph: {
        keepNext: true,
        keepLines: true,
        noHyphens: true,
        spacing: { before: twips(size * (level === 0 ? 1.4 : 1.1)), after: twips(paragraphGap * 0.8), line: 252 },
        outlineLevel: level,
      },
      run: {
        ...sans,
        bold: true,
        italic: level === 4 || undefined,
        colour: level < 2 ? colours.accent : level === 5 ? colours.muted : colours.ink,
        size: halfPoints(size),
      },
    }),
  )
  const unlisted = headings.map(({ id }, level): Style => {
    const paragraph = { outlineLevel: Math.max(level, listed) }
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
  const { accent, onAccent: colour } = colours
  return [
    {
      id: 'Affiliation',
      name: 'Affiliation',
      basedOn: 'Normal',
      next: 'Title',
      paragraph: { shade: accent, spacing: { after: twips(coverGap) } },
      run: { ...sans, bold: true, colour, size: halfPoints(sizes.body + 1) },
    },
    {
      id: 'Title',
      name: 'Title',
      basedOn: 'Normal',
      next: 'Subtitle',
      listed: true,
      paragraph: { keepLines: true, noHyphens: true, shade: accent, spacing: { after: gap * 2, line: 240 } },
      run: { ...sans, bold: true, colour, size: halfPoints(sizes.title) },
    },
    {
      id: 'Subtitle',
      name: 'Subtitle',
      basedOn: 'Normal',
      listed: true,
      paragraph: { noHyphens: true, shade: accent, spacing: { after: gap * 8 } },
      run: { ...sans, colour, size: halfPoints(sizes.title / 2) },
    },
    {
      id: 'CoverQuestion',
      name: 'Cover Question',
      basedOn: 'Normal',
      paragraph: {
        shade: colours.paper,
        // The band ends up to 90 points below the title.
        spacing: { before: 1800, after: gap * 8 },
        indent: { left: 0, right: 1200 },
      },
      run: { italic: true, size: halfPoints(sizes.body * 1.25) },
    },
    {
      id: 'Author',
      name: 'Author',
      basedOn: 'Normal',
      paragraph: { spacing: { after: 40 } },
      run: { ...sans, bold: true, size: halfPoints(sizes.body + 1) },
    },
    {
      id: 'CoverLine',
      name: 'Cover Line',
      basedOn: 'Normal',
      paragraph: {
        // Its left edge is also where its tab leads to.
        spacing: { before: 60, after: 60 },
        indent: { left: valueColumn, hanging: valueColumn },
      },
      run: sans,
    },
  ]
}

function textStyles(theme: Theme, { gap, small, rule, colours }: Look): Style[] {
  const { sizes, fonts } = theme
  return [
    { id: 'Lead', name: 'Lead', basedOn: 'Normal', listed: true, run: { size: halfPoints(sizes.body + 1.5) } },
    {
      id: 'Quote',
      name: 'Quote',
      basedOn: 'Normal',
      listed: true,
      paragraph: { borders: { left: { size: 12, colour: rule.colour, space: 8 } }, indent: { left: step } },
    },
    {
      id: 'Box',
      name: 'Box',
      basedOn: 'Normal',
      listed: true,
      paragraph: { borders: { left: { size: 24, colour: colours.accent, space: 8 } }, shade: colours.shade },
    },
    {
      id: 'ListParagraph',
      name: 'List Paragraph',
      basedOn: 'Normal',
      listed: true,
      paragraph: { indent: { left: step }, tight: true },
    },
    {
      id: 'SourceCode',
      name: 'Source Code',
      basedOn: 'Normal',
      paragraph: { keepLines: true, shade: colours.shade, spacing: { before: gap, after: gap, line: 260 } },
      run: { ...small, fonts: typeface(theme, fonts.mono), unchecked: true },
    },
    {
      id: 'HorizontalRule',
      name: 'Horizontal Rule',
      basedOn: 'Normal',
      paragraph: { borders: { bottom: rule }, spacing: { before: gap, after: gap * 2, line: 120, exact: true } },
    },
    {
      id: 'SectionEnd',
      name: 'Section End',
      basedOn: 'Normal',
      paragraph: { spacing: { after: 0, line: 20, exact: true } },
    },
  ]
}

function tableStyles({ gap, small, colours }: Look): Style[] {
  return [
    {
      id: 'Caption',
      name: 'caption',
      basedOn: 'Normal',
      listed: true,
      paragraph: { keepLines: true, spacing: { before: gap, after: gap } },
      run: { ...small, colour: colours.muted },
    },
    {
      id: 'Figure',
      name: 'Figure',
      basedOn: 'Normal',
      next: 'Caption',
      paragraph: { spacing: { before: gap, after: 0, line: 240 } },
    },
    {
      id: 'SourceNote',
      name: 'Source Note',
      basedOn: 'Normal',
      paragraph: { spacing: { before: gap, after: gap * 2 } },
      run: { ...small, colour: colours.muted },
    },
    {
      id: 'TableText',
      name: 'Table Text',
      basedOn: 'Normal',
      paragraph: { noHyphens: true, spacing: { after: 0, line: 240 } },
      run: small,
    },
    { id: 'TableHeading', name: 'Table Heading', basedOn: 'TableText', run: { bold: true } },
    {
      id: 'TableGap',
      name: 'Table Gap',
      basedOn: 'Normal',
      paragraph: { spacing: { after: 0, line: gap * 2, exact: true } },
    },
  ]
}

function noteStyles({ sizes }: Theme): Style[] {
  return [
    {
      id: 'FootnoteText',
      name: 'footnote text',
      basedOn: 'Normal',
      paragraph: { spacing: { after: 40, line: 240 } },
      run: { size: halfPoints(sizes.note) },
    },
    {
      id: 'Bibliography',
      name: 'Bibliography',
      basedOn: 'Normal',
      paragraph: { keepLines: true, indent: { left: step, hanging: step } },
    },
  ]
}

function contentsStyles({ sizes }: Theme, { gap, width, sans, colours }: Look): Style[] {
  const tabs = [{ at: width, align: 'right' as const, dots: true }]
  return [
    {
      id: 'TOCHeading',
      name: 'TOC Heading',
      basedOn: 'Normal',
      next: 'Normal',
      paragraph: { keepNext: true, spacing: { before: gap * 3, after: gap } },
      run: { ...sans, bold: true, colour: colours.accent, size: halfPoints(sizes.headings[1]) },
    },
    ...Array.from({ length: 6 }, (_, level) => ({
      id: `TOC${level + 1}`,
      name: `toc ${level + 1}`,
      basedOn: 'Normal',
      next: 'Normal',
      paragraph: { tabs, spacing: { before: level === 0 ? 80 : 0, after: 40 }, indent: { left: level * 300 } },
      run: { ...sans, ...(level === 0 && { bold: true }) },
    })),
    {
      id: 'TableofFigures',
      name: 'table of figures',
      basedOn: 'Normal',
      paragraph: { tabs, spacing: { after: 40 } },
      run: sans,
    },
  ]
}

function runningStyles({ width, sans, small, colours, rule }: Look): Style[] {
  const tabs = [{ at: width, align: 'right' as const }]
  const run = { ...small, colour: colours.muted }
  return [
    {
      id: 'Header',
      name: 'header',
      basedOn: 'Normal',
      paragraph: { borders: { bottom: { ...rule, space: 4 } }, tabs, spacing: { after: 0 } },
      run,
    },
    ...['Header', 'Footer'].map((edge) => ({
      id: `${edge}Marking`,
      name: `${edge} Marking`,
      basedOn: 'Normal',
      paragraph: {
        spacing: { before: edge === 'Footer' ? 120 : 0, after: edge === 'Footer' ? 0 : 120 },
        align: 'right' as const,
      },
      run: { ...sans, bold: true, size: 24 },
    })),
    {
      id: 'Footer',
      name: 'footer',
      basedOn: 'Normal',
      paragraph: { tabs, spacing: { after: 0 }, align: 'right' },
      run,
    },
  ]
}
