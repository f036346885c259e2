import {
  type Document,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml'
import { isRecord, itemAt, lastOf } from '../core/index.ts'
import { rangeOf } from './range.ts'
import { editYaml, yamlOf } from './write-yaml.ts'

type Path = readonly (string | number)[]

/**
 * The text with `value` at a path: a field that is there gets it, one that is not is put behind those before it in
 * `order`, `undefined` takes it away. A list keeps the entries that stay, with their comments. Every byte outside the
 * change stays as it is; what cannot be told from the text alone is done on the tree, which keeps comments and order.
 */
export function setAt(text: string, path: Path, value: unknown, order: readonly string[] = []): string {
  const document = parseDocument(text)
  const node = document.getIn(path, true)
  if (isNode(node) ? sorted(node.toJSON()) === sorted(value) : value === undefined) return text
  if (isMap(node) && isRecord(value)) {
    const keys = new Set([...node.items.map(keyOf), ...Object.keys(value)])
    return [...keys].reduce((now, key) => setAt(now, [...path, key], value[key], Object.keys(value)), text)
  }
  const key = lastOf(path)
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true)
  const spliced =
    isSeq(node) && Array.isArray(value) && value.length > 0
      ? withEntries(text, node, value)
      : isNode(node)
        ? value === undefined
          ? isMap(parent)
            ? withoutField(text, parent, String(key))
            : undefined
          : withValue(text, node, value)
        : isMap(parent) && value !== undefined
          ? withField(text, parent, String(key), value, order)
          : undefined
  const edit = (it: Document.Parsed) => (value === undefined ? it.deleteIn(path) : it.setIn(path, it.createNode(value)))
  return sureOf(spliced, text, edit)
}

/** The text with fields of the mapping at a path set, each as by `setAt`. */
export function setFields(
  text: string,
  path: Path,
  fields: Readonly<Record<string, unknown>>,
  order: readonly string[],
): string {
  return Object.entries(fields).reduce((now, [field, value]) => setAt(now, [...path, field], value, order), text)
}

/**
 * The text with fields set in entries of the list at a path, each in the lines that are its entry’s own: a list of
 * thousands is read once, and not once for each.
 */
export function setInEntries(
  text: string,
  path: Path,
  edits: ReadonlyMap<number, Readonly<Record<string, unknown>>>,
  order: readonly string[],
): string {
  const inWhole = () => [...edits].reduce((now, [at, fields]) => setFields(now, [...path, at], fields, order), text)
  const list = entriesAt(text, path)
  if (!list || list.flow || edits.size === 1) return inWhole()
  const dashes = list.items.map((it) => text.lastIndexOf('-', rangeOf(it)[0] - 1))
  const starts = dashes.map((dash) => text.lastIndexOf('\n', dash) + 1)
  const end = lineEnd(text, endOf(list))
  const pieces = starts.map((from, at) => {
    const piece = text.slice(from, starts[at + 1] ?? end)
    const fields = edits.get(at)
    return fields ? setFields(piece, [0], fields, order) : piece
  })
  const made = [text.slice(0, starts[0]), ...pieces, text.slice(end)].join('')
  const alone = pieces.flatMap((it): unknown => parseDocument(it).toJS())
  return sorted(entriesAt(made, path)?.toJSON()) === sorted(alone) ? made : inWhole()
}

function entriesAt(text: string, path: Path): YAMLSeq | undefined {
  const document = parseDocument(text)
  const list = path.length === 0 ? document.contents : document.getIn(path, true)
  return document.errors.length === 0 && isSeq(list) ? list : undefined
}

/** The text with records behind the others of the list that a field of the file is; the list begins with them if need be. */
export function appendRecords(text: string, field: string, records: readonly unknown[]): string {
  const document = parseDocument(text)
  const list = document.get(field)
  const entries = yamlOf(records)
  const edit = (it: Document.Parsed) => {
    if (!isSeq(list)) it.set(field, it.createNode(records))
    else for (const record of records) it.addIn([field], it.createNode(record))
  }
  const spliced =
    isSeq(list) && !list.flow && list.items.length > 0
      ? insertedAfter(text, list, indented(entries, dashColumn(text, list)))
      : isMap(document.contents) && !document.contents.flow && (list === undefined || list === null)
        ? document.has(field)
          ? undefined
          : `${text}${text.endsWith('\n') || text === '' ? '' : breakOf(text)}${lines(text, `${field}:\n${indented(entries, 2)}`)}`
        : undefined
  return sureOf(spliced, text, edit)
}

/** What was made from the text, if it says what the same edit of the tree says; else what the tree makes. */
function sureOf(spliced: string | undefined, text: string, edit: (document: Document.Parsed) => void): string {
  if (spliced === undefined) return editYaml(text, edit)
  const made = parseDocument(text)
  edit(made)
  const read = parseDocument(spliced)
  const isSame = read.errors.length === 0 && sorted(read.toJS()) === sorted(made.toJS())
  return isSame ? spliced : editYaml(text, edit)
}

/** A value as text that does not depend on the order of fields. */
const sorted = (data: unknown): string =>
  JSON.stringify(data, (_, it) =>
    isRecord(it) ? Object.fromEntries(Object.entries(it).sort(([a], [b]) => (a < b ? -1 : 1))) : it,
  )

/** A value in one line, as it stands inside brackets. */
export function flow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`
  if (isRecord(value))
    return `{${Object.entries(value)
      .filter(([, it]) => it !== undefined)
      .map(([key, it]) => `${key}: ${flow(it)}`)
      .join(', ')}}`
  // Spaces at the ends, of any script, are kept by quotes only.
  if (typeof value === 'string' && value !== value.trim()) return JSON.stringify(value)
  const plain = yamlOf(value).trimEnd()
  return typeof value === 'string' && /[[\]{},]|\n/.test(plain) && !/^["']/.test(plain) ? JSON.stringify(value) : plain
}

function withValue(text: string, node: Node, value: unknown): string | undefined {
  const [from, to] = rangeOf(node)
  if (isMap(node) || isSeq(node)) {
    if (!node.flow) return undefined
  }
  const old = text.slice(from, to)
  const end = /\r?\n$/.exec(old)?.[0] ?? ''
  return `${text.slice(0, from)}${flow(value)}${end}${text.slice(to)}`
}

function withEntries(text: string, list: YAMLSeq, values: readonly unknown[]): string | undefined {
  const data = list.items.map((it) => JSON.stringify(isNode(it) ? it.toJSON() : it))
  const wanted = values.map((it) => JSON.stringify(it))
  const isTail = wanted.filter((it) => data.includes(it)).every((it, at) => wanted[at] === it)
  if (list.flow || !isTail || list.items.length === 0) {
    if (!list.flow) return undefined
    const [from, to] = rangeOf(list)
    return `${text.slice(0, from)}${flow(values)}${text.slice(to)}`
  }
  const fresh = values.filter((_, at) => !data.includes(itemAt(wanted, at)))
  const column = dashColumn(text, list)
  let now = fresh.reduce<string>(
    (it, value) => insertedAfter(it, list, `${' '.repeat(column)}- ${flow(value)}\n`),
    text,
  )
  for (const [at, node] of [...list.items.entries()].reverse())
    if (!wanted.includes(itemAt(data, at))) {
      const from = now.lastIndexOf('\n', rangeOf(node)[0]) + 1
      now = now.slice(0, from) + now.slice(lineEnd(now, endOf(node)))
    }
  return now
}

/** Puts lines behind the last entry of a block list, and behind the comments that belong to it. */
function insertedAfter(text: string, list: YAMLSeq, entry: string): string {
  const column = dashColumn(text, list)
  let at = lineEnd(text, endOf(list))
  for (;;) {
    const [line = ''] = /^[^\n]*\n?/.exec(text.slice(at)) ?? []
    if (!/^\s*#/.test(line) || line.length - line.trimStart().length <= column) break
    at += line.length
  }
  const gap = at > 0 && text[at - 1] !== '\n' ? breakOf(text) : ''
  return `${text.slice(0, at)}${gap}${lines(text, entry)}${text.slice(at)}`
}

function withField(text: string, map: YAMLMap, key: string, value: unknown, order: readonly string[]): string {
  const rank = (it: string) => order.indexOf(it)
  const before = map.items.findLast((it) => rank(keyOf(it)) !== -1 && rank(keyOf(it)) < rank(key))
  const after = before ?? lastOf(map.items)
  const end = endOf(after.value ?? after.key)
  if (map.flow) return `${text.slice(0, end)}, ${key}: ${flow(value)}${text.slice(end)}`
  const at = lineEnd(text, end)
  const column = columnOf(text, rangeOf(itemAt(map.items, 0).key)[0])
  const gap = at > 0 && text[at - 1] !== '\n' ? breakOf(text) : ''
  return `${text.slice(0, at)}${gap}${' '.repeat(column)}${key}: ${flow(value)}${breakOf(text)}${text.slice(at)}`
}

function withoutField(text: string, map: YAMLMap, key: string): string | undefined {
  const index = map.items.findIndex((it) => keyOf(it) === key)
  const pair = map.items[index]
  if (!pair || index === 0 || map.flow) return undefined
  const from = text.lastIndexOf('\n', rangeOf(pair.key)[0]) + 1
  return text.slice(0, from) + text.slice(lineEnd(text, endOf(pair.value ?? pair.key)))
}

const keyOf = ({ key }: Pair<unknown>) => (isScalar(key) ? String(key.value) : '')
const columnOf = (text: string, at: number) => at - text.lastIndexOf('\n', at - 1) - 1
/** The column of the dashes of a block list. */
const dashColumn = (text: string, list: YAMLSeq) => columnOf(text, text.lastIndexOf('-', rangeOf(list.items[0])[0] - 1))
const indented = (text: string, by: number) => text.replace(/^(?=.)/gm, ' '.repeat(by))
const breakOf = (text: string) => (text.includes('\r\n') ? '\r\n' : '\n')
const lines = (text: string, added: string) => added.replaceAll('\n', breakOf(text))

/** Where a value ends, without the comments behind the last thing in it. */
function endOf(node: unknown): number {
  if ((isMap(node) || isSeq(node)) && !node.flow && node.items.length > 0) {
    const last = node.items.at(-1)
    const inner = isPair(last) ? (last.value ?? last.key) : last
    if (isNode(inner)) return endOf(inner)
  }
  return rangeOf(node)[1]
}

/** Where the line ends that holds the offset, its break included; the offset itself where a line begins there. */
function lineEnd(text: string, at: number): number {
  if (at > 0 && text[at - 1] === '\n') return at
  const end = text.indexOf('\n', at)
  return end === -1 ? text.length : end + 1
}
