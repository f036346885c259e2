/** Contents, lists of figures and of tables: each line a link that ends in dots and a page number. */
import type { Contents } from '../../core/index.ts'
import { titleOf } from '../alike.ts'
import type { DefinitionNode, Run } from './definition.ts'
import { directedRuns } from './directed.ts'
import type { RunContext } from './runs.ts'

export interface ContentsContext extends RunContext {
  /** A heading stands right above: the list needs no title of its own. */
  readonly isTitled: boolean
}

export function contentsOf(node: Contents, { ids, words, isTitled }: ContentsContext): DefinitionNode {
  const { of, entries } = node
  const title: DefinitionNode = {
    text: [{ text: titleOf(node, words) }],
    style: of === 'headings' ? 'contentsTitle' : 'contentsSubtitle',
    tag: 'Caption',
    keepWithNext: true,
  }
  const stack = entries.map(({ id, depth, label, text }): DefinitionNode => {
    const words: Run[] = [...(label === undefined ? [] : [{ text: `${label}  ` }]), ...directedRuns(text)]
    const link: Run = { text: words, tag: 'Link', destination: id }
    const style = of === 'headings' ? `contents${Math.min(depth, 3)}` : 'contentsPlain'
    if (!ids.has(id)) return { text: words, tag: 'TOCI', style }
    return { text: [{ text: [link], tag: 'Reference' }], tag: 'TOCI', style, leader: id }
  })
  return { stack: isTitled ? stack : [title, ...stack], tag: 'TOC', margin: [0, 0, 0, 12] }
}
