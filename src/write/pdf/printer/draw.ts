/**
 * Drawing: every mark on a page belongs to an element of the structure tree or is an artifact (PDF/UA-1, 7.1). Text is
 * written as a few large text objects instead of pdfkit's several operators a word; links get one annotation a line.
 */
import type { Run, Vector } from '../definition.ts'
import { number } from './faces.ts'
import type { FlowNode } from './layout.ts'
import { TextLine } from './lines.ts'
import { type OutlineItem, type Page, type PdfDocument, Renderer } from './pdfmake-internals.ts'
import { type Part, type Segment, segmentsOf } from './segments.ts'
import { Element, type StructureTree } from './structure.ts'
import type { TextStyle } from './text.ts'

const LAYOUT = '/Type /Layout'

export interface DrawingContext {
  readonly structure: StructureTree
  /** The page of each anchor, from 1. */
  readonly pageOf: ReadonlyMap<string, number>
  /** A line of dots and a number, measured: what ends a line of contents. */
  readonly mutedColour: string
}

export class Drawing extends Renderer {
  readonly #context: DrawingContext
  /** The element or artifact whose marked content is open. */
  #open: Element | string | undefined
  /** Elements of runs: a run that goes on over lines and pages stays one element. */
  readonly #inlineElements = new Map<Run, Element>()
  /** The last outline item of each level. */
  readonly #outline: OutlineItem[]
  #colour = ''

  constructor(document: PdfDocument, context: DrawingContext) {
    super(document, null)
    this.#context = context
    this.#outline = [document.outline]
  }

  drawPages(pages: readonly Page[]): void {
    for (const page of pages) {
      const { width, height } = page.pageSize
      this.pdfDocument.addPage({ size: [width, height] })
      // Reading the key gives the page its entry in the parent tree, which each page of a tagged file has.
      void this.pdfDocument.page.structParentTreeKey
      this.#colour = ''
      for (const { type, item } of page.items) {
        if (item instanceof TextLine) this.#drawLine(item)
        else if (type === 'vector') this.#drawVector(item as Vector & { artifact?: string })
        else this.#drawFigure(type, item as FlowNode)
      }
      this.#close()
    }
  }

  #mark(element: Element): void {
    if (this.#open === element) return
    this.#close()
    this.#context.structure.open(element)
    this.#open = element
  }

  #markArtifact(properties: string): void {
    if (this.#open === properties) return
    this.#close()
    this.pdfDocument.addContent(`/Artifact <<${properties}>> BDC`)
    this.#open = properties
  }

  #close(): void {
    if (this.#open !== undefined) this.pdfDocument.addContent('EMC')
    this.#open = undefined
  }

  #drawVector(vector: Vector & { artifact?: string }): void {
    this.#markArtifact(vector.artifact ?? LAYOUT)
    this.renderVector(vector)
    this.#colour = ''
  }

  #drawFigure(type: string, node: FlowNode): void {
    const { element } = node
    const { page } = this.pdfDocument
    const [x, y, width, height] = [node.x!, node.y!, node._width!, node._height!]
    this.#nameDestinations(node.anchors ?? [], x, y)
    if (element) {
      const box = [x, page.height - y - height, x + width, page.height - y]
      element.attributes.layout = { O: 'Layout', Placement: 'Block', BBox: box }
      this.#mark(element)
    } else this.#markArtifact(node.artifact ?? LAYOUT)
    if (type === 'image') this.renderImage(node)
    else this.renderSVG(node)
    this.#close()
    this.#colour = ''
  }

  #nameDestinations(anchors: readonly string[], x: number, y: number): void {
    for (const anchor of anchors) this.pdfDocument.addNamedDestination(anchor, 'XYZ', x, y, null)
  }

  #drawLine(line: TextLine): void {
    const [x, y] = [line.x!, line.y!]
    this.#nameDestinations(line.anchors, x, y)
    if (line.bookmark) this.#addBookmark(line.bookmark, y)
    const artifact = line.artifact ?? (line.element ? undefined : LAYOUT)
    const segments = segmentsOf(line)
    for (const segment of segments) {
      const element = artifact === undefined ? this.#elementFor(segment.scopes, line.element!) : undefined
      this.#drawSegment(segment, line, element, artifact)
    }
    if (line.leader) this.#drawLeader(line, segments.at(-1))
  }

  #drawSegment(segment: Segment, line: TextLine, element: Element | undefined, artifact = LAYOUT): void {
    const [x, y] = [line.x!, line.y!]
    if (segment.parts.length > 0) {
      if (element) this.#mark(element)
      else this.#markArtifact(artifact)
      this.#showText(segment.parts, x, y + line.baseline)
      this.#strike(segment, x, y + line.baseline)
    }
    const link = segment.scopes.findLast((run) => run.link !== undefined || run.destination !== undefined)
    if (link && element)
      this.#annotate(link, element, [x + segment.start, y, segment.end - segment.start, line.getHeight()])
  }

  /** The element of the innermost run that makes one, under those around it. */
  #elementFor(scopes: readonly Run[], block: Element): Element {
    let element = block
    for (const run of scopes) {
      if (!run.tag) continue
      let inner = this.#inlineElements.get(run)
      if (!inner) {
        inner = element.add(new Element(run.tag, { lang: run.lang, ...(run.tag !== 'Link' && { alt: run.alt }) }))
        this.#inlineElements.set(run, inner)
      }
      element = inner
    }
    return element
  }

  #showText(parts: readonly Part[], x: number, baseline: number): void {
    const { page } = this.pdfDocument
    let out = 'BT\n'
    let font = ''
    for (const { style, x: dx, array, actualText } of parts) {
      const { embedded } = style.face
      page.fonts[embedded.id] ??= embedded.ref()
      if (style.color !== this.#colour) out += `${fillOf(style.color)}\n`
      this.#colour = style.color
      const setting = `/${embedded.id} ${number(style.size)} Tf\n`
      if (setting !== font) out += setting
      font = setting
      if (actualText !== undefined) out += `/Span <</ActualText <${utf16(actualText)}>>> BDC\n`
      out += `1 0 0 -1 ${number(x + dx)} ${number(baseline - style.rise)} Tm\n[${array}] TJ\n`
      if (actualText !== undefined) out += 'EMC\n'
    }
    this.pdfDocument.addContent(`${out}ET`)
  }

  #strike({ parts, start, end }: Segment, x: number, baseline: number): void {
    const style = parts.find((part) => part.style.strike)?.style
    if (!style) return
    const y = baseline - style.rise - style.size * 0.25
    this.#drawVector({
      ...{ type: 'line', x1: x + start, x2: x + end, y1: y, y2: y },
      ...{ lineWidth: style.size * 0.05, lineColor: style.color },
    })
  }

  #annotate(run: Run, element: Element, [x, y, width, height]: [number, number, number, number]): void {
    const { page } = this.pdfDocument
    const target = run.link === undefined ? { Dest: new String(run.destination) } : { A: uriAction(run.link) }
    const contents = new String(run.alt ?? wordsOf(run))
    this.#context.structure.annotate(element, (structParent) => {
      const annotation = { Subtype: 'Link', F: 4, Contents: contents, StructParent: structParent, ...target }
      this.pdfDocument.annotate(x, y, width, height, annotation)
      return page.annotations.at(-1)!
    })
  }

  #addBookmark({ level, title }: { level: number; title: string }, y: number): void {
    const depth = Math.min(level, this.#outline.length)
    this.#outline.length = depth
    // pdfkit counts `left` from the right edge.
    const place = { top: y, left: this.pdfDocument.page.width, expanded: level === 1 }
    this.#outline.push(this.#outline[depth - 1]!.addItem(title, place))
  }

  /** The page number stands at the right edge, in the link of the line; the dots before it are decoration. */
  #drawLeader(line: TextLine, last: Segment | undefined): void {
    const { anchor, edge } = line.leader!
    const style = line.inlines[0]!.style
    const figures: TextStyle = { ...style, features: '', bold: false, color: this.#context.mutedColour }
    const text = String(this.#context.pageOf.get(anchor) ?? '')
    const shown = shown_(figures, text)
    const [x, baseline] = [line.x!, line.y! + line.baseline]
    const left = edge - shown.width
    const dot = shown_(figures, '.')
    const step = dot.width * 2
    const from = Math.ceil(((last?.end ?? 0) + step) / step)
    const count = Math.floor((left - step) / step) - from + 1
    if (count > 0) {
      const gap = number((-(step - dot.width) * 1000) / style.size)
      this.#markArtifact(LAYOUT)
      const array = Array.from({ length: count }, () => dot.array).join(gap)
      this.#showText([{ style: figures, x: from * step, array }], x, baseline)
    }
    if (text === '' || !line.element) return
    const element = this.#elementFor(last?.scopes ?? [], line.element)
    this.#mark(element)
    this.#showText([{ style: figures, x: left, array: shown.array }], x, baseline)
    const link = last?.scopes.findLast((run) => run.destination !== undefined)
    if (link) this.#annotate(link, element, [x + left, line.y!, shown.width, line.getHeight()])
  }
}

function shown_({ face, features, size }: TextStyle, text: string): { array: string; width: number } {
  const shaped = face.shape(text, features)
  return { array: face.show(shaped, size), width: (shaped.width * size) / 1000 }
}

function wordsOf(run: Run): string {
  return typeof run.text === 'string' ? run.text : run.text.map(wordsOf).join('')
}

function uriAction(uri: string): object {
  const ascii = uri.toWellFormed().replace(/[^\x21-\x7e]/gu, encodeURIComponent)
  return { S: 'URI', URI: new String(ascii) }
}

function fillOf(colour: string): string {
  const channels = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
  return `${channels.map(number).join(' ')} rg`
}

function utf16(text: string): string {
  return `feff${[...Array(text.length).keys()].map((i) => text.charCodeAt(i).toString(16).padStart(4, '0')).join('')}`
}
