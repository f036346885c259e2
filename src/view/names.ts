import { formatDate } from '../corpus/date-words.ts'
import { edtf } from '../corpus/edtf.ts'
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
  const who = authorNames(source)
    .map((name) => name.family)
    .join(localeOf(language).and)
  const where = source['container-title'] ?? source.publisher
  const when = source.issued && formatDate(coarse(source.issued), language)
  const parts = [
    who
      ? bracketed(source, 'author', who)
      : where
        ? undefined
        : source.title && bracketed(source, 'title', source.title),
    where === who ? undefined : where,
    when && bracketed(source, 'issued', when),
  ]
  return parts.filter(Boolean).join(', ') || source.id
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
