import * as z from 'zod'
import type { RecordKind } from './fields.ts'
import { schemas } from './kinds.ts'

/** A field of a record that names another record, or writes a date. */
export interface Found {
  readonly path: readonly (string | number)[]
  readonly value: string
}
export interface Reference extends Found {
  readonly to: RecordKind
}

/** What is read of a JSON Schema. */
export interface Shape {
  type?: string
  const?: unknown
  enum?: unknown[]
  pattern?: string
  minItems?: number
  required?: string[]
  properties?: Record<string, Shape>
  items?: Shape
  anyOf?: Shape[]
  additionalProperties?: Shape | boolean
  refersTo?: RecordKind
  format?: string
}

/** What the schemas say of references and dates, read once from their JSON Schema so that no field is listed twice. */
export function findFields(kind: RecordKind, record: unknown): { references: Reference[]; dates: Found[] } {
  const found = { references: [] as Reference[], dates: [] as Found[] }
  walk(shapeOf(kind), record, [], found)
  return found
}

const shapes = new Map<RecordKind, Shape>()

function shapeOf(kind: RecordKind): Shape {
  let shape = shapes.get(kind)
  if (!shape) {
    shape = z.toJSONSchema(schemas[kind], { io: 'input', reused: 'inline' }) as Shape
    shapes.set(kind, shape)
  }
  return shape
}

function walk(
  shape: Shape,
  value: unknown,
  path: readonly (string | number)[],
  found: { references: Reference[]; dates: Found[] },
): void {
  if (typeof value === 'string') {
    if (shape.refersTo) found.references.push({ path, value, to: shape.refersTo })
    if (shape.format === 'edtf') found.dates.push({ path, value })
  } else if (Array.isArray(value)) {
    if (shape.items) for (const [index, item] of value.entries()) walk(shape.items, item, [...path, index], found)
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      const inner =
        shape.properties?.[key] ??
        (typeof shape.additionalProperties === 'object' ? shape.additionalProperties : undefined)
      if (inner) walk(inner, item, [...path, key], found)
    }
  }
  for (const option of shape.anyOf ?? []) walk(option, value, path, found)
}

/** The names of the fields that a record, or a mapping inside it, may have. */
export function knownFields(kind: RecordKind, path: readonly (string | number)[]): string[] {
  return [...new Set(shapesAt(kind, path).flatMap((shape) => Object.keys(shape.properties ?? {})))]
}

/** The shapes that a value at this place in a record may have; none where it can have no value. */
export function shapesAt(kind: RecordKind, path: readonly (string | number)[]): readonly Shape[] {
  let options: Shape[] = [shapeOf(kind)]
  for (const step of path) {
    options = options.flatMap((shape) => {
      const inner = typeof step === 'number' ? shape.items : (shape.properties?.[step] ?? shape.additionalProperties)
      return typeof inner === 'object' ? [inner, ...(inner.anyOf ?? [])] : []
    })
  }
  return options
}
