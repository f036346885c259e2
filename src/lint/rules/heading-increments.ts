import { descendants } from '../../evidence/printing.ts'
import type { PackRule } from '../rule.ts'

/** The outline has no gaps: a reader who listens to it hears where each part belongs. */
export const headingIncrements: PackRule = {
  id: 'heading-increments',
  scope: 'pack',
  check({ sections }, report) {
    let depth = 0
    for (const section of sections) {
      for (const node of descendants(section.tree)) {
        if (node.type !== 'heading') continue
        const heading = node as unknown as { depth: number; position?: undefined }
        if (heading.depth > depth + 1)
          report(section.place(heading), `the heading is of level ${heading.depth}, after one of level ${depth}`)
        depth = heading.depth
      }
    }
  },
}
