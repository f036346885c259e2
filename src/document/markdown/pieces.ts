import { type Draft, itemAt } from '../../core/index.ts'
import { moveOffsets, setPosition } from './offsets.ts'
import type { Parsed } from './parse.ts'

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
