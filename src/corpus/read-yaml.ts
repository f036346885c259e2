import { isAlias, isMap, isNode, isScalar, isSeq, type Node, parseDocument, stringify } from 'yaml'
import { quietSlip } from './quiet-slips.ts'
import { type Mark, type ParsedYaml, pointIn } from './yaml.ts'
import {
  inOneColumn,
  neverClosed,
  noField,
  type ParserError,
  parserSlip,
  putColon,
  type Slip,
  spaceBehind,
  spacesOnly,
} from './yaml-slips.ts'

/** Parses YAML 1.2, without telling of errors. */
export function readYaml(text: string): ParsedYaml {
  const unread = unmerged(text) ?? loneReturn(text)
  if (unread) return { broken: true, marks: null, problems: [unread], exact: true }
  // What is odd about a text is told through the log, and not by the library on the terminal.
  const options = { prettyErrors: false, strict: true, uniqueKeys: false, logLevel: 'error' } as const
  const document = parsed(text, options)
  if (document === undefined) {
    // The longest line is the one that nests: “a: a: a: …”.
    const longest = text.split('\n').reduce((one, other) => (other.length > one.length ? other : one))
    const at = text.indexOf(longest)
    const told = { code: 'RESOURCE_EXHAUSTION', message: '', pos: [at, at + 1] } satisfies ParserError
    return { broken: true, marks: null, problems: slipsOf([told], [], text), exact: true }
  }
  const nodes: Node[] = []
  const repeated: ParserError[] = []
  const marks = document.contents ? markOf(document.contents, nodes, repeated) : null
  const problems = slipsOf([...document.errors, ...document.warnings, ...repeated], nodes, text)
  const isDeep = [...repeated, ...document.errors].some(({ code }) => code === 'RESOURCE_EXHAUSTION')
  const common = { broken: problems.length > 0, marks, problems, comments: commentsBehind(nodes, text) }
  if (isDeep) return { ...common, exact: true }
  try {
    // Aliases are refused, so nothing can grow beyond the size of the file.
    const data: unknown = document.toJS({ maxAliasCount: 0 })
    return { ...common, data, exact: isExact(data) }
  } catch {
    return { ...common, exact: true }
  }
}

/** What git leaves of two versions that it could not make one of. */
function unmerged(text: string): Slip | undefined {
  const mark = /^(?:<{7}|>{7}|\|{7}|={7}(?=\r?$))(?!\S).*/m.exec(text)
  if (!mark) return undefined
  return {
    reason: `“${mark[0].slice(0, 7)}” is a mark of a merge that was not finished`,
    notes: ['keep one of the two versions between “<<<<<<<” and “>>>>>>>”, and take out the lines with the marks'],
    from: mark.index,
    to: mark.index + 7,
  }
}

/** Files of old Macs, and values into which one got: for YAML all is one line. */
function loneReturn(text: string): Slip | undefined {
  const from = text.search(/\r(?!\n)/)
  if (from < 0) return undefined
  return {
    reason: 'a line ends with a carriage return alone',
    notes: ['save the file with line feeds'],
    from,
    to: from + 1,
  }
}

/** What is wrong, in the order of the text; once a line, for the parser stumbles more than once over some slips. */
function slipsOf(errors: readonly ParserError[], nodes: readonly Node[], text: string): Slip[] {
  const names = {
    given: new Set(nodes.flatMap((node) => ('anchor' in node && node.anchor) || [])),
    used: new Set(nodes.flatMap((node) => (isAlias(node) ? node.source : []))),
  }
  const point = pointIn(text)
  const lineOf = (at: number) => point(at).line
  // Behind an open quotation mark no bracket closes.
  const quote = errors.find(({ message }) => /^Missing closing/.test(message))?.pos[0] ?? Infinity
  const told = errors.filter(({ message, pos }) => !(message.startsWith('Flow ') && pos[0] >= quote))
  const stumbled = firstOfEachLine(told, lineOf).map((error) => parserSlip(error, text, nodes))
  const found = [...stumbled, ...nodes.flatMap((node) => quietSlip(node, text, names) ?? [])]
  const byLine = new Map<number, Slip>()
  for (const slip of found.sort((a, b) => a.from - b.from)) {
    if (!byLine.has(lineOf(slip.from))) byLine.set(lineOf(slip.from), slip)
  }
  const slips = [...byLine.values()]
  const first = slips.findIndex(
    ({ reason, notes: [note = ''] }) =>
      [inOneColumn, spacesOnly].includes(note) ||
      [spaceBehind, putColon].some((advice) => note.startsWith(advice)) ||
      reason === noField.reason ||
      reason.endsWith(neverClosed),
  )
  const tab = slips.findIndex(({ notes }) => notes.includes(spacesOnly))
  return slips.filter((slip, index) => {
    if (index === 0 || !stumbled.includes(slip)) return true
    const { notes } = slip
    // What has no advice is the parser’s own account of what came before.
    if (notes.length === 0 || (tab >= 0 && index > tab && !notes.includes(spacesOnly))) return false
    return index <= first || !notes.includes(inOneColumn)
  })
}

/** A slip may be told of where something opens, which is in an earlier line: so a few of each. */
function firstOfEachLine(errors: readonly ParserError[], lineOf: (at: number) => number): ParserError[] {
  const told = new Map<number, number>()
  return errors.filter(({ pos }) => {
    const before = told.get(lineOf(pos[0])) ?? 0
    told.set(lineOf(pos[0]), before + 1)
    return before < 20
  })
}

/** Deeper than any record: what walks over data need not fear for its stack. */
const deepest = 100

/** Where a node and all below it stand; the nodes are added to `nodes`, and keys that their mapping has already to `repeated`. */
function markOf(node: unknown, nodes: Node[], repeated: ParserError[], depth = 0): Mark {
  const at = rangeOf(node) ?? null
  if (depth > deepest) {
    if (at) repeated.push({ code: 'RESOURCE_EXHAUSTION', message: '', pos: [at[0], at[0] + 1] })
    return { at }
  }
  if (isNode(node)) nodes.push(node)
  if (isMap(node)) {
    // The parser’s own search compares each key with each other.
    const keys = new Set<unknown>()
    const map = node.items.map(({ key, value }) => {
      const { at: whole } = markOf(key, nodes, repeated, depth + 1)
      if (isScalar(key) && whole) {
        if (keys.has(key.value)) repeated.push({ code: 'DUPLICATE_KEY', message: String(key.value), pos: [...whole] })
        keys.add(key.value)
      }
      return [
        isScalar(key) ? String(key.value) : null,
        { ...markOf(value, nodes, repeated, depth + 1), key: whole },
      ] as const
    })
    return { at, map }
  }
  return isSeq(node) ? { at, list: node.items.map((item) => markOf(item, nodes, repeated, depth + 1)) } : { at }
}

/** Of values without quotes, by where they end. */
function commentsBehind(nodes: readonly Node[], text: string): NonNullable<ParsedYaml['comments']> {
  const found = nodes.flatMap((node): [number, [number, number]][] => {
    if (!isScalar(node) || node.type !== 'PLAIN' || !node.range) return []
    const [, end] = node.range
    const [behind, comment = ''] = /^[ \t]+(#(?=[ \t\r\n]|$).*)/.exec(text.slice(end, end + 1000)) ?? []
    return behind === undefined ? [] : [[end, [end + behind.length - comment.length, end + behind.length]]]
  })
  return Object.fromEntries(found)
}

function isExact(data: unknown): boolean {
  if (typeof data === 'number') return Number.isFinite(data) && !Object.is(data, -0)
  if (typeof data !== 'object' || data === null) return typeof data !== 'bigint' && data !== undefined
  return Object.values(data).every(isExact)
}

function rangeOf(node: unknown): [number, number] | undefined {
  return isNode(node) && node.range ? [node.range[0], node.range[1]] : undefined
}

/** A record as YAML, as a person would write it. */
export function printYaml(record: unknown): string {
  return stringify(record, { lineWidth: 120 })
}

/** `undefined` where more is nested than the parser has room for. */
function parsed(text: string, options: Parameters<typeof parseDocument>[1]) {
  try {
    return parseDocument(text, options)
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}
