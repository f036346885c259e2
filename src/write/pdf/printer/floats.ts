/** Figures without room where they are called: they go to the top of the next page, or to a turned page, and the text goes on. */
import { must } from '../../../core/index.ts'
import { MeasuringLayout } from './heights.ts'
import type { FlowNode } from './layout.ts'
import { shrunk } from './stretch.ts'

export abstract class FloatingLayout extends MeasuringLayout {
  /** From now on, what waits is placed where pages meet. */
  placeFloatsBetweenPages(): void {
    const { pageWriter } = this
    if (!pageWriter) return
    pageWriter.beforePage = () => this.#placeTurned()
    pageWriter.onPage = () => this.#placeFloats()
    pageWriter.beginsAcross = () => !this.#isAmid && this.#floats[0] !== undefined && this.#isAcross(this.#floats[0])
  }

  /** Whether a block is to be placed later; its place in the structure it has now. */
  waits(node: FlowNode): boolean {
    if (!node.floats) return false
    const isTurned = node.pageOrientation !== undefined
    if (!isTurned && !this.areWaiting && this.#hasRoom(node)) return false
    // A figure with the note below it has two places.
    if (!this.reserve(node)) for (const part of node.stack ?? []) this.reserve(part)
    if (isTurned) this.#turned.push(node)
    else {
      this.#floats.push(node)
      this.#since = this.writer.context().page
    }
    return true
  }

  /** Figures that wait for the top of a page, in their order. */
  readonly #floats: FlowNode[] = []
  /** Those called later wait behind them. */
  get areWaiting(): boolean {
    return this.#floats.length > 0
  }

  /** The page on which the last of them was called. */
  #since = 0
  #isPlacing = false

  /** In columns, what is wider than one. */
  #isAcross({ inColumn = false }: FlowNode): boolean {
    return this.sheets?.inColumns === true && !inColumn
  }

  #hasRoom(node: FlowNode): boolean {
    if (this.#isAcross(node)) return this.sheets?.isColumn === true && this.hasRoomBelow(node)
    const { availableHeight, availableWidth } = this.writer.context()
    const lack = this.heightOf(node, availableWidth) - availableHeight
    if (this.isFresh || lack <= 0 || shrunk(node, lack)) return true
    return this.pageWriter?.gain(lack, true) ?? false
  }

  /** Whether what stands across has room below the columns, of which more is still to come. */
  hasRoomBelow(node: FlowNode, more = 0): boolean {
    if (!this.pageWriter) return false
    const { left, right } = this.pageMargins
    return this.heightOf(node, this.pageSize.width - left - right) <= this.pageWriter.heightBelow - more
  }

  /** Within a row or a float, and where the head of a table is to be repeated, nothing else can be placed. */
  get #isAmid(): boolean {
    const { snapshots } = this.writer.context()
    return this.#isPlacing || snapshots.length > 0 || this.writer.repeatables.length > 0 || this.nestedLevel > 0
  }

  /** Figures and tables that wait for a turned page of their own, before the next page. */
  readonly #turned: FlowNode[] = []

  #placeTurned(): boolean {
    if (this.#turned.length === 0 || this.#isAmid) return false
    const context = this.writer.context()
    this.#isPlacing = true
    this.aside(() => {
      this.writer.moveToNextPage('landscape')
      context.x = context.pageMargins.left
      for (const node of this.#turned.splice(0)) this.processNode(node)
    })
    this.#isPlacing = false
    return true
  }

  /** At the top of an upright page, not between the rows of a table, as far as there is room. */
  #placeFloats(): void {
    const context = this.writer.context()
    const { pageSize, pageMargins } = context.getCurrentPage()
    if (this.#isAmid || pageSize.orientation !== this.pageSize.orientation) return
    const { x, availableWidth, page } = context
    this.aside(() => {
      while (
        this.#floats[0] &&
        !this.#isAcross(this.#floats[0]) &&
        context.page === page &&
        this.#hasRoom(this.#floats[0])
      ) {
        context.x = pageMargins.left
        context.availableWidth = pageSize.width - pageMargins.left - pageMargins.right
        this.#place(must(this.#floats.shift()))
      }
    })
    Object.assign(context, { x, availableWidth })
  }

  /** Where a table came between them and the top of the page, they stand below it. */
  placeBelated(): void {
    const isNext = (float: FlowNode) => !this.#isAcross(float) && this.#hasRoom(float)
    while (this.#floats[0] && this.writer.context().page > this.#since && isNext(this.#floats[0]))
      this.#place(must(this.#floats.shift()))
  }

  /** What waits for the top of a column has it in these, before something comes below them. */
  placeInColumns(): void {
    const { sheets } = this
    while (sheets?.goesOn && this.#floats[0]?.inColumn) {
      const { pageSize, pageMargins } = sheets.getCurrentPage()
      const room = pageSize.height - pageMargins.top - pageMargins.bottom
      if (this.heightOf(this.#floats[0], sheets.availableWidth) > room) return
      this.writer.moveToNextPage()
    }
  }

  /** Before a chapter begins, what waits is placed, where that leaves little white. */
  placeBeforeChapter(): void {
    const context = this.writer.context()
    while (this.#floats[0] && context.availableHeight <= this.mostWhite) this.writer.moveToNextPage()
  }

  abstract get mostWhite(): number

  /** Before a page of another kind begins, what waits is placed. */
  finishFloats(): void {
    for (let node = this.#floats.shift(); node; node = this.#floats.shift()) this.#place(node)
    this.#placeTurned()
  }

  #place(float: FlowNode): void {
    this.#isPlacing = true
    this.processNode(float)
    this.#isPlacing = false
  }
}
