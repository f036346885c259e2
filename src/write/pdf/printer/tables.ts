/**
 * Tables: column widths from the content, rows kept whole unless they are taller than a page. pdfmake decides the
 * latter for a whole table at once, and silently drops what does not fit.
 */
import { itemAt } from '../../../core/index.ts'
import { shares } from '../../column-widths.ts'
import type { TableColumn } from '../definition.ts'
import { SMALL } from './heights.ts'
import { KeepingLayout } from './keep.ts'
import type { FlowNode } from './layout.ts'
import { countFitting } from './lines.ts'
import { type LayoutNode, type PageElementWriter, type TableNode, TableProcessor } from './pdfmake-internals.ts'
import { spread } from './spread.ts'
import { ABOVE_ROW } from './stretch.ts'
import { Element } from './structure.ts'

/** A node of which pdfmake has measured that it is a table. */

/** pdfmake's rows, each of which may be broken or not. */
class RowProcessor extends TableProcessor {
  readonly #isBroken: (row: number) => boolean
  readonly #keepsRows: boolean

  constructor(node: TableNode, isBroken: (row: number) => boolean) {
    super(node)
    this.#isBroken = isBroken
    this.#keepsRows = node.table.dontBreakRows ?? false
  }

  override beginRow(row: number, writer: PageElementWriter): void {
    if (row > 0) this.dontBreakRows = this.#keepsRows && !this.#isBroken(row)
    super.beginRow(row, writer)
  }
}

export class TableLayout extends KeepingLayout {
  override processTable(node: FlowNode & TableNode): void {
    const table = node.table
    const sections = this.#sections(node)
    this.#setWidths(node, this.writer.context().availableWidth)
    const isTall = (row: number) => this.#rowHeight(node, row) > this.tallest
    if (isTall(0)) Object.assign(table, { headerRows: 0, keepWithHeaderRows: 0, dontBreakRows: false })
    else if (table.keepWithHeaderRows && (!table.body[1] || this.#isHigh(node))) {
      table.keepWithHeaderRows = 0
    }
    const isOnPage = table.headerRows > 0 && this.nestedLevel === 0 && this.isMainFlow
    if (isOnPage && this.mustMove((isWanted) => this.rowsStart(node, isWanted))) this.writer.moveToNextPage()
    const breaks = isOnPage ? this.#spread(node) : []
    const from = this.writer.context().page
    this.nestedLevel++
    const processor = new RowProcessor(node, (row) => isTall(row) || (isOnPage && this.#isSplit(node, row)))
    processor.beginTable(this.writer)
    for (let row = 0; row < table.body.length; row++) {
      if (breaks.includes(row) && this.writer.context().page === from + breaks.indexOf(row))
        this.writer.moveToNextPage()
      this.#keepLastRows(node, row)
      this.#processOneRow(node, row, processor, sections(row))
    }
    processor.endTable(this.writer)
    this.nestedLevel--
    if (this.nestedLevel === 0) this.writer.context().resetMarginXTopParent()
  }

  #processOneRow(node: FlowNode & TableNode, row: number, processor: RowProcessor, section: Element | undefined): void {
    const table = node.table
    const mayGrow = row > table.headerRows && this.nestedLevel === 1 && this.isMainFlow
    if (mayGrow) this.pageWriter?.mayGrow(ABOVE_ROW)
    processor.beginRow(row, this.writer)
    const request = {
      marginX: [node._margin?.[0] ?? 0, node._margin?.[2] ?? 0] satisfies [number, number],
      dontBreakRows: processor.dontBreakRows,
      rowsWithoutPageBreak: processor.rowsWithoutPageBreak,
      cells: itemAt(table.body, row),
      widths: table.widths,
      gaps: node._offsets.offsets,
      tableBody: table.body,
      tableNode: node,
      rowIndex: row,
    }
    const process = () => this.processRow(request)
    const inRow = () => (section ? this.within(section.add(new Element('TR')), process) : process())
    const { pageBreaks, positions } = inRow()
    node.positions.push(...positions)
    processor.endRow(row, this.writer, pageBreaks)
  }

  /** A table with a header row and others has a THead and a TBody. */
  #sections(node: FlowNode & TableNode): (row: number) => Element | undefined {
    const table = node.table
    if (table.headerRows === 0 || this.artifact !== undefined) return () => undefined
    if (table.body.length < 2) return () => this.element
    const head = this.element.add(new Element('THead'))
    const body = this.element.add(new Element('TBody'))
    return (row) => (row === 0 ? head : body)
  }

  override rowsStart(node: TableNode, isWanted: boolean): number {
    this.#setWidths(node, this.writer.context().availableWidth)
    const heights = node.table.body.map((_, row) => this.#rowHeight(node, row))
    const whole = heights.reduce((a, b) => a + b, 0)
    // A small table stands whole; of another, the header and two rows are the least that may stand at the foot of a page.
    if (whole <= this.tallest * (isWanted ? SMALL : SMALLEST)) return whole
    const [head = 0, first = 0, second = 0] = heights
    const rows = isWanted
      ? first + second
      : this.#isHigh(node)
        ? this.#firstPart
        : first + Math.min(second, this.mostWhite + 1)
    const least = head + rows
    return least <= this.tallest / 2 ? least : Math.min(this.tallest, head + first)
  }

  /** What of a first row that may be split stands with the header: with less the page would not end in too much white. */
  get #firstPart(): number {
    return Math.max(FOUR_LINES, this.mostWhite + 1)
  }

  /** Whether the first row may be split: its first lines have room, with the notes that they call. */
  #isHigh(node: TableNode): boolean {
    if (!node.table.body[1] || this.#rowHeight(node, 1) <= HIGH) return false
    return node.table.body[1].every((cell, i) => {
      const lines = cell._inlines ? this.trial(cell, widthOf(node, cell, i), 4) : []
      return lines.reduce((sum, height) => sum + height, 0) <= this.#firstPart - ROW_PADDING
    })
  }

  /** A row that has no room is split where much of the page would be left white, with two lines of each cell on either side. */
  #isSplit(node: TableNode, row: number): boolean {
    const { availableHeight, page } = this.writer.context()
    if (row < node.table.headerRows + (node.table.keepWithHeaderRows ?? 0) || !this.leavesWhite || this.isAtTop)
      return false
    if (this.#rowHeight(node, row) <= availableHeight) return false
    const cells = itemAt(node.table.body, row).map((cell: FlowNode, i) => {
      const lines = cell._inlines ? this.trial(cell, widthOf(node, cell, i), 1000) : []
      return { cell, count: lines.length, fitting: countFitting(lines, availableHeight - ROW_PADDING) }
    })
    const most = Math.max(...cells.map(({ count }) => count))
    return cells.every(({ cell, count, fitting }) => {
      if (fitting === count && count < most) return true
      const line = Math.min(fitting, count - 2)
      cell.breakBefore = { line, page }
      return line >= 2
    })
  }

  /** Of a table on turned pages: the rows before which a page ends. */
  #spread(node: TableNode): number[] {
    const { availableHeight, pageMargins } = this.writer.context()
    const { height, orientation } = this.writer.context().getCurrentPage().pageSize
    const [head = 0, ...rows] = node.table.body.map((_, row) => this.#rowHeight(node, row))
    const whole = height - pageMargins.top - pageMargins.bottom - head
    if (orientation === this.pageSize.orientation || rows.some((row) => row > whole / 2)) return []
    const { space, breaks } = spread(rows, availableHeight - head, whole)
    node.table.rowSpace = space
    return breaks.map((row) => row + 1)
  }

  /** Not one row alone on the last page. */
  #keepLastRows(node: TableNode, row: number): void {
    const rows = node.table.body.length
    if (
      row !== rows - 2 ||
      row < 2 ||
      node.table.headerRows === 0 ||
      this.nestedLevel > 1 ||
      !this.isMainFlow ||
      this.isAtTop
    )
      return
    const [height, last] = [this.#rowHeight(node, row), this.#rowHeight(node, row + 1)]
    const { availableHeight } = this.writer.context()
    if (last > HIGH / 2 && availableHeight > this.pageHeight * MOST_SPREAD) return
    // Heights are reckoned with a point or two to spare.
    if (height - 2 <= availableHeight && height + last > availableHeight && height + last < this.tallest / 2)
      this.writer.moveToNextPage()
  }

  override rowHeights(node: TableNode, width: number): number[] {
    this.#setWidths(node, width)
    return node.table.body.map((_, row) => this.#rowHeight(node, row))
  }

  #rowHeight(node: TableNode, row: number): number {
    const heights = itemAt(node.table.body, row).map((cell, i) =>
      cell._span ? 0 : this.heightOf(cell, widthOf(node, cell, i)),
    )
    return Math.max(0, ...heights) + ROW_PADDING + (row < node.table.headerRows ? 0 : (node.table.rowSpace ?? 0))
  }

  #setWidths(node: TableNode, available: number): void {
    const { widths, body } = node.table
    columnWidths(widths, body, available - node._offsets.total).forEach((width, i) => {
      itemAt(widths, i).width = width
    })
  }
}

function widthOf({ table: { widths } }: TableNode, { colSpan = 1 }: FlowNode, column: number): number {
  return widths.slice(column, column + colSpan).reduce((sum, { width }) => sum + Number(width), 0)
}

/** A table of no more than this part of a page is always kept whole. */
const SMALLEST = 0.13

/** A first row higher than this may be split; two lines of it stand with the header. Points. */
const HIGH = 48
const FOUR_LINES = 56

/** So much of a page may be left white that its other rows can take up, for two rows on the last page instead of one. */
const MOST_SPREAD = 0.12

/** At least what the layouts add above and below a row. */
const ROW_PADDING = 7

/** The width of each column: by its weight, or by how much text it holds, damped; never less than its longest word. */
function columnWidths(columns: readonly TableColumn[], body: readonly LayoutNode[][], available: number): number[] {
  const textOf = (column: number) => body.reduce((sum, row) => sum + (row[column]?._maxWidth ?? 0), 1)
  const widths = shares(
    columns.map(({ weight, _minWidth = 0, _maxWidth = 0 }, i) => ({
      least: Math.min(_minWidth, available * 0.4),
      most: weight === undefined ? _maxWidth : Number.POSITIVE_INFINITY,
      weight: weight ?? textOf(i) ** 0.6,
    })),
    available,
  )
  // All columns together are as wide as the table, whatever their words would need.
  const sum = widths.reduce((a, b) => a + b, 0)
  return sum > 0 ? widths.map((width) => (width * available) / sum) : widths.map(() => available / widths.length)
}
