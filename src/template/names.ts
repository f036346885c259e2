import type { Corpus } from '../corpus/corpus.ts'
import { formatDate } from '../corpus/date-words.ts'
import { edtf } from '../corpus/edtf.ts'
import type { Source } from '../corpus/source.ts'
import { wordsOf } from './words.ts'

const known = new WeakMap<Corpus['sources'], Map<string, ReadonlyMap<string, string>>>()

/**
 * How each source is named in running text, by id: the shortest of “McDermott 2005”, “McDermott, 20–30 June 2005” and
 * these with the title that no other source of the corpus shares.
 */
export function shortNames(sources: Corpus['sources'], language: string): ReadonlyMap<string, string> {
  const byLanguage = known.get(sources) ?? new Map<string, ReadonlyMap<string, string>>()
  known.set(sources, byLanguage)
  const names = byLanguage.get(language) ?? namesOf(sources, language)
  byLanguage.set(language, names)
  return names
}

/** Who stands behind a source and when: `Interfax, 17 June 2005`. */
export function fullName(source: Source, language: string): string {
  const date = source.issued === undefined ? wordsOf(language).undated : formatDate(source.issued, language)
  return `${creator(source, language)}, ${date}`
}

function namesOf(sources: Corpus['sources'], language: string): ReadonlyMap<string, string> {
  const forms = [...sources.values()].map((source) => ({ id: source.id, names: formsOf(source, language) }))
  const counts = new Map<string, number>()
  for (const { names } of forms) for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return new Map(
    forms.map(({ id, names }) => [id, names.find((name) => counts.get(name) === 1) ?? `${names.at(-1)} (${id})`]),
  )
}

function formsOf(source: Source, language: string): string[] {
  const full = fullName(source, language)
  const withTitle = source.title === undefined ? full : `${full}, ${quoted(source.title, language)}`
  const hasPeople = (source.author ?? source.editor) !== undefined
  return hasPeople && source.issued
    ? [`${creator(source, language)} ${yearOf(source.issued)}`, full, withTitle]
    : [full, withTitle]
}

function creator(source: Source, language: string): string {
  const people = (source.author ?? source.editor)?.map((name) => ('family' in name ? name.family : name.literal))
  const { and, etAl } = wordsOf(language)
  if (!people?.length) return source['container-title'] ?? source.publisher ?? source.title ?? source.id
  if (people.length > 2) return `${people[0]} ${etAl}`
  return people.join(` ${and} `)
}

function yearOf(issued: string): string {
  const date = edtf(issued)
  const [from, to] = [date.min?.slice(0, 4), date.max?.slice(0, 4)]
  return from === to || to === undefined ? (from ?? '') : `${from ?? ''}–${to}`
}

export function quoted(text: string, language: string): string {
  const [open, close] = wordsOf(language).quotes
  return `${open}${text}${close}`
}
