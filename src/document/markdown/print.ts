import type * as mdast from 'mdast'
import { gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote'
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough'
import { gfmTableToMarkdown } from 'mdast-util-gfm-table'
import { gfmTaskListItemToMarkdown } from 'mdast-util-gfm-task-list-item'
import { defaultHandlers, type Handle, type Options, toMarkdown, type Unsafe } from 'mdast-util-to-markdown'
import { citationToMarkdown } from './citation-print.ts'
import { pandocToMarkdown } from './pandoc-print.ts'
import { spanToMarkdown } from './span-tree.ts'
import { sugarToMarkdown } from './sugar-print.ts'

/**
 * An ampersand is escaped where it begins a character reference, which ends in `;`, and not before every letter: GitHub
 * takes the backslash for a part of a bare address.
 */
const root: Handle = (node, parent, state, info) => {
  const reference: Unsafe = { character: '&', after: '#?[A-Za-z\\d]+;', inConstruct: 'phrasing' }
  state.unsafe = [...state.unsafe.filter(({ character }) => character !== '&'), reference]
  return defaultHandlers.root(node, parent, state, info)
}

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
  // Between two lines of `---` pandoc would look for metadata.
  rule: '*',
  setext: false,
  resourceLink: true,
  tightDefinitions: false,
  handlers: { root },
  extensions: [
    gfmTableToMarkdown({ tablePipeAlign: false }),
    gfmFootnoteToMarkdown(),
    gfmStrikethroughToMarkdown(),
    gfmTaskListItemToMarkdown(),
    spanToMarkdown(),
    citationToMarkdown(),
    pandocToMarkdown(),
    sugarToMarkdown(),
  ],
}

/**
 * A tree of mdast nodes, spans, citations, superscripts and captioned tables as Markdown that CommonMark (with GFM's
 * tables and footnotes) and pandoc read alike. The same tree gives the same text.
 */
export function print(tree: { readonly type: string; readonly children?: readonly unknown[] }): string {
  return toMarkdown(tree as unknown as mdast.Root, options).replaceAll(` ${covered} |`, '|')
}

/** The text of a cell that the one before it covers: nothing stands between its bars. A noncharacter, which no text has. */
export const covered = '\u{FDD0}'
