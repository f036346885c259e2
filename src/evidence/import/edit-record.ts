import { entryOf, fieldOf } from '../../core/index.ts'
import {
  fieldOrder,
  kindOf,
  type Passage,
  type RecordKind,
  readYaml,
  setAt,
  setFields,
  setInEntries,
} from '../../corpus/index.ts'

/** What became of the text of a file: with the change in it, or why it is to be made by hand. */
export type Edited = { readonly text: string } | { readonly why: string }

/** A file with these fields of one of its records changed, and no byte outside them. `undefined` takes a field away. */
export function editRecord(
  text: string,
  kind: RecordKind,
  id: string,
  fields: Readonly<Record<string, unknown>>,
): Edited {
  const path = pathIn(text, kind, id)
  if (!path) return { why: `the file has no ${kind} “${id}”` }
  const order = fieldOrder(kind)
  return { text: setFields(text, path, fields, order) }
}

/** A file with fields of many of its records changed. */
export function editRecords(
  text: string,
  kind: RecordKind,
  edits: ReadonlyMap<string, Readonly<Record<string, unknown>>>,
): string {
  const order = fieldOrder(kind)
  if (kindOf(kind).kept === 'file') return setFields(text, [], Object.assign({}, ...edits.values()), order)
  const at = new Map(listIn(text, kind).map((it, index) => [fieldOf(it, 'id'), index]))
  const byIndex = new Map([...edits].flatMap(([id, fields]) => (at.has(id) ? [[entryOf(at, id), fields]] : [])))
  return setInEntries(text, kindOf(kind).kept === 'inside' ? ['claims'] : [], byIndex, order)
}

/** A file with one value deep in one of its records changed, and no byte outside it. */
export function editValue(
  text: string,
  kind: RecordKind,
  id: string,
  path: readonly (string | number)[],
  value: unknown,
): Edited {
  const record = pathIn(text, kind, id)
  return record ? { text: setAt(text, [...record, ...path], value) } : { why: `the file has no ${kind} “${id}”` }
}

/** A source’s file with a passage of a claim put in the place of its only one, or behind its last. */
export function writePassage(text: string, claim: string, passage: Passage, replaces: boolean): Edited {
  const path = pathIn(text, 'claim', claim)
  if (!path) return { why: `the file has no claim “${claim}”` }
  const record = path.reduce(fieldOf, readYaml(text).data)
  const passages = fieldOf(record, 'passages')
  const there: unknown[] = Array.isArray(passages) ? passages : []
  if (replaces && there.length > 1) return { why: `${claim} has ${there.length} passages: take away those that go` }
  if (replaces && there.length === 1) return { text: setAt(text, [...path, 'passages', 0], passage) }
  return { text: setAt(text, [...path, 'passages'], [...there, passage], fieldOrder('claim')) }
}

/** Where a record stands in its file. */
function pathIn(text: string, kind: RecordKind, id: string): readonly (string | number)[] | undefined {
  const { kept } = kindOf(kind)
  if (kept === 'file') return []
  const index = listIn(text, kind).findIndex((it) => fieldOf(it, 'id') === id)
  return index === -1 ? undefined : kept === 'inside' ? ['claims', index] : [index]
}

/** The records of a file that has many. */
function listIn(text: string, kind: RecordKind): readonly unknown[] {
  const { data } = readYaml(text)
  const list = kindOf(kind).kept === 'inside' ? fieldOf(data, 'claims') : data
  return Array.isArray(list) ? list : []
}
