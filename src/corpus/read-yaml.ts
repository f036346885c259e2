import { isMap, isScalar, type Node, parseDocument, stringify } from 'yaml'
import type { Mark, ParsedYaml } from './yaml.ts'

/** Parses YAML 1.2, without telling of errors. */
export function readYaml(text: string): ParsedYaml {
  // What is odd about a text is told through the log, and not by the library on the terminal.
  const options = { prettyErrors: false, strict: true, uniqueKeys: true, logLevel: 'error' } as const
  const document = parseDocument(text, options)
  const errors = document.errors.map(({ pos: [from, to], message }) => ({ reason: sentence(message), from, to }))
  const broken = errors.length > 0
  const common = { broken, marks: document.contents ? markOf(document.contents) : null }
  try {
    // Aliases are refused, so nothing can grow beyond the size of the file.
    const data: unknown = document.toJS({ maxAliasCount: 0 })
    return { ...common, data, problems: errors, exact: isExact(data) }
  } catch (error) {
    const alias = { reason: sentence((error as Error).message) }
    return { ...common, problems: broken ? errors : [alias], exact: true }
  }
}

function markOf(node: unknown): Mark {
  const at = rangeOf(node) ?? null
  if (isMap(node)) {
    const map = node.items.map(({ key, value }) => {
      return [isScalar(key) ? String(key.value) : null, { ...markOf(value), key: rangeOf(key) ?? null }] as const
    })
    return { at, map }
  }
  const items = (node as { items?: unknown[] } | null)?.items
  return items ? { at, list: items.map(markOf) } : { at }
}

function isExact(data: unknown): boolean {
  if (typeof data === 'number') return Number.isFinite(data) && !Object.is(data, -0)
  if (typeof data !== 'object' || data === null) return typeof data !== 'bigint' && data !== undefined
  return Object.values(data).every(isExact)
}

function rangeOf(node: unknown): [number, number] | undefined {
  const range = (node as Node | undefined)?.range
  return range ? [range[0], range[1]] : undefined
}

function sentence(message: string): string {
  return message.split('\n')[0]!.replace(/:$/, '')
}

/** A record as YAML, as a person would write it. */
export function printYaml(record: unknown): string {
  return stringify(record, { lineWidth: 120 })
}
