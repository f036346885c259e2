import type { Data, Position, Section } from '../tree.ts'

/** A node while the passes work on it: sugar and plain at once, until `close` checks what is left. */
export interface OpenNode {
  type: string
  children?: OpenNode[]
  value?: string
  data?: Data | undefined
  position?: Position | undefined
  [field: string]: unknown
}

/** A section on its way to the document: its tree is ours to change. */
export interface OpenSection {
  readonly source: Section
  readonly tree: OpenNode
}

/** Every node below and including `node`, parents first, in reading order. */
export function* walk(node: OpenNode): Generator<OpenNode> {
  const left = [node]
  for (let next = left.pop(); next; next = left.pop()) {
    yield next
    for (let at = (next.children?.length ?? 0) - 1; at >= 0; at--) left.push(next.children![at]!)
  }
}

/** The words of a node, as a reader sees them; notes and images have none here. */
export function wordsOf(node: OpenNode): string {
  if (node.type === 'break') return ' '
  // The raised number of a citation is a call, too.
  if (node.data?.citation !== undefined && node.children?.[0]?.type === 'superscript') return ''
  return (node.type === 'text' || node.type === 'inlineCode') && node.value !== undefined
    ? node.value
    : (node.children ?? []).map(wordsOf).join('')
}

/** Puts other nodes in the place of some, everywhere below `node`; what `replace` gives `undefined` for stays. */
export function replaceBelow(node: OpenNode, replace: (child: OpenNode) => OpenNode[] | undefined): void {
  const { children } = node
  if (!children) return
  for (let at = 0; at < children.length; at++) {
    const instead = replace(children[at]!)
    if (instead) {
      children.splice(at, 1, ...instead)
      at += instead.length - 1
    } else replaceBelow(children[at]!, replace)
  }
}
