/** Prints a document definition: layout, drawing and file, put together. */
import { isRightToLeft, itemAt } from '../../../core/index.ts'
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
  const pageOf = pagesOfAnchors(pages)
  const { muted } = definition.colours
  const svg = (source: string) => setSvgText(source, fonts, text.missing)
  const watermark = definition.watermark && watermarkOf(definition.watermark, fonts, faces)
  const targets = options.isUa2 ? targetsOf(pages) : undefined
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

function pagesOfAnchors(pages: readonly Page[]): Map<string, number> {
  const found = new Map<string, number>()
  for (const { anchor, page } of anchorsOf(pages)) if (!found.has(anchor)) found.set(anchor, page)
  return found
}

/** The element of each anchor, and where on its page it stands, from below. */
function targetsOf(pages: readonly Page[]): Map<string, Target> {
  const found = new Map<string, Target>()
  for (const { anchor, page, item } of anchorsOf(pages)) {
    if (item.element && !found.has(anchor))
      found.set(anchor, {
        element: item.element,
        x: item.x ?? 0,
        y: itemAt(pages, page - 1).pageSize.height - (item.y ?? 0),
      })
  }
  return found
}

/** An entry of the contents says which element it is about. */
function referToTargets(pages: readonly Page[], targets: ReadonlyMap<string, Target>): void {
  for (const { item } of pages.flatMap(({ items }) => items)) {
    if (!(item instanceof TextLine) || item.element?.tag !== 'TOCI' || !item.leader) continue
    const target = targets.get(item.leader.anchor)
    if (target) item.element.refs.push(target.element)
  }
}

function anchorsOf(pages: readonly Page[]) {
  return pages.flatMap(({ items }, i) =>
    items.flatMap(({ item }) => {
      const placed = item as TextLine | FlowNode
      return (placed.anchors ?? []).map((anchor) => ({ anchor, page: i + 1, item: placed }))
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
