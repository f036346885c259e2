/**
 * Dates as EDTF level 0 and 1 (https://www.loc.gov/standards/datetime/, ISO 8601-2:2019): days, months, seasons, years,
 * years before our era (`0000` is 1 BC), `X` for unknown digits, `?` uncertain, `~` approximate, `%` both, and intervals
 * with open or unknown ends. Times of day and years beyond 9999 are refused, and so is level 2.
 */

import { itemAt, must, ofBoth, rememberedBy } from '../core/index.ts'

type Precision = 'day' | 'month' | 'season' | 'year' | 'decade' | 'century'

/**
 * One date. `min` and `max` are the first and last day it can mean, as `YYYY-MM-DD`; days before the year 0 count as its
 * first. `year` is astronomical: 0 is 1 BC. `season` is 21 to 24, spring to winter, on either half of the earth.
 */
export interface EdtfDate {
  readonly kind: 'date'
  readonly text: string
  readonly precision: Precision
  readonly year: number
  readonly season?: number | undefined
  readonly month?: number | undefined
  readonly day?: number | undefined
  readonly approximate: boolean
  readonly uncertain: boolean
  readonly min: string
  readonly max: string
}

/** A stretch of time. An end that is missing is open (`..`) or unknown (empty); its bound is then `undefined`. */
export interface EdtfInterval {
  readonly kind: 'interval'
  readonly text: string
  readonly from?: EdtfDate | undefined
  readonly to?: EdtfDate | undefined
  readonly open: { readonly from: boolean; readonly to: boolean }
  readonly min?: string | undefined
  readonly max?: string | undefined
}

export type Edtf = EdtfDate | EdtfInterval

const shape = /^(-?(?:\d{4}|\d{3}X|\d{2}XX))(?:-(\d{2}|XX)(?:-(\d{2}|XX))?)?([?~%]?)$/

/** The date or interval that `text` writes, or `undefined` when it is not EDTF of the kind we read. */
export const parseEdtf: (text: string) => Edtf | undefined = rememberedBy(
  (text) => {
    const ends = text.split('/')
    if (ends.length === 1) return parseDate(text)
    return ends.length === 2 ? parseInterval(text, itemAt(ends, 0), itemAt(ends, 1)) : undefined
  },
  (text) => text,
)

/** As `parseEdtf`, for text that `load` has already checked; anything else is our bug. */
export function edtf(text: string): Edtf {
  const parsed = parseEdtf(text)
  if (!parsed) throw new Error(`Not EDTF: ${text}`)
  return parsed
}

/** Sorts by first possible day, then by last: earlier and more precise first; what has no bound comes at that end. */
export function compareEdtf(a: Edtf, b: Edtf): number {
  return (
    order(a.min ?? '0000', b.min ?? '0000') ||
    order(a.max ?? '9999', b.max ?? '9999') ||
    yearOf(a) - yearOf(b) ||
    order(a.text, b.text)
  )
}

const yearOf = (date: Edtf) => (date.kind === 'date' ? date.year : must(date.from ?? date.to).year)

function parseInterval(text: string, first: string, second: string): EdtfInterval | undefined {
  const from = isOpenEnd(first) ? undefined : parseDate(first)
  const to = isOpenEnd(second) ? undefined : parseDate(second)
  if ((!from && !isOpenEnd(first)) || (!to && !isOpenEnd(second)) || (!from && !to)) return undefined
  if (from && to && (from.min > to.max || (to.year < 0 && from.year > to.year))) return undefined
  return {
    kind: 'interval',
    text,
    from,
    to,
    open: { from: first === '..', to: second === '..' },
    min: from?.min,
    max: to?.max,
  }
}

const isOpenEnd = (text: string) => text === '' || text === '..'

function parseDate(text: string): EdtfDate | undefined {
  const [, years, months, days, mark] = shape.exec(text) ?? []
  if (years === undefined) return undefined
  if ((years.includes('X') && months) || years === '-0000') return undefined
  const second = months && months !== 'XX' ? Number(months) : undefined
  const season = second !== undefined && second in seasons ? second : undefined
  const month = season === undefined ? second : undefined
  const day = days && days !== 'XX' ? Number(days) : undefined
  const [low, high] = ofBoth(['0', '9'], (digit) => Number(years.replace(/X/g, digit)))
  const [year, last] = [Math.min(low, high), Math.max(low, high)]
  if (days && month === undefined && (season !== undefined || day !== undefined)) return undefined
  if (month !== undefined && (month < 1 || month > 12)) return undefined
  if (day !== undefined && (day < 1 || day > daysIn(year, must(month)))) return undefined
  const [begins, ends] = season === undefined ? [month ?? 1, month ?? 12] : must(seasons[season])
  return {
    kind: 'date',
    text,
    precision: season === undefined ? precisionOf(years, month, day) : 'season',
    year: low,
    season,
    month,
    day,
    approximate: mark === '~' || mark === '%',
    uncertain: mark === '?' || mark === '%',
    min: iso(year, begins, day ?? 1),
    max: ends > 12 ? iso(last + 1, ends - 12, 28) : iso(last, ends, day ?? daysIn(last, ends)),
  }
}

/** The months from the first to the last that a season can have: ISO 8601-2 does not say on which half of the earth it is. */
const seasons: Readonly<Record<number, readonly [number, number]>> = {
  21: [3, 11],
  22: [1, 14],
  23: [3, 11],
  24: [1, 14],
}

function precisionOf(years: string, month?: number, day?: number): Precision {
  if (years.endsWith('XX')) return 'century'
  if (years.endsWith('X')) return 'decade'
  return day !== undefined ? 'day' : month !== undefined ? 'month' : 'year'
}

export function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

const iso = (year: number, month: number, day: number) =>
  year < 0
    ? '0000-01-01'
    : `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
