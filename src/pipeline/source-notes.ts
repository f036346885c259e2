import type { Paragraph } from 'mdast'
import type { Corpus } from '../corpus/corpus.ts'
import type { Pack } from '../corpus/pack.ts'
import type { FigureData } from '../figures/figure.ts'
import { figureOf } from '../figures/figures.ts'
import { readOptions } from '../figures/options.ts'
import { localeOf } from '../locale/locale.ts'
import { reader } from '../markdown/index.ts'
import { citationOf } from '../template/index.ts'
import type { CiteGroup, DraftInline, DraftNode, FigureCall, Section } from '../tree.ts'
import { nodesOf, replaceBelow, walk } from '../walk.ts'

interface Context {
  readonly corpus: Corpus
  readonly pack: Pack
}

/**
 * Puts a note below every figure that is drawn from values of claims: it cites them as a sentence does that names its
 * authors, so that the style words it, the bibliography lists the works and the rules see that they are cited.
 */
export async function addSourceNotes(sections: readonly Section[], data: FigureData, context: Context): Promise<void> {
  for (const { tree } of sections) {
    const notes = new Map<DraftNode, Paragraph>()
    for (const call of nodesOf(tree, 'figureCall')) {
      const note = await noteOf(call, data, context)
      if (note) notes.set(call, note)
    }
    if (notes.size === 0) continue
    replaceBelow<DraftNode>(tree, (node) => {
      const note = notes.get(node)
      return note && [node, note]
    })
  }
}

async function noteOf(call: FigureCall, data: FigureData, context: Context): Promise<Paragraph | undefined> {
  const ids = figureOf(call.name)?.claims?.(data, readOptions(call.name, call.options)) ?? []
  const claims = [...new Set(ids)].flatMap((id) => context.corpus.claims.get(id) ?? [])
  if (claims.length === 0) return undefined
  const { language } = context.pack
  const { tree } = (await reader()).read(citationOf(claims, context), language)
  const works = [...nodesOf(tree, 'citeGroup')].flatMap(({ children }) => children)
  const cited = works.map((cite): CiteGroup => ({ type: 'citeGroup', kind: 'narrative', children: [cite] }))
  const words = (value: string): DraftInline => ({ type: 'text', value })
  const children = cited.flatMap((group, index) => (index === 0 ? [group] : [words('; '), group]))
  const sources = new Set(works.map(({ identifier }) => identifier)).size
  const lead = localeOf(language).figures.sources(sources)
  const note: Paragraph = { type: 'paragraph', children: [words(lead), ...children, words('.')] }
  // Its words are the program’s: what is told of them is told at the call.
  for (const node of walk<DraftNode>(note)) if (call.position) node.position = call.position as typeof node.position
  return note
}
