import Handlebars from 'handlebars'
import type { Point } from '../../core/index.ts'

/** Handlebars' parser, which its types leave out: its lexer, and the names of its tokens by their numbers. */
export const { Parser: parser } = Handlebars as unknown as { readonly Parser: Parser }
interface Parser {
  readonly lexer: Lexer
  readonly terminals_: Readonly<Record<number, string>>
}
interface Lexer {
  yy: object
  readonly yylloc: { readonly first_line: number; readonly first_column: number }
  setInput(source: string): void
  lex(): number
}

const opening = new Set(['OPEN_BLOCK', 'OPEN_RAW_BLOCK', 'OPEN_INVERSE', 'OPEN_PARTIAL_BLOCK', 'OPEN_SEXPR'])
const closing = new Set(['OPEN_ENDBLOCK', 'END_RAW_BLOCK', 'CLOSE_SEXPR'])

/**
 * Where blocks, chains of `{{else if}}` and calls are first nested deeper than `deepest`. Looked for in the tokens, before
 * the template is parsed: the parser's time grows with the square of the depth, and its passes recurse.
 */
export function tooDeep(source: string, deepest: number): Point | undefined {
  const { lexer } = parser
  lexer.yy = {}
  lexer.setInput(source)
  const levels: number[] = []
  let depth = 0
  for (;;) {
    const token = nextToken()
    if (token === undefined || token === 'EOF') return undefined
    if (opening.has(token)) levels.push(1)
    else if (token === 'OPEN_INVERSE_CHAIN' && levels.length > 0) levels.push((levels.pop() ?? 0) + 1)
    if (opening.has(token) || token === 'OPEN_INVERSE_CHAIN') depth += 1
    if (closing.has(token)) depth -= levels.pop() ?? 0
    if (depth > deepest) return { line: lexer.yylloc.first_line, column: lexer.yylloc.first_column + 1 }
  }
}

/** The next token's name; none at the end, or where the lexer cannot read on: that is the parser's to report. */
function nextToken(): string | undefined {
  try {
    return parser.terminals_[parser.lexer.lex()]
  } catch {
    return undefined
  }
}
