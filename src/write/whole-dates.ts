import { ofBoth, rememberedBy } from '../core/index.ts'

/** A text whose dates and numbers do not break: day, month and year stand together, and so do groups of three digits. */
export const whole = (text: string, months: RegExp): string =>
  text.replace(months, (date) => date.replaceAll(' ', '\u00a0')).replace(/(?<=\d) (?=\d{3}(?!\d))/g, '\u00a0')

/** A text whose dates break at their spaces again. */
export const breakable = (text: string, months: RegExp): string =>
  [...text.replaceAll('\u00a0', ' ').matchAll(months)].reduce(
    (broken, { 0: date, index }) => broken.slice(0, index) + date + broken.slice(index + date.length),
    text,
  )

/** The number of each month by its names in these languages (BCP 47), in small letters and without a full stop. */
export const monthNames: (languages: readonly string[]) => ReadonlyMap<string, number> = rememberedBy(
  (languages: readonly string[]) =>
    new Map(namesOf(languages).map(([name, at]) => [name.toLowerCase().replace('.', ''), at + 1])),
  String,
)

function namesOf(languages: readonly string[]): (readonly [name: string, index: number])[] {
  return languages.flatMap((language) =>
    (['long', 'short'] as const).flatMap((month) => {
      // Formatters are dear to make.
      const [inDate, alone] = ofBoth<Intl.DateTimeFormatOptions, Intl.DateTimeFormat>(
        [{ month, day: 'numeric' }, { month }],
        (fields) => new Intl.DateTimeFormat(language, { ...fields, timeZone: 'UTC' }),
      )
      return Array.from({ length: 12 }, (_, index) => {
        const date = new Date(Date.UTC(2001, index, 1))
        const name = alone.format(date)
        const other = inDate.formatToParts(date).find(({ type }) => type === 'month')?.value ?? name
        return [[name, index] as const, [other, index] as const]
      }).flat()
    }),
  )
}

/** Matches dates with a month in words, in these languages (BCP 47). */
export function monthsIn(languages: readonly string[]): RegExp {
  const names = namesOf(languages).map(([name]) => name)
  const words = [...new Set(names)].filter((name) => /^\p{L}+\.?$/u.test(name)).map((name) => name.replace('.', '\\.'))
  const month = `(?:${words.sort((a, b) => b.length - a.length).join('|')})`
  return new RegExp(
    `(?<![\\p{L}\\d])(?:\\d{1,2}\\.? ${month}(?: \\d{4})?|${month} \\d{1,2}, \\d{4}|${month} \\d{4})(?![\\p{L}\\d])`,
    'gu',
  )
}
