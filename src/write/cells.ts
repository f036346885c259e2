import type { Inline, TableCell, TableRow } from '../core/index.ts'

/** The cells of a row that stand in a column of their own, each with the first of its columns. */
export function uncovered(row: TableRow | undefined): { readonly cell: TableCell; readonly column: number }[] {
  let free = 0
  return (row?.children ?? []).flatMap((cell, column) => {
    if (column < free) return []
    free = column + (cell.data?.span ?? 1)
    return [{ cell, column }]
  })
}

/** What a cell asks of its column: one over several has room. */
export const wordsOf = (cell: TableCell | undefined) => (cell?.data?.span ? [] : (cell?.children ?? []))

/** All that a cell says, a line break as one. */
export function linesOf(nodes: readonly Inline[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'break') return '\n'
      return 'value' in node ? node.value : 'children' in node ? linesOf(node.children) : ''
    })
    .join('')
}
