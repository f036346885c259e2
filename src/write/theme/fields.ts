import { familyNames } from '../fonts/families.ts'
import { contrast } from './colour.ts'
import { paperNamed, paperNames } from './paper.ts'

/** What is wrong with a value, as what is wanted: `not a number from 6 to 20`; `undefined` where nothing is. */
type Check = (value: unknown, families: readonly string[]) => string | undefined

/** A field of a theme: its value where nobody gives another, what it takes, and what it is for. */
export interface Field<T = unknown> {
  readonly value: T
  readonly check: Check
  readonly meaning: string
}
export interface Fields {
  readonly [name: string]: Field | Fields
}
export type Values<F> = { readonly [K in keyof F]: F[K] extends Field<infer T> ? T : Values<F[K]> }

export const isField = (it: Field | Fields): it is Field => typeof it.check === 'function'

/** What the fields are where nobody says otherwise. */
export const valuesOf = <F extends Fields>(of: F): Values<F> =>
  Object.fromEntries(Object.entries(of).map(([name, it]) => [name, isField(it) ? it.value : valuesOf(it)])) as Values<F>

const between =
  (least: number, most: number): Check =>
  (value) =>
    typeof value === 'number' && value >= least && value <= most ? undefined : `not a number from ${least} to ${most}`

const oneOf =
  (words: readonly (string | number)[]): Check =>
  (value) =>
    words.some((word) => word === value) ? undefined : `not one of ${words.join(', ')}`

const listOf =
  (check: Check, length?: number): Check =>
  (value, families) => {
    if (!Array.isArray(value) || (length !== undefined && value.length !== length)) {
      return length === undefined ? 'not a list' : `not a list of ${length} entries`
    }
    return value.map((it) => check(it, families)).find((wrong) => wrong !== undefined)
  }

const family: Check = (value, own) => oneOf([...familyNames, ...own])(value, own)

const colour: Check = (value) =>
  typeof value === 'string' && /^#[0-9a-f]{6}$/i.test(value) ? undefined : 'not a colour written as "#rrggbb"'

/** Text in this colour must be read on white (WCAG 2.2, 1.4.3). */
const textColour: Check = (value) => {
  const wrong = colour(value, [])
  if (wrong) return wrong
  const found = contrast(String(value), '#ffffff')
  return found >= 4.5 ? undefined : `with a contrast of ${found.toFixed(1)} on white; text needs 4.5`
}

const paper: Check = (value) =>
  typeof value === 'string' && paperNamed(value)
    ? undefined
    : `not one of ${paperNames.join(', ')}, one of them with “landscape” behind it, or a width and a height such as “170mm 240mm”`

const field = <T>(value: T, check: Check, meaning: string): Field<T> => ({ value, check, meaning })
const number = (value: number, least: number, most: number, meaning: string) =>
  field(value, between(least, most), meaning)

/** All that a theme says, in the order in which it is told. */
export const fields = {
  page: {
    size: field('A4', paper, 'The paper; its margins leave 240 points or more each way'),
    margins: {
      top: number(78, 20, 200, 'Above the text; the running head stands in it'),
      right: number(78, 20, 200, 'Right of the text'),
      bottom: number(78, 20, 200, 'Below the text; the page number stands in it'),
      left: number(78, 20, 200, 'Left of the text'),
    },
    sides: field<'single' | 'double'>(
      'single',
      oneOf(['single', 'double']),
      'Whether the paper is printed on one side or on both; then left-hand pages are mirrored',
    ),
    columns: field<number>(
      1,
      oneOf([1, 2, 3]),
      'Columns of the text; what is too wide for one stands across all of them',
    ),
    gutter: number(18, 6, 60, 'Between the columns'),
  },
  fonts: {
    body: field('Source Serif 4', family, 'The family of the text'),
    heading: field('Source Sans 3', family, 'The family of headings, tables, figures and running heads'),
    mono: field('Source Code Pro', family, 'The family of code'),
    fallback: field<readonly string[]>(
      ['Source Sans 3', 'DejaVu Sans'],
      listOf(family),
      'Families to try, in order, for a character that the others lack',
    ),
  },
  sizes: {
    body: number(10.5, 6, 20, 'Of the text'),
    small: number(8.5, 6, 20, 'Of tables and captions'),
    note: number(8, 6, 20, 'Of notes'),
    headings: field<readonly [number, number, number, number, number, number]>(
      [20, 14, 12, 11, 10.5, 10.5],
      listOf(between(6, 60), 6),
      'Of the six levels of headings',
    ),
    title: number(30, 10, 80, 'Of the title on the cover; a long one is set smaller'),
  },
  leading: number(1.35, 1, 2.5, 'The height of a line as a multiple of the size'),
  measure: number(
    72,
    30,
    200,
    'Characters in a line of the PDF’s text, at most, by the mean width of letters in its font; tables and figures take the whole width',
  ),
  colours: {
    ink: field('#1b1f24', textColour, 'Of the text'),
    muted: field('#5a6470', textColour, 'Of what stands back: running heads, labels'),
    accent: field('#17456b', textColour, 'Of headings, and of the band of the cover'),
    rule: field('#c9d1d9', colour, 'Of fine lines'),
    shade: field('#f2f5f8', colour, 'Behind boxes and heads of tables'),
    link: field('#17456b', textColour, 'Of links'),
  },
  paragraphGap: number(6, 0, 40, 'Below a paragraph; the other gaps follow it'),
}
