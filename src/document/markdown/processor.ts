import type { Image, PhrasingContent } from 'mdast'
import type { CompileContext, Extension, Token } from 'mdast-util-from-markdown'
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote'
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item'
import { gfmFootnote } from 'micromark-extension-gfm-footnote'
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough'
import { gfmTable } from 'micromark-extension-gfm-table'
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item'
import remarkParse from 'remark-parse'
import { type PluggableList, type Processor, unified } from 'unified'
import { blockAttributes } from './block-attributes.ts'
import { citation } from './citation-syntax.ts'
import { citationFromMarkdown } from './citation-tree.ts'
import { citedClaims } from './claims.ts'
import { figureCalls } from './figure-calls.ts'
import { crossReferences, inlineDefinitions } from './links.ts'
import { locators } from './locator.ts'
import { raised, raisedFromMarkdown } from './raised-syntax.ts'
import { reportBlocks } from './report-blocks.ts'
import { bracketedSpan } from './span-syntax.ts'
import { spanFromMarkdown } from './span-tree.ts'
import { calledNotes, knownNodes, limitedNesting, supportedMarkdown } from './support.ts'

/** Plugins of a project, by where they run: see `Config`. */
export interface MarkdownPlugins {
  readonly syntax?: PluggableList
  readonly markdown?: PluggableList
}

/** The way from Markdown to a tree with sugar: what is wrong is a message on the file. */
export function processorWith({ syntax = [], markdown = [] }: MarkdownPlugins = {}) {
  return unified()
    .use(remarkParse)
    .use(ourSyntax)
    .use(syntax)
    .use(limitedNesting)
    .use(inlineDefinitions)
    .use(supportedMarkdown)
    .use(reportBlocks)
    .use(figureCalls)
    .use(calledNotes)
    .use(citedClaims)
    .use(blockAttributes)
    .use(crossReferences)
    .use(locators)
    .use(markdown)
    .use(knownNodes)
    .freeze()
}

/**
 * CommonMark, tables, footnotes and strikethrough of GFM, citations, spans, subscripts and superscripts of Pandoc. GFM's bare links are left out:
 * they are found in decoded text, so no escape can keep data from becoming a link.
 */
function ourSyntax(this: Processor): void {
  const data = this.data()
  data.micromarkExtensions = [
    gfmTable(),
    gfmFootnote(),
    gfmStrikethrough({ singleTilde: false }),
    gfmTaskListItem(),
    raised(),
    bracketedSpan(),
    citation(),
  ]
  data.fromMarkdownExtensions = [
    gfmTableFromMarkdown(),
    gfmFootnoteFromMarkdown(),
    gfmStrikethroughFromMarkdown(),
    gfmTaskListItemFromMarkdown(),
    raisedFromMarkdown(),
    spanFromMarkdown(),
    citationFromMarkdown(),
    captions(),
  ]
}

/** Keeps an image's label as nodes, beside the plain `alt`, and its title as it is written: both may have markup and citations. */
function captions(): Extension {
  return { exit: { label: exitLabel, resourceTitleString: exitTitle, definitionTitleString: exitTitle } }
}

function exitTitle(this: CompileContext, token: Token): undefined {
  const title = this.resume()
  const node = this.stack.at(-1)
  if (node?.type === 'link') node.title = title
  else if (node) Object.assign(node, { title, written: this.sliceSerialize(token) })
}

function exitLabel(this: CompileContext): undefined {
  const fragment = this.stack.at(-1)
  const alt = this.resume()
  const node = this.stack.at(-1)
  this.data.inReference = true
  if (fragment?.type !== 'fragment') return
  if (node?.type === 'link') node.children = fragment.children
  else if (node?.type === 'image')
    Object.assign(node, { alt, words: fragment.children } satisfies Partial<ImageWithLabel>)
}

/** An image whose label is kept as nodes, in `words`, until it is known whether it is a caption. */
export interface ImageWithLabel extends Image, Titled {
  words?: PhrasingContent[]
}

/** A title has its Markdown beside it: a caption is read once, so that what is escaped in it stays text. */
export interface Titled {
  written?: string
}
