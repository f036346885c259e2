/**
 * Drawing: every mark on a page belongs to an element of the structure tree or is an artifact (PDF/UA-1, 7.1). Text is
 * written as a few large text objects instead of pdfkit's several operators a word; links get one annotation a line.
 */
import { inOneLine, isolated, itemAt, lastOf, must } from '../../../core/index.ts'
import type { Run, Vector } from '../definition.ts'
import { Destinations, type Target } from './destinations.ts'
import { number } from './faces.ts'
import type { FlowNode } from './layout.ts'
import { dotsBetween } from './leaders.ts'
import { TextLine } from './lines.ts'
import { type Page, type PdfDocument, Renderer } from './pdfmake-internals.ts'
import { type Part, type Segment, segmentsOf } from './segments.ts'
import { Element, type StructureTree } from './structure.ts'
import type { TextStyle } from './words.ts'

const LAYOUT = '/Type /Layout'
const SOFT_HYPHEN = '/Span <</ActualText <feff00ad>>> BDC\n'

export interface DrawingContext {
  readonly structure: StructureTree
  /** What anchors lead to, where destinations are to be elements, as PDF/UA-2 wants. */
  readonly targets: ReadonlyMap<string, Target> | undefined
  readonly notes: ReadonlyMap<string, Element>
  /** The page of each anchor, from 1. */
  readonly pageOf: ReadonlyMap<string, number>
  /** A line of dots and a number, measured: what ends a line of contents. */
  readonly mutedColour: string
  readonly watermark?: ((document: PdfDocument) => void) | undefined
  /** An SVG whose text no face lacks a character of. */
  svg(source: string): string
}

export class Drawing extends Renderer {
  readonly #context: DrawingContext
  /** The element or artifact whose marked content is open. */
  #open: Element | string | undefined
  /** Elements of runs: a run that goes on over lines and pages stays one element. */
  readonly #inlineElements = new Map<Run, Element>()
  readonly #destinations: Destinations
  #colour = ''

  constructor(document: PdfDocument, context: DrawingContext) {
    super(document, null)
    this.#context = context
    this.#destinations = new Destinations(document, context)
  }

  drawPages(pages: readonly Page[]): void {
    for (const page of pages) {
      const { width, height } = page.pageSize
      this.pdfDocument.addPage({ size: [width, height] })
      // Reading the key gives the page its entry in the parent tree, which each page of a tagged file has.
      void this.pdfDocument.page.structParentTreeKey
      this.#context.watermark?.(this.pdfDocument)
      this.#colour = ''
      for (const { type, item } of page.items) {
        if (item instanceof TextLine) this.#drawLine(item)
        else if (type === 'vector') this.#drawVector(item)
        else if (type !== 'line') this.#drawFigure(type, item)
      }
      this.#close()
      // Lines are most of what a long document holds.
      page.items.length = 0
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
    const [x, y, width, height] = [must(node.x), must(node.y), must(node._width), must(node._height)]
    this.#nameDestinations(node.anchors ?? [], x, y)
    if (element) {
      const box = [x, page.height - y - height, x + width, page.height - y]
      element.attributes.layout = { O: 'Layout', Placement: 'Block', BBox: box }
      this.#mark(element)
    } else this.#markArtifact(node.artifact ?? LAYOUT)
    if (type === 'image') this.renderImage(node)
    else this.renderSVG({ ...node, svg: this.#context.svg(must(node.svg)) })
    this.#close()
    this.#colour = ''
  }

  #nameDestinations(anchors: readonly string[], x: number, y: number): void {
    for (const anchor of anchors) this.pdfDocument.addNamedDestination(anchor, 'XYZ', x, y, null)
  }

  #drawLine(line: TextLine): void {
    const [x, y] = [must(line.x), must(line.y)]
    this.#nameDestinations(line.anchors, x, y)
    if (line.bookmark) this.#destinations.addBookmark(line.bookmark, line)
    const artifact = line.artifact ?? (line.element ? undefined : LAYOUT)
    const segments = segmentsOf(line)
    for (const segment of segments) {
      this.#drawSegment(segment, line, artifact)
    }
    if (line.leader) this.#drawLeader(line, line.leader, segments.at(-1))
  }

  #drawSegment(segment: Segment, line: TextLine, artifact: string | undefined): void {
    const [x, y] = [must(line.x), must(line.y)]
    if (segment.parts.length > 0) {
      if (artifact === undefined) this.#mark(this.#elementOf(segment, must(line.element)))
      else this.#markArtifact(artifact)
      this.#showText(segment.parts, x, y + line.baseline)
      for (const part of segment.parts) {
        if (part.style.strike) this.#rule(part, x, y + line.baseline - part.style.size * 0.25, part.style.size * 0.05)
        if (part.style.underline) this.#rule(part, x, y + line.baseline + part.style.size * 0.14, 0.35)
      }
    }
    if (artifact === undefined) this.#annotate(segment.scopes, line, segment.start, segment.end)
  }

  #elementOf({ scopes, logical }: Segment, block: Element): Element {
    const element = this.#elementFor(scopes, block)
    return logical === undefined ? element : element.add(new Element('Span', { actualText: logical.trim() }))
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
        const note = run.note === undefined ? undefined : this.#context.notes.get(run.note)
        if (note) {
          inner.refs.push(note)
          note.refs.push(inner)
        }
      }
      element = inner
    }
    return element
  }

  #showText(parts: readonly Omit<Part, 'end'>[], x: number, baseline: number): void {
    const { page } = this.pdfDocument
    let out = 'BT\n'
    let font = ''
    for (const { style, x: dx, array, isHyphen } of parts) {
      const { embedded } = style.face
      page.fonts[embedded.id] ??= embedded.ref()
      if (style.color !== this.#colour) out += `${fillOf(style.color)}\n`
      this.#colour = style.color
      const setting = `/${embedded.id} ${number(style.size)} Tf\n`
      if (setting !== font) out += setting
      font = setting
      const show = `1 0 0 -1 ${number(x + dx)} ${number(baseline - style.rise)} Tm\n[${array}] TJ\n`
      out += isHyphen ? `${SOFT_HYPHEN}${show}EMC\n` : show
    }
    this.pdfDocument.addContent(`${out}ET`)
  }

  #rule({ style, x: start, end }: Part, x: number, at: number, lineWidth: number): void {
    const y = at - style.rise
    this.#drawVector({ type: 'line', x1: x + start, x2: x + end, y1: y, y2: y, lineWidth, lineColor: style.color })
  }

  /** A part of a line that stands in a link, as such; `start` and `end` are from the start of the line. */
  #annotate(scopes: readonly Run[], line: TextLine, start: number, end: number): void {
    const index = scopes.findLastIndex((run) => run.link !== undefined || run.destination !== undefined)
    const run = scopes[index]
    if (!run) return
    const element = this.#elementFor(scopes.slice(0, index + 1), must(line.element))
    const target = this.#destinations.targetOf(run)
    const contents = new String(isolated(run.alt ?? (inOneLine(wordsOf(run)) || run.link || run.destination || '')))
    this.#context.structure.annotate(element, (structParent) => {
      const annotation = { Subtype: 'Link', F: 4, Contents: contents, StructParent: structParent, ...target }
      this.pdfDocument.annotate(must(line.x) + start, must(line.y), end - start, line.getHeight(), annotation)
      return lastOf(this.pdfDocument.page.annotations)
    })
  }

  /** The page number stands at the far edge, in the link of the line; the dots before it are decoration. */
  #drawLeader(line: TextLine, { anchor, edge }: NonNullable<TextLine['leader']>, last: Segment | undefined): void {
    const style = { ...itemAt(line.inlines, 0).style, features: '' }
    const page = setApart(style, String(this.#context.pageOf.get(anchor) ?? ''))
    const [x, baseline] = [must(line.x), must(line.y) + line.baseline]
    const [from, to] = edge < 0 ? [edge, edge + page.width] : [edge - page.width, edge]
    const dots = dotsBetween(line, page.width, this.#context.mutedColour)
    if (dots) this.#drawVector(dots)
    if (page.width === 0 || !line.element) return
    const element = this.#elementFor(last?.scopes ?? [], line.element)
    this.#mark(element)
    this.#showText([{ style, x: from, array: page.array, isHyphen: false }], x, baseline)
    this.#annotate(last?.scopes ?? [], line, from, to)
  }
}

function setApart({ face, features, size }: TextStyle, text: string): { array: string; width: number } {
  const shaped = face.shape(text, features)
  return { array: face.show(shaped, size), width: (shaped.width * size) / 1000 }
}

function wordsOf(run: Run): string {
  return typeof run.text === 'string' ? run.text : run.text.map(wordsOf).join('')
}

/** The operator that sets the colour of what is filled. */
export function fillOf(colour: string): string {
  const channels = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
  return `${channels.map(number).join(' ')} rg`
}
