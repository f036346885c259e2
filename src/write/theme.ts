import { fields, type Values, valuesOf } from './theme/fields.ts'
import { type Paper, paperNamed, papers } from './theme/paper.ts'

export { type Paper, paperNamed, paperNames } from './theme/paper.ts'

/**
 * How a pack looks. Lengths are points (1/72 inch), colours `#rrggbb`. A project may override any of it in
 * `templates/themes/<name>.yaml`; what it does not name keeps the value of `theme/fields.ts`.
 */
export interface Theme extends Values<typeof fields> {
  /** Families of the project's own, by the names that `fonts` takes. */
  readonly families?: Readonly<Record<string, OwnFamily>>
}

/** One that ships with the tool, or one of the theme's own. */
export type FamilyName = string

/** A family from the project. */
export interface OwnFamily {
  /** What its regular file calls it, as it is installed and listed in Word. */
  readonly name: string
  /** Names as those in `assets/fonts`, with a digest: the same name is the same font. */
  readonly regular: string
  readonly bold?: string
  readonly italic?: string
  readonly boldItalic?: string
  /** The path of each of these files in the project; of a variable font with its positions on the axes. */
  readonly paths: Readonly<
    Record<string, string | { readonly file: string; readonly axes: Readonly<Record<string, number>> }>
  >
  /** Whether its licence bits let a document that can be edited carry it (OpenType, OS/2 fsType), in a form that Word takes. */
  readonly isForWord: boolean
  /** Of a character of text, on the whole, in em. */
  readonly characterWidth: number
}

export const defaultTheme: Theme = valuesOf(fields)

/** A theme whose margins hold a marking beside the running head and foot. */
export function roomForMarking({ page, ...theme }: Theme): Theme {
  const { top, bottom, ...sides } = page.margins
  const margins = { ...sides, top: Math.max(top, 72), bottom: Math.max(bottom, 72) }
  return { ...theme, page: { ...page, margins } }
}

export const paperOf = ({ size }: Theme['page']): Paper => paperNamed(size) ?? papers.A4

/** The size of the text area of a page that is not turned, in points. */
export function areaOf(page: Theme['page']): Paper {
  const { width, height } = paperOf(page)
  const { margins } = page
  return { width: width - margins.left - margins.right, height: height - margins.top - margins.bottom }
}

/** The width of a column of text, in points. */
export const columnWidth = (page: Theme['page']): number =>
  (areaOf(page).width - (page.columns - 1) * page.gutter) / page.columns

/** Of a character of text, on the whole, in em: the mean of “etaoin shrdlu”, the letters that are commonest. */
const characterWidths: Readonly<Record<FamilyName, number>> = {
  'Source Serif 4': 0.455,
  'Source Sans 3': 0.426,
  'Source Code Pro': 0.6,
  'DejaVu Sans': 0.506,
}

/** The longest line of text, in em. */
export const lineWidth = ({ measure, fonts, families }: Theme): number =>
  measure * (families?.[fonts.body]?.characterWidth ?? characterWidths[fonts.body] ?? 0.455)

/** What a line of text leaves free of a width, in points. */
export function besideText(theme: Theme, width: number): number {
  return Math.max(0, width - lineWidth(theme) * theme.sizes.body)
}
