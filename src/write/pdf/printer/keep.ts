/**
 * What must stay together: a heading with what follows it, the first and last two lines of a paragraph, a figure with
 * its caption. pdfmake would lay the whole document out again for each such break; this looks ahead by setting a few
 * lines on trial, so it stays linear.
 */
import { itemAt } from '../../../core/index.ts'
import type { DefinitionNode, Margin } from '../definition.ts'
import { ColumnLayout } from './column-layout.ts'
import type { FlowNode } from './layout.ts'
import { countFitting } from './lines.ts'
import { LEAST_TEXT } from './notes.ts'
import type { LayoutNode } from './pdfmake-internals.ts'
import { ABOVE_BLOCK, GIVES } from './stretch.ts'
import { Sections } from './structure.ts'

/** Headings may follow each other. */
const LOOK_AHEAD = 6
/** A heading does not take more than this part of a page with it. */
const MOST_LEFT = 0.4
/** More of a page than this is left white only where nothing may stand. */
const MOST_WHITE = 0.07

export abstract class KeepingLayout extends ColumnLayout {
  /** Each block is measured shortly before it is placed, with those that must follow it. */
  override processBlocks(nodes: DefinitionNode[]): void {
    const sections = new Sections(this.element)
    this.placeFloatsBetweenPages()
    this.setInColumns(nodes)
    nodes.forEach((_, i) => {
      const node = this.measured(i)
      const isKept = nodes[i - 1]?.keepWithNext === true
      if (node.keepWithNext) this.measureUpTo(i + LOOK_AHEAD + 1)
      if (node.pageBreak === 'before' || (!node.inColumn && !node.floats)) this.leaveColumns()
      if (node.pageBreak === 'before') {
        this.finishFloats()
        if (node.inColumn) this.#breakPage(node)
      }
      this.enterColumns(i)
      if (!isKept) this.placeBelated()
      if (node.bookmark?.level === 1 && !isKept) this.placeBeforeChapter()
      if (node.bookmark) this.elements[0] = sections.enter(node.bookmark.level)
      this.#keepWithNext(nodes as LayoutNode[], i)
      if (!this.waits(node)) {
        if (!node.inColumn) this.leaveColumns()
        this.beginBlock()
        if (!isKept) this.pageWriter?.mayGrow(ABOVE_BLOCK, (node._margin?.[1] ?? 0) * GIVES)
        this.processNode(node)
      }
      nodes[i] = node.keepWithNext ? { keepWithNext: true } : {}
    })
    this.leaveColumns()
    this.finishFloats()
  }

  override processVerticalContainer(node: LayoutNode): void {
    const items = node.stack ?? []
    items.forEach((item, i) => {
      this.#keepWithNext(items, i)
      this.processNode(item)
      node.positions.push(...item.positions)
    })
  }

  override processNode(node: FlowNode, verticalAlignmentAllowed?: boolean): void {
    if (node.pageBreak === 'before') this.#breakPage(node)
    if (node.bottom) this.#moveToBottom(node)
    else if (node._margin && this.isMainFlow && this.isAtTop) node._margin = without(node._margin, 1)
    if (node.unbreakable && this.heightOf(node, this.writer.context().availableWidth) > this.tallest) {
      node.unbreakable = false
    }
    const margin = node._margin
    // pdfmake would begin a page for the space below a block, which may be the last.
    if (margin) node._margin = without(margin, 3)
    super.processNode(node, verticalAlignmentAllowed)
    const context = this.writer.context()
    // In a block that is laid out apart there is no height to fill.
    const isLast = context.availableHeight < (margin?.[3] ?? 0)
    if (margin) context.moveDown(isLast ? Math.max(0, context.availableHeight) : margin[3])
  }

  /** No page is left empty. */
  #breakPage(node: FlowNode): void {
    const { pageOrientation } = node
    delete node.pageBreak
    const page = this.writer.context().getCurrentPage()
    const turns = pageOrientation !== undefined && pageOrientation !== page.pageSize.orientation
    if (turns || !this.isAtTop) this.writer.moveToNextPage(pageOrientation)
  }

  override processLeaf(node: FlowNode): void {
    if (this.isMainFlow) this.#keepLines(node)
    super.processLeaf(node)
  }

  /** Begin a new page when the block and the first lines of what it must stand with have no room on this one. */
  #keepWithNext(items: readonly LayoutNode[], from: number): void {
    if (!itemAt(items, from).keepWithNext || itemAt(items, from).pageBreak || !this.isMainFlow) return
    const item = itemAt(items, from)
    const [left, top, ...others] = item._margin ?? [0, 0, 0, 0]
    const needed = (isWanted: boolean) => this.#needed(items, from, isWanted)
    // Figures that waited can fill the next page too.
    while (this.mustMove((isWanted) => needed(isWanted) - (isWanted ? 0 : top * 0.6))) this.writer.moveToNextPage()
    // The space above a heading gives way rather than that the page ends in white.
    const lack = this.isAtTop ? 0 : needed(false) - this.writer.context().availableHeight
    if (lack > 0) item._margin = [left, top - lack - 1, ...others]
  }

  #needed(items: readonly LayoutNode[], from: number, isWanted: boolean): number {
    const { availableWidth } = this.writer.context()
    let needed = 0
    for (let i = from; i < Math.min(items.length, from + LOOK_AHEAD); i++) {
      const item = itemAt(items, i)
      if (item.floats && items[i + 1] && !this.#fitsBelow(item, needed)) continue
      const isLead = i > from && itemAt(items, i - 1).keepWithNext === true && this.#isShort(item, isWanted ? 3 : 1)
      const isWhole = item.keepWithNext || isLead
      const start = isWhole ? this.heightOf(item, availableWidth) : this.#startOf(item, availableWidth, isWanted)
      const height = this.entersColumns(item) ? Math.max(start, LEAST_TEXT) : start
      if (i > from + 1 && !itemAt(items, i - 1).keepWithNext && needed + height > this.pageHeight * MOST_LEFT) break
      needed += height
      if (!isWhole) break
    }
    return needed
  }

  /** Whether a block goes to the next page: what is wanted of it has no room, and either what it must have has none, or little is left white. */
  mustMove(heightOf: (isWanted: boolean) => number): boolean {
    const { availableHeight } = this.writer.context()
    const lack = heightOf(true) - availableHeight
    if (this.isFresh || lack <= 0 || this.pageWriter?.gain(lack, this.leavesWhite)) return false
    return !this.leavesWhite || heightOf(false) > availableHeight
  }

  /** Whether the rest of the page is more than may be left white without need. */
  get leavesWhite(): boolean {
    return this.writer.context().availableHeight > this.mostWhite
  }

  override get mostWhite(): number {
    return this.pageHeight * MOST_WHITE
  }

  /** A line or two that only lead over to what comes next: under a heading they are not enough. */
  #isShort(node: LayoutNode, lines: number): boolean {
    return node._inlines !== undefined && this.trial(node, this.widthFor(node), lines + 1).length <= lines
  }

  #fitsBelow(node: LayoutNode, above: number): boolean {
    const { availableHeight, availableWidth } = this.writer.context()
    return above + this.heightOf(node, availableWidth) <= availableHeight
  }

  /** The height of the least part of a block that may stand at the foot of a page; it has this width, its margins among it. */
  #startOf(node: LayoutNode, outer: number, isWanted: boolean): number {
    const [left, top, right] = node._margin ?? [0, 0, 0]
    const width = outer - left - right - (node._gapSize?.width ?? 0)
    if (node._inlines) {
      // Of three lines, none may stand apart; of more, two may.
      const lines = this.trial(node, width, 4)
      return top + (lines.length < 4 ? lines : lines.slice(0, 2)).reduce((sum, height) => sum + height, 0)
    }
    const first = (node.stack ?? node.ul ?? node.ol)?.[0]
    if (node.unbreakable) return Math.min(this.heightOf(node, outer), this.tallest)
    if (node.stack) return top + this.#startOfAll(node.stack, width, isWanted)
    if (first) return top + this.#startOf(first, width, isWanted)
    if (node.table) return top + this.rowsStart(node, isWanted)
    return top + (node._height ?? 20)
  }

  /** Of several blocks: those that must stand with the next, and the start of the first that need not. */
  #startOfAll(nodes: readonly LayoutNode[], width: number, isWanted: boolean): number {
    const end = nodes.findIndex(({ keepWithNext }) => !keepWithNext)
    const kept = nodes.slice(0, end).reduce((sum, node) => sum + this.heightOf(node, width), 0)
    return kept + (end >= 0 ? this.#startOf(itemAt(nodes, end), width, isWanted) : 0)
  }

  /** The height of the header and rows of a table that must, or are wanted to, stand on one page. */
  abstract rowsStart(node: LayoutNode, isWanted: boolean): number

  /** Neither one line alone at the foot of a page nor one alone at the top of the next. */
  #keepLines(node: FlowNode): void {
    const context = this.writer.context()
    if (context.snapshots.length > 0) return
    node.breakBefore = undefined
    const words = node._inlines ?? []
    const lineHeight = words[0]?.height ?? 0
    const roughly = (node._maxWidth / context.availableWidth) * 1.15 + 2
    if (words.length < 12 || roughly * lineHeight <= context.availableHeight) return
    const most = Math.floor(context.availableHeight / lineHeight) + 2
    const heights = this.trial(node, context.availableWidth, most)
    const fitting = countFitting(heights, context.availableHeight)
    if (heights.length === fitting) return
    const left = heights.length < most ? heights.length - fitting : 2
    const goesOn = this.sheets?.isColumn === true && !this.isAtTop
    if (fitting === 1 || (fitting === 2 && left === 1) || (fitting === 0 && goesOn)) {
      this.writer.moveToNextPage()
      // The next column may be short.
      if (goesOn) this.#keepLines(node)
    } else if (left === 1) node.breakBefore = { line: fitting - 1, page: context.page }
  }

  #moveToBottom(node: FlowNode): void {
    const context = this.writer.context()
    const room = context.availableHeight - this.heightOf(node, context.availableWidth)
    if (room > 0) context.moveDown(room)
  }
}

const without = ([left, top, right, bottom]: Margin, side: 1 | 3): Margin =>
  side === 1 ? [left, 0, right, bottom] : [left, top, right, 0]
