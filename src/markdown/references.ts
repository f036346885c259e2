import type * as mdast from 'mdast'
import { type AnyNode, walk } from './walk.ts'

/** `[](#id)`, a link inside the document without words, is a reference whose words `resolve` makes. */
export function makeReferences(tree: AnyNode): void {
  for (const node of walk(tree)) {
    const { type, url, children } = node as AnyNode & Partial<mdast.Link>
    if (type !== 'link' || !url?.startsWith('#') || children?.length) continue
    Object.assign(node, { type: 'crossReference', identifier: url.slice(1) })
    for (const field of ['url', 'title', 'children']) delete (node as unknown as Record<string, unknown>)[field]
  }
}
