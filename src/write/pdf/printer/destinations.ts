/** Where links and the outline lead: to places on pages, and in PDF/UA-2 to elements of the structure too. */
import { isolated, itemAt, must } from '../../../core/index.ts'
import type { Run } from '../definition.ts'
import type { TextLine } from './lines.ts'
import type { OutlineItem, PdfDocument } from './pdfmake-internals.ts'
import type { Element, StructureTree } from './structure.ts'

/** The element that an anchor is in, and the place of the anchor on its page, from below. */
export interface Target {
  readonly element: Element
  readonly x: number
  readonly y: number
}

interface Context {
  readonly structure: StructureTree
  readonly targets: ReadonlyMap<string, Target> | undefined
}

export class Destinations {
  readonly #document: PdfDocument
  readonly #context: Context
  /** The last outline item of each level. */
  readonly #outline: OutlineItem[]

  constructor(document: PdfDocument, context: Context) {
    this.#document = document
    this.#context = context
    this.#outline = [document.outline]
  }

  targetOf(run: Run): object {
    const target = run.file === undefined ? this.#context.targets?.get(run.destination ?? '') : undefined
    if (!target) return plainTargetOf(run)
    return { A: { S: 'GoTo', D: new String(run.destination), SD: this.#structureDestination(target) } }
  }

  addBookmark({ level, title }: { level: number; title: string }, { element, x, y }: TextLine): void {
    const depth = Math.min(level, this.#outline.length)
    this.#outline.length = depth
    const { width, height } = this.#document.page
    // pdfkit counts `left` from the right edge.
    const item = itemAt(this.#outline, depth - 1).addItem(isolated(title), {
      top: must(y),
      left: width,
      expanded: level === 1,
    })
    if (this.#context.targets && element) {
      const SD = this.#structureDestination({ element, x: must(x), y: height - must(y) })
      item.outlineData.A = { S: 'GoTo', D: item.outlineData.Dest, SD }
      delete item.outlineData.Dest
    }
    this.#outline.push(item)
  }

  #structureDestination({ element, x, y }: Target): unknown[] {
    return [this.#context.structure.referenceOf(element), 'XYZ', x, y, null]
  }
}

/** Where a link leads: to a web page, into the file beside this one (ISO 32000-1, 12.6.4.3), or in this document. */
function plainTargetOf({ link, destination, file }: Run): object {
  if (link !== undefined) return { A: uriAction(link) }
  if (file === undefined) return { Dest: new String(destination) }
  const name = new String(file)
  // No Type, which only embedded files need (7.11.3): PDF/A-3 wants a relationship of whatever has one (ISO 19005-3, 6.8).
  return { A: { S: 'GoToR', F: { F: name, UF: name }, D: new String(destination) } }
}

function uriAction(uri: string): object {
  const ascii = uri.toWellFormed().replace(/[^\x21-\x7e]/gu, encodeURIComponent)
  return { S: 'URI', URI: new String(ascii) }
}
