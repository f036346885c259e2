import { descendants } from '../../evidence/printing.ts'
import type { ImageCall } from '../../tree.ts'
import type { PackRule } from '../rule.ts'

export const imageHasAlt: PackRule = {
  id: 'image-has-alt',
  scope: 'pack',
  check({ sections }, report) {
    for (const section of sections) {
      for (const node of descendants(section.tree)) {
        if (node.type !== 'imageCall' && node.type !== 'image') continue
        const image = node as unknown as ImageCall
        if ((image.alt ?? '').trim() === '')
          report(section.place(image), `the image “${image.url}” has no text that stands for it`)
      }
    }
  },
}
