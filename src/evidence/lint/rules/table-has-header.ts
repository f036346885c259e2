import { exampleSection, harbourIsOpen, nodesOf } from '../../../core/index.ts'
import type { PackRule } from '../rule.ts'

export const tableHasHeader: PackRule = {
  id: 'table-has-header',
  severity: 'error',
  summary: 'Every column of a table has a header.',
  norm: 'WCAG 2.2, 1.3.1; ISO 14289-1, 7.5',
  reason: 'A cell is read together with its header, or it is a bare word.',
  scope: 'pack',
  standsAlone: true,
  fails: { body: exampleSection(harbourIsOpen, '| Year | |\n|---|---|\n| first | shut |') },
  findings: ['templates/body.md.hbs: column 2 of the table has no header'],
  passes: { body: exampleSection(harbourIsOpen, '| Year | State |\n|---|---|\n| first | shut |') },
  check({ sections }, report) {
    for (const section of sections) {
      for (const table of nodesOf(section.tree, 'table')) {
        const cells = table.children[0]?.children ?? []
        let next = 0
        const empty = cells.findIndex((cell, at) => {
          if (at < next) return false
          next = at + (cell.data?.span ?? 1)
          return cell.children.length === 0
        })
        if (empty !== -1) report(section.place(table), `column ${empty + 1} of the table has no header`)
      }
    }
  },
}
