import * as z from 'zod'
import type { RecordKind, Role } from './fields.ts'
import { kindOf } from './kinds.ts'

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

/** What the schemas say of references, dates and prose, read once from their JSON Schema so that no field is listed twice. */
export function findFields(kind: RecordKind, record: unknown): Fields {
  const found: Fields = { references: [], dates: [], prose: [] }
  const plan = planOf(kind)
  if (plan) walk(plan, record, [], found)
  return found
}

/** As much of a shape as leads to references, dates and prose. */
interface Plan {
  readonly to: RecordKind | undefined
  readonly evidential: boolean
  readonly isDate: boolean
  readonly prose: Pick<Prose, 'role' | 'on'> | undefined
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

/** `undefined` for a shape below which there is none of them. */
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
  const prose = shape.prose && { role: shape.prose, on: shape.on ?? [] }
  if (!shape.refersTo && !isDate && !prose && fields.length === 0 && !others && !items && options.length === 0)
    return undefined
  return {
    to: shape.refersTo,
    evidential: shape.evidential === true,
    isDate,
    prose,
    fields: new Map(fields),
    others,
    items,
    options,
  }
}

/** `path` leads to the value; it is changed on the way, and copied for what is found. */
function walk(plan: Plan, value: unknown, path: (string | number)[], found: Fields): void {
  if (typeof value === 'string') {
    if (plan.to) found.references.push({ path: [...path], value, to: plan.to, evidential: plan.evidential })
    if (plan.isDate) found.dates.push({ path: [...path], value })
    if (plan.prose) found.prose.push({ path: [...path], value, ...plan.prose })
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
    shape = z.toJSONSchema(kindOf(kind).schema, { io: 'input', reused: 'inline' }) as Shape
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
