import type { Root } from 'mdast'
import type { Plugin } from 'unified'
import { type DraftNode, replaceBelow } from '../../core/index.ts'

/** Links without words have those that `resolve` makes: `[](#id)` a reference, `[](uses:id)` the ways to what uses an entry. */
export const crossReferences: Plugin<[], Root> = () => (tree) =>
  replaceBelow<DraftNode>(tree, (node) => {
    if (node.type !== 'link' || node.children.length > 0) return undefined
    const [, scheme, identifier = ''] = /^(#|uses:)(.*)$/s.exec(node.url) ?? []
    if (scheme === undefined) return undefined
    const { data, position } = node
    const type = scheme === '#' ? 'crossReference' : 'usesCall'
    return [{ type, identifier, ...(data && { data }), ...(position && { position }) }]
  })
