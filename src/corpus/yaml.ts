import { isMap, isScalar, LineCounter, type Node, parseDocument, stringify } from 'yaml'
import type { Log, Place, Point } from '../log.ts'

/** A parsed file that can say where each datum is written. */
export interface YamlFile {
  readonly path: string
  /** Plain data, or `undefined` when nothing could be made of the file. */
  readonly data: unknown
  /** The file is not YAML: `data` is what could be made out of it, and is not to be judged. */
  readonly broken: boolean
  /** The place of a datum; where the path leads to nothing, the place of the nearest datum that should hold it. */
  place(path: readonly (string | number)[], part?: 'value' | 'key'): Place
}

/** What there is to know of a YAML text, as plain data: what a cache keeps, under the digest of the text. */
export interface ParsedYaml {
  readonly data?: unknown
  readonly broken: boolean
  /** Syntax errors, and aliases, which have no place. */
  readonly problems: readonly { readonly reason: string; readonly from?: number; readonly to?: number }[]
  readonly marks: Mark | null
  /** Numbers such as `.inf` are lost in JSON: such a text is to be read anew. */
  readonly exact: boolean
}

/** Where a datum stands, by offsets; its key, where it has one; and what is in it, by key or in order. */
interface Mark {
  readonly at: Range | null
  readonly key?: Range | null
  /** A key that is no text or number is `null`: no path leads there. */
  readonly map?: readonly (readonly [key: string | null, mark: Mark])[]
  readonly list?: readonly Mark[]
}
type Range = readonly [from: number, to: number]

/** Parses YAML 1.2, without telling of errors. */
export function readYaml(text: string): ParsedYaml {
  const document = parseDocument(text, { prettyErrors: false, strict: true, uniqueKeys: true })
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

/** A parsed file; syntax errors and aliases are reported as `yaml-is-valid`, all of a file's errors at once. */
export function parseYaml(path: string, text: string, log: Log, parsed: ParsedYaml = readYaml(text)): YamlFile {
  let lines: LineCounter | undefined
  const point = (offset: number): Point => {
    lines ??= linesOf(text)
    const { line, col } = lines.linePos(offset)
    return { line: Math.max(line, 1), column: Math.max(col, 1), offset }
  }
  const { data, broken, problems, marks } = parsed
  for (const { reason, from, to } of problems) {
    if (from === undefined || to === undefined)
      log.report('yaml-is-valid', { file: path, start: { line: 1, column: 1 } }, reason, {
        notes: ['write the value out instead of using an alias (*name)'],
      })
    else log.report('yaml-is-valid', { file: path, start: point(from), end: point(to) }, reason)
  }
  return { path, data, broken, place: (at, part = 'value') => locate(marks, at, part, path, point) }
}

function linesOf(text: string): LineCounter {
  const lines = new LineCounter()
  lines.addNewLine(0)
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines.addNewLine(at + 1)
  return lines
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

function locate(
  marks: Mark | null,
  at: readonly (string | number)[],
  part: 'value' | 'key',
  file: string,
  point: (offset: number) => Point,
): Place {
  let mark = marks
  let range = mark?.at
  for (const [index, step] of at.entries()) {
    const next = mark && stepInto(mark, step)
    if (!next) break
    const isLast = index === at.length - 1
    range = (isLast && part === 'key' ? (next.key ?? next.at) : (next.at ?? next.key)) ?? range
    mark = next
  }
  if (part === 'value') range = mark?.map?.[0]?.[1].key ?? range
  return range ? { file, start: point(range[0]), end: point(range[1]) } : { file, start: { line: 1, column: 1 } }
}

function stepInto({ map, list }: Mark, step: string | number): Mark | undefined {
  if (map) return map.find(([key]) => key === String(step))?.[1]
  return typeof step === 'number' ? list?.[step] : undefined
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
