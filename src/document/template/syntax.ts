import type { Place } from '../../core/index.ts'

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
export const sourceOf = (expression: hbs.AST.Expression) =>
  clipped(
    (expression as { path?: { original: unknown } }).path?.original ?? (expression as { original?: unknown }).original,
  )
