import { isKeyOf, localeOf } from '../core/index.ts'
import { formatDate } from './date-words.ts'
import type { Source } from './source.ts'

const types: ReadonlySet<string> = new Set(['legislation', 'bill', 'regulation'])
const american = /^(?:us|u\.s\.(?:a\.)?|usa|united states\b.*)$/i

/**
 * Is it a law, bill or decree of a country whose own way is to name it by kind, number, day and title? Styles know the
 * American way, by public law and statute, and only that.
 */
export function isLawOfItsCountry({ type, jurisdiction }: Source): boolean {
  return types.has(type) && !american.test(jurisdiction ?? '')
}

/** A law as texts name it, e.g. `Law no. 214-IV of 14 March 2011 ‘On Inland Ports’ (Norland)`; `title` as it is to be printed. */
export function lawName(source: Source, title: string, language: string): string {
  const words = localeOf(language)
  const kind = source.genre ?? (isKeyOf(words.lawKind, source.type) ? words.lawKind[source.type] : '')
  const isDay = /^\d{4}-\d\d-\d\d$/.test(source.issued ?? '')
  const date = source.issued ? formatDate(source.issued, language) : undefined
  const names = (text: string) => [kind, title].some((it) => it.includes(text))
  const land = source.jurisdiction ?? source.authority
  const apart = [land && !names(land) ? land : undefined, isDay ? undefined : date].filter((it) => it !== undefined)
  const [open, close] = words.quotationMarks
  return [
    kind,
    source.number && !names(source.number) ? words.law.number(source.number) : undefined,
    isDay && date ? words.law.day(date) : undefined,
    title === kind ? undefined : `${open}${title}${close}`,
    apart.length > 0 ? `(${apart.join(', ')})` : undefined,
  ]
    .filter((it) => it !== undefined)
    .join(' ')
}

/** From when to when it holds, and when it was amended, each in words. */
export function lawDates({ law }: Source, language: string): readonly string[] {
  const words = localeOf(language).law
  const say = (date: string) => formatDate(date, language)
  return [
    ...(law?.['in-force'] ? [words.inForce(say(law['in-force']))] : []),
    ...(law?.amended.length ? [words.amended(law.amended.map(say).join(', '))] : []),
    ...(law?.repealed ? [words.repealed(say(law.repealed))] : []),
  ]
}
