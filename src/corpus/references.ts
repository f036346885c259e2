import * as z from 'zod'
import type { RecordKind, Role } from './fields.ts'
import { kindOf, kinds } from './kinds.ts'

/** A field of a record that names another record, or writes a date. */
interface Found {
  readonly path: readonly (string | number)[]
  readonly value: string
}
export interface Reference extends Found {
  readonly to: RecordKind
  /** The record rests on the other; else it only mentions it. */
  readonly evidential: boolean
}
/** A text in our own words. */
interface Prose extends Found {
  readonly role: Role
  /** The fields beside it that name the claims it rests on; `id` of a claim is the claim itself. */
  readonly on: readonly string[]
}

/** What is read of a JSON Schema. */
export interface Shape {
  description?: string
  type?: string
  const?: unknown
  enum?: unknown[]
  pattern?: string
  maxLength?: number
  minItems?: number
  required?: string[]
  properties?: Record<string, Shape>
  items?: Shape
  anyOf?: Shape[]
  additionalProperties?: Shape | boolean
  refersTo?: RecordKind
  evidential?: boolean
  prose?: Role
  on?: string[]
  format?: string
}

interface Fields {
  readonly references: Reference[]
  readonly dates: Found[]
  readonly prose: Prose[]
}

/** What the schemas say of references, dates and prose, read from their JSON Schema so that no field is listed twice. */
export function findFields(kind: RecordKind, record: unknown): Fields {
  const found: Fields = { references: [], dates: [], prose: [] }
  walk(shapeOf(kind), record, [], found)
  return found
}

/** `path` leads to the value; it is changed on the way, and copied for what is found. */
function walk(shape: Shape, value: unknown, path: (string | number)[], found: Fields): void {
  if (!leads(shape)) return
  const { refersTo: to, prose: role } = shape
  if (typeof value === 'string') {
    if (to) found.references.push({ path: [...path], value, to, evidential: shape.evidential === true })
    if (shape.format === 'edtf') found.dates.push({ path: [...path], value })
    if (role) found.prose.push({ path: [...path], value, role, on: shape.on ?? [] })
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      const step = Array.isArray(value) ? Number(key) : key
      const inner = innerOf(shape, step)
      if (!inner) continue
      path.push(step)
      walk(inner, item, path, found)
      path.pop()
    }
  }
  for (const option of shape.anyOf ?? []) walk(option, value, path, found)
}

/** The shape of an item of a list, or of a field. */
function innerOf({ items, properties = {}, additionalProperties }: Shape, step: string | number): Shape | undefined {
  const inner =
    typeof step === 'number' ? items : Object.hasOwn(properties, step) ? properties[step] : additionalProperties
  return typeof inner === 'object' ? inner : undefined
}

const leading = new WeakMap<Shape, boolean>()

/** Whether there is a reference, a date or prose in a shape, or below it. */
function leads(shape: Shape): boolean {
  const known = leading.get(shape)
  if (known !== undefined) return known
  const { properties = {}, items, anyOf = [], additionalProperties: others } = shape
  const inner = [...Object.values(properties), ...anyOf, items, others].filter((it) => typeof it === 'object')
  const isLeading = Boolean(shape.refersTo ?? shape.prose) || shape.format === 'edtf' || inner.some(leads)
  leading.set(shape, isLeading)
  return isLeading
}

const shapes = new Map<RecordKind, Shape>()

function shapeOf(kind: RecordKind): Shape {
  let shape = shapes.get(kind)
  if (!shape) {
    shape = z.toJSONSchema(kindOf(kind).schema, { io: 'input', reused: 'inline' }) as Shape
    shapes.set(kind, shape)
  }
  return shape
}

/** The names of the fields that a record, or a mapping inside it, may have. */
export function knownFields(kind: RecordKind, path: readonly (string | number)[]): string[] {
  return [...new Set(shapesAt(kind, path).flatMap((shape) => Object.keys(shape.properties ?? {})))]
}

/** The names of all fields of all records. */
export function fieldNames(): ReadonlySet<string> {
  const under = ({ properties = {}, items, anyOf = [] }: Shape): string[] => [
    ...Object.keys(properties),
    ...[...Object.values(properties), ...anyOf, ...(items ? [items] : [])].flatMap(under),
  ]
  return new Set(kinds.flatMap(({ name }) => under(shapeOf(name))))
}

/** The shapes that a value at this place in a record may have; none where it can have no value. */
export function shapesAt(kind: RecordKind, path: readonly (string | number)[]): readonly Shape[] {
  let options: Shape[] = [shapeOf(kind)]
  for (const step of path) {
    options = options.flatMap((shape) => {
      const inner = innerOf(shape, step)
      return inner ? [inner, ...(inner.anyOf ?? [])] : []
    })
  }
  return options
}
