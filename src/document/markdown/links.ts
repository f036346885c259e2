import type { Definition, Image, ImageReference, Link, LinkReference, Root } from 'mdast'
import type { Plugin } from 'unified'
import type { VFile } from 'vfile'
import { type DraftNode, nodesOf, replaceBelow } from '../../core/index.ts'
import { complain } from './problem.ts'
import type { Titled } from './processor.ts'

/** Puts the address of each definition where it is used, so that a tree has links and images only, and takes them out. */
export const inlineDefinitions: Plugin<[], Root> = () => (tree, file) => {
  const definitions = new Map<string, Definition & Titled>()
  for (const node of nodesOf(tree, 'definition')) collect(node, definitions, file)
  const used = new Set<string>()
  const place = (node: DraftNode): DraftNode[] | undefined => {
    if (node.type === 'definition') return []
    if (node.type !== 'linkReference' && node.type !== 'imageReference') return undefined
    used.add(node.identifier)
    const placed = resolved(node, definitions.get(node.identifier))
    replaceBelow<DraftNode>(placed, place)
    return [placed]
  }
  replaceBelow<DraftNode>(tree, place)
  for (const [identifier, definition] of definitions) {
    if (used.has(identifier)) continue
    const reason = `The definition “[${definition.label ?? identifier}]:” is not used, and would not be printed`
    complain(file, definition, reason, ['if it is text, put a backslash before the bracket'])
  }
}

function collect(definition: Definition, definitions: Map<string, Definition & Titled>, file: VFile): void {
  const { identifier, label } = definition
  if (label?.startsWith('@')) {
    const reason = `“[${label}]:” reads as the definition of a link, not as a citation`
    complain(file, definition, reason, ['put the colon elsewhere, or a word before the citation'])
    definitions.delete(identifier)
  } else if (definitions.has(identifier)) {
    complain(file, definition, `“[${label ?? identifier}]:” is defined twice`)
  } else definitions.set(identifier, definition)
}

/** The link or image that a reference stands for, with everything else that the reference has. */
function resolved(node: LinkReference | ImageReference, definition: (Definition & Titled) | undefined): Link | Image {
  const { identifier: _, label: __, referenceType: ___, ...rest } = node
  const address = { url: definition?.url ?? '', title: definition?.title ?? null }
  if (rest.type === 'linkReference') return { ...rest, type: 'link', ...address }
  return { ...rest, type: 'image', ...address, ...(definition?.written && { written: definition.written }) }
}

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
