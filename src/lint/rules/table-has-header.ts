import { descendants } from '../../evidence/printing.ts'
import type { PackRule } from '../rule.ts'

/** Each column says what it holds: a reader who listens hears it before each cell. */
export const tableHasHeader: PackRule = {
  id: 'table-has-header',
  scope: 'pack',
  check({ sections }, report) {
    for (const section of sections) {
      for (const node of descendants(section.tree)) {
        if (node.type !== 'table') continue
        const cells = node.children?.[0]?.children ?? []
        const empty = cells.findIndex((cell) => (cell.children ?? []).length === 0)
        if (empty !== -1)
          report(section.place(node as { position?: undefined }), `column ${empty + 1} of the table has no header`)
      }
    }
  },
}
