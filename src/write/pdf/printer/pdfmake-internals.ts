/**
 * Every deep import of pdfmake and every member of it that the printer uses, with its shape. pdfmake is pinned to one
 * version and its classes are composed, never patched; test/pdf/pdfmake.test.ts says what a new version lacks.
 * It is long because it is complete: one place says all that a new version of pdfmake or pdfkit must still give.
 */

import docMeasure from 'pdfmake/js/DocMeasure.js'
import documentContext from 'pdfmake/js/DocumentContext.js'
import layoutBuilder from 'pdfmake/js/LayoutBuilder.js'
import line from 'pdfmake/js/Line.js'
import pageElementWriter from 'pdfmake/js/PageElementWriter.js'
import pageSize from 'pdfmake/js/PageSize.js'
import pdfDocument from 'pdfmake/js/PDFDocument.js'
import renderer from 'pdfmake/js/Renderer.js'
import svgMeasure from 'pdfmake/js/SVGMeasure.js'
import tableProcessor from 'pdfmake/js/TableProcessor.js'
import type { DefinitionNode, Run, Style, TableBody, Vector } from '../definition.ts'
import type { Word } from './words.ts'

export interface Size {
  width: number
  height: number
  orientation: 'portrait' | 'landscape'
}
export interface Sides {
  left: number
  top: number
  right: number
  bottom: number
}

/** What pdfmake needs of a word. */
export interface InlineLike {
  text: string
  x: number
  width: number
  height: number
  leadingCut: number
  trailingCut: number
  noNewLine: boolean
  lineEnd: boolean
}
export interface LineLike {
  x?: number
  y?: number
  maxWidth: number
  inlines: InlineLike[]
  inlineWidths: number
  leadingCut: number
  trailingCut: number
  newLineForced?: boolean
  lastLineInParagraph?: boolean
  addInline(inline: InlineLike): void
  getHeight(): number
  getWidth(): number
  clone(): LineLike
}

export type PageItem =
  | { type: 'line'; item: LineLike }
  | { type: 'vector'; item: Vector }
  | { type: 'image' | 'svg'; item: LayoutNode }
export interface Page {
  items: PageItem[]
  pageSize: Size
  pageMargins: Sides
}
export interface Position {
  pageNumber: number
  top: number
}

/** A node once it is measured and placed. */
export interface LayoutNode extends DefinitionNode {
  stack?: LayoutNode[]
  ul?: LayoutNode[]
  ol?: LayoutNode[]
  columns?: LayoutNode[]
  table?: TableBody<LayoutNode>
  x?: number
  y?: number
  positions: Position[]
  listMarker?: { _inlines?: Word[]; _minWidth: number }
  _inlines?: Word[]
  _margin?: [number, number, number, number] | null
  _minWidth: number
  _maxWidth: number
  _width?: number
  _height?: number
  _gapSize?: { width: number }
  _offsets?: { total: number; offsets: number[] }
  _span?: boolean
}

export type TableNode = LayoutNode & Required<Pick<LayoutNode, 'table' | '_offsets'>>

interface Snapshot {
  page: number
  availableHeight: number
  bottomMost?: { page: number; availableHeight: number }
}
export interface DocumentContext {
  pages: Page[]
  page: number
  x: number
  y: number
  availableWidth: number
  availableHeight: number
  pageMargins: Sides
  snapshots: Snapshot[]
  addMargin(left: number, right?: number): void
  moveDown(offset: number): void
  getCurrentPage(): Page
  addPage(size: Size | { width: number; height: number }, margins: Sides | null, custom?: object): Page
  initializePage(): void
  resetMarginXTopParent(): void
}

export interface Fragment {
  items: PageItem[]
  height: number
  xOffset?: number
  yOffset?: number
}
export interface PageElementWriter {
  contextStack: DocumentContext[]
  context(): DocumentContext
  addPage(size: Size, orientation: string | null, margins: Sides): void
  /** Adds something, on the next page where it has no room on this one. */
  _fitOnPage(add: () => Position | boolean): Position | boolean
  addLine(line: LineLike, dontUpdateContextPosition?: boolean, index?: number): Position | false
  addFragment(fragment: Fragment, useX?: boolean, useY?: boolean, keepPosition?: boolean): boolean
  alignLine(line: LineLike): void
  moveToNextPage(orientation?: string): void
  on(event: 'lineAdded', listener: (line: LineLike) => void): unknown
  once(event: 'lineAdded', listener: (line: LineLike) => void): unknown
  off(event: 'lineAdded', listener: (line: LineLike) => void): unknown
  listeners(event: 'lineAdded'): ((line: LineLike) => void)[]
  removeAllListeners(event: 'lineAdded'): unknown
  repeatables: unknown[]
}

export interface StyleStack {
  getProperty(name: string): unknown
  auto<T>(node: DefinitionNode, measure: () => T): T
}
export interface TextInlines {
  buildInlines(text: Run[] | Run, styles: StyleStack): { items: InlineLike[]; minWidth: number; maxWidth: number }
}
export interface DocMeasure {
  textInlines: TextInlines
  styleStack: StyleStack
  measureBlock(node: DefinitionNode): LayoutNode
  gapSizeForList(): { width: number }
  buildUnorderedMarker(item: LayoutNode, styles: StyleStack, gap: { width: number }, type: string): object
  buildOrderedMarker(item: LayoutNode, counter: number, styles: StyleStack, type: string, separator: unknown): object
}

export interface TableProcessor {
  dontBreakRows: boolean
  rowsWithoutPageBreak: number
  beginTable(writer: PageElementWriter): void
  beginRow(index: number, writer: PageElementWriter): void
  endRow(index: number, writer: PageElementWriter, breaks: PageBreak[]): void
  endTable(writer: PageElementWriter): void
}
interface PageBreak {
  prevPage: number
  prevY: number
  y: number
}
interface RowRequest {
  marginX: [number, number]
  dontBreakRows: boolean
  rowsWithoutPageBreak: number
  cells: LayoutNode[]
  widths: TableBody['widths']
  gaps: number[]
  tableNode: LayoutNode
  tableBody: LayoutNode[][]
  rowIndex: number
}

export interface LayoutBuilder {
  pageSize: Size
  pageMargins: Sides
  writer: PageElementWriter
  docMeasure: DocMeasure
  docPreprocessor: { preprocessBlock(node: DefinitionNode): DefinitionNode }
  linearNodeList: { push(node: LayoutNode): unknown }
  nestedLevel: number
  processNode(node: LayoutNode, verticalAlignmentAllowed?: boolean): void
  processVerticalContainer(node: LayoutNode): void
  processList(ordered: boolean, node: LayoutNode): void
  processTable(node: LayoutNode): void
  processRow(request: RowRequest): { pageBreaks: PageBreak[]; positions: Position[] }
  processLeaf(node: LayoutNode): void
  processSVG(node: LayoutNode): void
  processImage(node: LayoutNode): void
  processCanvas(node: LayoutNode): void
  buildNextLine(node: LayoutNode): LineLike | null
  addHeadersAndFooters(header: RunningHead, footer: RunningHead): void
}
export type RunningHead = (page: number, pages: number, size: Size) => DefinitionNode | undefined

export interface Reference {
  id: number
  data: Record<string, unknown>
  buffer: Uint8Array[] | Uint8Array
  compress: boolean
  write(chunk: string | Uint8Array): void
  end(chunk?: string | Uint8Array): void
  finalize(): void
}
export interface Glyph {
  id: number
  advanceWidth: number
  codePoints: number[]
  isMark: boolean
  bbox: { minX: number; maxX: number; minY: number; maxY: number }
}
export interface FontkitFont {
  unitsPerEm: number
  xHeight: number
  getGlyph(id: number, codePoints?: number[]): Glyph
  layout(
    text: string,
    features?: string[],
    script?: string,
    language?: string,
    direction?: 'ltr' | 'rtl',
  ): { glyphs: Glyph[]; positions: { xAdvance: number; xOffset: number; yOffset: number }[] }
}
export interface EmbeddedFont {
  id: string
  font: FontkitFont
  unicode: (number[] | undefined)[]
  widths: (number | undefined)[]
  subset: { mapping: Record<number, number>; glyphs: number[]; includeGlyph(glyph: number): number }
  /** Asked of text in SVG. */
  encode(text: string): [codes: string[], positions: object[]]
  ref(): Reference
}
interface SvgMeasure {
  measureSVG(svg: string): { width: number; height: number }
  writeDimensions(svg: string, size: { width: number; height: number }): string
}
interface NameTree {
  _compareKeys(a: string, b: string): number
}
interface NumberTree {
  add(key: number, value: unknown): void
  get(key: number): Reference[]
}
export interface OutlineItem {
  outlineData: Record<string, unknown>
  addItem(title: string, options: { top: number; left: number; expanded?: boolean }): OutlineItem
}
export interface PdfImage {
  width: number
  height: number
  obj: Reference
  embed(document: PdfDocument): void
}
export interface PdfDocument {
  page: {
    width: number
    height: number
    dictionary: Reference
    fonts: Record<string, Reference>
    annotations: Reference[]
    structParentTreeKey: number
  }
  info: Record<string, unknown> & { CreationDate: Date; ModDate: Date }
  outline: OutlineItem
  subset: unknown
  options: object
  _root: {
    data: Record<string, unknown> & {
      Names: { data: { Dests: NameTree; EmbeddedFiles?: NameTree } }
    }
  }
  _info: Reference
  _ended: boolean
  _id: unknown
  _offset: number
  _offsets: (number | null)[]
  _font: EmbeddedFont
  _fontFamilies: Record<string, EmbeddedFont>
  ref(data?: object): Reference
  addPage(options: { size: [number, number] }): unknown
  addContent(operators: string): unknown
  flushPages(): void
  font(source: string | Uint8Array): unknown
  openImage(source: unknown): PdfImage | undefined
  /** Images by name: pdfkit draws what it finds here, and opens a path otherwise. */
  _imageRegistry: Record<string, PdfImage>
  provideImage(source: string): PdfImage
  getFontFile(family: string, bold: boolean, italic: boolean): unknown
  annotate(x: number, y: number, width: number, height: number, annotation: object): unknown
  addNamedDestination(name: string, ...args: unknown[]): void
  addNamedEmbeddedFile(name: string, file: Reference): void
  file(bytes: Uint8Array, options: object): Reference
  getStructTreeRoot(): Reference
  getStructParentTree(): NumberTree
  createStructParentTreeNextKey(): number
  appendXML(xml: string): void
  endSubset(): void
  endMarkings(): void
  _addInfo(): void
  _finalize(): void
  _write(data: string | Uint8Array): void
  push(chunk: Uint8Array | null): boolean
  on(event: 'data', listener: (chunk: Uint8Array) => void): unknown
  on(event: 'end', listener: () => void): unknown
  on(event: 'error', listener: (error: Error) => void): unknown
  end(): void
}
export interface Renderer {
  pdfDocument: PdfDocument
  renderVector(vector: Vector): void
  renderImage(node: LayoutNode): void
  renderSVG(node: LayoutNode & { options?: object }): void
}

type Constructor<Arguments extends unknown[], Instance> = new (...args: Arguments) => Instance

export const DocumentContext = classOf<Constructor<[], DocumentContext>>(documentContext)
export const DocMeasure =
  classOf<Constructor<[unknown, Record<string, Style>, Style, unknown, object], DocMeasure>>(docMeasure)
export const LayoutBuilder = classOf<Constructor<[Size, Sides, unknown], LayoutBuilder>>(layoutBuilder)
export const Line = classOf<Constructor<[number], LineLike>>(line)
export const PageElementWriter = classOf<Constructor<[DocumentContext], PageElementWriter>>(pageElementWriter)
export const PdfDocument =
  classOf<Constructor<[object, object, object, object, object, null, (path: string) => boolean], PdfDocument>>(
    pdfDocument,
  )
export const Renderer = classOf<Constructor<[PdfDocument, null], Renderer>>(renderer)
export const SvgMeasure = classOf<Constructor<[], SvgMeasure>>(svgMeasure)
export const TableProcessor = classOf<Constructor<[LayoutNode], TableProcessor>>(tableProcessor)
export const { normalizePageSize, normalizePageMargin } = unwrapped(pageSize) as {
  normalizePageSize(size: { readonly width: number; readonly height: number }, orientation?: string): Size
  normalizePageMargin(margins: readonly number[]): Sides
}

/** A module of pdfmake is CommonJS: bundlers and Node wrap its default export differently. */
function unwrapped(module: unknown): unknown {
  let inner = module
  while (inner && typeof inner === 'object' && 'default' in inner) inner = inner.default
  return inner
}

function classOf<C extends Constructor<never[], unknown>>(module: unknown): C {
  return unwrapped(module) as C
}
