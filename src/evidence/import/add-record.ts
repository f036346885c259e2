import { encode, fieldOf, type Host, isRecord, itemAt } from '../../core/index.ts'
import {
  appendRecords,
  appendTo,
  type Corpus,
  inOrder,
  kindOf,
  presetOf,
  type RecordKind,
  readText as readRecords,
  readToEdit,
  recordsOf,
  yamlOf,
} from '../../corpus/index.ts'
import { uniqueSlug } from './slug.ts'

/** A field by its path, e.g. `date.edtf`, and its value as it would stand in YAML. */
export type RecordField = readonly [path: string, value: unknown]

export interface AddedRecord {
  readonly id: string
  readonly path: string
  /** The record's text, for a person to see. */
  readonly yaml: string
  readonly bytes: Uint8Array
  /** What is wrong with the record by itself: it is written all the same only when there is nothing. */
  readonly problems: readonly string[]
  readonly data: unknown
  /** How many kinds of the preset a first list of the corpus’ own begins with: it holds alone from now on. */
  readonly preset: number
}

/** A record that is ready to be written, and what is wrong with it. */
export type MadeRecord = Pick<AddedRecord, 'id' | 'yaml' | 'problems' | 'data'>

/**
 * A new record behind the others of its kind: in its register, in a file of its own, or, for a claim, in its source.
 * The id is made from `name`, `title` or `text` where none is given.
 */
export async function addRecord(
  host: Host,
  corpus: Corpus,
  kind: RecordKind,
  given: readonly RecordField[],
  source?: string,
): Promise<AddedRecord> {
  const known = recordsOf(corpus, kind)
  const made = await makeRecord(kind, given, (it) => known.has(it))
  const path = await pathOf(host, corpus, kind, made.id, source)
  const { text, preset } = await writtenBehind(host, corpus, kind, path, [made])
  return { ...made, path, bytes: encode(text), preset }
}

export async function makeRecord(
  kind: RecordKind,
  given: readonly RecordField[],
  isTaken: (id: string) => boolean,
  next?: Map<string, number>,
): Promise<MadeRecord> {
  const record: Record<string, unknown> = {}
  for (const [path, value] of given) put(record, path.split('.'), value)
  const words = ['id', 'name', 'title', 'text', 'gist'].flatMap((field) =>
    typeof record[field] === 'string' ? [record[field]] : [],
  )
  const id = uniqueSlug(words[0]?.split(/\s+/).slice(0, 8).join(' ') ?? '', isTaken, kind, next)
  const inFile = kindOf(kind).kept === 'file'
  const { id: _, ...rest } = record
  const data = inOrder(inFile ? rest : { id, ...rest }, kind)
  const yaml = inFile ? yamlOf(data) : yamlOf([data])
  const { records } = await readRecords(kind, !inFile, yaml)
  return { id, yaml, data, problems: records ? [] : await faultsOf(kind, !inFile, yaml, id) }
}

/** The file with records of it behind those that are there, all in one go, however many they are. */
export async function writtenBehind(
  host: Host,
  corpus: Corpus,
  kind: RecordKind,
  path: string,
  made: readonly MadeRecord[],
): Promise<{ readonly text: string; readonly preset: number }> {
  const there = await readToEdit(host, path)
  const ids = new Set(made.map(({ id }) => id))
  const preset = presetOf(corpus, kind).filter((it) => !ids.has(String(fieldOf(it, 'id'))))
  const records = made.map(({ data }) => data)
  const { kept } = kindOf(kind)
  const text =
    kept === 'file'
      ? itemAt(made, 0).yaml
      : kept === 'inside'
        ? appendRecords(there, 'claims', records)
        : appendTo(there, [...preset, ...records])
  return { text, preset: preset.length }
}

function put(record: Record<string, unknown>, [first = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) record[first] = value
  else {
    const inner = record[first]
    const next = isRecord(inner) ? inner : {}
    record[first] = next
    put(next, rest, value)
  }
}

export async function pathOf(
  host: Host,
  corpus: Corpus,
  kind: RecordKind,
  id: string,
  source?: string,
): Promise<string> {
  const { kept, plural: register } = kindOf(kind)
  if (kept === 'inside') return `corpus/sources/${source}.yaml`
  if (kept === 'file') return `corpus/${register}/${id}.yaml`
  const files = [...corpus.digests.keys()].filter(
    (path) => path === `corpus/${register}.yaml` || path.startsWith(`corpus/${register}/`),
  )
  return (
    files.at(-1) ??
    ((await host.list(`corpus/${register}`)).length > 0 ? `corpus/${register}/${id}.yaml` : `corpus/${register}.yaml`)
  )
}

/** What is wrong with a record by itself. */
export async function problemsOf(
  kind: RecordKind,
  isList: boolean,
  record: Readonly<Record<string, unknown>>,
  id: string,
): Promise<string[]> {
  const yaml = isList ? yamlOf([inOrder({ id, ...record }, kind)]) : yamlOf(inOrder({ ...record }, kind))
  return (await readRecords(kind, isList, yaml)).records ? [] : faultsOf(kind, isList, yaml, id)
}

async function faultsOf(kind: RecordKind, isList: boolean, yaml: string, id: string): Promise<string[]> {
  const [{ readYaml }, { parseYaml }, { readRecords: read }, { Log }] = await Promise.all([
    import('../../corpus/read-yaml.ts'),
    import('../../corpus/yaml.ts'),
    import('../../corpus/records.ts'),
    import('../../core/log.ts'),
  ])
  const log = new Log()
  const file = parseYaml('', yaml, log, readYaml(yaml))
  read(kind, file, isList ? undefined : id, log)
  return log.findings.map(({ reason, note }) => (note ? `${reason}\n${note}` : reason))
}
