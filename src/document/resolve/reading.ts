import type { DraftNode } from '../../core/index.ts'
import type { Figures } from './figures.ts'

/**
 * The nodes of a draft as the document will have them, parents first, in reading order: a caption before its table, and
 * nothing of a figure that is not there.
 */
export function* reading(node: DraftNode, figures: Figures): Generator<DraftNode> {
  if (isLeftOut(node, figures)) return
  yield node
  for (const child of readingChildren(node)) yield* reading(child, figures)
}

/** What is read in a node, in that order. */
export function readingChildren(node: DraftNode): readonly DraftNode[] {
  if (node.type === 'captionedTable') {
    const [table, caption] = node.children
    return [...caption.children, table]
  }
  return 'children' in node ? node.children : []
}

/** A figure that could not be drawn, or shows nothing. */
export function isLeftOut(node: DraftNode, figures: Pick<Figures, 'has'>): boolean {
  const isFigure = node.type === 'figureCall' || node.type === 'imageCall' || node.type === 'captionedTable'
  return isFigure && !figures.has(node)
}
