/**
 * pdfmake's layout with the logical structure beside it: a stack of structure elements is kept in reading order, and each
 * line, figure and list mark is stamped with the element it belongs to.
 */
import { entryOf, itemAt, lastOf, must } from '../../../core/index.ts'
import type { DefinitionNode, DocDefinition, Vector } from '../definition.ts'
import { FlowWriter } from './flow-writer.ts'
import { type Cursor, fill, isAtEnd, START, scopesOf, TextLine } from './lines.ts'
import { MARK_GAP, MarkLine, Measure } from './measure.ts'
import { NoteWriter } from './notes.ts'
import {
  DocumentContext,
  type Fragment,
  LayoutBuilder,
  type LayoutNode,
  type LineLike,
  normalizePageMargin,
  normalizePageSize,
  type Page,
  SvgMeasure,
} from './pdfmake-internals.ts'
import { SheetContext } from './sheets.ts'
import { Element, elementOf } from './structure.ts'
import type { TextMeasure } from './text.ts'

/** A node while its text is set. */
export interface FlowNode extends LayoutNode {
  cursor?: Cursor
  /** A page break comes before this line, if it is reached on this page. */
  breakBefore?: { line: number; page: number } | undefined
  lineCount?: number
  element?: Element | undefined
  artifact?: string | undefined
  /** Its element, made before it was placed. */
  reserved?: Element | undefined
  anchors?: readonly string[]
}

export abstract class TaggedLayout extends LayoutBuilder {
  readonly definition: DocDefinition
  /** Content now belongs to the last of them. */
  readonly elements: Element[]
  /** Set while decoration is laid out: the properties of the artifact. */
  artifact: string | undefined
  #anchors: string[] = []
  #bookmark: TextLine['bookmark']
  readonly #anchored = new Set<string>()

  constructor(definition: DocDefinition, document: unknown, text: TextMeasure, root: Element, layouts: object) {
    super(normalizePageSize(definition.pageSize), normalizePageMargin(definition.pageMargins), new SvgMeasure())
    this.definition = definition
    this.elements = [root]
    // pdfmake keeps all nodes in it, with their words, to break pages by; here each is let go when it is placed.
    this.linearNodeList = { push: () => undefined }
    // The definition is already in the long form that pdfmake's preprocessor would give it.
    this.docPreprocessor = { preprocessBlock: (node) => node }
    this.docMeasure = new Measure(document, definition, text, layouts)
  }

  /** Lay the whole document out. */
  run(): Page[] {
    const { muted } = this.definition.colours
    const sheets = new SheetContext(this.definition.columns, this.pageSize, this.pageMargins)
    const writer = new NoteWriter(sheets, (...note) => this.#layNote(...note), muted)
    this.writer = writer
    writer.addPage(this.pageSize, null, this.pageMargins)
    this.processBlocks(this.definition.content)
    writer.finish()
    sheets.joinSheets()
    return sheets.pages
  }

  /** The top-level blocks are measured one by one, so that the whole document is never held in words. */
  abstract processBlocks(nodes: DefinitionNode[]): void

  get element(): Element {
    return lastOf(this.elements)
  }

  within<T>(element: Element, action: () => T): T {
    this.elements.push(element)
    try {
      return action()
    } finally {
      this.elements.pop()
    }
  }

  /** Lay a block out by itself, from (0, 0), as wide as said and as high as it gets. */
  apart(node: DefinitionNode, width: number): Fragment {
    const { writer, nestedLevel } = this
    const context = new DocumentContext()
    context.addPage({ width, height: 1e6 }, { left: 0, right: 0, top: 0, bottom: 0 })
    this.writer = new FlowWriter(context)
    this.nestedLevel = 0
    try {
      this.processNode(this.docMeasure.measureBlock(node))
    } finally {
      this.writer = writer
      this.nestedLevel = nestedLevel
    }
    return { items: itemAt(context.pages, 0).items, height: context.y }
  }
  /** A note's element follows the block that calls it; see `buildNextLine`. On a turned page too it is no wider than on others, nor across columns. */
  #layNote(note: string, width: number): Fragment {
    const most = this.definition.columns?.width ?? this.pageSize.width - this.pageMargins.left - this.pageMargins.right
    const lay = () => this.apart(must(this.definition.notes[note]).body, Math.min(width, most))
    return this.within(entryOf(this.noteElements, note), lay)
  }
  readonly noteElements = new Map<string, Element>()

  override processNode(node: FlowNode, verticalAlignmentAllowed?: boolean): void {
    if (node.anchor !== undefined) this.#anchors.push(node.anchor)
    if (node.bookmark) this.#bookmark = node.bookmark
    const process = () => super.processNode(node, verticalAlignmentAllowed)
    const element = node.reserved ?? this.reserve(node)
    const { band } = node
    const place = band ? () => this.#onBand(band, process) : process
    if (element) this.within(element, place)
    else place()
  }

  /** Give a node its place in the structure, before it has one on paper. */
  reserve(node: FlowNode): Element | undefined {
    const element = this.artifact === undefined ? elementOf(node) : undefined
    node.reserved = element && this.element.add(element)
    return node.reserved
  }

  /** Do something in between: what waits for the next line goes on waiting. */
  aside(action: () => void): void {
    const [anchors, bookmark, waiting] = [this.#anchors, this.#bookmark, this.writer.listeners('lineAdded')]
    this.writer.removeAllListeners('lineAdded')
    ;[this.#anchors, this.#bookmark] = [[], undefined]
    action()
    for (const listener of waiting) this.writer.on('lineAdded', listener)
    ;[this.#anchors, this.#bookmark] = [anchors, bookmark]
  }

  #onBand({ color, least }: NonNullable<FlowNode['band']>, process: () => void): void {
    const context = this.writer.context()
    const page = context.getCurrentPage()
    const from = page.items.length
    process()
    const goesOn = context.getCurrentPage() !== page
    if (!goesOn) context.moveDown(Math.max(0, least - context.y))
    const { width, height } = page.pageSize
    // A little over the edges, so that no seam is left.
    const rect: Vector = { type: 'rect', x: -2, y: -2, w: width + 4, h: (goesOn ? height : context.y) + 2, color }
    page.items.splice(from, 0, { type: 'vector', item: rect })
  }

  override processList(_ordered: boolean, node: FlowNode): void {
    const context = this.writer.context()
    const items: readonly FlowNode[] = node.ul ?? node.ol ?? []
    const marks = items.map((item) => (item.listMarker?._inlines?.[0]?.width ?? 0) + MARK_GAP)
    const gap = Math.max(must(node._gapSize).width, ...marks)
    context.addMargin(gap)
    for (const item of items) this.within(this.element.add(new Element('LI')), () => this.#processItem(item))
    this.writer.context().addMargin(-gap)
  }

  /** The mark stands beside the first line of the item, wherever that comes to stand. */
  #processItem(item: FlowNode): void {
    const words = item.listMarker?._inlines
    if (!words?.length) {
      this.processNode(item)
      return
    }
    const mark = new MarkLine(words)
    mark.artifact = this.artifact
    if (this.artifact === undefined) mark.element = this.element.add(new Element('Lbl'))
    const right = this.writer.context().x
    const { length: depth } = this.writer.contextStack
    const place = (first: LineLike, isAlone = false) => {
      if (first instanceof MarkLine) return
      this.writer.off('lineAdded', place)
      mark.y = first instanceof TextLine ? first.baseline - mark.baseline : 0
      // What is kept together is set apart at first, and counts from where it will be put.
      const origin = this.writer.contextStack.slice(depth).reduce((sum, { x }) => sum + x, 0)
      mark.x = right - origin - MARK_GAP - mark.getWidth() - this.writer.context().x
      this.writer.addLine(mark, !isAlone)
    }
    this.writer.on('lineAdded', place)
    this.processNode(item)
    // An item without a line of its own, such as an empty one, still shows its number.
    if (mark.x === undefined) place(mark.plain(), true)
  }

  override processSVG(node: FlowNode): void {
    this.#stampFigure(node)
    super.processSVG(node)
  }

  override processImage(node: FlowNode): void {
    this.#stampFigure(node)
    super.processImage(node)
  }

  override processCanvas(node: LayoutNode): void {
    for (const vector of node.canvas ?? []) {
      if (this.artifact !== undefined) vector.artifact = this.artifact
    }
    super.processCanvas(node)
  }

  #stampFigure(node: FlowNode): void {
    node.element = this.artifact === undefined ? this.element : undefined
    node.artifact = this.artifact
    node.anchors = this.#takeAnchors()
  }

  #takeAnchors(): string[] {
    const anchors = this.#anchors.filter((anchor) => !this.#anchored.has(anchor))
    for (const anchor of anchors) this.#anchored.add(anchor)
    this.#anchors = []
    return anchors
  }

  override buildNextLine(node: FlowNode): TextLine | null {
    const words = node._inlines ?? []
    const cursor = node.cursor ?? START
    const number = node.lineCount ?? 0
    if (isAtEnd(words, cursor)) return null
    const { breakBefore } = node
    if (breakBefore?.line === number && breakBefore.page === this.writer.context().page) {
      this.writer.moveToNextPage()
    }
    const line = new TextLine(this.writer.context().availableWidth)
    node.cursor = fill(line, words, cursor)
    node.lineCount = number + 1
    line.lastLineInParagraph = isAtEnd(words, node.cursor)
    if (node.leader !== undefined && line.lastLineInParagraph) {
      line.leader = { anchor: node.leader, edge: line.maxWidth + (node._margin?.[2] ?? 0) }
    }
    this.#stamp(line)
    return line
  }

  #stamp(line: TextLine): void {
    line.artifact = this.artifact
    if (this.artifact !== undefined) return
    line.element = this.element
    const notes: string[] = []
    for (const scope of scopesOf(line)) {
      if (scope.anchor !== undefined) this.#anchors.push(scope.anchor)
      if (scope.note !== undefined && !this.noteElements.has(scope.note)) {
        const element = new Element('Note', { id: must(this.definition.notes[scope.note]).id })
        this.noteElements.set(scope.note, element)
        this.element.after.push(element)
        notes.push(scope.note)
      }
    }
    line.anchors = this.#takeAnchors()
    line.bookmark = this.#bookmark
    this.#bookmark = undefined
    line.notes = notes
  }
}
