/**
 * How a pack looks. Lengths are points (1/72 inch), colours `#rrggbb`. A project may override any of it in
 * `templates/themes/<name>.yaml`; what it does not name keeps the value here.
 */
import { isKeyOf, keysOf } from '../core/index.ts'
export interface Theme {
  readonly page: {
    /** As CSS has it: a name, `A4 landscape`, or the width and the height, `170mm 240mm`. */
    readonly size: string
    /** Of right-hand pages; on left-hand ones `left` and `right` change places where sides are double. */
    readonly margins: { top: number; right: number; bottom: number; left: number }
    /** Whether the paper is printed on one side or on both. */
    readonly sides: 'single' | 'double'
    /** How many columns the text has, and the space between them. */
    readonly columns: number
    readonly gutter: number
  }
  /** Families of the files in `assets/fonts`; `fallback` is tried, in order, for a character the family lacks. */
  readonly fonts: {
    readonly body: FamilyName
    readonly heading: FamilyName
    readonly mono: FamilyName
    readonly fallback: readonly FamilyName[]
  }
  /** Families of the project's own, by the names that `fonts` takes. */
  readonly families?: Readonly<Record<string, OwnFamily>>
  readonly sizes: {
    readonly body: number
    readonly small: number
    readonly note: number
    readonly headings: readonly [number, number, number, number, number, number]
    readonly title: number
  }
  /** Line height as a multiple of the font size. */
  readonly leading: number
  /** How many characters a line of text has at most; tables and figures take the whole width. */
  readonly measure: number
  readonly colours: {
    readonly ink: string
    readonly muted: string
    readonly accent: string
    readonly rule: string
    readonly shade: string
    readonly link: string
  }
  /** Space after a paragraph. */
  readonly paragraphGap: number
}

/** One that ships with the tool, or one of the theme's own. */
export type FamilyName = string

/** A family from the project. */
export interface OwnFamily {
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

export const defaultTheme: Theme = {
  page: {
    size: 'A4',
    margins: { top: 78, right: 78, bottom: 78, left: 78 },
    sides: 'single',
    columns: 1,
    gutter: 18,
  },
  fonts: {
    body: 'Source Serif 4',
    heading: 'Source Sans 3',
    mono: 'Source Code Pro',
    fallback: ['Source Sans 3', 'DejaVu Sans'],
  },
  sizes: { body: 10.5, small: 8.5, note: 8, headings: [20, 14, 12, 11, 10.5, 10.5], title: 30 },
  leading: 1.35,
  measure: 72,
  colours: { ink: '#1b1f24', muted: '#5a6470', accent: '#17456b', rule: '#c9d1d9', shade: '#f2f5f8', link: '#17456b' },
  paragraphGap: 6,
}

/** A theme whose margins hold a marking beside the running head and foot. */
export function roomForMarking({ page, ...theme }: Theme): Theme {
  const { top, bottom, ...sides } = page.margins
  const margins = { ...sides, top: Math.max(top, 72), bottom: Math.max(bottom, 72) }
  return { ...theme, page: { ...page, margins } }
}

/** Paper sizes, in points. */
const papers = {
  A4: { width: 595.28, height: 841.89 },
  Letter: { width: 612, height: 792 },
  A5: { width: 419.53, height: 595.28 },
  B5: { width: 498.9, height: 708.66 },
  Legal: { width: 612, height: 1008 },
}
export const paperNames = keysOf(papers)

export interface Paper {
  readonly width: number
  readonly height: number
}

/** Units of length, in points. */
const units = { pt: 1, mm: 72 / 25.4, cm: 72 / 2.54, in: 72 }

/** The paper of this size, in points; `undefined` where it is none. */
export function paperNamed(size: string): Paper | undefined {
  const [, name, isWide] = /^(\w+)( landscape)?$/.exec(size) ?? []
  const named = name !== undefined && isKeyOf(papers, name) && papers[name]
  if (named) return isWide ? { width: named.height, height: named.width } : named
  const sides = [...size.matchAll(/(\d+(?:\.\d+)?)(pt|mm|cm|in)(?: (?=.)|$)/gy)]
  const [width, height] = sides.map(
    ([, count, unit = '']) => Math.round(Number(count) * (isKeyOf(units, unit) ? units[unit] : 1) * 100) / 100,
  )
  return sides.length === 2 && width && height ? { width, height } : undefined
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
