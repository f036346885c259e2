import { encode, entryOf, fieldOf, type Host, isRecord, itemAt, nearest, readWhole } from '../../core/index.ts'
import {
  type Corpus,
  fieldElsewhere,
  fieldOrder,
  flow,
  kindOf,
  kinds,
  type RecordKind,
  readToEdit,
  readYaml,
  recordsOf,
  shapesAt,
  unknownKinds,
} from '../../corpus/index.ts'
import { type MadeRecord, makeRecord, pathOf, problemsOf, writtenBehind } from './add-record.ts'
import { editRecords } from './edit-record.ts'
import type { SheetRead } from './read-sheet.ts'

type Json = Readonly<Record<string, unknown>>

/** A register as a table that can be edited and read back: a column a field, by its path, e.g. `date.edtf`. */
export interface Table {
  readonly name: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** The records of a kind as they stand in their files, each with its id first. */
export async function tableOf(host: Host, corpus: Corpus, kind: RecordKind): Promise<Table> {
  const records = await writtenRecords(host, corpus, kind)
  const cells = records.map((it) => cellsOf(it.data, kind))
  const order = ['id', ...(kind === 'claim' ? ['source'] : []), ...fieldOrder(kind)]
  const rank = (path: string) => {
    const at = order.indexOf(itemAt(path.split('.'), 0))
    return at === -1 ? order.length : at
  }
  const columns = [...new Set(cells.flatMap((it) => [...it.keys()]))].filter((it) => it !== 'id' && it !== 'source')
  const sorted = ['id', ...(kind === 'claim' ? ['source'] : []), ...columns.sort((a, b) => rank(a) - rank(b))]
  return {
    name: kindOf(kind).plural,
    columns: sorted,
    rows: cells.map((it) => sorted.map((column) => it.get(column) ?? '')),
  }
}

/** Records as they are written, without what the schema adds. */
async function writtenRecords(host: Host, corpus: Corpus, kind: RecordKind) {
  const texts = new Map<string, unknown>()
  const found: { readonly id: string; readonly data: Json }[] = []
  for (const id of recordsOf(corpus, kind).keys()) {
    const { file } = corpus.place(kind, id)
    if (!texts.has(file)) texts.set(file, readYaml((await readWhole(host, file)) ?? '').data)
    const data = texts.get(file)
    const { kept } = kindOf(kind)
    const list = kept === 'inside' ? fieldOf(data, 'claims') : data
    const own = kept === 'file' ? data : (list as Json[]).find((it) => it.id === id)
    if (!isRecord(own)) continue
    const { claims: _, ...rest } = kind === 'source' ? own : { ...own, claims: undefined }
    const record = kind === 'source' ? rest : own
    const source = kind === 'claim' ? { source: entryOf(corpus.claims, id).source } : {}
    found.push({ id, data: { ...record, id, ...source } })
  }
  return found
}

/** A record’s fields by path. What is a list of texts is parted by semicolons; what is more is YAML in one line. */
function cellsOf(record: Json, kind: RecordKind): Map<string, string> {
  const cells = new Map<string, string>()
  const put = (value: unknown, path: readonly string[]): void => {
    if (value === undefined) return
    const keys = isRecord(value) ? Object.keys(value) : []
    if (keys.length > 0 && keys.every((it) => /^[\w-]+$/.test(it)))
      for (const key of keys) put(fieldOf(value, key), [...path, key])
    else cells.set(path.join('.'), cellOf(value, isText(kind, path)))
  }
  put(record, [])
  return cells
}

function cellOf(value: unknown, isText: boolean): string {
  const isPlain = (it: unknown) => typeof it === 'string' && it !== '' && it === it.trim() && !/[;[\]\r\n]/.test(it)
  if (typeof value === 'string' && (isText || isPlain(value))) return value
  if (Array.isArray(value) && value.length > 0 && value.every(isPlain)) return value.join('; ')
  return flow(value)
}

function isText(kind: RecordKind, path: readonly string[]): boolean {
  const shapes = shapesAt(kind, path)
  return shapes.length > 0 && shapes.every(({ type, enum: values }) => type === 'string' || values !== undefined)
}

/** What a cell says: a text where the schema has one, and YAML’s own where not. */
export function typed(kind: RecordKind, path: string, value: string): unknown {
  const shapes = shapesAt(kind, path.split('.'))
  if (value.trim() === 'null' && shapes.some(({ type }) => type === 'null')) return null
  if (shapes.some(({ type, enum: values }) => type === 'string' || values !== undefined)) return value
  const items = shapes.find(({ type }) => type === 'array')?.items
  if (items && !/^\s*\[/.test(value)) {
    // Names are no texts: they are told with how to write them.
    if (items.type !== 'string') return value
    return value
      .split(items.maxLength === undefined ? /[;,]/ : ';')
      .map((it) => it.trim())
      .filter(Boolean)
  }
  const { data, broken } = readYaml(value)
  return broken ? value : data
}

export interface MergedSheet {
  readonly files: ReadonlyMap<string, Uint8Array>
  readonly created: readonly string[]
  /** The fields that were changed, by record; with a hyphen before those that an empty cell took away. */
  readonly changed: ReadonlyMap<string, readonly string[]>
  readonly same: number
  readonly problems: readonly { readonly row: number; readonly reason: string }[]
}

/** The kind that a table is of: by its name, `actors` or `actor`. */
export function kindOfSheet(name: string): RecordKind | undefined {
  const plain = name.toLowerCase().trim()
  return kinds.find(({ name: one, plural }) => one !== 'pack' && (plain === one || plain === plural))?.name
}

/** An empty cell takes its field away: of one that a record must have that is told, and not what it could be. */
function reasonOfEmpty(reason: string, emptied: readonly string[]): string | undefined {
  const field = emptied.find((it) => reason.startsWith(`“${it.split('.').at(-1)}” is missing`))
  if (field === undefined) return undefined
  const [said] = reason.split('\n')
  return `${said}: the cell is empty, which takes the field away\nfill it, or leave the column ${field} out`
}

/**
 * Brings a table back: by id, cells that differ from the record change it, rows with a new id, or none, are new records.
 * What has no column is left as it is, and a record that has no row stays: records are never deleted.
 */
export async function mergeSheet(host: Host, corpus: Corpus, kind: RecordKind, sheet: SheetRead): Promise<MergedSheet> {
  const changed = new Map<string, readonly string[]>()
  // What is to be written, by file: a file is written once, whatever the number of rows.
  const [edits, fresh] = [new Map<string, Map<string, Json>>(), new Map<string, MadeRecord[]>()]
  const [created, problems]: [string[], MergedSheet['problems'][number][]] = [[], []]
  const known = new Map((await writtenRecords(host, corpus, kind)).map(({ id, data }) => [id, data]))
  const taken = new Set(recordsOf(corpus, kind).keys())
  const next = new Map<string, number>()
  const seen = new Set<string>()
  let same = 0
  const fields = sheet.columns.filter((it) => it !== '' && it !== 'id' && it !== 'source')
  const unknown = fields.filter((it) => shapesAt(kind, it.split('.')).length === 0)
  // A field whose column is misspelt is told of in the first row, not in each as missing.
  const order = fieldOrder(kind)
  const meantBy = (it: string) => fieldElsewhere(it, order) ?? nearest(it, order)
  const meant = unknown.flatMap((it) => meantBy(it) ?? [])
  const isTold = (reason: string) => meant.some((it) => reason.startsWith(`“${it}” is missing`))
  if (fields.length === 0) problems.push({ row: 1, reason: 'the first row names no fields' })
  for (const field of unknown)
    problems.push({
      row: 1,
      reason: [
        `no ${kind} has the field ${field}`,
        ...(meantBy(field) ? [`did you mean “${meantBy(field)}”?`] : []),
      ].join('\n'),
    })
  for (const { row, cells } of sheet.rows) {
    const cell = (column: string) => cells[sheet.columns.indexOf(column)] ?? ''
    const id = cell('id').trim()
    if (id !== '' && seen.has(id)) {
      problems.push({ row, reason: `“${id}” stands in an earlier row too` })
      continue
    }
    seen.add(id)
    const there = known.get(id)
    const given = fields.filter((it) => !unknown.includes(it))
    if (!there) {
      const values = given.flatMap((it) => (cell(it) === '' ? [] : [[it, typed(kind, it, cell(it))] as const]))
      const source = kind === 'claim' ? cell('source').trim() : undefined
      if (kind === 'claim' && !corpus.sources.has(source ?? '')) {
        problems.push({ row, reason: `there is no source “${source}”` })
        continue
      }
      const own = id ? [['id', id] as const, ...values] : values
      const made = await makeRecord(kind, own, (it) => taken.has(it), next)
      const faults = [...made.problems, ...unknownKinds(kind, Object.fromEntries(values), corpus)]
      if (faults.length > 0) for (const reason of faults.filter((it) => !isTold(it))) problems.push({ row, reason })
      else {
        const path = await pathOf(host, corpus, kind, made.id, source)
        entryAt(fresh, path, () => []).push(made)
        taken.add(made.id)
        created.push(made.id)
      }
      continue
    }
    const was = cellsOf(there, kind)
    const differs = given.filter((it) => (was.get(it) ?? '') !== cell(it))
    if (differs.length === 0) {
      same++
      continue
    }
    const record = differs.reduce<Json>(
      (it, path) => put(it, path.split('.'), cell(path) === '' ? undefined : typed(kind, path, cell(path))),
      there,
    )
    const { id: _, source: __, ...own } = record
    const faults = [
      ...(await problemsOf(kind, kindOf(kind).kept !== 'file', own, id)),
      ...unknownKinds(kind, Object.fromEntries(differs.map((it) => [it, own[it]])), corpus),
    ]
    if (faults.length > 0) {
      const emptied = differs.filter((it) => cell(it) === '')
      for (const reason of faults) problems.push({ row, reason: reasonOfEmpty(reason, emptied) ?? reason })
      continue
    }
    const { file } = corpus.place(kind, id)
    const tops = [...new Set(differs.map((it) => itemAt(it.split('.'), 0)))]
    entryAt(edits, file, () => new Map()).set(id, Object.fromEntries(tops.map((it) => [it, own[it]])))
    changed.set(
      id,
      differs.map((it) => (cell(it) === '' ? `-${it}` : it)),
    )
  }
  const files = new Map<string, Uint8Array>()
  const over: Host = { ...host, read: async (path) => files.get(path) ?? host.read(path) }
  for (const [file, fieldsById] of edits)
    files.set(file, encode(editRecords(await readToEdit(host, file), kind, fieldsById)))
  for (const [path, made] of fresh) files.set(path, encode((await writtenBehind(over, corpus, kind, path, made)).text))
  return { files, created, changed, same, problems }
}

function entryAt<T>(groups: Map<string, T>, key: string, empty: () => T): T {
  const group = groups.get(key) ?? empty()
  groups.set(key, group)
  return group
}

/** A copy with a value at a path; an object that loses its last field goes with it. */
function put(record: Json, [first = '', ...rest]: readonly string[], value: unknown): Json {
  const inner = rest.length === 0 ? value : put(isRecord(record[first]) ? record[first] : {}, rest, value)
  const isEmpty = inner === undefined || (rest.length > 0 && isRecord(inner) && Object.keys(inner).length === 0)
  const { [first]: _, ...others } = record
  return isEmpty ? others : { ...record, [first]: inner }
}
