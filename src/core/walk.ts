/** The utilities for trees: one set for drafts (`walk<DraftNode>`) and for documents (`walk<Node>`). */

import { itemAt } from './must.ts'
import { fieldOf } from './plain.ts'
import type { DraftNode } from './tree.ts'

/** A closed union of nodes: what is below one is of the union, too. */
interface Below<N> {
  readonly type: string
  readonly children?: readonly N[]
  /** A figure's caption is below it, too, and is read before what it captions. */
  readonly caption?: readonly N[] | undefined
}

/** Every node below and including `node`, parents first, in reading order; without recursion, so depth is no danger. */
export function* walk<N extends Below<N>>(node: N): Generator<N> {
  const left = [node]
  for (let next = left.pop(); next; next = left.pop()) {
    yield next
    leave(next, left)
  }
}

/** The last of what is below comes first, so that it is taken last. */
function leave<N extends Below<N>>({ children, caption }: N, left: N[]): void {
  if (children) for (let at = children.length - 1; at >= 0; at--) left.push(itemAt(children, at))
  if (caption) left.push(...caption.toReversed())
}

/** Those nodes below and including `node` that `wants` asks for, in reading order: at once, which takes a third of the time for a long document. */
export function nodesWanted<N extends Below<N>>(node: N, wants: (node: N) => boolean): N[] {
  const found: N[] = []
  const left = [node]
  for (let next = left.pop(); next; next = left.pop()) {
    if (wants(next)) found.push(next)
    leave(next, left)
  }
  return found
}

/** The nodes of one type in a draft. */
export function* nodesOf<T extends DraftNode['type']>(
  draft: DraftNode,
  type: T,
): Generator<Extract<DraftNode, { type: T }>> {
  const isOfType = (node: DraftNode): node is Extract<DraftNode, { type: T }> => node.type === type
  for (const node of walk<DraftNode>(draft)) if (isOfType(node)) yield node
}

/** Puts other nodes in the place of some, everywhere below `node`; what `replace` gives `undefined` for stays. */
export function replaceBelow<N extends Below<N>>(node: N, replace: (child: N) => readonly N[] | undefined): void {
  // The caller answers for a child fitting where it is put: TypeScript cannot tell one parent of the union from another.
  const children = node.children as N[] | undefined
  if (!children) return
  const made: N[] = []
  for (const child of children) {
    const instead = replace(child)
    if (!instead) replaceBelow<N>(child, replace)
    for (const each of instead ?? [child]) made.push(each)
  }
  for (const [at, child] of made.entries()) children[at] = child
  children.length = made.length
}

/** Words as one line for where nothing can be set, such as a bookmark: without hints where a word may break. */
export const inOneLine = (text: string): string =>
  text
    .replaceAll('\u00ad', '')
    .replace(/[ \t\r\n]+/g, ' ')
    .trim()

/** The words of a node, as a reader sees them; notes and images have none here. */
export function textOf<N extends Below<N>>(node: N): string {
  if (node.type === 'break') return ' '
  // The raised number of a citation is a call, too.
  if (node.type === 'span' && 'data' in node && isCall(node.data, node.children?.[0]?.type)) return ''
  if (node.type === 'superscript' && isBetweenCalls<N>(node)) return ''
  const isText = node.type === 'text' || node.type === 'inlineCode'
  if (isText && 'value' in node && typeof node.value === 'string') return node.value.replaceAll('\u00ad', '')
  return (node.children ?? []).map((child) => textOf<N>(child)).join('')
}

/** The comma or space that keeps calls apart, which no author wrote. */
function isBetweenCalls<N extends Below<N>>(node: N): boolean {
  const [only] = node.children ?? []
  return (
    !('position' in node) && only !== undefined && 'value' in only && (only.value === ',' || only.value === '\u202f')
  )
}

function isCall(data: unknown, first: string | undefined): boolean {
  return first === 'superscript' && fieldOf(data, 'citation') !== undefined
}

/** How many levels of nodes are below `node`. */
export function depthOf<N extends Below<N>>(node: N): number {
  let depth = 0
  for (let level: readonly N[] = [node]; level.length > 0; level = level.flatMap(({ children = [] }) => children))
    depth++
  return depth
}
