/** How a language writes dates. Own words, not those of `Intl`: they change between versions of Node, and so would the bytes. */
export interface DateWords {
  readonly months: readonly string[]
  /** The form of a month that follows a day, where it differs. */
  readonly monthsOfDay?: readonly string[]
  /** Spring to winter. */
  readonly seasons: readonly string[]
  /** `year` is empty within a range of one year. */
  readonly day: (day: string, month: string, year: string) => string
  /** A day whose month follows behind a dash, where it is not the bare number. */
  readonly dayAlone?: (day: string) => string
  /** A range of days within one month names it once, at its beginning. */
  readonly monthFirst?: true
  /** A range within one year names it at its beginning, not at its end. */
  readonly yearFirst?: true
  readonly month: (month: string, year: string) => string
  readonly year: (year: string) => string
  readonly decade: (year: string) => string
  readonly century: (year: string) => string
  readonly beforeOurEra: (year: string) => string
  /** Where the other end of a range is before it. */
  readonly ofOurEra: (year: string) => string
  readonly approximate: (date: string) => string
  readonly uncertain: (date: string) => string
  readonly since: (date: string) => string
  readonly until: (date: string) => string
}

export interface NumberWords {
  /** Between thousands, and before decimals. */
  readonly thousands: string
  readonly decimal: string
  readonly percent: string
  /** Which of the forms of a noun goes with a whole number, from 0. */
  readonly plural: (count: number) => number
  readonly forms: number
  /** The forms that follow from the first by rule, where the language has one. */
  readonly formsOf?: (noun: string) => readonly string[]
}

export const NBSP = '\u00A0'
export const NARROW = '\u202F'

/** A French text with a narrow no-break space before `:` `;` `!` `?` and inside guillemets, where it is written with any space. */
export const frenchSpaces = (text: string): string =>
  text.replace(/[ \u00A0](?=[:;!?»])/g, NARROW).replace(/«[ \u00A0]/g, `«${NARROW}`)

/** Every word of a catalogue, and what its functions say, set by a rule. */
export function setBy<T>(rule: (text: string) => string, words: T): T {
  const set = (value: unknown): unknown => {
    if (typeof value === 'string') return rule(value)
    if (typeof value === 'function') return (...given: unknown[]) => set(value(...given))
    if (Array.isArray(value)) return value.map(set)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, set(inner)]))
  }
  return set(words) as T
}

export const plainDates = {
  day: (day: string, month: string, year: string) => `${day} ${month} ${year}`.trim(),
  month: (month: string, year: string) => `${month} ${year}`.trim(),
  year: (year: string) => year,
}

/** How a language cites a law: `day` for the day of its adoption, the others for dates as it writes them. */
export interface LawWords {
  readonly number: (number: string) => string
  readonly day: (date: string) => string
  readonly inForce: (date: string) => string
  readonly amended: (dates: string) => string
  readonly repealed: (date: string) => string
}

/** Which of a noun's forms a number takes, when they stand in the order of these categories of CLDR; the last for all others. */
export function pluralForm(language: string, categories: readonly Intl.LDMLPluralRule[]): (count: number) => number {
  const rules = new Intl.PluralRules(language)
  return (count) => {
    const at = categories.indexOf(rules.select(count))
    return at === -1 ? categories.length - 1 : at
  }
}

/** A number with the form of the noun that goes with it. */
export function counter(plural: (count: number) => number): (count: number, ...forms: readonly string[]) => string {
  return (count, ...forms) => `${count} ${forms[plural(count)]}`
}

/** The language of a tag, without script and region: `de` of `de-AT`. */
export const baseLanguage = (tag: string): string => tag.split('-', 1)[0] ?? tag
