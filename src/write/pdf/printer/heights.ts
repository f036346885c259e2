/** How high a block will be: its lines are set on trial, its parts added up. */
import type { Unit } from './balance.ts'
import { TaggedLayout } from './layout.ts'
import { scopesOf, type TextLine, trialLines } from './lines.ts'
import { NoteWriter } from './notes.ts'
import type { LayoutNode } from './pdfmake-internals.ts'
import type { SheetContext } from './sheets.ts'

/** A block higher than this part of a page is broken; the notes called in a line tried are two lines high each. */
const TALL = 0.9
const NOTE_GUESS = 24
/** Of rows that may be broken: about a line. */
const SLICE = 14

/** A table of no more than this part of a page is kept whole where it can be. */
export const SMALL = 0.25

export abstract class MeasuringLayout extends TaggedLayout {
  /** The writer of the document's pages, where the block is not laid out apart from them. */
  get pageWriter(): NoteWriter | undefined {
    return this.writer instanceof NoteWriter ? this.writer : undefined
  }

  get sheets(): SheetContext | undefined {
    return this.pageWriter?.sheets
  }

  get isAtTop(): boolean {
    const { y, pageMargins } = this.writer.context()
    const goesAcross = this.sheets?.isBelow && !this.sheets.isColumn
    return y <= pageMargins.top && !goesAcross
  }

  /** No other page has more room. */
  get isFresh(): boolean {
    return this.isAtTop && !this.sheets?.isNarrowed
  }

  /** The height above which a block cannot be kept whole. */
  get tallest(): number {
    const { pageSize, pageMargins } = this.writer.context().getCurrentPage()
    // What has no room in columns below what stands across goes to others.
    const height = this.sheets?.isShort ? this.pageHeight : pageSize.height - pageMargins.top - pageMargins.bottom
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
    return this.pageWriter?.contextStack.length === 0 && this.artifact === undefined
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
    const children = childrenOf(node)
    if (node.columns) return Math.max(0, ...children.map((child) => this.heightOf(child, width / children.length)))
    const indent = node._gapSize?.width ?? 0
    const heights = node.table
      ? this.rowHeights(node, width)
      : children.map((child) => this.heightOf(child, width - indent))
    return heights.reduce((sum, height) => sum + height, 0)
  }

  abstract rowHeights(node: LayoutNode, width: number): number[]

  /** The heights of the first lines, with the notes that they call. */
  trial(node: LayoutNode, width: number, most: number): number[] {
    return linesOf(node, width, most).map((line) => line.getHeight() + this.#notesHeight(line))
  }

  /** A block as what may stand in different columns: lines, items, rows, and what stays whole. */
  unitsOf(node: LayoutNode, outer: number): Unit[] {
    const [left, above, right, below] = node._margin ?? [0, 0, 0, 0]
    const width = outer - left - right
    const units = this.#parts(node, width)
    const [first, last] = [units[0], units.at(-1)]
    if (first) first.above += above
    if (last) last.below += below
    if (last && node.keepWithNext) last.isKept = true
    return units
  }

  #parts(node: LayoutNode, width: number): Unit[] {
    const unit = (height: number, more: Partial<Unit> = {}): Unit => ({
      ...{ above: 0, height, below: 0, isKept: false, notes: 0 },
      ...more,
    })
    if (node._inlines) {
      const lines = linesOf(node, width, 1000)
      // Neither the first nor the last line stands alone.
      const isKept = (i: number) => i === 0 || i === lines.length - 2 || (lines.length === 3 && i < 2)
      return lines.map((line, i) =>
        unit(line.getHeight(), { isKept: isKept(i) && i < lines.length - 1, notes: this.#notesHeight(line) }),
      )
    }
    const children = node.columns ? [] : childrenOf(node)
    if (children.length > 0 && !node.unbreakable)
      return children.flatMap((child) => this.unitsOf(child, width - (node._gapSize?.width ?? 0)))
    if (node.table && !node.unbreakable) {
      const rows = this.rowHeights(node, width)
      const isWhole = rows.reduce((sum, height) => sum + height, 0) <= this.tallest * SMALL
      // Neither the first nor the last row stands alone.
      const isKept = (i: number) => i < rows.length - 1 && (isWhole || i < 2 || i === rows.length - 2)
      if (node.table.dontBreakRows) return rows.map((height, i) => unit(height, { isKept: isKept(i) }))
      return rows.flatMap((height) => Array.from({ length: Math.ceil(height / SLICE) }, () => unit(SLICE)))
    }
    return [unit(this.#innerHeight(node, width))]
  }

  #notesHeight(line: TextLine): number {
    if (!this.isMainFlow) return 0
    // A guess: laying a note out makes its elements, which must wait for its call.
    return [...scopesOf(line)].filter(({ note }) => note !== undefined).length * NOTE_GUESS
  }
}

const childrenOf = ({ stack, ul, ol, columns }: LayoutNode) => stack ?? ul ?? ol ?? columns ?? []

const linesOf = ({ _inlines }: LayoutNode, width: number, most: number): TextLine[] =>
  trialLines(_inlines ?? [], width, most)
