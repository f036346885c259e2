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

/** The first column heads its rows, for those who hear a table cell by cell, where it names each row by other words, or by none but a dash. */
export function withRowHeaders([head, ...rows]: readonly TableRow[]): TableRow[] {
  const nameOf = ({ children }: TableRow) => linesOf(children[0]?.children ?? []).trim()
  const isName = (name: string) => !/^[-–—]$/.test(name)
  const names = rows.map(nameOf).filter(isName)
  const areNames = (head?.children.length ?? 0) > 1 && names.every(Boolean) && new Set(names).size === names.length
  const withHeader = (row: TableRow): TableRow => {
    const [first, ...others] = row.children
    return first && areNames && isName(nameOf(row))
      ? { ...row, children: [{ ...first, header: true }, ...others] }
      : row
  }
  return head ? [head, ...rows.map(withHeader)] : []
}
