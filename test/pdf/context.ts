/** Printing in tests. */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Block, Document } from '../../src/core/tree.ts'
import { writePdf } from '../../src/write/pdf/write-pdf.ts'
import { defaultTheme } from '../../src/write/theme.ts'
import type { WriteContext } from '../../src/write/writer.ts'
import { asset } from '../helpers/fonts.ts'
import { plainMeta, root } from '../helpers/nodes.ts'
import { output } from '../helpers/readers.ts'
import { reportDocument } from '../helpers/report-document.ts'
import { sampleDocument } from '../helpers/sample-document.ts'

export interface PrintedPdf {
  readonly path: string
  readonly bytes: Uint8Array
  readonly stats: Record<string, number>
  readonly pages: ReadonlyMap<string, number>
}

/** Shaped words are kept with the bytes of their font, so the same bytes are given each time. */
const files = new Map<string, Promise<Uint8Array>>()
const cachedAsset = (path: string) => {
  const bytes = files.get(path) ?? asset(path)
  files.set(path, bytes)
  return bytes
}

const folder = mkdtempSync(join(tmpdir(), 'briefpack-pdf-'))
let count = 0

/** The PDF of a document, in memory and on disk. */
export async function printed(document: Document, more: Partial<WriteContext> = {}): Promise<PrintedPdf> {
  const stats: Record<string, number> = {}
  let pages: ReadonlyMap<string, number> = new Map()
  const onPages = (found: typeof pages) => {
    pages = found
  }
  const context = { theme: defaultTheme, asset: cachedAsset, stats, attachments: [], onPages, ...more }
  const artefacts = await writePdf(document, context)
  const [bytes] = [...artefacts.values()]
  const path = join(folder, `${++count}.pdf`)
  writeFileSync(path, bytes!)
  return { path, bytes: bytes!, stats, pages }
}

/** The sample and the report, printed once for a whole test file. */
export const sample = once(() => printed(sampleDocument()))
export const report = once(() => printed(reportDocument()))

function once<T>(make: () => T): () => T {
  let made: T | undefined
  return () => (made ??= make())
}

export const documentOf = (...blocks: Block[]): Document => ({ meta: plainMeta, body: root(...blocks) })

/** The text of each page, as poppler sets it out. */
export async function pageTexts(path: string): Promise<string[]> {
  const text = await output('pdftotext', '-layout', path, '-')
  return text.split('\f').slice(0, -1)
}

/** Sentences that differ, so that what is lost can be named. */
export const sentences = (count: number, from = 1): string =>
  Array.from({ length: count }, (_, i) => `Sentence ${from + i} tells of the river and of its many keepers.`).join(' ')
