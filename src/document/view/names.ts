import { entryOf, localeOf } from '../../core/index.ts'
import {
  edtf,
  formatDate,
  fullName,
  isLawOfItsCountry,
  lawName,
  type Pack,
  printedAuthors,
  printedTitle,
  type RecordKind,
  type Source,
} from '../../corpus/index.ts'
import type { Author } from '../../evidence/index.ts'

/** Where a record stands in the document, e.g. `judgment-reform-line-2005`: what links lead to. */
export const anchorOf = (kind: RecordKind, id: string) => `${kind}-${id}`

/** Fields of a record as they are written: `null` for those that it lacks. */
export const fields = <T extends object, K extends keyof T & string>(record: T, ...names: readonly K[]) =>
  Object.fromEntries(names.map((name) => [name, record[name] ?? null])) as {
    [N in K]: undefined extends T[N] ? Exclude<T[N], undefined> | null : T[N]
  }

/** Records as other sections name them: by their codes, and where they stand. Those without a code are left out. */
export const referencesTo = (kind: RecordKind, ids: readonly string[], codes: ReadonlyMap<string, string>) =>
  ids.flatMap((id) => (codes.has(id) ? [{ code: entryOf(codes, id), anchor: anchorOf(kind, id) }] : []))

/** How a datum of a source is known, e.g. `inferred`. */
export function howKnown(source: Source, field: string) {
  const basis = source.basis[field]
  return typeof basis === 'string' ? basis : (basis?.how ?? 'text')
}

/** A datum of a source as printed: in square brackets where the text does not give it. */
export const bracketed = (source: Source, field: string, value: string): string =>
  value && howKnown(source, field) !== 'text' ? `[${value}]` : value

/** What of a pack says how its sources are named. */
type Manner = Pick<Pack, 'language'> & Partial<Pick<Pack, 'transliteration'>>

/** How a source is named in running text: who, where, when, e.g. `[McDermott], Terrorism Monitor, [May 2004]`. */
export function sourceName(source: Source, pack: Manner): string {
  const { language } = pack
  const words = localeOf(language)
  if (isLawOfItsCountry(source) && source.title) return lawName(source, titleOrWhat(source, pack), language)
  const families = authorNames(source, pack).map((name) => name.family)
  const who = families.length > 3 ? `${families[0]} ${words.etAl}` : inRow(families, words.and)
  const where = printedTitle(source, 'container-title', pack.transliteration) ?? source.publisher
  const when = source.issued && formatDate(coarse(source.issued), language)
  const named = [
    who ? bracketed(source, 'author', who) : where ? undefined : titleOrWhat(source, pack),
    where === who ? undefined : where,
  ].filter(Boolean)
  return [...named, when ? bracketed(source, 'issued', when) : source.issued === null && words.noDate]
    .filter(Boolean)
    .join(', ')
}

/** The title; of a work without one, what it is, in brackets, as supplied. A key is nothing to print. */
export function titleOrWhat(source: Source, { language, transliteration }: Manner): string {
  const title = printedTitle(source, 'title', transliteration)
  return title ? bracketed(source, 'title', title) : `[${source.descriptor ?? localeOf(language).untitled}]`
}

/** `A, B and C`. */
export function inRow(items: readonly string[], and: string): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')}${and}${items.at(-1)}`
}

/** An author as a pack prints the name. */
export const authorName = ({ name, letters }: Author, { transliteration }: Manner): string =>
  transliteration === 'original' ? name : (letters ?? name)

/** Family and full names of the authors, as a pack prints them. */
export function authorNames(source: Source, { transliteration }: Manner): { family: string; full: string }[] {
  return (printedAuthors(source, transliteration) ?? []).map((name) =>
    'literal' in name
      ? { family: name.literal, full: name.literal }
      : {
          family: [name['non-dropping-particle'], name.family].filter(Boolean).join(' '),
          full: fullName(name),
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
