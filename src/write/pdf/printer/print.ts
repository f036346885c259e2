/** Prints a document definition: layout, drawing and file, put together. */
import { isRightToLeft } from '../../../core/index.ts'
import type { Fonts } from '../../fonts/fonts.ts'
import { measure } from '../../fonts/text.ts'
import type { Attachment } from '../../writer.ts'
import type { DocDefinition } from '../definition.ts'
import type { Target } from './destinations.ts'
import { PdfFile } from './document.ts'
import { Drawing } from './draw.ts'
import { EmbeddedFaces, type FontFiles } from './faces.ts'
import { loadHyphenation } from './hyphenation.ts'
import type { FlowNode } from './layout.ts'
import { TextLine } from './lines.ts'
import type { Page } from './pdfmake-internals.ts'
import { mirror, move } from './placed.ts'
import { footer, header, isLeftHand, sectionsOf } from './running-heads.ts'
import { StructureTree } from './structure.ts'
import { setSvgText } from './svg-text.ts'
import { tableLayouts } from './table-layouts.ts'
import { TableLayout } from './tables.ts'
import { TextMeasure } from './text.ts'
import { watermarkOf } from './watermark.ts'

export interface PrintOptions {
  readonly fonts: Fonts
  readonly files: FontFiles
  readonly colourProfile: Uint8Array
  readonly attachments: readonly Attachment[]
  /** The languages of the document's words, for hyphenation. */
  readonly languages: readonly string[]
  /** PDF/UA-2 in PDF 2.0, in place of PDF/UA-1. */
  readonly isUa2: boolean
}

export interface Printed {
  readonly bytes: Uint8Array
  readonly pages: number
  /** The part of the last page that text takes. */
  readonly lastFilled: number
  /** The page of each anchor, from 1. */
  readonly pageOf: ReadonlyMap<string, number>
  /** Graphemes that no font has. */
  readonly missing: readonly string[]
}

/** The definition is used up: the layout writes its measures into it. */
export async function print(definition: DocDefinition, options: PrintOptions): Promise<Printed> {
  const file = new PdfFile({ definition, ...options })
  const { fonts } = options
  const faces = new EmbeddedFaces(file, options.files)
  const structure = new StructureTree(file, options.isUa2)
  file.structure = structure
  file.faces = faces
  await file.embedImages()
  const hyphenation = await loadHyphenation([definition.language, ...options.languages])
  const text = new TextMeasure(fonts, faces, definition.language, hyphenation)
  const layout = new TableLayout(definition, file, text, structure.root, tableLayouts(definition.colours))
  const pages = layout.run()
  const lastFilled = layout.filled
  const [left, , right] = definition.pageMargins
  pages.forEach(({ items }, i) => {
    if (isLeftHand(definition, i + 1)) for (const { item } of items) move(item, right - left, 0)
  })
  layout.artifact = '/Type /Pagination'
  const { fontSize = 8 } = definition.styles.runningHead ?? {}
  const fits = (words: string, width: number) => measure(words, fonts.chain(fonts.theme.heading), fontSize) <= width
  const { marking } = definition.running
  const marked = marking ? measure(marking.text, fonts.chain(fonts.theme.heading, { bold: true }), 12) : 0
  layout.addHeadersAndFooters(header(definition, sectionsOf(pages), fits, marked), footer(definition, marked))
  if (isRightToLeft(definition.language))
    for (const { items, pageSize } of pages) for (const { item } of items) mirror(item, pageSize.width)
  const anchors = anchorsOf(pages)
  const pageOf = firstOf(anchors, ({ page }) => page)
  const { muted } = definition.colours
  const svg = (source: string) => setSvgText(source, fonts, text.missing)
  const watermark = definition.watermark && watermarkOf(definition.watermark, fonts, faces)
  const targets = options.isUa2 ? firstOf(anchors, targetOf) : undefined
  if (targets) referToTargets(pages, targets)
  new Drawing(file, {
    structure,
    targets,
    notes: layout.noteElements,
    pageOf,
    mutedColour: muted,
    svg,
    watermark,
  }).drawPages(pages)
  file.attach()
  const bytes = await bytesOf(file)
  // pdfkit knows no PDF 2.0.
  if (options.isUa2) bytes.set(new TextEncoder().encode('2.0'), '%PDF-'.length)
  return { bytes, pages: pages.length, lastFilled, pageOf, missing: [...text.missing] }
}

/** What is told of the first place of each anchor of which it can be. */
function firstOf<T>(anchors: readonly Anchor[], tell: (anchor: Anchor) => T | undefined): Map<string, T> {
  const found = new Map<string, T>()
  for (const one of anchors) {
    const told = found.has(one.name) ? undefined : tell(one)
    if (told !== undefined) found.set(one.name, told)
  }
  return found
}

/** The element of an anchor, and where on its page it stands, from below. */
const targetOf = ({ item: { element, x = 0, y = 0 }, height }: Anchor): Target | undefined =>
  element && { element, x, y: height - y }

/** An entry of the contents says which element it is about. */
function referToTargets(pages: readonly Page[], targets: ReadonlyMap<string, Target>): void {
  for (const { item } of pages.flatMap(({ items }) => items)) {
    if (!(item instanceof TextLine) || item.element?.tag !== 'TOCI' || !item.leader) continue
    const target = targets.get(item.leader.anchor)
    if (target) item.element.refs.push(target.element)
  }
}

interface Anchor {
  readonly name: string
  /** From 1. */
  readonly page: number
  readonly height: number
  readonly item: TextLine | FlowNode
}

function anchorsOf(pages: readonly Page[]): Anchor[] {
  return pages.flatMap(({ items, pageSize: { height } }, i) =>
    items.flatMap(({ type, item: placed }) => {
      const item: TextLine | FlowNode | undefined =
        placed instanceof TextLine ? placed : type === 'image' || type === 'svg' ? placed : undefined
      return item ? (item.anchors ?? []).map((name) => ({ name, page: i + 1, height, item })) : []
    }),
  )
}

function bytesOf(file: PdfFile): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = []
    file.on('data', (chunk) => chunks.push(chunk))
    file.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))))
    file.on('error', reject)
    file.end()
  })
}
