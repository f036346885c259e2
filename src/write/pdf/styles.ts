/** The looks of each kind of block, from the theme. */
import { besideText, type Theme } from '../theme.ts'
import type { Margin, Style } from './definition.ts'

/** What a block's `style` names. Text in the flow of a page of this width has its measure, and `after` it what is left. */
export function stylesOf(theme: Theme, width: number): Record<string, Style> {
  const { sizes, colours, fonts, paragraphGap } = theme
  const lining: string[] = []
  const sans: Style = { font: fonts.heading, features: lining }
  const heading: Style = { ...sans, bold: true, hyphenate: false, leading: 1.18 }
  const [h1, h2, h3, h4, h5, h6] = sizes.headings
  const gap = paragraphGap
  const beside = besideText(theme, width)
  const flow = (top: number, below: number, indent = 0): Margin => [indent, top, beside + indent, below]
  return {
    paragraph: { margin: flow(0, gap) },
    quoted: { margin: [0, 0, 0, gap] },
    lead: { fontSize: sizes.body * 1.15, color: colours.accent, leading: 1.4, margin: flow(0, gap * 1.5) },
    h1: { ...heading, fontSize: h1, color: colours.accent, margin: [0, gap * 4, 0, gap * 2] },
    h2: { ...heading, fontSize: h2, color: colours.accent, margin: [0, gap * 2.75, 0, gap] },
    h3: { ...heading, fontSize: h3, color: colours.ink, margin: [0, gap * 2, 0, gap * 0.6] },
    h4: { ...heading, fontSize: h4, color: colours.muted, margin: [0, gap * 1.6, 0, gap * 0.5] },
    h5: { ...heading, fontSize: h5, italics: true, margin: [0, gap * 1.5, 0, gap * 0.4] },
    h6: { ...heading, fontSize: h6, bold: false, italics: true, margin: [0, gap * 1.5, 0, gap * 0.4] },
    list: { margin: flow(0, gap) },
    innerList: { margin: [0, gap * 0.4, 0, 0] },
    item: { margin: [0, 0, 0, gap * 0.4] },
    looseItem: { margin: [0, 0, 0, gap * 0.8] },
    box: { margin: [0, gap * 0.5, 0, gap * 2] },
    quote: { margin: flow(gap * 0.5, gap, 20), color: colours.ink },
    innerQuote: { margin: [20, gap * 0.5, 20, gap], color: colours.ink },
    code: { font: fonts.mono, fontSize: sizes.small, leading: 1.4, features: lining, hyphenate: false },
    codeBox: { margin: [0, gap * 0.5, 0, gap * 1.5] },
    caption: { ...sans, fontSize: sizes.small + 0.5, leading: 1.3, margin: [0, gap, 0, gap * 0.75] },
    table: { ...sans, fontSize: sizes.small, leading: 1.26, margin: [0, 0, 0, gap * 2] },
    headerCell: { bold: true, color: colours.ink },
    sourceNote: { ...sans, fontSize: sizes.small, leading: 1.32, color: colours.muted, margin: [0, 0, 0, gap * 2] },
    figure: { margin: [0, 0, 0, gap * 1.5] },
    note: { fontSize: sizes.note, leading: 1.3, margin: [0, 0, 0, 0.5] },
    notes: { margin: flow(0, 0) },
    contentsTitle: { ...heading, fontSize: h1, color: colours.accent, margin: [0, 0, 0, gap * 2] },
    contentsSubtitle: { ...heading, fontSize: h3, color: colours.accent, margin: [0, gap * 2, 0, gap] },
    contents1: { ...sans, bold: true, margin: [0, gap, 36, 1.5], hyphenate: false, leading: 1.3 },
    contents2: { ...sans, margin: [14, 0, 36, 1.5], hyphenate: false, leading: 1.3 },
    contents3: { ...sans, fontSize: sizes.small + 0.5, margin: [28, 0, 36, 1], hyphenate: false, color: colours.muted },
    contentsPlain: { ...sans, margin: [0, 0, 36, 3], hyphenate: false, leading: 1.3 },
    bibliography: { fontSize: sizes.body - 0.5, leading: 1.32, margin: flow(0, 0) },
    entry: { margin: [0, 0, 0, gap * 0.75] },
    hangingEntry: { margin: [20, 0, 0, gap * 0.75], leadingIndent: -20 },
    runningHead: { ...sans, fontSize: sizes.note, color: colours.muted, leading: 1.2, hyphenate: false },
    runningFoot: { ...sans, fontSize: sizes.note, color: colours.muted, leading: 1.2, alignment: 'right' },
    // TLP 2.0 wants 12 points at least, and the right.
    marking: { ...sans, bold: true, fontSize: 12, leading: 1.2, hyphenate: false },
    coverOrganisation: { ...heading, fontSize: sizes.body + 1, color: colours.muted },
    coverTitle: { ...heading, fontSize: sizes.title, color: colours.accent, leading: 1.12, margin: [0, 0, 0, 12] },
    coverSubtitle: { ...sans, fontSize: sizes.title * 0.5, color: colours.ink, leading: 1.28, hyphenate: false },
    coverQuestion: { fontSize: sizes.body * 1.25, italics: true, color: colours.ink, leading: 1.42 },
    coverAuthors: { ...sans, fontSize: sizes.body + 1, leading: 1.4, color: colours.ink },
    coverFact: { ...sans, fontSize: sizes.small + 0.5, leading: 1.45, color: colours.ink, hyphenate: false },
  }
}
