import { descendants } from '../../evidence/printing.ts'
import type { PackRule } from '../rule.ts'

/** A pack is read from a file, by people who trust it: no `javascript:`, no `file:`, no path. */
export const linkIsSafe: PackRule = {
  id: 'link-is-safe',
  scope: 'pack',
  check({ sections }, report) {
    for (const section of sections) {
      for (const node of descendants(section.tree)) {
        if (node.type !== 'link' && node.type !== 'definition') continue
        const link = node as unknown as { url: string; position?: undefined }
        if (/^(?:https?:\/\/|mailto:|#)/i.test(link.url)) continue
        report(section.place(link), `the link leads to “${link.url}”`, {
          notes: ['links are http, https or mailto, or #id inside the document'],
        })
      }
    }
  },
}
