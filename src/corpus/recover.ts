import { isRecord, lastOf } from '../core/index.ts'
import { parseEdtf } from './edtf.ts'
import type { RecordKind } from './fields.ts'
import { kindOf } from './kinds.ts'
import { pathOf, valueAt } from './path.ts'
import { findFields, type Shape, shapesAt } from './references.ts'

type Path = readonly (string | number)[]

/** Each round mends what the last one found; deeper faults show only when what holds them is right. */
const ROUNDS = 12

/**
 * A faulty record with stand-ins where it is wrong, or `undefined` where nothing can be made of it. It is never
 * printed, since its faults stop the pack: it is there so that what refers to it is not taken for faulty as well.
 */
export function recover(kind: RecordKind, data: unknown): object | undefined {
  if (!isRecord(data)) return undefined
  const copy = structuredClone(data)
  for (let round = 0; round < ROUNDS; round++) {
    const result = kindOf(kind).schema.safeParse(copy)
    if (result.success) return standInDates(kind, result.data)
    for (const issue of result.error.issues)
      mend(kind, copy, pathOf(issue), issue.code === 'unrecognized_keys' ? issue.keys : [])
  }
  return undefined
}

/** Gives dates that are no EDTF the year that they name, so that no stage meets a date that it cannot read; others are left out where they may be. */
export function standInDates<T extends object>(kind: RecordKind, record: T): T {
  const bad = findFields(kind, record).dates.filter(({ value }) => !parseEdtf(value))
  if (bad.length === 0) return record
  const copy = structuredClone(record)
  for (const { path, value } of bad) {
    const holder = branchAt(copy, path.slice(0, -1))
    const year = /\b\d{4}\b/.exec(value)?.[0]
    const field = lastOf(path)
    if (year || isNeeded(kind, path)) Reflect.set(holder, field, year ?? standInYear)
    else Reflect.deleteProperty(holder, field)
  }
  return copy
}

/** The mapping or list at a path, which is to be changed; where there is none, one that nobody looks at. */
function branchAt(record: object, path: Path): object {
  const branch = valueAt(record, path)
  return typeof branch === 'object' && branch !== null ? branch : {}
}

const standInYear = '2000'

/** Whether something is wrong without it: an entry of a list, and a field that a record must have. */
function isNeeded(kind: RecordKind, path: Path): boolean {
  const field = lastOf(path)
  return typeof field === 'number' || shapesAt(kind, path.slice(0, -1)).some((it) => it.required?.includes(field))
}

/** Lists keep their length: where an entry stands is how its place in the file is found. */
function mend(kind: RecordKind, record: object, path: Path, keys: readonly string[]): void {
  const last = path.at(-1)
  if (keys.length > 0) for (const key of keys) Reflect.deleteProperty(branchAt(record, path), key)
  else if (last !== undefined) {
    const holder = branchAt(record, path.slice(0, -1))
    const [parent] = shapesAt(kind, path.slice(0, -1))
    const [shape] = shapesAt(kind, path)
    if (shape && (Array.isArray(holder) || parent?.required?.includes(String(last))))
      Reflect.set(holder, last, standIn(shape))
    else Reflect.deleteProperty(holder, last)
  }
}

/** What stands for a name that is none. */
export const standInName = 'unknown'

/** A value that the shape allows, and that says nothing. */
function standIn(shape: Shape): unknown {
  if (shape.const !== undefined) return shape.const
  if (shape.enum) return shape.enum[0]
  if (shape.anyOf?.[0]) return standIn(shape.anyOf[0])
  if (shape.type === 'array') return shape.minItems ? [standIn(shape.items ?? {})] : []
  if (shape.type === 'object')
    return Object.fromEntries((shape.required ?? []).map((name) => [name, standIn(shape.properties?.[name] ?? {})]))
  if (shape.type === 'integer' || shape.type === 'number') return 1
  if (shape.type === 'boolean') return false
  if (shape.format === 'edtf') return standInYear
  const words = [standInName, '0'.repeat(64), 'en', 'https://example.org/']
  return words.find((word) => new RegExp(shape.pattern ?? '', 'u').test(word)) ?? words[0]
}
