import { type Block, type Node, type Paragraph, textOf } from '../core/index.ts'

/** Words that only lead to a list: a label in bold, or words that end in a colon. They stand on its page. */
export function leadsToList(node: Paragraph, next: Block | undefined): boolean {
  if (next?.type !== 'list') return false
  const said = node.children.filter((it) => it.type !== 'text' || it.value.trim() !== '')
  return said.every(({ type }) => type === 'strong') || /:\s*$/.test(textOf<Node>(node))
}
