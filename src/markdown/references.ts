import type { Root } from 'mdast'
import type { Plugin } from 'unified'
import type { DraftNode } from '../tree.ts'
import { replaceBelow } from '../walk.ts'

/** `[](#id)`, a link inside the document without words, is a reference whose words `resolve` makes. */
export const crossReferences: Plugin<[], Root> = () => (tree) =>
  replaceBelow<DraftNode>(tree, (node) => {
    if (node.type !== 'link' || !node.url.startsWith('#') || node.children.length > 0) return undefined
    const { data, position } = node
    return [
      { type: 'crossReference', identifier: node.url.slice(1), ...(data && { data }), ...(position && { position }) },
    ]
  })
