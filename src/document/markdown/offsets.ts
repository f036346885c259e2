import type { Root } from 'mdast'
import type { Plugin } from 'unified'
import { type DraftNode, type Position, walk } from '../../core/index.ts'
import type { ImageWithLabel } from './processor.ts'

/** Takes out what is not used: most of what positions say, and the words of images that became no figure. */
export const offsetsOnly: Plugin<[], Root> = () => (tree) => {
  for (const node of walk<DraftNode>(tree)) {
    if (node.type === 'image') delete (node as ImageWithLabel).words
    const { start, end } = node.position ?? {}
    if (start && end) setPosition(node, { start: { offset: start.offset }, end: { offset: end.offset } })
  }
}

/** Moves a tree behind a text of so many characters. */
export function moveOffsets(tree: Root, by: number): void {
  if (by === 0) return
  for (const node of walk<DraftNode>(tree)) {
    if (!node.position) continue
    const { start, end } = node.position
    setPosition(node, { start: { offset: (start.offset ?? 0) + by }, end: { offset: (end.offset ?? 0) + by } })
  }
}

/** Our positions have no lines and columns, which unist asks for: in rendered Markdown they mean nothing to an author. */
export function setPosition(node: { position?: unknown }, position: Position): void {
  node.position = position
}
