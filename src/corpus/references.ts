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
  const plan = planOf(kind)
  if (plan) walk(plan, record, [], found)
  return found
}

/** As much of a shape as leads to references and dates. */
interface Plan {
  readonly to: RecordKind | undefined
  readonly isDate: boolean
  readonly fields: ReadonlyMap<string, Plan>
  readonly others: Plan | undefined
  readonly items: Plan | undefined
  readonly options: readonly Plan[]
}

const plans = new Map<RecordKind, Plan | undefined>()

function planOf(kind: RecordKind): Plan | undefined {
  if (!plans.has(kind)) plans.set(kind, planFor(shapeOf(kind)))
  return plans.get(kind)
}

/** `undefined` for a shape below which there is neither. */
function planFor(shape: Shape): Plan | undefined {
  const fields = Object.entries(shape.properties ?? {}).flatMap(([key, inner]) => {
    const plan = planFor(inner)
    return plan ? [[key, plan] as const] : []
  })
  const { additionalProperties: rest } = shape
  const others = typeof rest === 'object' ? planFor(rest) : undefined
  const items = shape.items && planFor(shape.items)
  const options = (shape.anyOf ?? []).flatMap((option) => planFor(option) ?? [])
  const isDate = shape.format === 'edtf'
  if (!shape.refersTo && !isDate && fields.length === 0 && !others && !items && options.length === 0) return undefined
  return { to: shape.refersTo, isDate, fields: new Map(fields), others, items, options }
}

/** `path` leads to the value; it is changed on the way, and copied for what is found. */
function walk(
  plan: Plan,
  value: unknown,
  path: (string | number)[],
  found: { references: Reference[]; dates: Found[] },
): void {
  if (typeof value === 'string') {
    if (plan.to) found.references.push({ path: [...path], value, to: plan.to })
    if (plan.isDate) found.dates.push({ path: [...path], value })
  } else if (Array.isArray(value)) {
    if (plan.items) for (const [index, item] of value.entries()) step(plan.items, item, index)
  } else if (typeof value === 'object' && value !== null && (plan.fields.size > 0 || plan.others)) {
    for (const [key, item] of Object.entries(value)) {
      const inner = plan.fields.get(key) ?? plan.others
      if (inner) step(inner, item, key)
    }
  }
  for (const option of plan.options) walk(option, value, path, found)

  function step(inner: Plan, item: unknown, at: string | number): void {
    path.push(at)
    walk(inner, item, path, found)
    path.pop()
  }
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
