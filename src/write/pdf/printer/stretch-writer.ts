/** Remembers where the space of a page may grow or give. */
import { FlowWriter } from './flow-writer.ts'
import type { Page } from './pdfmake-internals.ts'
import type { SheetContext } from './sheets.ts'
import { type Start, squeeze } from './stretch.ts'

export class StretchWriter extends FlowWriter {
  readonly sheets: SheetContext

  constructor(context: SheetContext) {
    super(context)
    this.sheets = context
  }

  /** Where blocks and rows begin on each page. */
  readonly #starts = new Map<Page, Start[]>()
  startsOn = (page: Page): readonly Start[] => this.#starts.get(page) ?? []

  /** The space above may grow here by so many points, or give some. */
  mayGrow(most: number, gives = 0): void {
    const { y } = this.context()
    const page = this.context().getCurrentPage()
    this.#starts.set(page, [...this.startsOn(page), { y, most, gives }])
  }

  /** Make room for what lacks so many points, and a little more, for sums are rounded; says whether there is. */
  gain(wanted: number, withPhotographs: boolean): boolean {
    const lack = wanted + 0.1
    const context = this.context()
    const page = context.getCurrentPage()
    const isFree = context.snapshots.length === 0 && this.sheets.slackOf(page) === 0
    const starts = isFree && squeeze(page, this.startsOn(page), lack, withPhotographs)
    if (!starts) return false
    this.#starts.set(page, starts)
    context.y -= lack
    context.availableHeight += lack
    return true
  }
}
