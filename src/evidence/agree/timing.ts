import type { Edtf } from '../../corpus/index.ts'
import type { Written } from './dates.ts'

/** A stretch of days, `YYYY-MM-DD` each, that a date of a text can mean. */
export interface Stretch {
  readonly min: string
  readonly max: string
}

/**
 * What a written date can mean, by the day on which the text was issued. A date without its year is the last such day
 * before that day, or the next one; without a day of issue it has only the years that the text names beside it.
 */
export function meaningsOf(date: Written, issued: Edtf | undefined, years: readonly number[]): readonly Stretch[] {
  const { year, month, day } = date
  if (date.months) return periodsOf(date, date.months, issued, years)
  if (date.isDecade) return [{ min: `${year}-01-01`, max: `${year! + 9}-12-31` }]
  if (year !== undefined) return [stretchOf(year, month, day)]
  if (month !== undefined) {
    const near = issued ? nearestYears(month, day ?? 15, issued) : []
    return [...new Set([...years, ...near])].map((it) => stretchOf(it, month, day))
  }
  if (!issued?.max) return []
  const first = issued.min ?? issued.max
  if (date.weekday !== undefined) {
    const found: Stretch[] = []
    for (let step = -13 - daysBetween(first, issued.max); step <= 7; step++) {
      const at = shifted(issued.max, step, 'day')
      if ((new Date(`${at}T00:00:00Z`).getUTCDay() || 7) === date.weekday && at >= shifted(first, -7, 'day'))
        found.push({ min: at, max: at })
    }
    return found
  }
  const { step, unit } = date.relative!
  const [min, max] = [shifted(first, step, unit), shifted(issued.max, step, unit)]
  if (unit === 'year') return [{ min: `${min.slice(0, 4)}-01-01`, max: `${max.slice(0, 4)}-12-31` }]
  if (unit === 'month')
    return [
      {
        min: `${min.slice(0, 7)}-01`,
        max: `${max.slice(0, 7)}-${pad(lastDay(Number(max.slice(0, 4)), Number(max.slice(5, 7))))}`,
      },
    ]
  return unit === 'week' ? [{ min: shifted(min, -6, 'day'), max: shifted(max, 6, 'day') }] : [{ min, max }]
}

/** Whether two dates are written alike, as far as both go. */
export function isWrittenAlike(one: Written, other: Written): boolean {
  return one.month === other.month && one.day === other.day && (one.month !== undefined || one.year === other.year)
}

/** Whether a date written in a claim says no more than a date of its passage, and nothing else. */
export function covers(claim: Written, passage: Written, issued: Edtf | undefined, years: readonly number[]): boolean {
  const { year, month, day } = claim
  // A month or day without its year must stand there itself.
  if (claim.months && passage.months) {
    if (claim.months.join() !== passage.months.join()) return false
    if (year === undefined && claim.relative?.step === passage.relative?.step) return true
  }
  // From January to June: the ends of half a year.
  if (month !== undefined && day === undefined && passage.months?.includes(month))
    return year === undefined || meaningsOf(passage, issued, years).some(({ min }) => min.startsWith(String(year)))
  if (year === undefined && month !== undefined && passage.month !== undefined)
    return month === passage.month && (day === undefined || day === passage.day)
  if (claim.weekday !== undefined && passage.weekday !== undefined)
    return claim.weekday === passage.weekday && (!claim.side || !passage.side || claim.side === passage.side)
  if (claim.relative && claim.relative.unit === passage.relative?.unit && claim.relative.step === passage.relative.step)
    return true
  const [own, theirs] = [meaningsOf(claim, issued, years), meaningsOf(passage, issued, years)]
  const isAsPrecise = precisionOf(passage) >= precisionOf(claim)
  return isAsPrecise && own.some((a) => theirs.some((b) => b.min >= a.min && b.max <= a.max))
}

/** Whether a date of a record lies in, or is, a date of its passage. */
export function isWithin(date: Stretch, passage: Written, issued: Edtf | undefined, years: readonly number[]): boolean {
  return meaningsOf(passage, issued, years).some((it) => it.min >= date.min && it.max <= date.max)
}

/** A part of a year: of the year that stands with it, of those that the text names, or of one around the day of issue. */
function periodsOf(
  { year, relative }: Written,
  [first, last]: readonly [number, number],
  issued: Edtf | undefined,
  years: readonly number[],
): readonly Stretch[] {
  const own = issued?.max === undefined ? undefined : Number(issued.max.slice(0, 4))
  const near = own === undefined ? [] : relative ? [own, own + relative.step] : [own - 1, own, own + 1]
  return (year === undefined ? [...new Set([...years, ...near])] : [year]).map((it) => ({
    min: `${it}-${pad(first)}-01`,
    max: stretchOf(last < first ? it + 1 : it, last).max,
  }))
}

function precisionOf({ day, weekday, month, months, relative }: Written): number {
  if (day !== undefined || weekday !== undefined || relative?.unit === 'day') return 3
  return month !== undefined || months !== undefined || relative?.unit === 'month'
    ? 2
    : relative?.unit === 'week'
      ? 2
      : 1
}

function nearestYears(month: number, day: number, issued: Edtf): readonly number[] {
  const bound = issued.max ?? issued.min
  if (bound === undefined) return []
  const year = Number(bound.slice(0, 4))
  const isPast = `${pad(month)}-${pad(day)}` <= bound.slice(5)
  return isPast ? [year, year + 1] : [year - 1, year]
}

function stretchOf(year: number, month?: number, day?: number): Stretch {
  const [m, d] = [month === undefined ? undefined : pad(month), day === undefined ? undefined : pad(day)]
  return {
    min: `${year}-${m ?? '01'}-${d ?? '01'}`,
    max: `${year}-${m ?? '12'}-${d ?? (m ? pad(lastDay(year, month!)) : '31')}`,
  }
}

const lastDay = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate()

export function shifted(day: string, step: number, unit: 'day' | 'week' | 'month' | 'year'): string {
  const at = new Date(`${day}T00:00:00Z`)
  if (unit === 'year') at.setUTCFullYear(at.getUTCFullYear() + step)
  else if (unit === 'month') at.setUTCMonth(at.getUTCMonth() + step, 1)
  else at.setUTCDate(at.getUTCDate() + step * (unit === 'week' ? 7 : 1))
  return at.toISOString().slice(0, 10)
}

function daysBetween(a: string, b: string): number {
  return Math.round((Date.parse(b) - Date.parse(a)) / 86_400_000)
}

const pad = (value: number) => String(value).padStart(2, '0')
