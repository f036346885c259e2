import type { Heading } from 'mdast'
import type { DraftNode, Section, Slot } from '../../core/index.ts'
import type { Prepared } from './prepare.ts'
import { phrase } from './references.ts'

/** The sections without headings under which nothing stands but a bibliography that lists nothing; references to them are words. */
export function withoutEmptyLists(
  sections: readonly Section[],
  prepared: Prepared,
  isEmpty: (slot: Slot) => boolean,
): readonly [readonly Section[], Prepared] {
  const elsewhere = new Map(prepared.elsewhere)
  const kept = sections.map((section) => {
    const { children } = section.tree
    const isLeftOut = (node: DraftNode, at: number) => node.type === 'heading' && isAlone(node, children.slice(at + 1))
    for (const head of children.filter(isLeftOut)) {
      const id = prepared.ids.get(head) ?? head.data?.id ?? ''
      const target = prepared.targets.get(id)
      if (target) elsewhere.set(id, { words: phrase(target, id, prepared) })
      prepared.targets.delete(id)
    }
    return { ...section, tree: { ...section.tree, children: children.filter((node, at) => !isLeftOut(node, at)) } }
  })
  return [kept, { ...prepared, elsewhere }]

  function isAlone({ depth }: Heading, [first, second]: readonly DraftNode[]): boolean {
    const isList = first?.type === 'slot' && first.name === 'bibliography' && isEmpty(first)
    return isList && (second === undefined || (second.type === 'heading' && second.depth <= depth))
  }
}
