import { unzip } from '../../core/index.ts'
import type { ImportedText } from './imported.ts'

/** A file that gives a text, and what read it. */
export interface ReadFile extends ImportedText {
  readonly tool: string
  readonly accessed?: string
}

interface Reader {
  readonly endings: readonly string[]
  /** What the file begins with, where that tells it; of a zip file, a path that it has. */
  readonly magic?: string
  readonly path?: RegExp
  readonly tool: string
  /** Whether it is written in an encoding that can be named. */
  readonly isEncoded?: true
  read(bytes: Uint8Array, encoding?: string): Promise<ImportedText & { readonly accessed?: string }>
}

/** Every kind of file that a text can be taken from. Each reader is loaded when a file asks for it. */
const readers: readonly Reader[] = [
  {
    endings: ['pdf'],
    magic: '%PDF',
    tool: 'pdf.js',
    read: async (bytes) => (await import('./pdf.ts')).readPdf(bytes),
  },
  {
    endings: ['docx'],
    path: /^word\/document\d*\.xml$/,
    tool: 'mammoth',
    read: async (bytes) => (await import('./containers.ts')).readDocx(bytes),
  },
  {
    endings: ['epub'],
    path: /\.opf$/,
    tool: 'briefpack',
    read: async (bytes) => (await import('./containers.ts')).readEpub(bytes),
  },
  {
    endings: ['wacz'],
    path: /^archive\/.*\.warc(?:\.gz)?$/,
    tool: 'warcio',
    read: async (bytes) => (await import('./containers.ts')).readWacz(bytes),
  },
  {
    endings: ['warc', 'gz'],
    magic: 'WARC/',
    tool: 'warcio',
    read: async (bytes) => (await import('./containers.ts')).readWarc(bytes),
  },
  {
    endings: ['html', 'htm', 'xhtml'],
    tool: 'Readability',
    isEncoded: true,
    read: async (bytes, encoding) => (await import('./html.ts')).readHtml(bytes, encoding),
  },
  {
    endings: ['csv', 'tsv'],
    tool: 'briefpack',
    isEncoded: true,
    read: async (bytes, encoding) => (await import('./plain.ts')).readTable(bytes, encoding),
  },
  {
    endings: ['txt', 'md', 'text'],
    tool: 'briefpack',
    isEncoded: true,
    read: async (bytes, encoding) => (await import('./plain.ts')).readPlain(bytes, encoding),
  },
]

export const textEndings: readonly string[] = readers.flatMap(({ endings }) => endings)

const picture = 'it is a picture: read its words by OCR first'

/** What is no text and has no reader, by its first bytes, and what to do with it. */
const others: Readonly<Record<string, string>> = {
  'PK\x03\x04': 'it is a zip file: unpack it and add its files',
  '\xd0\xcf\x11\xe0': 'it is a file of an old Word, Excel or Outlook: save it as .docx or PDF',
  '{\\rtf': 'it is a file in RTF: save it as .docx or PDF',
  '\x1f\x8b': 'it is packed with gzip: unpack it first',
  '\x89PNG': picture,
  '\xff\xd8\xff': picture,
  GIF8: picture,
  'II*\0': picture,
  'MM\0*': picture,
}

/**
 * `undefined` when nothing here reads such a file. What a file is its first bytes say before its name does. Throws what the
 * reader throws on a broken one, and on one that is no text.
 */
export async function readFileText(name: string, bytes: Uint8Array, encoding?: string): Promise<ReadFile | undefined> {
  const ending = name.toLowerCase().split('.').at(-1) ?? ''
  const head = String.fromCharCode(...bytes.subarray(0, 8))
  const paths: string[] = []
  if (head.startsWith('PK'))
    unzip(bytes, (path) => {
      paths.push(path)
      return false
    })
  const byName = readers.find(({ endings }) => endings.includes(ending))
  const reader =
    readers.find(
      ({ magic, path }) => (magic && head.startsWith(magic)) || (path && paths.some((it) => path.test(it))),
    ) ?? byName
  if (!reader) return undefined
  const other = Object.entries(others).find(([magic]) => head.startsWith(magic))
  if (reader.isEncoded && other) throw new Error(other[1])
  if (encoding !== undefined && !reader.isEncoded)
    throw new Error('it says itself how its letters are written: leave out --encoding')
  const read = await reader.read(bytes, encoding)
  const notes =
    reader === byName
      ? read.notes
      : [`its first bytes say that it is .${reader.endings[0]}, and so it was read`, ...read.notes]
  return { ...read, notes, tool: reader.tool }
}
