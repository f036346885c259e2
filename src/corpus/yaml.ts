import { countUpTo, itemAt, type Log, type Place, type Point } from '../core/index.ts'
import type { Slip } from './yaml-slips.ts'

/** A parsed file that can say where each datum is written. */
export interface YamlFile {
  readonly path: string
  /** Plain data, or `undefined` when nothing could be made of the file. */
  readonly data: unknown
  /** The file is not YAML: `data` is what could be made out of it, and is not to be judged. */
  readonly broken: boolean
  /** The comment right behind a value without quotes. */
  comment(path: readonly (string | number)[]): { readonly text: string; readonly place: Place } | undefined
  /** A value as it is written: `010`, where the datum is 10. */
  written(path: readonly (string | number)[]): string
  /** The place of a datum; where the path leads to nothing, the place of the nearest datum that should hold it. */
  place(path: readonly (string | number)[], part?: 'value' | 'key'): Place
}

/** What there is to know of a YAML text, as plain data: what a cache keeps, under the digest of the text. */
export interface ParsedYaml {
  readonly data?: unknown
  readonly broken: boolean
  readonly problems: readonly Slip[]
  readonly marks: Mark | null
  /** Comments right behind values without quotes, by where the value ends. */
  readonly comments?: Readonly<Record<number, Range>>
  /** Numbers such as `.inf` are lost in JSON: such a text is to be read anew. */
  readonly exact: boolean
}

/** Where a datum stands, by offsets; its key, where it has one; and what is in it, by key or in order. */
export interface Mark {
  readonly at: Range | null
  readonly key?: Range | null
  /** A key that is no text or number is `null`: no path leads there. */
  readonly map?: readonly (readonly [key: string | null, mark: Mark])[]
  readonly list?: readonly Mark[]
}
type Range = readonly [from: number, to: number]

/** A parsed file; slips of YAML are reported as `yaml-is-valid`, all of a file's errors at once. */
export function parseYaml(path: string, text: string, log: Log, parsed: ParsedYaml): YamlFile {
  const point = pointIn(text)
  const { data, broken, problems, marks, comments = {} } = parsed
  // One slip can make a hundred errors behind it.
  const rest = problems.length > 5 ? problems.length - 1 : 0
  for (const { reason, notes, from, to } of rest > 0 ? problems.slice(0, 1) : problems) {
    const all = rest > 0 ? [...notes, `${rest} more errors follow, perhaps from this one`] : notes
    log.report('yaml-is-valid', { file: path, start: point(from), end: point(to) }, reason, { notes: all })
  }
  const place: YamlFile['place'] = (at, part = 'value') => locate(marks, at, part, path, point)
  const written: YamlFile['written'] = (at) => {
    const { start, end } = place(at)
    return text.slice(start?.offset, end?.offset)
  }
  const comment: YamlFile['comment'] = (at) => {
    const [from, to] = comments[place(at).end?.offset ?? -1] ?? []
    if (from === undefined || to === undefined) return undefined
    return { text: text.slice(from, to), place: { file: path, start: point(from), end: point(to) } }
  }
  return { path, data, broken, comment, written, place }
}

/** The line and column of an offset, both from 1. */
export function pointIn(text: string): (offset: number) => Point {
  let starts: number[] | undefined
  return (offset) => {
    starts ??= lineStarts(text)
    const line = countUpTo(starts, offset, (start) => start)
    return { line, column: offset - itemAt(starts, line - 1) + 1, offset }
  }
}

function lineStarts(text: string): number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
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
  if (map) return byKey(map).get(String(step))
  return typeof step === 'number' ? list?.[step] : undefined
}

type Marks = NonNullable<Mark['map']>
const known = new WeakMap<Marks, ReadonlyMap<string | null, Mark>>()

/** The marks of a mapping by their keys, the first of each: whoever asks for one asks for more. */
function byKey(map: Marks): ReadonlyMap<string | null, Mark> {
  const marks = known.get(map) ?? new Map([...map].reverse())
  known.set(map, marks)
  return marks
}
