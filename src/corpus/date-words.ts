import { type Edtf, type EdtfDate, type EdtfInterval, edtf } from './edtf.ts'

/** How a language writes dates. Own tables, not `Intl`: its words change between versions of Node, and so would the bytes. */
interface DateWords {
  readonly months: readonly string[]
  /** The form of a month that follows a day, where it differs. */
  readonly monthsOfDay?: readonly string[]
  /** Spring to winter. */
  readonly seasons: readonly string[]
  readonly day: (day: string, month: string, year: string) => string
  readonly month: (month: string, year: string) => string
  readonly year: (year: string) => string
  readonly decade: (year: string) => string
  readonly century: (year: string) => string
  readonly beforeOurEra: (year: string) => string
  readonly approximate: (date: string) => string
  readonly uncertain: (date: string) => string
  readonly since: (date: string) => string
  readonly until: (date: string) => string
}

const plain = {
  day: (day: string, month: string, year: string) => `${day} ${month} ${year}`.trim(),
  month: (month: string, year: string) => `${month} ${year}`.trim(),
  year: (year: string) => year,
}

const languages: Record<string, DateWords> = {
  en: {
    ...plain,
    months: words('January February March April May June July August September October November December'),
    seasons: words('spring summer autumn winter'),
    decade: (year) => `${year}s`,
    century: (year) => `${year}s`,
    beforeOurEra: (year) => `${year} BC`,
    approximate: (date) => `c. ${date}`,
    uncertain: (date) => `${date} (?)`,
    since: (date) => `from ${date}`,
    until: (date) => `by ${date}`,
  },
  ru: {
    ...plain,
    months: words('январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь'),
    monthsOfDay: words('января февраля марта апреля мая июня июля августа сентября октября ноября декабря'),
    seasons: words('весна лето осень зима'),
    decade: (year) => `${year}-е гг.`,
    century: (year) => `${year}-е гг.`,
    beforeOurEra: (year) => `${year} до н. э.`,
    approximate: (date) => `ок. ${date}`,
    uncertain: (date) => `${date} (?)`,
    since: (date) => `с ${date}`,
    until: (date) => `до ${date}`,
  },
  kk: {
    months: words('қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан'),
    day: (day, month, year) => (year ? `${year} ж. ${day} ${month}` : `${day} ${month}`),
    month: (month, year) => (year ? `${year} ж. ${month}` : month),
    year: (year) => `${year} ж.`,
    seasons: words('көктем жаз күз қыс'),
    decade: (year) => `${year} жж.`,
    century: (year) => `${year} жж.`,
    beforeOurEra: (year) => `б. з. д. ${year}`,
    approximate: (date) => `шам. ${date}`,
    uncertain: (date) => `${date} (?)`,
    since: (date) => `${date} бастап`,
    until: (date) => `${date} дейін`,
  },
}

/** A date as a reader expects it, e.g. `c. March 2004`, `17–30 June 2005`, `2003–2005`, `from 2004`. Unknown languages read as English. */
export function formatDate(date: Edtf | string, language = 'en'): string {
  const parsed = typeof date === 'string' ? edtf(date) : date
  const how = languages[language.split('-')[0]!] ?? languages.en!
  return parsed.kind === 'date' ? formatOne(parsed, how) : formatInterval(parsed, how)
}

function formatOne(date: EdtfDate, how: DateWords, omit: { year?: boolean; month?: boolean } = {}): string {
  const year = omit.year ? '' : yearWords(date, how)
  const bare = bareDate(date, how, year, omit.month ?? false)
  const marked = date.approximate ? how.approximate(bare) : bare
  return date.uncertain ? how.uncertain(marked) : marked
}

function bareDate(date: EdtfDate, how: DateWords, year: string, omitMonth: boolean): string {
  const { day, month, season } = date
  if (day !== undefined && omitMonth) return String(day)
  if (day !== undefined) return how.day(String(day), (how.monthsOfDay ?? how.months)[month! - 1]!, year)
  if (month !== undefined) return how.month(how.months[month - 1]!, year)
  if (season !== undefined) return how.month(how.seasons[season - 21]!, year)
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
  if (!to) return how.since(formatOne(from!, how))
  if (!from) return how.until(formatOne(to, how))
  const plainEnds = !from.approximate && !from.uncertain && !to.approximate && !to.uncertain
  const sameYear = plainEnds && from.year === to.year && from.month !== undefined && to.month !== undefined
  const sameMonth = sameYear && from.month === to.month && from.day !== undefined && to.day !== undefined
  const whole = from.month !== undefined || to.month !== undefined ? ' – ' : '–'
  const dash = sameMonth || (sameYear && from.day === undefined && to.day === undefined) ? '–' : whole
  return `${formatOne(from, how, { year: sameYear, month: sameMonth })}${dash}${formatOne(to, how)}`
}

function words(list: string): readonly string[] {
  return list.split(' ')
}
