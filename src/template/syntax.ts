import type { Place } from '../log.ts'

type Expression = hbs.AST.Expression

// What is made here has no place of its own in the template.
const nowhere: hbs.AST.SourceLocation = { source: '', start: { line: 1, column: 0 }, end: { line: 1, column: 0 } }
export const path = (name: string) =>
  ({
    type: 'PathExpression',
    data: false,
    depth: 0,
    parts: [name],
    original: name,
    loc: nowhere,
  }) as hbs.AST.PathExpression
export const here = () => ({ ...path('.'), parts: [], original: '.' }) as hbs.AST.PathExpression
export const literal = (value: number) =>
  ({ type: 'NumberLiteral', value, original: value, loc: nowhere }) as hbs.AST.NumberLiteral

export function step(name: string, params: readonly Expression[], id: number, hash?: hbs.AST.Hash): Expression {
  return { type: 'SubExpression', path: path(name), params: [...params, literal(id)], hash, loc: nowhere } as Expression
}

export function mustache(
  name: string,
  params: readonly Expression[],
  id: number,
  hash?: hbs.AST.Hash,
): hbs.AST.MustacheStatement {
  const strip = { open: false, close: false }
  const call = step(name, params, id, hash) as hbs.AST.SubExpression
  return { ...call, type: 'MustacheStatement', escaped: false, strip } as unknown as hbs.AST.MustacheStatement
}

/** The number of the read or call that an expression became; none for a literal. */
export function numberOf(expression: Expression | undefined): number | undefined {
  if (expression?.type !== 'SubExpression') return undefined
  return ((expression as hbs.AST.SubExpression).params.at(-1) as hbs.AST.NumberLiteral).value
}

/** Where a node stands in a file: Handlebars counts columns from 0. */
export function placeOf(node: hbs.AST.Node, file: string): Place {
  const { start, end } = node.loc
  return {
    file,
    start: { line: start.line, column: start.column + 1 },
    end: { line: end.line, column: end.column + 1 },
  }
}

/** Words of a template as a message quotes them. */
export const clipped = (words: unknown) => String(words).slice(0, 100)
export const sourceOf = (expression: Expression) =>
  clipped(
    (expression as { path?: { original: unknown } }).path?.original ?? (expression as { original?: unknown }).original,
  )
