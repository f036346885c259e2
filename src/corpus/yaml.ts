import { type Document, isMap, isPair, isScalar, LineCounter, type Node, parseDocument, stringify } from 'yaml'
import { Log, type Place, type Point } from '../log.ts'

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

/** Parses YAML 1.2. Syntax errors and aliases are reported as `yaml-is-valid`; all of a file's errors come at once. */
export function parseYaml(path: string, text: string, log: Log): YamlFile {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, strict: true, uniqueKeys: true })
  const point = (offset: number): Point => {
    const { line, col } = lines.linePos(offset)
    return { line: Math.max(line, 1), column: Math.max(col, 1), offset }
  }
  for (const error of document.errors) {
    const [start, end] = error.pos
    log.report('yaml-is-valid', { file: path, start: point(start), end: point(end) }, sentence(error.message))
  }
  const broken = document.errors.length > 0
  const data = plain(document, path, broken ? new Log() : log)
  return { path, data, broken, place: (at, part = 'value') => locate(document, at, part, path, point) }
}

/** Aliases are refused, so nothing can grow beyond the size of the file. */
function plain(document: Document, path: string, log: Log): unknown {
  try {
    return document.toJS({ maxAliasCount: 0 })
  } catch (error) {
    log.report('yaml-is-valid', { file: path, start: { line: 1, column: 1 } }, sentence((error as Error).message), {
      notes: ['write the value out instead of using an alias (*name)'],
    })
    return undefined
  }
}

function locate(
  document: Document,
  at: readonly (string | number)[],
  part: 'value' | 'key',
  file: string,
  point: (offset: number) => Point,
): Place {
  let node: unknown = document.contents
  let range = rangeOf(node)
  for (const [index, step] of at.entries()) {
    const last = index === at.length - 1
    const next = stepInto(node, step)
    if (!next) break
    if (last && part === 'key' && next.key) range = rangeOf(next.key) ?? range
    else range = rangeOf(next.value) ?? rangeOf(next.key) ?? range
    node = next.value
  }
  if (isMap(node) && part === 'value') range = rangeOf(node.items[0]?.key) ?? range
  return range ? { file, start: point(range[0]), end: point(range[1]) } : { file, start: { line: 1, column: 1 } }
}

function stepInto(node: unknown, step: string | number): { key?: unknown; value: unknown } | undefined {
  if (isMap(node)) {
    const pair = node.items.find(
      (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(step),
    )
    return pair && { key: pair.key, value: pair.value }
  }
  const items = (node as { items?: unknown[] } | undefined)?.items
  return items && typeof step === 'number' && step < items.length ? { value: items[step] } : undefined
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
