import type { ImportedText } from './imported.ts'

/** A file that gives a text, and what read it. */
export interface ReadFile extends ImportedText {
  readonly tool: string
  readonly accessed?: string
}

interface Reader {
  readonly endings: readonly string[]
  /** What the file begins with, where that tells it. */
  readonly magic?: readonly number[]
  readonly tool: string
  read(bytes: Uint8Array): Promise<ImportedText & { readonly accessed?: string }>
}

/** Every kind of file that a text can be taken from. Each reader is loaded when a file asks for it. */
const readers: readonly Reader[] = [
  {
    endings: ['pdf'],
    magic: [0x25, 0x50, 0x44, 0x46],
    tool: 'pdf.js',
    read: async (bytes) => (await import('./pdf.ts')).readPdf(bytes),
  },
  { endings: ['docx'], tool: 'mammoth', read: async (bytes) => (await import('./containers.ts')).readDocx(bytes) },
  { endings: ['epub'], tool: 'briefpack', read: async (bytes) => (await import('./containers.ts')).readEpub(bytes) },
  { endings: ['wacz'], tool: 'warcio', read: async (bytes) => (await import('./containers.ts')).readWacz(bytes) },
  { endings: ['warc', 'gz'], tool: 'warcio', read: async (bytes) => (await import('./containers.ts')).readWarc(bytes) },
  {
    endings: ['html', 'htm', 'xhtml'],
    tool: 'Readability',
    read: async (bytes) => (await import('./html.ts')).readHtml(bytes),
  },
  {
    endings: ['csv', 'tsv'],
    tool: 'briefpack',
    read: async (bytes) => (await import('./plain.ts')).readTable(bytes),
  },
  {
    endings: ['txt', 'md', 'text'],
    tool: 'briefpack',
    read: async (bytes) => (await import('./plain.ts')).readPlain(bytes),
  },
]

export const textEndings: readonly string[] = readers.flatMap(({ endings }) => endings)

/** `undefined` when nothing here reads such a file. Throws what the reader throws on a broken one. */
export async function readFileText(name: string, bytes: Uint8Array): Promise<ReadFile | undefined> {
  const ending = name.toLowerCase().split('.').at(-1) ?? ''
  const reader =
    readers.find(({ magic }) => magic?.every((byte, at) => bytes[at] === byte)) ??
    readers.find(({ endings }) => endings.includes(ending))
  return reader && { ...(await reader.read(bytes)), tool: reader.tool }
}
