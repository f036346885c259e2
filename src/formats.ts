import { keysOf } from './core/index.ts'
import type { Write } from './write/index.ts'

export interface DocumentWriter {
  /** Loaded when it is wanted. */
  readonly writer: () => Promise<Write>
  /** The format whose page numbers it prints, which is made first. */
  readonly pagesOf?: string
}

/** What a pack can be written as. A new format is a folder and a line here. */
export const documents = {
  pdf: { writer: async () => (await import('./write/pdf/write-pdf.ts')).writePdf },
  docx: { writer: async () => (await import('./write/docx/docx.ts')).writeDocx, pagesOf: 'pdf' },
  html: { writer: async () => (await import('./write/html/html.ts')).writeHtml },
  md: { writer: async () => (await import('./write/markdown.ts')).writeMarkdown },
} as const satisfies Record<string, DocumentWriter>

export const documentFormats = keysOf(documents)
/** The registers as data: one workbook, or a file a register. */
export const registerFormats = ['xlsx', 'csv'] as const
/** And Markdown for MyST, and a draft for those who go on with pandoc or Quarto, made of what is not yet resolved. */
export const formats = [...documentFormats, ...registerFormats, 'myst', 'pandoc'] as const
export type Format = (typeof formats)[number]
