/**
 * Text in columns. To the layout each column is a page, as narrow as the column: so what holds of pages holds of columns, and notes
 * stand at their feet. What stands across above or below columns is a page too. They are put on one sheet of paper at the end.
 */
import { entryOf, itemAt, lastOf } from '../../../core/index.ts'
import type { DocDefinition } from '../definition.ts'
import { DocumentContext, type Page, type Sides, type Size } from './pdfmake-internals.ts'
import { bottomOf, move } from './placed.ts'

/** Between columns and what stands across below them, at least. Points. */
const BELOW = 6

/** What a page of the layout is of a sheet of paper. */
interface Part {
  readonly sheet: number
  /** Columns beside each other are one band; so is what stands across. */
  readonly band: number
  /** Which column it is, from 0. */
  readonly column?: number | undefined
  /** Something stands above it on its sheet. */
  readonly isBelow: boolean
  /** What columns but the last leave free at their feet, so that all are equally long; only notes may stand there. */
  slack: number | undefined
}

export class SheetContext extends DocumentContext {
  readonly #columns: DocDefinition['columns']
  readonly #size: Size
  readonly #margins: Sides
  readonly #parts = new Map<Page, Part>()
  /** New sheets begin with columns. */
  inColumns = false

  constructor(columns: DocDefinition['columns'], size: Size, margins: Sides) {
    super()
    this.#columns = columns
    this.#size = size
    this.#margins = margins
  }

  /** None before the first page. */
  get #part(): Part | undefined {
    return this.#parts.get(this.getCurrentPage())
  }

  get #here(): Part {
    return entryOf(this.#parts, this.getCurrentPage())
  }

  get columnCount(): number {
    return this.#columns?.count ?? 1
  }

  get isColumn(): boolean {
    return this.#part?.column !== undefined
  }

  isInColumn(page: Page): boolean {
    return this.#parts.get(page)?.column !== undefined
  }

  /** The next page is a column beside this one. */
  get goesOn(): boolean {
    return this.#part?.column !== undefined && this.#part.column < this.columnCount - 1
  }

  /** The current page is the first of columns of which is not known yet how long they become. */
  get isOpen(): boolean {
    return this.#part?.column === 0 && this.#part.slack === undefined
  }

  /** The current page shares its sheet with something above it. */
  get isBelow(): boolean {
    return this.#part?.isBelow ?? false
  }

  /** Something stands on the current sheet. */
  get isBegun(): boolean {
    return this.isBelow || this.y > this.pageMargins.top
  }

  /** Where the text of a sheet ends, notes among it. */
  bottomOf({ pageSize }: Page): number {
    return pageSize.height - this.#margins.bottom
  }

  /** A page of its own would be higher than this one. */
  get isShort(): boolean {
    const { pageMargins, pageSize } = this.getCurrentPage()
    const isUpright = pageSize.orientation === this.#size.orientation
    return isUpright && pageMargins.top + pageMargins.bottom > this.#margins.top + this.#margins.bottom + 0.01
  }

  /** Another page has more room than this one. */
  get isTighter(): boolean {
    return this.isShort || this.slackOf(this.getCurrentPage()) > 0
  }

  /** The current column is short because of what stands above it, not so that it ends with others. */
  get isNarrowed(): boolean {
    return this.isColumn && this.isShort && this.slackOf(this.getCurrentPage()) === 0
  }

  /** What notes may take of a page before text loses room. */
  slackOf(page: Page): number {
    const part = this.#parts.get(page)
    return this.#isLast(part) ? 0 : (part?.slack ?? 0)
  }

  #isLast = (part: Part | undefined) => part?.column === this.columnCount - 1

  override addPage(size: Size, _margins?: Sides | null): Page {
    const here = this.#part
    const inColumns = this.inColumns && size.orientation === this.#size.orientation
    if (inColumns && here && this.goesOn) {
      return this.#begin({ ...here, column: (here.column ?? 0) + 1 }, size, this.getCurrentPage().pageMargins)
    }
    const next = { sheet: (here?.sheet ?? 0) + 1, band: (here?.band ?? 0) + 1, isBelow: false, slack: undefined }
    if (!inColumns) return this.#begin(next, size, this.#margins)
    return this.#begin({ ...next, column: 0 }, size, this.#inColumn(this.#margins))
  }

  #begin(part: Part, size: Size, margins: Sides): Page {
    this.pageMargins = margins
    this.x ??= margins.left
    const page = super.addPage(size, null)
    this.#parts.set(page, part)
    this.availableHeight -= this.slackOf(page)
    return page
  }

  #inColumn({ top, bottom }: Pick<Sides, 'top' | 'bottom'>): Sides {
    const { left } = this.#margins
    return { left, top, bottom, right: this.#size.width - left - (this.#columns?.width ?? 0) }
  }

  override initializePage(): void {
    const page = this.getCurrentPage()
    this.pageMargins = page.pageMargins
    super.initializePage()
    this.availableHeight -= this.slackOf(page)
  }

  /** From here on, columns: below what stands here, or on the whole page. */
  enterColumns(): void {
    this.inColumns = true
    const page = this.getCurrentPage()
    const { pageSize, pageMargins } = page
    const here = this.#here
    if (this.y > pageMargins.top) {
      const bottom = pageSize.height - this.y - this.availableHeight
      const next = { sheet: here.sheet, band: here.band + 1, column: 0, isBelow: true, slack: undefined }
      this.#begin(next, pageSize, this.#inColumn({ top: this.y, bottom }))
      return
    }
    this.#parts.set(page, { ...here, column: 0 })
    this.pageMargins = page.pageMargins = this.#inColumn(pageMargins)
    this.fillWidth()
  }

  /** Do something with pages that have no columns. */
  across<T>(action: () => T): T {
    const { inColumns } = this
    this.inColumns = false
    const done = action()
    this.inColumns = inColumns
    return done
  }

  /** Lines are as wide as the current page has them. */
  fillWidth(): void {
    const { pageSize, pageMargins } = this.getCurrentPage()
    this.availableWidth = pageSize.width - pageMargins.left - pageMargins.right
  }

  /** From here on, across all columns: below the longest, and above the highest foot. */
  leaveColumns(footOf: (page: Page) => number): void {
    this.inColumns = false
    const here = this.#part
    if (here?.column === undefined) return
    const { pageSize, pageMargins } = this.getCurrentPage()
    const top = this.#lowest
    const foot = Math.max(...this.#band.map(footOf))
    const isBelow = here.isBelow || top > pageMargins.top
    const next = { sheet: here.sheet, band: here.band + 1, isBelow, slack: undefined }
    this.#begin(next, pageSize, { ...this.#margins, top, bottom: pageMargins.bottom + foot })
  }

  /** What would be left of the sheet below the columns. */
  heightBelow(footOf: (page: Page) => number): number {
    const { pageSize, pageMargins } = this.getCurrentPage()
    return pageSize.height - pageMargins.bottom - Math.max(...this.#band.map(footOf)) - this.#lowest
  }

  get #band(): Page[] {
    const here = this.#part
    return this.pages.filter((page) => this.#parts.get(page)?.band === here?.band)
  }

  get #lowest(): number {
    return Math.max(this.y, ...this.#band.flatMap(({ items }) => items.map(({ item }) => bottomOf(item) + BELOW)))
  }

  /** Each of these columns but the last leaves so much of its height free. */
  leaveFree(slack: number): void {
    this.#here.slack = slack
    this.availableHeight -= slack
  }

  /** This column, and those beside it that are to come, may be as long as there is room. */
  fillHeight(): void {
    this.#parts.set(this.getCurrentPage(), { ...this.#here, slack: 0 })
  }

  /** The sheets, each with its bands, each of one page or of columns beside each other. */
  get sheets(): Page[][][] {
    const sheets: Page[][][] = []
    for (const page of this.pages) {
      const { sheet, column } = entryOf(this.#parts, page)
      sheets[sheet - 1] ??= []
      const bands = itemAt(sheets, sheet - 1)
      if (column === undefined || column === 0) bands.push([page])
      else lastOf(bands).push(page)
    }
    return sheets
  }

  /** Put the pages of the layout together to pages of paper. */
  joinSheets(): void {
    const { width = 0, gap = 0 } = this.#columns ?? {}
    this.pages = this.sheets.map((bands) => {
      const pages = bands.flat()
      for (const page of pages) {
        const { column = 0 } = entryOf(this.#parts, page)
        if (column > 0) for (const { item } of page.items) move(item, column * (width + gap), 0)
      }
      const first = itemAt(pages, 0)
      if (pages.length === 1 && !this.#columns) return first
      return { ...first, items: pages.flatMap(({ items }) => items), pageMargins: this.#margins }
    })
    this.page = this.pages.length - 1
  }
}
