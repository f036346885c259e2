import { encode, type Host, isOneOf, readText } from '../../core/index.ts'
import {
  type Corpus,
  codeOf,
  codeToWrite,
  dateVariables,
  editYaml,
  edtfFault,
  fieldOrder,
  inOrder,
  type Source,
  setField,
  yamlOf,
} from '../../corpus/index.ts'
import type { Library } from './bibliography.ts'
import { uniqueSlug } from './slug.ts'
import { type SourceFields, sourceFields } from './source-record.ts'

/** What each source was when its library was last read: what changed there since is told from what was changed here. */
const libraryLock = 'corpus/library.lock.json'

interface Conflict {
  readonly source: string
  readonly field: string
  readonly here: unknown
  readonly there: unknown
}

export interface Added {
  /** What is to be written. */
  readonly files: ReadonlyMap<string, Uint8Array>
  readonly created: readonly string[]
  /** Fields that changed in the library, by source. */
  readonly changed: ReadonlyMap<string, readonly string[]>
  readonly same: number
  /** Fields that were changed both here and in the library: they stay as they are here. */
  readonly conflicts: readonly Conflict[]
  /** Fields that no source has, by name, with the number of items that have them; they are kept under `library.other`. */
  readonly homeless: ReadonlyMap<string, number>
  /** Dates that are none: what is wrong with them, where they stand, and of which source. */
  readonly undated: readonly { readonly source: string; readonly line: number | undefined; readonly reason: string }[]
}

type Snapshot = Readonly<Record<string, SourceFields>>

/** Brings a library's items in as sources. A second time it changes nothing but what changed in the library. */
export async function addLibrary(host: Host, corpus: Corpus, library: Library): Promise<Added> {
  const lock = JSON.parse((await readText(host, libraryLock)) ?? '{}') as Snapshot
  const snapshot: Record<string, SourceFields> = { ...lock }
  const files = new Map<string, Uint8Array>()
  const [created, changed, conflicts]: [string[], Map<string, string[]>, Conflict[]] = [[], new Map(), []]
  const homeless = new Map<string, number>()
  const undated: Added['undated'][number][] = []
  const codes = new Set([...corpus.sources.values()].map(codeOf))
  const taken = new Set(corpus.sources.keys())
  const next = new Map<string, number>()
  const find = finder(corpus, lock)
  let same = 0
  for (const item of library.items) {
    const fields = sourceFields(item)
    const faults = datesIn(fields.library?.other ?? {})
    for (const name of Object.keys(fields.library?.other ?? {}))
      if (!faults.has(name)) homeless.set(name, (homeless.get(name) ?? 0) + 1)
    const known = find(fields)
    const tell = (source: string) => {
      for (const [field, reason] of faults)
        undated.push({
          source,
          line: item.line,
          reason: `“${field}” of ${source} is kept under library.other: ${reason}`,
        })
    }
    if (known) tell(known)
    if (!known) {
      const key = uniqueSlug(keyWords(fields), (it) => taken.has(it), 'source', next)
      taken.add(key)
      tell(key)
      created.push(key)
      snapshot[key] = fields
      const { library, ...described } = fields
      const code = codeToWrite(key, codes)
      codes.add(code ?? codeOf({ id: key }))
      const record = { ...described, ...(code ? { code } : {}), held: false, ...(library ? { library } : {}) }
      files.set(pathOf(key), encode(yamlOf(inOrder(record, 'source'))))
      continue
    }
    const path = pathOf(known)
    const text = files.has(path) ? new TextDecoder().decode(files.get(path)) : await readText(host, path)
    if (text === undefined) continue
    const merged = merge(text, lock[known], fields, known)
    snapshot[known] = fields
    conflicts.push(...merged.conflicts)
    if (merged.fields.length > 0) {
      changed.set(known, merged.fields)
      files.set(path, encode(merged.text))
    } else same++
  }
  const sorted = Object.fromEntries(Object.entries(snapshot).sort(([a], [b]) => (a < b ? -1 : 1)))
  if (library.items.length > 0) files.set(libraryLock, encode(`${JSON.stringify(sorted, null, 1)}\n`))
  return { files, created, changed, same, conflicts, homeless, undated }
}

/** The dates that came to no date, and what is wrong with each. */
function datesIn(other: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const [field, value] of Object.entries(other)) {
    if (!isOneOf<string>(dateVariables, field)) continue
    const { reason, notes } = edtfFault(value)
    found.set(field, [reason, ...notes.filter((it) => it.startsWith('did'))].join('; '))
  }
  return found
}

const pathOf = (key: string) => `corpus/sources/${key}.yaml`

/** The source that an item is: by the library's own key, then by its citation key, then by its DOI. */
function finder(corpus: Corpus, lock: Snapshot): (fields: SourceFields) => string | undefined {
  const sources = [...corpus.sources.values()]
  const byKey = firstBy(sources, (it) => it.library?.key)
  const byCitation = new Map<string, Source[]>()
  for (const it of sources) {
    const citation = it.library?.['citation-key']
    if (citation) byCitation.set(citation, [...(byCitation.get(citation) ?? []), it])
  }
  const byDoi = firstBy(sources, (it) => it.DOI?.toLowerCase())
  const asBefore = firstBy(sources, ({ id }) => lock[id] && JSON.stringify(lock[id]))
  return (fields) => {
    const { key, 'citation-key': citation } = fields.library ?? {}
    const doi = typeof fields.DOI === 'string' ? fields.DOI.toLowerCase() : undefined
    return (
      (key && byKey.get(key)) ||
      (citation && byCitation.get(citation)?.find((it) => !clashes(it.library?.key, key))?.id) ||
      (citation && corpus.sources.get(citation)?.id) ||
      (doi && byDoi.get(doi)) ||
      asBefore.get(JSON.stringify(fields))
    )
  }
}

/** The ids of sources by something that they have; the first has it. */
function firstBy(sources: readonly Source[], of: (source: Source) => string | undefined): Map<string, string> {
  return new Map(
    sources
      .flatMap((it) => {
        const value = of(it)
        return value ? [[value, it.id] as const] : []
      })
      .reverse(),
  )
}

const clashes = (one: string | undefined, other: string | undefined) => Boolean(one && other && one !== other)

function keyWords(fields: SourceFields): string {
  const citation = fields.library?.['citation-key']
  if (citation) return citation
  const [author] = (fields.author ?? []) as { family?: string; literal?: string }[]
  const year = typeof fields.issued === 'string' ? fields.issued.slice(0, 4) : ''
  const [word = ''] = String(fields.title ?? '')
    .split(/\s+/)
    .filter((it) => it.length > 3)
  return [author?.family ?? author?.literal ?? word, year].filter(Boolean).join(' ')
}

interface Merged {
  readonly text: string
  readonly fields: string[]
  readonly conflicts: Conflict[]
}

/** A three-way merge by field: what the library said last time, what the file says, what the library says now. */
function merge(text: string, base: SourceFields | undefined, there: SourceFields, source: string): Merged {
  const [fields, conflicts]: [string[], Conflict[]] = [[], []]
  const edited = editYaml(text, (document) => {
    const here = (document.toJS() ?? {}) as Record<string, unknown>
    for (const field of new Set([...Object.keys(base ?? {}), ...Object.keys(there)])) {
      const [was, is, now] = [base?.[field], here[field], there[field]].map((it) => JSON.stringify(it))
      // A source that a person wrote before the library was read gains what it lacks, and loses nothing.
      const isOurs = base === undefined ? is !== undefined : is !== was
      if (now === was || now === is || (base === undefined && now === undefined)) continue
      if (isOurs) {
        if (base !== undefined) conflicts.push({ source, field, here: here[field], there: there[field] })
        continue
      }
      fields.push(field)
      if (now === undefined) document.delete(field)
      else setField(document, field, there[field], fieldOrder('source'))
    }
  })
  return { text: edited, fields, conflicts }
}
