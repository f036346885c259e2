/** How tables are ruled and padded: light horizontal rules, a shaded header row, nothing vertical. */
import type { DocDefinition } from '../definition.ts'
import type { TableNode } from './pdfmake-internals.ts'

export function tableLayouts({ rule, shade, muted }: DocDefinition['colours']): Record<string, object> {
  const none = () => 0
  const rows = (node: TableNode) => node.table.body.length
  const more = (row: number, { table }: TableNode) => (row < table.headerRows ? 0 : (table.rowSpace ?? 0) / 2)
  return {
    report: {
      hLineWidth: (line: number, node: TableNode) => (line === 0 || line === rows(node) ? 0.8 : 0.4),
      hLineColor: (line: number, node: TableNode) => (line === 0 || line === rows(node) ? muted : rule),
      hLineWhenBroken: false,
      vLineWidth: none,
      paddingLeft: () => 4,
      paddingRight: () => 4,
      paddingTop: (row: number, node: TableNode) => 2.5 + more(row, node),
      paddingBottom: (row: number, node: TableNode) => 3 + more(row, node),
      fillColor: (row: number, node: TableNode) => (row < node.table.headerRows ? shade : null),
    },
    plain: {
      hLineWidth: none,
      vLineWidth: none,
      paddingLeft: none,
      paddingRight: none,
      paddingTop: none,
      paddingBottom: none,
    },
  }
}
