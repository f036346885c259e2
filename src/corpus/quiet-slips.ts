import { isAlias, isMap, isScalar, isSeq, type Node, type YAMLMap, type YAMLSeq } from 'yaml'
import { fieldAt, inQuotes, quoted, unseen, unseenIn } from './written-field.ts'
import type { Slip } from './yaml-slips.ts'

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
  if (comma < 0 || comma > to) return undefined
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
