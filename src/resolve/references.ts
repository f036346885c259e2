import type { Log } from '../log.ts'
import { didYouMean } from '../nearest.ts'
import type { Targets } from './ids.ts'
import { type OpenNode, type OpenSection, replaceBelow, wordsOf } from './node.ts'
import type { ReferenceWords } from './words.ts'

/** Makes links of cross-references, worded by what they point at, and reports those that point at nothing. */
export function resolveReferences(
  sections: readonly OpenSection[],
  targets: Targets,
  words: ReferenceWords,
  log: Log,
): void {
  for (const { tree, source } of sections) {
    replaceBelow(tree, (node) => {
      const identifier = identifierOf(node)
      if (identifier === undefined) return undefined
      const target = targets.get(identifier)
      if (!target) {
        log.report('cross-reference-resolves', source.place(node), `Nothing in this pack has the id “#${identifier}”`, {
          notes: didYouMean(identifier, targets.keys()),
          actual: identifier,
        })
        return []
      }
      if (node.type === 'link') return undefined
      const children: OpenNode[] = [{ type: 'text', value: phrase(target, words) }]
      return [{ type: 'link', url: `#${identifier}`, children, position: node.position }]
    })
  }
}

function identifierOf(node: OpenNode): string | undefined {
  if (node.type === 'crossReference') return String(node.identifier)
  return node.type === 'link' && String(node.url).startsWith('#') ? String(node.url).slice(1) : undefined
}

/** `Figure 2`, a heading’s own label, `section 3.1`, or the words of the target themselves. */
function phrase(target: OpenNode, words: ReferenceWords): string {
  if (target.type === 'figure' && target.label) return String(target.label)
  if (target.type === 'heading' && target.data?.label) return String(target.data.label)
  if (target.type === 'heading' && target.data?.number) return `${words.section} ${target.data.number}`
  return wordsOf(target).trim() || String(target.data?.id)
}
