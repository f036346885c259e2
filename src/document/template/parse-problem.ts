import { fieldOf, lastOf, messageOf, type Point } from '../../core/index.ts'
import { parser } from './nesting.ts'

/** What Handlebars' parser throws, as a place and a sentence. */
export function parseProblem(error: unknown, source: string): { start: Point; reason: string } {
  const message = messageOf(error)
  const line = fieldOf(error, 'lineNumber')
  const open = unclosed(source)
  if (line !== undefined) {
    const words = message.replace(/ - \d+:\d+$/, '')
    return { start: { line: Number(line), column: Number(fieldOf(error, 'column') ?? 0) + 1 }, reason: mismatch(words) }
  }
  const got = /got '(.*)'$/.exec(message)?.[1]
  if (got === 'EOF' && open) return { start: open, reason: `“${open.tag}” is never closed` }
  const { yylloc } = parser.lexer
  const start = { line: yylloc.first_line, column: yylloc.first_column + 1 }
  const rest = source
    .split('\n')
    .slice(start.line - 1)
    .join('\n')
    .slice(start.column - 1)
  return { start, reason: rest.includes('}}') ? unexpected(got) : 'the tag is never closed' }
}

/** Handlebars says `if doesn't match each`. */
function mismatch(words: string): string {
  const names = /^(.*) doesn't match (.*)$/.exec(words)
  return names ? `“{{#${names[1]}}}” is closed by “{{/${names[2]}}}”` : `the tag is not valid: ${words}`
}

const tokens: Readonly<Record<string, string>> = {
  EOF: 'the end of the template',
  CLOSE: '“}}”',
  CLOSE_UNESCAPED: '“}}}”',
  OPEN_ENDBLOCK: 'the end of a block that was not opened',
  INVERSE: '“{{else}}”',
  OPEN_INVERSE_CHAIN: '“{{else …}}”',
  INVALID: 'a character that no tag can have',
  SEP: 'a dot',
  NUMBER: 'a number (an item of a list is `list.[0]`)',
  ID: 'a name',
  STRING: 'a text',
  EQUALS: '“=”',
}

function unexpected(token: string | undefined): string {
  if (token === undefined) return 'a raw block, “{{{{name}}}}”, is never closed: its end is “{{{{/name}}}}”'
  return `a tag does not go on like this: ${tokens[token ?? ''] ?? `“${token}”`} is not expected here`
}

/** The innermost block that is open at the end of the source. */
function unclosed(source: string): (Point & { readonly tag: string }) | undefined {
  const open: { index: number; tag: string }[] = []
  const tags = /\{\{!--[\s\S]*?(?:--~?\}\}|$)|\{\{![\s\S]*?(?:\}\}|$)|\{\{~?([#^/])[>*]?\s*([^\s}~]+)/g
  for (const { index, 0: text, 1: mark, 2: name } of source.matchAll(tags)) {
    if (mark === '/') open.pop()
    else if (mark) open.push({ index, tag: `${text.slice(0, 2)}${mark}${name}}}` })
  }
  const last = open.at(-1)
  if (!last) return undefined
  const before = source.slice(0, last.index).split('\n')
  return { line: before.length, column: lastOf(before).length + 1, tag: last.tag }
}
