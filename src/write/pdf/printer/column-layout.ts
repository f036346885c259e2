/** Text in columns: when they begin and end, and how long they are where what stands across comes below them. */
import { itemAt } from '../../../core/index.ts'
import type { DefinitionNode } from '../definition.ts'
import { after, balanced, type Unit } from './balance.ts'
import { FloatingLayout } from './floats.ts'
import type { FlowNode } from './layout.ts'
import { bottomOf } from './placed.ts'

export abstract class ColumnLayout extends FloatingLayout {
  /** The top-level blocks; those up to `#measured` are measured. */
  #nodes: DefinitionNode[] = []
  #measured = 0
  /** The block that is placed now, and where it begins: `undefined` until it does. */
  #index = 0
  #begin: { readonly page: number; readonly y: number } | undefined

  setInColumns(nodes: DefinitionNode[]): void {
    this.#nodes = nodes
    if (this.pageWriter) this.pageWriter.onColumns = () => this.#balance()
  }

  measureUpTo(end: number): void {
    for (; this.#measured < Math.min(end, this.#nodes.length); this.#measured++)
      this.#nodes[this.#measured] = this.docMeasure.measureBlock(itemAt(this.#nodes, this.#measured))
  }

  /** A top-level block, measured. */
  measured(index: number): FlowNode {
    this.measureUpTo(index + 1)
    return itemAt(this.#nodes, index) as FlowNode
  }

  /** The block at `index` comes next; columns begin where it stands in one. */
  enterColumns(index: number): void {
    this.#index = index
    this.#begin = undefined
    if (this.entersColumns(itemAt(this.#nodes, index)))
      this.pageWriter?.enterColumns(this.#nodes[index - 1]?.keepWithNext)
  }

  /** Whether columns begin with a block. */
  entersColumns(node: DefinitionNode): boolean {
    return node.inColumn === true && this.sheets?.isColumn === false
  }

  beginBlock(): void {
    const { page, y } = this.writer.context()
    this.#begin = { page, y }
  }

  leaveColumns(): void {
    this.placeInColumns()
    this.pageWriter?.leaveColumns()
  }

  /** What is to come in these columns, as far as they hold it, decides how long they are. */
  #balance(): void {
    const { sheets } = this
    if (!sheets) return
    const { availableHeight, availableWidth } = this.writer.context()
    const width = this.definition.columns?.width ?? availableWidth
    const units: Unit[] = [...after(this.unitsOf(this.measured(this.#index), width), this.#placed)]
    const most = availableHeight * sheets.columnCount
    let areWaiting = this.areWaiting
    for (let i = this.#index + 1; i < this.#nodes.length; i++) {
      const node = this.measured(i)
      areWaiting ||= node.floats === true && !this.#fits(node, units, availableHeight)
      if (node.floats && areWaiting) continue
      if (!node.inColumn) break
      units.push(...this.unitsOf(node, width))
      if (units.reduce((sum, { height }) => sum + height, 0) > most) break
    }
    const height = balanced(units, sheets.columnCount, availableHeight)
    sheets.leaveFree(height === undefined ? 0 : availableHeight - height)
  }

  /** A figure has room in one of these columns, or below them. */
  #fits(node: FlowNode, units: readonly Unit[], room: number): boolean {
    const { sheets } = this
    if (node.pageOrientation || !sheets) return false
    if (node.inColumn) return this.heightOf(node, sheets.availableWidth) <= room
    const height = balanced(units, sheets.columnCount, room)
    return height !== undefined && this.hasRoomBelow(node, height)
  }

  /** How much of the current block stands in columns before this one. */
  get #placed(): number {
    const { sheets } = this
    if (!this.#begin || !sheets) return 0
    const { page: from, y } = this.#begin
    return sheets.pages.slice(from, sheets.page).reduce((sum, page, i) => {
      // What waited stands across, amid the block.
      if (i > 0 && !sheets.isInColumn(page)) return sum
      const end = Math.max(0, ...page.items.map(({ item }) => bottomOf(item)))
      return sum + Math.max(0, end - (i === 0 ? y : page.pageMargins.top))
    }, 0)
  }
}
