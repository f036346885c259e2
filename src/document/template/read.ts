import { type Details, didYouMean } from '../../core/index.ts'
import { Markdown } from './markdown.ts'
import type { ReadNode } from './nodes.ts'

/** What a path of fields leads to: a value, `undefined` for an empty field, or why it leads nowhere. */
export type Reading =
  | { readonly value: unknown; readonly problem?: undefined }
  | { readonly problem: string; readonly details: Details }

/**
 * Follows a path through own properties only: nothing of a prototype can be reached. A field that is there with
 * `undefined` or `null` is empty, and so is what would be below it; a field that is not there is that of the record, or a problem.
 */
export function follow(
  base: unknown,
  node: ReadNode,
  describe: (holder: object) => string,
  recordField: (holder: object, field: string) => { readonly value: unknown } | undefined,
): Reading {
  let value: unknown = base
  for (const part of node.parts) {
    if (value === undefined || value === null) return { value: undefined }
    if (typeof value !== 'object' || value instanceof Markdown) return notAField(part, kindOf(value), node)
    if (!hasField(value, part)) {
      const field = recordField(value, part)
      if (field) {
        value = field.value
        continue
      }
      const known = Array.isArray(value) ? [] : Object.keys(value)
      return notAField(part, describe(value), node, known)
    }
    value = Reflect.get(value, part)
  }
  if (typeof value === 'function' || typeof value === 'symbol') {
    return { problem: `“${node.expression}” is ${kindOf(value)}, not data`, details: {} }
  }
  return { value: value ?? undefined }
}

/** What a value is, in words, e.g. `a list`. */
export function kindOf(value: unknown): string {
  if (value === undefined || value === null) return 'empty'
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list'
  if (value instanceof Markdown) return 'Markdown'
  if (typeof value === 'boolean') return String(value)
  if (typeof value === 'number') return Number.isFinite(value) ? 'a number' : 'not a number'
  if (typeof value === 'string') return 'a text'
  return typeof value === 'object' ? 'a record' : `a ${typeof value}`
}

function hasField(holder: object, part: string): boolean {
  if (Array.isArray(holder)) return part === 'length' || (/^\d+$/.test(part) && Object.hasOwn(holder, part))
  return Object.hasOwn(holder, part)
}

function notAField(part: string, where: string, node: ReadNode, known: readonly string[] = []): Reading {
  return {
    problem: `“${part}” is not a field of ${where}`,
    details: {
      notes: [...didYouMean(part, [...known, ...node.names]), ...listed(known)],
      actual: node.expression,
    },
  }
}

function listed(known: readonly string[]): string[] {
  if (known.length === 0) return []
  return [`it has ${known.slice(0, 20).join(', ')}${known.length > 20 ? ', …' : ''}`]
}

/** As in Handlebars, but a record is never empty: nothing, `false`, 0, an empty text and an empty list do not hold. */
export function holds(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value)
}
