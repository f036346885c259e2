import { isKeyOf, isOneOf, isRecord, itemAt } from '../../core/index.ts'
import {
  bibliographic,
  dateVariables,
  fieldElsewhere,
  itemTypes,
  languageNamed,
  nameVariables,
  parseEdtf,
  typeElsewhere,
} from '../../corpus/index.ts'
import type { LibraryItem } from './library-item.ts'

/** The bibliographic fields of a source, and where they came from, as its file has them. */
export type SourceFields = Readonly<Record<string, unknown>> & {
  readonly type: string
  readonly library?: {
    readonly key?: string
    readonly 'citation-key'?: string
    readonly other?: Readonly<Record<string, string>>
  }
}

const known = Object.keys(bibliographic)

/** A library's item as a source; whatever has no field, or no value that a source may have, is kept under `library.other`. */
export function sourceFields({ csl, other }: LibraryItem): SourceFields {
  const rest: Record<string, string> = { ...other }
  const found = new Map<string, unknown>()
  for (const [given, value] of Object.entries(csl)) {
    const meant = known.includes(given) ? given : (fieldElsewhere(given, known) ?? given)
    const isSaid = meant !== given && (meant in csl || found.has(meant))
    if (['id', 'citation-key', '_graph'].includes(given) || value === '' || (isSaid && csl[meant] === value)) continue
    const name = isSaid ? given : meant
    const schema = isKeyOf(bibliographic, name) ? bibliographic[name] : undefined
    const field = fieldOf(name, value)
    // A field with a default would take nothing for the default.
    const parsed = field === undefined ? undefined : schema?.safeParse(field)
    if (parsed?.success && parsed.data !== undefined) {
      found.set(name, parsed.data)
      // What is printed of a title is text: its tags are kept, and no style sees them.
      if (typeof value === 'string' && /<[ibs]/.test(value) && parsed.data !== value) rest[given] = value
    } else rest[given] = (isOneOf(dateVariables, name) && dateTextOf(value)) || asText(value)
  }
  for (const name of found.has('language') ? ['language', 'langid'] : [])
    if (languageOf(rest[name] ?? '') === found.get('language')) delete rest[name]
  if (!found.has('type')) found.set('type', 'document')
  const key = idOf(csl.id)
  const fields = known.flatMap((name) => (found.has(name) ? [[name, found.get(name)]] : []))
  const library = {
    ...(isZotero(key) ? { key } : {}),
    ...optional('citation-key', idOf(csl['citation-key']) ?? (isZotero(key) ? undefined : key)),
    ...(Object.keys(rest).length > 0 ? { other: rest } : {}),
  }
  return Object.fromEntries([
    ...fields,
    ...(Object.keys(library).length > 0 ? [['library', library]] : []),
  ]) as SourceFields
}

const asText = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value))
const optional = (name: string, value: string | undefined) => (value === undefined ? {} : { [name]: value })
const idOf = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value) : undefined)
const isZotero = (key: string | undefined) => key !== undefined && /^https?:\/\/(?:www\.)?zotero\.org\//.test(key)

function fieldOf(name: string, value: unknown): unknown {
  if (isOneOf(dateVariables, name)) return dateOf(value)
  if (isOneOf(nameVariables, name)) return Array.isArray(value) ? value.map(nameOf) : undefined
  if (name === 'type' && typeof value === 'string') return typeElsewhere(value, itemTypes) ?? value
  if (name === 'language' && typeof value === 'string') return languageOf(value)
  const text = typeof value === 'number' ? String(value) : value
  if (typeof text !== 'string') return text
  // Braces of BibTeX that keep capitals have done their work; other tags are the title's own.
  const plain = text.replace(/<span class="nocase">(.*?)<\/span>/g, '$1')
  return /abstract|note|annote/.test(name) ? plain.trim() : plain.replace(/\s+/g, ' ').trim()
}

function languageOf(value: string): string | undefined {
  return languageNamed(value) ?? languageNamed(value.split(/[-_]/)[0] ?? '')
}

const parts = ['family', 'given', 'dropping-particle', 'non-dropping-particle', 'suffix'] as const

/** A name with one part is that of a body; what a style alone needs of a name is left out. */
function nameOf(value: unknown): unknown {
  if (!isRecord(value)) return value
  const given = parts.flatMap((part) =>
    typeof value[part] === 'string' && value[part] !== '' ? [[part, value[part]]] : [],
  )
  if (typeof value.literal === 'string') return { literal: value.literal }
  return given.length === 1 ? { literal: itemAt(given, 0)[1] } : Object.fromEntries(given)
}

/** CSL's date as EDTF; `undefined` where it says what EDTF cannot. */
function dateOf(value: unknown): string | undefined {
  const text = dateTextOf(value)
  return text === undefined ? undefined : edtfOf(text)
}

/** CSL’s date as EDTF would write it, whether it is one or not. */
function dateTextOf(value: unknown): string | undefined {
  if (!isRecord(value)) return typeof value === 'string' ? value : undefined
  const ends = value['date-parts']
  if (!Array.isArray(ends) || ends.length === 0) {
    const words = value.raw ?? value.literal
    return typeof words === 'string' ? words : undefined
  }
  const vague = value.circa ? '~' : ''
  const texts = ends.slice(0, 2).map((end: unknown) => {
    const parts: readonly unknown[] = Array.isArray(end) ? end : []
    const [year, ...rest] = parts.filter((it) => it !== null && it !== '' && it !== 0).map(Number)
    if (year === undefined) return '..'
    const season = rest.length === 0 && /^[1-4]$/.test(String(value.season)) ? [20 + Number(value.season)] : rest
    // CSL has no year 0.
    const years = String(Math.abs(year < 0 ? year + 1 : year)).padStart(4, '0')
    return [(year < -1 ? '-' : '') + years, ...season.map((it) => String(it).padStart(2, '0'))].join('-') + vague
  })
  return texts.join('/')
}

const edtfOf = (text: string) => (parseEdtf(text.trim()) ? text.trim() : undefined)
