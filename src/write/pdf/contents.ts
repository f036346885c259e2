/** Contents, lists of figures and of tables: each line a link that ends in dots and a page number. */
import type { Contents } from '../../core/index.ts'
import type { DefinitionNode, Run } from './definition.ts'
import { directedRuns } from './directed.ts'
import type { RunContext } from './runs.ts'

export interface ContentsContext extends RunContext {
  /** A heading stands right above: the list needs no title of its own. */
  readonly isTitled: boolean
}

export function contentsOf({ of, entries }: Contents, { ids, words, isTitled }: ContentsContext): DefinitionNode {
  const title: DefinitionNode = {
    text: [{ text: { headings: words.contents, figures: words.figures, tables: words.tables }[of] }],
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
