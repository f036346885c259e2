import { isAlias, isMap, isScalar, isSeq, type Node, type YAMLError, type YAMLMap, type YAMLSeq } from 'yaml'
import { countUpTo, itemAt } from '../core/index.ts'
import { type Field, fieldAt, inQuotes, quoted, unseen, unseenIn } from './written-field.ts'

/** What is wrong with a YAML text, where, and what to write instead. */
export interface Slip {
  readonly reason: string
  readonly notes: readonly string[]
  readonly from: number
  readonly to: number
}

/** As the parser tells it. */
export type ParserError = Pick<YAMLError, 'code' | 'message' | 'pos'>

/** What the parser says of `text`, in the words of someone who writes records. */
export function parserSlip({ code, message, pos }: ParserError, text: string, nodes: readonly Node[]): Slip {
  // What is never closed is told of where it opens.
  const open = /^Flow |^Missing closing/.test(message) ? openBefore(pos[0], text, nodes) : undefined
  const [from, to] = open === undefined ? pos : [open, open + 1]
  const field = fieldAt(text, from)
  const told =
    code === 'RESOURCE_EXHAUSTION'
      ? tooDeep
      : /^ *\t/.test(field.line)
        ? tab
        : (unseenIn(field.line) ?? tell(code, message, field))
  const reason = told?.reason ?? itemAt(message.split('\n'), 0).replace(/:$/, '')
  // The parser takes the line above for the beginning of a key.
  const below = /IMPLICIT_KEY$/.test(code) && told?.notes[0] === inOneColumn ? text.indexOf('\n', from) + 1 : 0
  return { reason, notes: told?.notes ?? [], ...(below > 0 ? { from: below, to: below + 1 } : { from, to }) }
}

/** The names for data that a text gives, and uses. */
export interface Names {
  readonly given: ReadonlySet<string>
  readonly used: ReadonlySet<string>
}

/**
 * What YAML takes without a word, and nobody means who writes a record: a comment that was text, and names for data, of
 * which those that are used are told of where they are used.
 */
export function quietSlip(node: Node, text: string, names: Names): Slip | undefined {
  const [from, to] = node.range ?? [0, 0]
  const written = text.slice(from, to)
  if (isAlias(node))
    return {
      reason: `“${written}” repeats data by its name, which is not read`,
      // What names nothing was meant as text.
      notes: names.given.has(node.source) ? ['write the data out'] : quoted(fieldAt(text, from)),
      from,
      to,
    }
  if ('anchor' in node && node.anchor && !names.used.has(node.anchor))
    return {
      reason: `“&${node.anchor}” gives data a name, which is not read`,
      notes: ['leave it out', ...quoted(fieldAt(text, from))],
      from,
      to,
    }
  const tag = node.tag && /!\S*(?=\s*$)|^!\S*/.exec(text.slice(Math.max(0, from - 80), from) || written)?.[0]
  if (tag && !/:(?:str|int|float|bool|null|map|seq)$/.test(node.tag ?? ''))
    return {
      reason: `“${tag}” gives data a type, which is not read`,
      notes: ['leave it out'],
      from: from - 1,
      to,
    }
  if (isMap(node)) return oddKey(node, text) ?? (node.flow ? cutByComma(node, text) : undefined)
  if (isSeq(node) && node.flow) return sentenceCut(node, text)
  if (!isScalar(node) || node.type !== 'PLAIN' || !(node.value === null || typeof node.value === 'string'))
    return undefined
  const [comment] = /^[ \t]*#+[^\s#].*/.exec(text.slice(to)) ?? []
  if (comment === undefined) return undefined
  const { key } = fieldAt(text, from)
  const notes = [
    `put the value in quotes: ${key ? `${key}: ` : ''}${inQuotes((written + comment).trim())}`,
    'or put a space after the “#”',
  ]
  return {
    reason: `“${comment.trim()}” is read as a comment`,
    notes,
    from: to + comment.indexOf('#'),
    to: to + comment.length,
  }
}

/** A key that takes in the fields of another record, or looks like a field and is not. */
function oddKey({ items }: YAMLMap, text: string): Slip | undefined {
  for (const { key } of items) {
    if (!isScalar(key) || typeof key.value !== 'string' || key.type !== 'PLAIN' || !key.range) continue
    const [from, to] = key.range
    if (key.value === '<<')
      return { reason: '“<<” takes in fields of other data, which is not read', notes: ['write them out'], from, to }
    const told = unseen.test(key.value) && unseenIn(fieldAt(text, from).line)
    if (told) return { ...told, from, to }
  }
  return undefined
}

/** `{text: One, two}`: what stands behind the comma is a field without a value. */
function cutByComma({ items }: YAMLMap, text: string): Slip | undefined {
  const at = items.findIndex(({ value }, index) => index > 0 && value === null)
  const [before, rest] = [items[at - 1], items.slice(at)]
  if (!isScalar(before?.key) || !isScalar(before.value) || before.value.type !== 'PLAIN') return undefined
  const others = rest.findIndex(({ value }) => value !== null)
  const last = rest.slice(0, others === -1 ? undefined : others).at(-1)?.key
  const [from, to] = [before.value.range?.[0], isScalar(last) ? last.range?.[1] : undefined]
  if (from === undefined || to === undefined) return undefined
  const comma = text.indexOf(',', from)
  const notes = [`put the value in quotes: ${before.key.value}: ${inQuotes(text.slice(from, to).trim())}`]
  return { reason: 'a comma ends a value without quotes within braces', notes, from: comma, to: comma + 1 }
}

/** `[One, two.]`: the second half of a sentence is no text of its own. */
function sentenceCut({ items }: YAMLSeq, text: string): Slip | undefined {
  const parts = items.map((it) =>
    isScalar(it) && it.type === 'PLAIN' && typeof it.value === 'string' ? it : undefined,
  )
  const isEnd = (it: string) => /[.!?…]$/.test(it)
  for (const [at, last] of parts.entries()) {
    const before = at > 0 ? parts[at - 1] : undefined
    if (!last?.range || !before?.range || !isEnd(String(last.value)) || isEnd(String(before.value))) continue
    if (!/^\p{Lu}.* /u.test(String(before.value)) || !/^\p{Ll}/u.test(String(last.value))) continue
    const notes = [`put the text in quotes: ${inQuotes(text.slice(before.range[0], last.range[1]))}`]
    const from = text.indexOf(',', before.range[1])
    return { reason: 'a comma ends a text without quotes in a list', notes, from, to: from + 1 }
  }
  return undefined
}

const tooDeep = { reason: 'more is nested in one another here than can be read', notes: [] }

type Told = Pick<Slip, 'reason' | 'notes'>

/** The advice for a tab: what stands in the wrong column behind it follows from it. */
export const spacesOnly = 'YAML takes spaces only'

const tab: Told = {
  reason: 'the line is indented with a tab',
  notes: [spacesOnly],
}

/** The advice for a bracket: what stands behind an open one is read as if within it. */
export const closeIt = 'close it'

/** The advice for a field whose value follows right behind its colon. */
export const spaceBehind = 'put a space after the colon'

/** The advice where lines stand in the wrong column: behind the first of them, the parser stumbles over what is right. */
export const inOneColumn = 'fields of one record begin in one column; what belongs to a field is indented more than it'

function tell(code: string, message: string, field: Field): Told | undefined {
  const { value = '', line } = field
  const [first = ''] = value
  const notes = quoted(field)
  const columns = [inOneColumn]
  const [, glued] = /^((?:- )?[\w-]+):(?=\S)/.exec(line.trim()) ?? []
  const [, bare] = /^([a-z][\w-]*) +[{[]/.exec(line.trim()) ?? []
  const apart = `${spaceBehind}: ${line.trim().replace(':', ': ')}`
  switch (code) {
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'BLOCK_IN_FLOW':
      if (/^\?\s/.test(value)) return { reason: 'a value cannot begin with “? ”', notes }
      if (field.inBrackets && value.search(semicolon) >= 0)
        return {
          reason: 'a semicolon does not end a field',
          notes: [`put a comma: ${field.key}: ${value.replaceAll(semicolon, ', ')}`],
        }
      if (bare)
        return { reason: `“${bare}” has no colon behind it`, notes: [`put a colon: ${line.trim().replace(' ', ': ')}`] }
      if (/:(?:\s|$)/.test(value))
        return { reason: 'a colon and a space in a value without quotes begin a field', notes }
      return { reason: 'the lines of this record do not begin in one column', notes: columns }
    case 'BAD_SCALAR_START':
      return { reason: `a value cannot begin with “${first}”`, notes }
    case 'BAD_ALIAS':
      return { reason: `what begins with “${first}” is read as a name for data`, notes }
    case 'TAG_RESOLVE_FAILED':
      return { reason: 'what begins with “!” is read as a type of data', notes }
    case 'BAD_DQ_ESCAPE':
      return { reason: `“${/\\./su.exec(message)?.[0]}” means nothing in double quotes`, notes }
    case 'UNEXPECTED_TOKEN':
      if (first === '"' || first === "'") return { reason: 'the value goes on after its closing quotation mark', notes }
      if (first !== '' && '-|>[{*'.includes(first))
        return { reason: `a value that begins with “${first}” is not text`, notes }
      return glued ? { reason: `“${glued}:” has no space behind it`, notes: [apart] } : undefined
    case 'BAD_INDENT':
      if (!message.startsWith('Flow '))
        return { reason: 'the lines of this record do not begin in one column', notes: columns }
      return { reason: `“${first}” is never closed`, notes: [closeIt, ...notes] }
    case 'MISSING_CHAR':
      if (/^Missing closing/.test(message)) return { reason: 'the quotation mark is never closed', notes }
      if (glued) return { reason: `“${glued}:” has no space behind it`, notes: [apart] }
      if (/without - indicator/.test(message))
        return { reason: 'the line is indented less than its record', notes: columns }
      if (field.inBrackets)
        return {
          reason: 'what stands in the brackets is no list of values or fields',
          notes: ['put each text in double quotes'],
        }
      return {
        reason: 'the line is no field, and not part of the value above',
        notes: ['write “field: value”, or indent the line to go on with the value above'],
      }
    case 'MULTILINE_IMPLICIT_KEY':
      if (glued) return { reason: `“${glued}:” has no space behind it`, notes: [apart] }
      return { reason: 'the lines of this record do not begin in one column', notes: columns }
    case 'DUPLICATE_KEY':
      return {
        reason: `the field “${message}” stands here again`,
        notes: /^-\S/.test(line) ? ['put a space after the hyphen'] : ['keep one of the two'],
      }
    case 'MULTIPLE_DOCS':
      return {
        reason: 'the file goes on after its end, “---” or “...”',
        notes: ['put the rest into a file of its own'],
      }
    default:
      return undefined
  }
}

/** Between the fields of a mapping in braces. */
const semicolon = /;\s*(?=[\w-]+: )/g

function openBefore(at: number, text: string, nodes: readonly Node[]): number | undefined {
  const isOpen = ({ range }: Node) => range && range[0] < at && range[2] >= at && /["'[{]/.test(itemAt(text, range[0]))
  let low = countUpTo(nodes, at - 1, ({ range }) => range?.[0] ?? 0)
  while (low > 0 && !isOpen(itemAt(nodes, low - 1))) low--
  return low > 0 ? itemAt(nodes, low - 1).range?.[0] : undefined
}
