import { isMap, isNode, isSeq, type Node, parseDocument, type YAMLMap } from 'yaml'
import { compare, itemAt, lastOf, must } from '../core/index.ts'
import type { RecordKind } from './fields.ts'
import { inside, type Order, orderOf } from './order.ts'
import { rangeOf } from './range.ts'

/**
 * The text of a file of records with their fields in the order of the schema. Fields are moved as they are written, with the
 * comments above them and behind them; a text that would then say anything else stays as it is.
 */
export function putInOrder(kind: RecordKind, text: string): string {
  const { contents, errors } = parseDocument(text)
  if (errors.length > 0 || !isNode(contents)) return text
  const result = ordered(text, contents, orderOf(kind), 0, text.length)
  const before = said(text)
  return before !== undefined && said(result) === before ? result : text
}

/** What a text says, whatever the order of fields; nothing when it cannot be read. */
function said(text: string): string | undefined {
  const document = parseDocument(text)
  if (document.errors.length > 0) return undefined
  try {
    return JSON.stringify(document.toJS(), (_, it) =>
      typeof it === 'object' && it !== null && !Array.isArray(it)
        ? Object.fromEntries(Object.entries(it).sort(([a], [b]) => compare(a, b)))
        : it,
    )
  } catch {
    // An alias stands before its anchor.
    return undefined
  }
}

/** The stretch of a text that a value stands in, with everything inside the value in order. */
function ordered(text: string, value: unknown, order: Order | undefined, from: number, to: number): string {
  if (!order) return text.slice(from, to)
  if (isSeq<Node>(value)) {
    const starts = value.items.map((item) => rangeOf(item)[0])
    // An entry in lines ends where the line of the next one begins.
    const ends = value.items.map((item, at) =>
      value.flow
        ? rangeOf(item)[1]
        : at + 1 < starts.length
          ? text.lastIndexOf('\n', itemAt(starts, at + 1) - 1) + 1
          : to,
    )
    const parts = value.items.map(
      (item, at) =>
        ordered(text, item, order.entries, itemAt(starts, at), itemAt(ends, at)) +
        text.slice(ends[at], starts[at + 1] ?? to),
    )
    return text.slice(from, starts[0] ?? to) + parts.join('')
  }
  if (!isMap<Node, Node | null>(value) || value.items.length === 0) return text.slice(from, to)
  return value.flow ? inBraces(text, value, order, from, to) : inLines(text, value, order, from, to)
}

/** The places of fields, from first to last: in the order of the schema; those that it does not name keep theirs. */
function places({ items }: YAMLMap<Node, Node | null>, { fields }: Order): readonly number[] {
  const ranks = items.map(({ key }) => fields.get(String(key))?.rank)
  const known = ranks
    .flatMap((rank, at) => (rank === undefined ? [] : [{ rank, at }]))
    .sort((a, b) => a.rank - b.rank)
    .values()
  return ranks.map((rank, at) => (rank === undefined ? at : (known.next().value?.at ?? at)))
}

const innerOf = (key: Node, order: Order) => inside(order, String(key))

/** Commas and spaces stay where they are. */
function inBraces(text: string, map: YAMLMap<Node, Node | null>, order: Order, from: number, to: number): string {
  const starts = map.items.map(({ key }) => rangeOf(key)[0])
  const ends = map.items.map(({ key, value }) => rangeOf(value ?? key)[1])
  const parts = map.items.map(({ key, value }, at) =>
    ordered(text, value, innerOf(key, order), itemAt(starts, at), itemAt(ends, at)),
  )
  const moved = places(map, order).map((at, slot) => itemAt(parts, at) + text.slice(ends[slot], starts[slot + 1] ?? to))
  return text.slice(from, starts[0]) + moved.join('')
}

/** A field begins with the comments on the lines right above it; one on top of the mapping stays there. */
function inLines(text: string, map: YAMLMap<Node, Node | null>, order: Order, from: number, to: number): string {
  const first = rangeOf(itemAt(map.items, 0).key)[0]
  const indent = ' '.repeat(first - (text.lastIndexOf('\n', first - 1) + 1))
  const starts = map.items.map(({ key }, at) => (at === 0 ? first : withComments(text, rangeOf(key)[0], first)))
  const parts = map.items.map(({ key, value }, at) =>
    ordered(text, value, innerOf(key, order), itemAt(starts, at), starts[at + 1] ?? to),
  )
  // What is set in less, and empty lines, stand behind the mapping.
  const less = indent === '' ? '(?!)' : `(?! {${indent.length}})[ \\t]*#[^\\n]*`
  const [, last, rest] = must(new RegExp(`^([^]*?)((?:\\n(?:[ \\t]*(?=\\n|$)|${less}))*)$`).exec(lastOf(parts)))
  parts[parts.length - 1] = `${last}\n`
  const moved = places(map, order).map((at, slot) => {
    const bare =
      itemAt(parts, at).startsWith(indent) && at > 0 ? itemAt(parts, at).slice(indent.length) : itemAt(parts, at)
    return slot === 0 ? bare : indent + bare
  })
  return text.slice(from, first) + moved.join('').replace(/\n$/, '') + rest
}

/** The beginning of the line of a key, or of the first comment line right above it. */
function withComments(text: string, key: number, least: number): number {
  let at = text.lastIndexOf('\n', key) + 1
  for (;;) {
    const above = text.lastIndexOf('\n', at - 2) + 1
    if (above <= least || !/^[ \t]*#/.test(text.slice(above, at))) return at
    at = above
  }
}
