import type { Root } from 'mdast'
import type { Plugin } from 'unified'
import { type Draft, type DraftNode, itemAt, type Position, walk } from '../../core/index.ts'
import type { Parsed } from './parse.ts'
import type { ImageWithLabel } from './processor.ts'

/** Shorter pieces are not worth an entry of the cache each. */
const shortest = 12_000

/** Texts with fences, HTML or definitions are not split: a heading may stand in them, or a use elsewhere. */
const undivided = /`{3}|~{3}|^ {0,3}<|\]:/m
export const isUndivided = (markdown: string) => undivided.test(markdown)

/**
 * A section's Markdown, cut before headings so that an edit lets most of it be as it was read. A heading at the start of a
 * line ends every block (CommonMark 0.31, 4.2), so each piece reads by itself as it does in the whole.
 */
export function cutAtHeadings(markdown: string, least = shortest): readonly string[] {
  if (isUndivided(markdown)) return [markdown]
  const pieces: string[] = []
  let from = 0
  for (const { index } of markdown.matchAll(/^#{1,6} /gm)) {
    if (index - from < least) continue
    pieces.push(markdown.slice(from, index))
    from = index
  }
  return [...pieces, markdown.slice(from)]
}

/** The tree and problems of the whole from those of its pieces, which are used up. */
export function joinPieces(pieces: readonly string[], read: readonly Parsed[]): Parsed {
  if (read.length === 1) return itemAt(read, 0)
  let before = 0
  const moved = read.map(({ tree, problems }, index) => {
    const by = before
    before += itemAt(pieces, index).length
    moveOffsets(tree, by)
    return { children: tree.children, problems: problems.map((it) => ({ ...it, offset: it.offset + by })) }
  })
  const tree: Draft = { type: 'root', children: moved.flatMap(({ children }) => children) }
  setPosition(tree, { start: { offset: 0 }, end: { offset: before } })
  return { tree, problems: moved.flatMap(({ problems }) => problems) }
}

/** Takes out what is not used: most of what positions say, and the words of images that became no figure. */
export const offsetsOnly: Plugin<[], Root> = () => (tree) => {
  for (const node of walk<DraftNode>(tree)) {
    if (node.type === 'image') delete (node as ImageWithLabel).words
    const { start, end } = node.position ?? {}
    if (start && end) setPosition(node, { start: { offset: start.offset }, end: { offset: end.offset } })
  }
}

/** Moves a tree behind a text of so many characters. */
function moveOffsets(tree: Root, by: number): void {
  if (by === 0) return
  for (const node of walk<DraftNode>(tree)) {
    if (!node.position) continue
    const { start, end } = node.position
    setPosition(node, { start: { offset: (start.offset ?? 0) + by }, end: { offset: (end.offset ?? 0) + by } })
  }
}

/** Our positions have no lines and columns, which unist asks for: in rendered Markdown they mean nothing to an author. */
function setPosition(node: { position?: unknown }, position: Position): void {
  node.position = position
}
