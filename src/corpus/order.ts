import { entryOf, fieldOf, type Log } from '../core/index.ts'
import type { RecordKind } from './fields.ts'
import { type Shape, shapesAt } from './references.ts'
import type { YamlFile } from './yaml.ts'

/** The order of what a value holds: of its fields, when it is a mapping; inside its entries, when it is a list. */
export interface Order {
  readonly fields: ReadonlyMap<string, { readonly rank: number; readonly inner: Order | undefined }>
  /** Inside a field that the schema does not name. Such fields have no order among themselves. */
  readonly others: Order | undefined
  readonly entries: Order | undefined
}

/** The order inside a field. */
export function inside(order: Order, field: string): Order | undefined {
  const known = order.fields.get(field)
  return known ? known.inner : order.others
}

/** Reports a file whose records have fields in another order than their schema: once, at the first such field. */
export function checkOrder(kind: RecordKind, { data, place }: YamlFile, log: Log): void {
  const misplaced: Misplaced[] = []
  if (typeof data === 'object' && data !== null) look(data, orderOf(kind), [], misplaced)
  const [first, ...more] = misplaced
  if (!first) return
  const reason = `“${first.path.at(-1)}” stands after “${first.next}”, and belongs before it`
  const others = more.length === 1 ? 'one more mapping has' : `${more.length} more mappings have`
  log.report('fields-are-in-order', place(first.path, 'key'), reason, {
    notes: [
      `in order: ${first.right.join(', ')}`,
      '`briefpack check --fix` puts them in order',
      ...(more.length > 0 ? [`${others} fields out of order in this file`] : []),
    ],
  })
}

const orders = new Map<RecordKind, Order>()

/** The order of the fields of a file that holds one record of a kind, or a list of them: that of the record's schema. */
export function orderOf(kind: RecordKind): Order {
  let order = orders.get(kind)
  if (!order) {
    const record = orderIn(shapesAt(kind, []))
    order = { fields: new Map(), others: undefined, ...record, entries: record }
    orders.set(kind, order)
  }
  return order
}

/** `undefined` where nothing has an order, e.g. in a text. */
function orderIn(alternatives: readonly Shape[]): Order | undefined {
  if (alternatives.length === 0) return undefined
  const shapes = alternatives.flatMap((shape) => [shape, ...(shape.anyOf ?? [])])
  const within = (part: (shape: Shape) => Shape | boolean | undefined) =>
    orderIn(shapes.map(part).filter((it) => typeof it === 'object'))
  const names = [...new Set(shapes.flatMap(({ properties = {} }) => Object.keys(properties)))]
  const others = within((shape) => shape.additionalProperties)
  const entries = within((shape) => shape.items)
  if (names.length === 0 && !others && !entries) return undefined
  const fields = names.map((name, rank) => [name, { rank, inner: within((it) => it.properties?.[name]) }] as const)
  return { fields: new Map(fields), others, entries }
}

interface Misplaced {
  /** The fields of the mapping as they should stand. */
  readonly right: readonly string[]
  readonly path: readonly (string | number)[]
  /** The field that it belongs directly before. */
  readonly next: string
}

/** Finds the first misplaced field of each mapping. Where there is none it costs a look at each name, and no more. */
function look(value: object, order: Order, path: (string | number)[], misplaced: Misplaced[]): void {
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) lookInto(value[index], order.entries, index, path, misplaced)
    return
  }
  let highest = -1
  for (const name in value) {
    const field = order.fields.get(name)
    if (field && field.rank > highest) highest = field.rank
    else if (field && highest < order.fields.size) {
      misplaced.push({
        path: [...path, name],
        next: firstAfter(field.rank, value, order),
        right: rightOrder(value, order),
      })
      highest = order.fields.size // One a mapping is told.
    }
    lookInto(fieldOf(value, name), inside(order, name), name, path, misplaced)
  }
}

function lookInto(
  value: unknown,
  order: Order | undefined,
  step: string | number,
  path: (string | number)[],
  misplaced: Misplaced[],
): void {
  if (!order || typeof value !== 'object' || value === null) return
  path.push(step)
  look(value, order, path, misplaced)
  path.pop()
}

/** The fields that a mapping has, as the schema puts them. */
function rightOrder(value: object, { fields }: Order): readonly string[] {
  const known = Object.keys(value).filter((name) => fields.has(name))
  return known.sort((a, b) => entryOf(fields, a).rank - entryOf(fields, b).rank)
}

/** The first field of a mapping that the schema puts after this rank. */
function firstAfter(rank: number, value: object, { fields }: Order): string {
  return Object.keys(value).find((name) => (fields.get(name)?.rank ?? -1) > rank) ?? ''
}

/** The names of a record's fields, in the order of its schema. */
export function fieldOrder(kind: RecordKind): readonly string[] {
  return [...orderOf(kind).fields.keys()]
}

/** A record with its fields, and those inside them, in the order of the schema; those that it does not name come last. */
export function inOrder(record: Readonly<Record<string, unknown>>, kind: RecordKind): Record<string, unknown> {
  return ordered(record, orderOf(kind)) as Record<string, unknown>
}

function ordered(value: unknown, order: Order | undefined): unknown {
  if (!order || typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((it) => ordered(it, order.entries))
  const rank = (field: string) => order.fields.get(field)?.rank ?? order.fields.size
  const fields = Object.entries(value).map(([name, it]) => [name, ordered(it, inside(order, name))] as const)
  return Object.fromEntries(fields.sort(([a], [b]) => rank(a) - rank(b)))
}
