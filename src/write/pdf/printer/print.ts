/** Prints a document definition: layout, drawing and file, put together. */
import type { Fonts } from '../../../fonts/fonts.ts'
import { measure } from '../../../fonts/text.ts'
import type { Attachment } from '../../writer.ts'
import type { DocDefinition } from '../definition.ts'
import { PdfFile } from './document.ts'
import { Drawing } from './draw.ts'
import { EmbeddedFaces, type FontFiles } from './faces.ts'
import { loadHyphenation } from './hyphenation.ts'
import type { FlowNode } from './layout.ts'
import { TextLine } from './lines.ts'
import type { Page } from './pdfmake-internals.ts'
import { footer, header, sectionsOf } from './running-heads.ts'
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
  const structure = new StructureTree(file)
  file.structure = structure
  file.faces = faces
  await file.embedImages()
  const hyphenation = await loadHyphenation([definition.language, ...options.languages])
  const text = new TextMeasure(fonts, faces, definition.language, hyphenation)
  const layout = new TableLayout(definition, file, text, structure.root, tableLayouts(definition.colours))
  const pages = layout.run()
  const lastFilled = layout.filled
  layout.artifact = '/Type /Pagination'
  const { fontSize = 8 } = definition.styles.runningHead ?? {}
  const fits = (words: string, width: number) => measure(words, fonts.chain(fonts.theme.heading), fontSize) <= width
  const { marking } = definition.running
  const marked = marking ? measure(marking.text, fonts.chain(fonts.theme.heading, { bold: true }), 12) : 0
  layout.addHeadersAndFooters(header(definition, sectionsOf(pages), fits, marked), footer(definition, marked))
  const pageOf = pagesOfAnchors(pages)
  const { muted } = definition.colours
  const svg = (source: string) => setSvgText(source, fonts, text.missing)
  const watermark = definition.watermark && watermarkOf(definition.watermark, fonts, faces)
  new Drawing(file, { structure, pageOf, mutedColour: muted, svg, watermark }).drawPages(pages)
  file.attach()
  return { bytes: await bytesOf(file), pages: pages.length, lastFilled, pageOf, missing: [...text.missing] }
}

function pagesOfAnchors(pages: readonly Page[]): Map<string, number> {
  const found = new Map<string, number>()
  pages.forEach(({ items }, i) => {
    for (const { item } of items) {
      const anchors = item instanceof TextLine ? item.anchors : ((item as FlowNode).anchors ?? [])
      for (const anchor of anchors) if (!found.has(anchor)) found.set(anchor, i + 1)
    }
  })
  return found
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
