import { formatDate } from '../corpus/date-words.ts'
import { edtf } from '../corpus/edtf.ts'
import { isLawOfItsCountry, lawName } from '../corpus/law.ts'
import type { Source } from '../corpus/source.ts'
import { localeOf } from '../locale/locale.ts'

/** How a datum of a source is known, e.g. `inferred`. */
export function howKnown(source: Source, field: string) {
  const basis = source.basis[field]
  return typeof basis === 'string' ? basis : (basis?.how ?? 'text')
}

/** A datum of a source as printed: in square brackets where the text does not give it. */
export const bracketed = (source: Source, field: string, value: string): string =>
  value && howKnown(source, field) !== 'text' ? `[${value}]` : value

/** How a source is named in running text: who, where, when, e.g. `[McDermott], Terrorism Monitor, [May 2004]`. */
export function sourceName(source: Source, language: string): string {
  const words = localeOf(language)
  if (isLawOfItsCountry(source) && source.title)
    return lawName(source, bracketed(source, 'title', source.title), language)
  const families = authorNames(source).map((name) => name.family)
  const who = families.length > 3 ? `${families[0]} ${words.etAl}` : inRow(families, words.and)
  const where = source['container-title'] ?? source.publisher
  const when = source.issued && formatDate(coarse(source.issued), language)
  const named = [
    who ? bracketed(source, 'author', who) : where ? undefined : titleOrWhat(source, language),
    where === who ? undefined : where,
  ].filter(Boolean)
  return [...named, when ? bracketed(source, 'issued', when) : source.issued === null && words.noDate]
    .filter(Boolean)
    .join(', ')
}

/** The title; of a work without one, what it is, in brackets, as supplied. A key is nothing to print. */
export function titleOrWhat(source: Source, language: string): string {
  return source.title
    ? bracketed(source, 'title', source.title)
    : `[${source.descriptor ?? localeOf(language).untitled}]`
}

/** `A, B and C`. */
export function inRow(items: readonly string[], and: string): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')}${and}${items.at(-1)}`
}

/** Family and full names of the authors, as printed. */
export function authorNames(source: Source): { family: string; full: string }[] {
  return (source.author ?? []).map((name) =>
    'literal' in name
      ? { family: name.literal, full: name.literal }
      : {
          family: [name['non-dropping-particle'], name.family].filter(Boolean).join(' '),
          full: [name.given, name['non-dropping-particle'], name.family, name.suffix].filter(Boolean).join(' '),
        },
  )
}

/** A day within a month reads better than a range of days in a name. */
function coarse(date: string): string {
  const parsed = edtf(date)
  if (parsed.kind === 'date') return date
  const [from, to] = [parsed.min?.slice(0, 7), parsed.max?.slice(0, 7)]
  return from && from === to ? from : date
}
