import { isMap, isSeq, Lexer, type Node, parseDocument, type YAMLMap } from 'yaml'
import { compare } from '../log.ts'
import { type FieldText, fieldsOfBlock, fieldsOfFlow } from './field-text.ts'
import type { RecordKind } from './fields.ts'
import { type Order, orderOf } from './order.ts'
import { readYaml } from './read-yaml.ts'

export interface Reordered {
  readonly text: string
  readonly moves: readonly Move[]
  /** Where fields stay out of order, as offsets: nobody but the author can move them without harm. */
  readonly left: readonly number[]
}

/** A mapping whose fields changed places: the names from the first to the last that did, and the offset of the first. */
export interface Move {
  readonly at: number
  readonly was: readonly string[]
  readonly is: readonly string[]
}

/**
 * The text of a corpus file with the fields of its records in the order of their schema. Whole fields are moved, as they
 * are written and with their comments. Either data and comments are the same afterwards, or nothing is moved.
 */
export function reorder(kind: RecordKind, text: string): Reordered {
  const { contents, errors } = parseDocument(text, { prettyErrors: false })
  const work: Work = { text, moves: [], left: [] }
  if (!contents || errors.length > 0) return work
  const result = inOrder({ node: contents, order: orderOf(kind), from: 0, to: text.length }, work)
  if (result === text) return work
  if (saysTheSame(result, text)) return { ...work, text: result, moves: work.moves.sort((a, b) => a.at - b.at) }
  return { text, moves: [], left: work.moves.map(({ at }) => at) }
}

interface Work {
  readonly text: string
  readonly moves: Move[]
  readonly left: number[]
}

/** A value, and the stretch of the text that it stands in. */
interface Value {
  readonly node: Node | null
  readonly order: Order | undefined
  readonly from: number
  readonly to: number
}

/** The text of a value with all fields in it in order. */
function inOrder(value: Value, work: Work): string {
  const { node, order } = value
  if (order && isMap<Node, Node | null>(node)) return mappingInOrder(value, node, order, work)
  if (order && isSeq<Node>(node)) {
    const entries = node.items.map((entry) => ({ node: entry, order: order.entries, from: entry.range![0] }))
    return eachInOrder(entries, value, work)
  }
  return work.text.slice(value.from, value.to)
}

/** The text of values one after the other, each in its place. */
function eachInOrder(values: readonly Omit<Value, 'to'>[], { from, to }: Value, work: Work): string {
  const starts = [...values.map((value) => value.from), to]
  const texts = values.map((value, index) => inOrder({ ...value, to: starts[index + 1]! }, work))
  return [work.text.slice(from, starts[0]), ...texts].join('')
}

function mappingInOrder(value: Value, map: YAMLMap<Node, Node | null>, order: Order, work: Work): string {
  const names = map.items.map(({ key }) => String(key))
  const ranks = ranksOf(names, order)
  if (ranks.some((rank, index) => rank < (ranks[index - 1] ?? rank))) {
    const fields = map.flow ? fieldsOfFlow(map, work.text) : fieldsOfBlock(map, value.from, work.text)
    if (fields) return moved(fields, ranks, value, order, work)
    work.left.push(map.range![0])
  }
  const values = map.items.map(({ key, value: node }, index) => {
    return { node, order: orderInside(names[index]!, order), from: key.range![0] }
  })
  return eachInOrder(values, value, work)
}

/** What parts the fields from each other stays where it is. */
function moved(
  fields: readonly FieldText[],
  ranks: readonly number[],
  { from, to }: Value,
  order: Order,
  work: Work,
): string {
  const { text } = work
  const sequence = [...fields.keys()].sort((a, b) => ranks[a]! - ranks[b]!).map((index) => fields[index]!)
  const first = fields.findIndex((field, index) => field !== sequence[index])
  const last = fields.findLastIndex((field, index) => field !== sequence[index])
  const namesIn = (list: readonly FieldText[]) => list.slice(first, last + 1).map(({ name }) => name)
  work.moves.push({ at: fields[first]!.key, was: namesIn(fields), is: namesIn(sequence) })
  const texts = sequence.map(({ name, value: node, from: start, key, to: end }, index) => {
    const own = inOrder({ node, order: orderInside(name, order), from: key, to: end }, work)
    return fields[index]!.gap + text.slice(start, key) + own
  })
  return [text.slice(from, fields[0]!.from), ...texts, text.slice(fields.at(-1)!.to, to)].join('')
}

/** A field that the schema does not name goes with the one that it stands behind. */
function ranksOf(names: readonly string[], { fields }: Order): readonly number[] {
  let rank = -1
  return names.map((name) => {
    rank = fields.get(name)?.rank ?? rank
    return rank
  })
}

function orderInside(name: string, { fields, others }: Order): Order | undefined {
  const field = fields.get(name)
  return field ? field.inner : others
}

function saysTheSame(text: string, before: string): boolean {
  const [now, then] = [readYaml(text), readYaml(before)]
  if (now.problems.length > 0 || then.problems.length > 0) return false
  return isSame(now.data, then.data) && isSame(commentsOf(text), commentsOf(before))
}

/** Whatever the order of fields. */
function isSame(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return Object.is(a, b)
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const [names, others] = [Object.keys(a), Object.keys(b)]
  const at = (value: object, name: string) => (value as Record<string, unknown>)[name]
  return (
    names.length === others.length && names.every((name) => Object.hasOwn(b, name) && isSame(at(a, name), at(b, name)))
  )
}

function commentsOf(text: string): readonly string[] {
  const tokens = [...new Lexer().lex(text)]
  // A scalar follows a mark of its own, and may start with # too.
  return tokens.filter((token, index) => token.startsWith('#') && tokens[index - 1] !== '\u001F').sort(compare)
}
