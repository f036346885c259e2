/** pdfmake's writer with our lines, and one that remembers where the space of a page may grow or give. */
import { justify, TextLine } from './lines.ts'
import { type LineLike, type Page, PageElementWriter, type PageItem, type Position } from './pdfmake-internals.ts'
import { keepSegments } from './segments.ts'
import type { SheetContext } from './sheets.ts'
import { type Start, squeeze } from './stretch.ts'

/** pdfmake stretches every gap between runs of a justified line; this one stretches the spaces. */
export class FlowWriter extends PageElementWriter {
  override alignLine(line: LineLike): void {
    if (line instanceof TextLine && line.inlines[0]?.style.alignment === 'justify') {
      justify(line, this.context().availableWidth)
    } else super.alignLine(line)
  }

  /** A line that is placed is kept as it will be drawn: its words take most of the memory of a long document. */
  override addLine(line: LineLike, isBeside?: boolean, index?: number): Position | false {
    const position = super.addLine(line, isBeside, index)
    if (position && line instanceof TextLine) keepSegments(line)
    return position
  }
}

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

/** The notes that are called in what was laid out apart. */
export function notesOf(items: readonly PageItem[]): string[] {
  return items.flatMap(({ item }) => (item instanceof TextLine ? item.notes : []))
}

/** A table's header is read once; where it is repeated it is decoration. */
export function markRepeated(items: readonly PageItem[]): void {
  for (const { item } of items) {
    if (!(item instanceof TextLine)) continue
    item.element = undefined
    item.artifact = '/Type /Pagination'
    item.anchors = []
    item.bookmark = undefined
  }
}
