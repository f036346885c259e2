import type * as mdast from 'mdast'
import { gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote'
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough'
import { gfmTableToMarkdown } from 'mdast-util-gfm-table'
import { type Options, toMarkdown } from 'mdast-util-to-markdown'
import { citationToMarkdown } from './citation-print.ts'
import { spanToMarkdown } from './span-tree.ts'

/** One way to write each thing, so that the same tree is the same text. */
const options: Options = {
  bullet: '-',
  bulletOther: '*',
  emphasis: '*',
  strong: '*',
  fence: '`',
  fences: true,
  listItemIndent: 'one',
  incrementListMarker: true,
  rule: '-',
  setext: false,
  resourceLink: false,
  tightDefinitions: false,
  extensions: [
    gfmTableToMarkdown({ tablePipeAlign: false }),
    gfmFootnoteToMarkdown(),
    gfmStrikethroughToMarkdown(),
    spanToMarkdown(),
    citationToMarkdown(),
  ],
}

/** A tree of mdast nodes, spans and citations as Markdown. The same tree gives the same text. */
export function print(tree: { readonly type: string }): string {
  return toMarkdown(tree as unknown as mdast.Root, options)
}
