import type * as mdast from 'mdast'
import type { Complain } from './problem.ts'
import { type AnyNode, walk } from './walk.ts'

/** Puts the address of each definition where it is used, so that a tree has links and images only, and takes them out. */
export function inlineDefinitions(tree: AnyNode, complain: Complain): void {
  const definitions = new Map<string, mdast.Definition>()
  const used = new Set<string>()
  for (const node of walk(tree)) {
    if (node.type === 'definition') collect(node as mdast.Definition, definitions, complain)
  }
  for (const node of walk(tree)) {
    if (node.type === 'linkReference' || node.type === 'imageReference') {
      const reference = node as mdast.LinkReference | mdast.ImageReference
      used.add(reference.identifier)
      resolve(reference, definitions.get(reference.identifier))
    }
    if (node.children) node.children = node.children.filter((child) => child.type !== 'definition')
  }
  for (const [identifier, definition] of definitions) {
    if (used.has(identifier)) continue
    const { label = identifier } = definition
    complain(
      'markdown-is-supported',
      definition,
      `The definition “[${label}]:” is not used, and would not be printed`,
      ['if it is text, put a backslash before the bracket'],
    )
  }
}

function collect(definition: mdast.Definition, definitions: Map<string, mdast.Definition>, complain: Complain): void {
  const { identifier, label } = definition
  if (label?.startsWith('@')) {
    complain(
      'markdown-is-supported',
      definition,
      `“[${label}]:” reads as the definition of a link, not as a citation`,
      ['put the colon elsewhere, or a word before the citation'],
    )
    definitions.delete(identifier)
  } else if (definitions.has(identifier)) {
    complain('markdown-is-supported', definition, `“[${label ?? identifier}]:” is defined twice`)
  } else definitions.set(identifier, definition)
}

function resolve(
  reference: mdast.LinkReference | mdast.ImageReference,
  definition: mdast.Definition | undefined,
): void {
  const address = { url: definition?.url ?? '', title: definition?.title ?? null }
  Object.assign(reference, address, { type: reference.type === 'linkReference' ? 'link' : 'image' })
  for (const field of ['identifier', 'label', 'referenceType'] as const) {
    if (typeof (reference as Partial<mdast.LinkReference>)[field] === 'string') delete (reference as never)[field]
  }
}
