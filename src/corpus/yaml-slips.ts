import type { Node, YAMLError } from 'yaml'
import { countUpTo, itemAt } from '../core/index.ts'
import { fieldNames } from './references.ts'
import { type Field, fieldAt, quoted, unseenIn } from './written-field.ts'

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
  const open = openedBy(message, pos[0], text, nodes)
  const [from, to] = open === undefined ? pos : [open, open + 1]
  const field = fieldAt(text, from)
  const bare = mayLackColon.test(code) ? withoutColon(field.line, code === 'BLOCK_AS_IMPLICIT_KEY') : undefined
  if (bare) {
    const at = text.lastIndexOf('\n', from - 1) + 1 + field.line.search(/[^\s-]/)
    return { ...bare, from: at, to: at + bare.name.length }
  }
  const told =
    code === 'RESOURCE_EXHAUSTION'
      ? tooDeep
      : /^ *\t/.test(field.line)
        ? tab
        : (unseenIn(field.line) ??
          (open === undefined ? tell(code, message, field) : unclosed(itemAt(text, open), field)))
  const reason = told?.reason ?? itemAt(message.split('\n'), 0).replace(/:$/, '')
  // The parser takes the line above for the beginning of a key.
  const below = /IMPLICIT_KEY$/.test(code) && told?.notes[0] === inOneColumn ? text.indexOf('\n', from) + 1 : 0
  return { reason, notes: told?.notes ?? [], ...(below > 0 ? { from: below, to: below + 1 } : { from, to }) }
}

const mayLackColon = /IMPLICIT_KEY$|^MISSING_CHAR$/

/** `title First Steps`: a line that begins with the name of a field, or with any before a bracket, and has no colon behind it. */
function withoutColon(line: string, isBracket: boolean): (Told & { readonly name: string }) | undefined {
  const [, dash = '', name, value = ''] = /^\s*((?:- +)*)([A-Za-z][\w-]*)(?: +(.*))?$/.exec(line) ?? []
  if (name === undefined || !(isBracket ? /^[{[]/.test(value) : fieldNames().has(name) && !/:(?:\s|$)/.test(value)))
    return undefined
  return {
    name,
    reason: `“${name}” has no colon behind it`,
    notes: [`${putColon}: ${dash}${name}: ${value}`.trimEnd()],
  }
}

const tooDeep = { reason: 'more is nested in one another here than can be read', notes: [] }

type Told = Pick<Slip, 'reason' | 'notes'>

/** The advice for a tab: what stands in the wrong column behind it follows from it. */
export const spacesOnly = 'YAML takes spaces only'

const tab: Told = {
  reason: 'the line is indented with a tab',
  notes: [spacesOnly],
}

/** Of a bracket or a quotation mark: what stands behind an open one is read as if within it. */
export const neverClosed = 'is never closed'

/** The advice for a field without one: its value is read as part of a name. */
export const putColon = 'put a colon'

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
      return { reason: 'the lines of this record do not begin in one column', notes: columns }
    case 'MISSING_CHAR':
      if (glued) return { reason: `“${glued}:” has no space behind it`, notes: [apart] }
      if (/without - indicator/.test(message))
        return { reason: 'the line is indented less than its record', notes: columns }
      if (field.inBrackets)
        return {
          reason: 'what stands in the brackets is no list of values or fields',
          notes: ['put each text in double quotes'],
        }
      return noField
    case 'MULTILINE_IMPLICIT_KEY':
      if (glued) return { reason: `“${glued}:” has no space behind it`, notes: [apart] }
      if (!/:(?:\s|$)/.test(line)) return noField
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

/** A line that is nothing: lines behind it are read as if they belonged to it. */
export const noField: Told = {
  reason: 'the line is no field, and not part of the value above',
  notes: ['write “field: value”, or indent the line to go on with the value above'],
}

const unclosed = (opened: string, field: Field): Told =>
  /["']/.test(opened)
    ? { reason: `the quotation mark ${neverClosed}`, notes: quoted(field) }
    : {
        reason: `“${opened}” ${neverClosed}`,
        notes: ['close it', ...(field.value?.startsWith(opened) ? quoted(field) : [])],
      }

/** Where that opens which is never closed: it is told of there. */
function openedBy(message: string, at: number, text: string, nodes: readonly Node[]): number | undefined {
  const [, mark = '', end] = /^Missing closing (.)|^Flow .*end with a (.)$/.exec(message) ?? []
  const opening = mark || (end && { ']': '[', '}': '{' }[end])
  const before = countUpTo(nodes, at - 1, ({ range }) => range?.[0] ?? 0)
  const holds = ({ range }: Node) => range && range[2] >= at && itemAt(text, range[0]) === opening
  if (opening) return nodes.slice(0, before).findLast(holds)?.range?.[0]
  // `start: "A, end: "B"`: the mark that was to open the next value closed this one.
  if (message !== 'Unexpected scalar at node end') return undefined
  const isLong = ({ range }: Node) =>
    range?.[1] === at && /^(["'])(?=.*,\s*[\w-]+: \1$)/s.test(text.slice(range[0], range[1]))
  return nodes.slice(0, before).findLast(isLong)?.range?.[0]
}
