import { type DateWords, itemAt, localeOf, must } from '../core/index.ts'
import { type Edtf, type EdtfDate, type EdtfInterval, edtf } from './edtf.ts'

/** A date as a reader expects it, e.g. `c. March 2004`, `17–30 June 2005`, `2003–2005`, `from 2004`. Unknown languages read as English. */
export function formatDate(date: Edtf | string, language = 'en'): string {
  const parsed = typeof date === 'string' ? edtf(date) : date
  const how = localeOf(language).dates
  return parsed.kind === 'date' ? formatOne(parsed, how) : formatInterval(parsed, how)
}

/** What of a date its neighbour in a range says already, and whether it takes its era. */
interface Shown {
  readonly year?: boolean
  readonly month?: boolean
  readonly era?: boolean
}

function formatOne(date: EdtfDate, how: DateWords, { year: noYear, month: noMonth = false, era }: Shown = {}): string {
  const words = noYear ? '' : yearWords(date, how)
  const year = era ? how.ofOurEra(words) : words
  const bare = bareDate(date, how, year, noMonth)
  const marked = date.approximate ? how.approximate(bare) : bare
  return date.uncertain ? how.uncertain(marked) : marked
}

function bareDate(date: EdtfDate, how: DateWords, year: string, omitMonth: boolean): string {
  const { day, month, season } = date
  if (day !== undefined && omitMonth) return how.dayAlone?.(String(day)) ?? String(day)
  if (day !== undefined) return how.day(String(day), itemAt(how.monthsOfDay ?? how.months, must(month) - 1), year)
  if (month !== undefined) return how.month(itemAt(how.months, month - 1), year)
  if (season !== undefined) return how.month(itemAt(how.seasons, season - 21), year)
  if (date.precision === 'year') return how.year(year)
  const years = how[date.precision === 'decade' ? 'decade' : 'century'](String(Math.abs(date.year)))
  return date.year < 0 ? how.beforeOurEra(years) : years
}

/** EDTF’s year 0 is 1 BC. */
function yearWords({ year }: EdtfDate, how: DateWords): string {
  return year > 0 ? String(year) : how.beforeOurEra(String(1 - year))
}

function formatInterval(interval: EdtfInterval, how: DateWords): string {
  const { from, to } = interval
  if (!to) return how.since(formatOne(must(from), how))
  if (!from) return how.until(formatOne(to, how))
  const plainEnds = !from.approximate && !from.uncertain && !to.approximate && !to.uncertain
  const sameYear = plainEnds && from.year === to.year && from.month !== undefined && to.month !== undefined
  const sameMonth = sameYear && from.month === to.month && from.day !== undefined && to.day !== undefined
  if (sameMonth && how.monthFirst) {
    const days = `${from.day}–${to.day}`
    return how.day(days, itemAt(how.months, must(from.month) - 1), yearWords(from, how))
  }
  const whole = from.month !== undefined || to.month !== undefined ? ' – ' : '–'
  const dash = sameMonth || (sameYear && from.day === undefined && to.day === undefined) ? '–' : whole
  if (!how.yearFirst || !sameYear)
    return `${formatOne(from, how, { year: sameYear, month: sameMonth })}${dash}${formatOne(to, how, { era: from.year <= 0 && to.year > 0 })}`
  const first = sameMonth ? `${how.year(yearWords(from, how))} ${from.day}` : formatOne(from, how)
  return `${first}${dash}${formatOne(to, how, { year: true })}`
}
