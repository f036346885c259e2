import { isCollection, type Node, type Pair, type YAMLMap } from 'yaml'

/**
 * A field of a mapping as a stretch of text that can be put in the place of another: with the comments that belong to it,
 * without the indentation of its first line and the break of its last.
 */
export interface FieldText {
  readonly name: string
  readonly value: Node | null
  readonly from: number
  /** Where the name starts: what stands before it are comments. */
  readonly key: number
  readonly to: number
  /** What parts the field at this place from the one before it; nothing in the first place. */
  readonly gap: string
}

/**
 * The fields of a block mapping that stands at or after `from`. A comment belongs to the field below it; to the one
 * above, when it is indented deeper or stands behind the value. Comments on top of a file, or behind the dash of a list's
 * entry, are of the whole and of no field. `undefined` where the lines are not simply `name: value`, e.g. `? name`.
 */
export function fieldsOfBlock(map: YAMLMap, from: number, text: string): readonly FieldText[] | undefined {
  const fields: FieldText[] = []
  const first = startOf(map.items[0]!)
  const indent = ' '.repeat(first - lineStart(text, first))
  const isPlain = /^ *(?:- +)*$/.test(text.slice(lineStart(text, first), first))
  if (!isPlain || map.items.some(hasNoName)) return undefined
  for (const pair of map.items) {
    const [key, above] = [startOf(pair), fields.at(-1)]
    const line = lineStart(text, key)
    const lead = above ? text.slice(above.to, line) : commentsOnTop(text, from, line, indent)
    if (above && !(onlyComments.test(lead) && text.slice(line, key) === indent)) return undefined
    const start = lead.trim() === '' ? key : line - lead.trimStart().length
    const gap = above ? text.slice(above.to, lineStart(text, start)) + indent : ''
    const to = pastOwnComments(text, lineEnd(text, endOf(pair)), indent.length)
    fields.push({ ...named(pair), from: start, key, to, gap })
  }
  return fields
}

/**
 * The fields of a flow mapping, `{…}`. `undefined` where more than commas, spaces and line breaks stand between them: it
 * cannot be told which field a comment there belongs to.
 */
export function fieldsOfFlow(map: YAMLMap, text: string): readonly FieldText[] | undefined {
  const fields: FieldText[] = []
  const [start, end] = map.range!
  let at = start + 1
  for (const pair of map.items) {
    const key = startOf(pair)
    const gap = text.slice(at, key)
    if (!/^[\s,]*$/.test(gap)) return undefined
    at = endOf(pair)
    fields.push({ ...named(pair), from: key, key, to: at, gap: fields.length > 0 ? gap : '' })
  }
  return /^[\s,]*$/.test(text.slice(at, end - 1)) ? fields : undefined
}

const onlyComments = /^(?:[ \t]*(?:#[^\n]*)?\r?\n)+$/

function named({ key, value }: Pair): Pick<FieldText, 'name' | 'value'> {
  return { name: String(key), value: value as Node | null }
}

/** `: value`, which stands nowhere in particular. */
function hasNoName({ key }: Pair): boolean {
  const [from, to] = (key as Node).range!
  return from === to
}

function startOf({ key }: Pair): number {
  return (key as Node).range![0]
}

/** Where the text of a value ends, without what follows it on its line. */
function endOf({ key, value }: Pair): number {
  return Math.max((key as Node).range![1], value ? endOfValue(value as Node) : 0)
}

function endOfValue(node: Node): number {
  const last = isCollection(node) && !node.flow ? node.items.at(-1) : undefined
  if (!last) return node.range![1]
  return 'range' in (last as Node) ? endOfValue(last as Node) : endOf(last as Pair)
}

/**
 * The comments right above the first field, as indented as it is. On top of a file they are of the file, but for those
 * that an empty line parts from them.
 */
function commentsOnTop(text: string, from: number, line: number, indent: string): string {
  let at = line
  while (at > from) {
    const above = lineStart(text, at - 1)
    if (above < from || !text.startsWith(`${indent}#`, above)) break
    at = above
  }
  const isTopOfFile = at === 0 || text.startsWith('---', lineStart(text, at - 1))
  return isTopOfFile ? '' : text.slice(at, line)
}

/** The end of the last comment below a field that is indented deeper than it, or else its own end. */
function pastOwnComments(text: string, end: number, column: number): number {
  const line = /\r?\n([ \t]*)(#[^\n]*?)?(?=\r?\n|$)/y
  line.lastIndex = end
  let own = end
  for (let match = line.exec(text); match; match = line.exec(text))
    if (match[2] !== undefined && match[1]!.length > column) own = line.lastIndex
  return own
}

function lineStart(text: string, at: number): number {
  return at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1
}

/** Where the line of what ends here ends, without its break. A block of text ends after its last break. */
function lineEnd(text: string, at: number): number {
  const found = text[at - 1] === '\n' ? at - 1 : text.indexOf('\n', at)
  const end = found === -1 ? text.length : found
  return text[end - 1] === '\r' ? end - 1 : end
}
