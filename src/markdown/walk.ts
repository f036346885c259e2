import type { Position } from 'unist'
import type { Data } from '../tree.ts'

/** Any node of a tree that is still open: what micromark gave, and what we made of it. */
export interface AnyNode {
  type: string
  children?: AnyNode[]
  value?: string
  data?: Data | undefined
  position?: Position | undefined
}

/** Every node below and including `node`, parents first, in reading order; without recursion, so depth is no danger. */
export function* walk(node: AnyNode): Generator<AnyNode> {
  const stack = [node]
  for (let next = stack.pop(); next; next = stack.pop()) {
    yield next
    const { children } = next
    if (children) for (let index = children.length - 1; index >= 0; index--) stack.push(children[index] as AnyNode)
  }
}

/** How many levels of nodes are below `node`. */
export function depthOf(node: AnyNode): number {
  let depth = 0
  for (let level = [node]; level.length > 0; level = level.flatMap(({ children }) => children ?? [])) depth++
  return depth
}
