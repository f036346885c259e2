/** pdfmake's writer with our lines. */
import { justify, TextLine } from './lines.ts'
import { type LineLike, PageElementWriter, type PageItem, type Position } from './pdfmake-internals.ts'
import { keepSegments } from './segments.ts'

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
