import type { Write } from './writer.ts'

/** The writer of each format, loaded when it is wanted. A new format is a folder and a line here. */
export const writers = {
  pdf: async () => (await import('./pdf/write-pdf.ts')).writePdf,
  docx: async () => (await import('./docx/docx.ts')).writeDocx,
  html: async () => (await import('./html/html.ts')).writeHtml,
  md: async () => (await import('./markdown.ts')).writeMarkdown,
} as const satisfies Record<string, () => Promise<Write>>

export type Format = keyof typeof writers
