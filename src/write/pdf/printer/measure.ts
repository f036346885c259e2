/** pdfmake's measuring with our text, and the marks of list items, which are text here and drawings in pdfmake. */
import type { DocDefinition } from '../definition.ts'
import type { FlowNode } from './layout.ts'
import { TextLine } from './lines.ts'
import { DocMeasure, SvgMeasure } from './pdfmake-internals.ts'
import type { TextMeasure } from './text.ts'
import type { Word } from './words.ts'

/** Between the mark of a list item and its text. */
export const MARK_GAP = 5

/** pdfmake prints the picture anew, each element on a line of its own, and so parts the words of a text by spaces. */
class PlainSvgMeasure extends SvgMeasure {
  override writeDimensions(svg: string, { width, height }: { width: number; height: number }): string {
    const { width: across, height: down } = this.measureSVG(svg)
    return svg.replace(/<svg\b[^>]*>/, (tag) => {
      const box = /\sviewBox=/.test(tag) ? '' : ` viewBox="0 0 ${across} ${down}"`
      const rest = tag.slice('<svg'.length).replace(/\s(?:width|height)="[^"]*"/g, '')
      return `<svg width="${width}" height="${height}"${box}${rest}`
    })
  }
}

export class Measure extends DocMeasure {
  constructor(document: unknown, definition: DocDefinition, text: TextMeasure, layouts: object) {
    super(document, definition.styles, definition.defaultStyle, new PlainSvgMeasure(), layouts)
    this.textInlines = text
  }

  override gapSizeForList(): { width: number } {
    return { width: 1.7 * Number(this.styleStack.getProperty('fontSize')) }
  }

  override buildUnorderedMarker(item: FlowNode, _styles: unknown, _gap: unknown, type: string): object {
    return this.#mark(item.mark ?? type)
  }

  override buildOrderedMarker(item: FlowNode, counter: number): object {
    return this.#mark(item.mark ?? `${counter}.`)
  }

  #mark(text: string): object {
    const { items } = this.textInlines.buildInlines([{ text, features: ['lnum', 'tnum'] }], this.styleStack)
    return { _inlines: items }
  }
}

/** The mark of a list item: no line of text, though it is placed as one. */
export class MarkLine extends TextLine {
  constructor(words: readonly Word[]) {
    super(1e6)
    for (const word of words) this.addInline(word)
  }

  plain(): TextLine {
    const line = new TextLine(this.maxWidth)
    for (const word of this.inlines) line.addInline(word)
    return line
  }
}
