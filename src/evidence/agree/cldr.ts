import { baseLanguage, itemAt } from '../../core/index.ts'
import type { Written } from './dates.ts'
import { dayOf, type Token, wordAt, yearShape } from './tokens.ts'
import { once } from './word-table.ts'

// What Unicode knows of languages that have no tables here (CLDR). Of an unknown language a formatter would take the machine’s own.
const isKnown = (tag: string) => /^[a-z]{2,3}$/.test(tag) && Intl.DateTimeFormat.supportedLocalesOf(tag).length > 0

/** The months of a language by their names, alone and behind a day, in lower case and without a full stop. */
export const monthsOf: (language: string) => ReadonlyMap<string, number> = once((language) => {
  const months = new Map<string, number>()
  const tag = baseLanguage(language)
  for (const month of isKnown(tag) ? (['long', 'short'] as const) : [])
    for (const day of [undefined, 'numeric'] as const) {
      const format = new Intl.DateTimeFormat(tag, { month, day, timeZone: 'UTC' })
      for (let at = 0; at < 12; at++)
        for (const { type, value } of format.formatToParts(Date.UTC(2001, at, 9)))
          if (type === 'month') months.set(value.toLowerCase().replace(/\.$/, ''), at + 1)
    }
  return months
})

/** Whether a language writes a comma before the parts of a number. */
export const hasComma: (language: string) => boolean = once((language) => {
  const tag = baseLanguage(language)
  const parts = isKnown(tag) ? new Intl.NumberFormat(tag).formatToParts(1.5) : []
  return parts.some(({ type, value }) => type === 'decimal' && value === ',')
})

/** In a language that has no tables: `12 de mayo de 2019`, `12 maja 2019 r.` */
export function monthElsewhere(
  tokens: readonly Token[],
  months: ReadonlyMap<string, number>,
  at: number,
): Written | undefined {
  const behind = (place: number) =>
    tokens[place]?.kind !== 'number' && !months.has(wordAt(tokens, place)) && (tokens[place]?.text.length ?? 9) < 4
      ? place + 1
      : place
  const day = dayOf(tokens[at])
  const place = day === undefined ? at : behind(at + 1)
  const month = months.get(wordAt(tokens, place))
  const yearAt = behind(place + 1)
  const year = yearShape.test(tokens[yearAt]?.text ?? '') ? Number(itemAt(tokens, yearAt).text) : undefined
  const isBare = day === undefined && year === undefined && wordAt(tokens, place).length < 4
  if (month === undefined || isBare) return undefined
  return { day, month, year, from: at, to: year === undefined ? place + 1 : yearAt + 1 }
}
