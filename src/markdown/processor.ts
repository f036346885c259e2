import type * as mdast from 'mdast'
import type { CompileContext, Extension } from 'mdast-util-from-markdown'
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote'
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmFootnote } from 'micromark-extension-gfm-footnote'
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough'
import { gfmTable } from 'micromark-extension-gfm-table'
import remarkParse from 'remark-parse'
import { type Processor, unified } from 'unified'
import { citation } from './citation-syntax.ts'
import { citationFromMarkdown } from './citation-tree.ts'
import { bracketedSpan } from './span-syntax.ts'
import { spanFromMarkdown } from './span-tree.ts'
import { superscript, superscriptFromMarkdown } from './superscript-syntax.ts'

/**
 * CommonMark, tables, footnotes and strikethrough of GFM, citations, spans and superscripts of Pandoc. GFM's bare links are left out:
 * they are found in decoded text, so no escape can keep data from becoming a link.
 */
export const processor = unified().use(remarkParse).use(extensions).freeze()

function extensions(this: Processor): void {
  const data = this.data() as { micromarkExtensions?: unknown[]; fromMarkdownExtensions?: unknown[] }
  data.micromarkExtensions = [
    gfmTable(),
    gfmFootnote(),
    gfmStrikethrough({ singleTilde: false }),
    superscript(),
    bracketedSpan(),
    citation(),
  ]
  data.fromMarkdownExtensions = [
    gfmTableFromMarkdown(),
    gfmFootnoteFromMarkdown(),
    gfmStrikethroughFromMarkdown(),
    superscriptFromMarkdown(),
    spanFromMarkdown(),
    citationFromMarkdown(),
    captions(),
  ]
}

/** Keeps an image's label as nodes, beside the plain `alt`: the caption of a figure may have markup and citations. */
function captions(): Extension {
  return { exit: { label: exitLabel } }
}

function exitLabel(this: CompileContext): undefined {
  const fragment = this.stack.at(-1) as mdast.Parent
  const alt = this.resume()
  const node = this.stack.at(-1) as mdast.Link | ImageWithLabel
  this.data.inReference = true
  if (node.type === 'link') node.children = fragment.children as mdast.PhrasingContent[]
  else {
    node.alt = alt
    node.words = fragment.children as mdast.PhrasingContent[]
  }
}

/** An image whose label is kept as nodes, in `words`, until it is known whether it is a caption. */
export interface ImageWithLabel extends mdast.Image {
  words?: mdast.PhrasingContent[]
}
