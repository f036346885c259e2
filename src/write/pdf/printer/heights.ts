/** How high a block will be: its lines are set on trial, its parts added up. */
import { TaggedLayout } from './layout.ts'
import { scopesOf, type TextLine, trialLines } from './lines.ts'
import { NoteWriter } from './notes.ts'
import type { LayoutNode } from './pdfmake-internals.ts'
import type { Word } from './words.ts'

/** A block higher than this part of a page is broken; the notes called in a line tried are two lines high each. */
const TALL = 0.9
const NOTE_GUESS = 24

export abstract class MeasuringLayout extends TaggedLayout {
  get isAtTop(): boolean {
    const { y, pageMargins } = this.writer.context()
    return y <= pageMargins.top
  }

  /** The height above which a block cannot be kept whole. */
  get tallest(): number {
    const { pageSize, pageMargins } = this.writer.context().getCurrentPage()
    const height = pageSize.height - pageMargins.top - pageMargins.bottom
    // A block that is laid out apart has no page of its own; the document's page is what it will stand on.
    return TALL * (Number.isFinite(height) ? Math.min(height, this.pageHeight) : this.pageHeight)
  }

  get pageHeight(): number {
    return this.pageSize.height - this.pageMargins.top - this.pageMargins.bottom
  }

  /** The part of the current page that is taken. */
  get filled(): number {
    return 1 - this.writer.context().availableHeight / this.pageHeight
  }

  get isMainFlow(): boolean {
    return this.writer instanceof NoteWriter && this.writer.contextStack.length === 0 && this.artifact === undefined
  }

  /** Of the lines of a block, without its margins. */
  widthFor(node: LayoutNode): number {
    const margin = node._margin ?? [0, 0, 0, 0]
    return this.writer.context().availableWidth - margin[0] - margin[2]
  }

  /** The height of a whole block set in `width`, with its margins; exact for text, near for the rest. */
  heightOf(node: LayoutNode, width: number): number {
    const margin = node._margin ?? [0, 0, 0, 0]
    const inner = width - margin[0] - margin[2]
    return margin[1] + margin[3] + this.#innerHeight(node, inner)
  }

  #innerHeight(node: LayoutNode, width: number): number {
    if (node._inlines) return this.trial(node, width, 1000).reduce((sum, height) => sum + height, 0)
    if (node._height !== undefined) return node._height
    const heights = (nodes: readonly object[], each: number) =>
      nodes.map((child) => this.heightOf(child as LayoutNode, each))
    if (node.columns) return Math.max(0, ...heights(node.columns, width / node.columns.length))
    if (node.table) return this.tableHeight(node, width)
    const indent = node._gapSize?.width ?? 0
    return heights(node.stack ?? node.ul ?? node.ol ?? [], width - indent).reduce((sum, height) => sum + height, 0)
  }

  abstract tableHeight(node: LayoutNode, width: number): number

  /** The heights of the first lines, with the notes that they call. */
  trial(node: LayoutNode, width: number, most: number): number[] {
    return trialLines(node._inlines as Word[], width, most).map((line) => line.getHeight() + this.#notesHeight(line))
  }

  #notesHeight(line: TextLine): number {
    if (!this.isMainFlow) return 0
    // A guess: laying a note out makes its elements, which must wait for its call.
    return [...scopesOf(line)].filter(({ note }) => note !== undefined).length * NOTE_GUESS
  }
}
