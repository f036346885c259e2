/** Short builders of plain-tree nodes, so that a test reads as the document it makes. */
import type {
  BibliographyEntry,
  Block,
  Data,
  FootnoteDefinition,
  FootnoteReference,
  Heading,
  Image,
  Inline,
  Link,
  List,
  ListItem,
  Meta,
  Paragraph,
  Root,
  Span,
  Table,
  TableCell,
  Text,
} from '../../src/core/tree.ts'

/** What stands for inline content: words, a node, or several of both. */
export type Words = string | Inline | readonly (string | Inline)[]

export const text = (value: string): Text => ({ type: 'text', value })

export function inlines(words: Words): Inline[] {
  const list = Array.isArray(words) ? (words as readonly (string | Inline)[]) : [words as string | Inline]
  return list.map((word) => (typeof word === 'string' ? text(word) : word))
}

export const paragraph = (words: Words, data?: Data): Paragraph => ({
  type: 'paragraph',
  children: inlines(words),
  ...(data && { data }),
})

export const heading = (depth: Heading['depth'], id: string, words: Words): Heading => ({
  type: 'heading',
  depth,
  children: inlines(words),
  data: { id },
})

export const emphasis = (words: Words): Inline => ({ type: 'emphasis', children: inlines(words) })
export const strong = (words: Words): Inline => ({ type: 'strong', children: inlines(words) })
export const link = (url: string, words: Words): Link => ({ type: 'link', url, children: inlines(words) })
export const inLanguage = (lang: string, words: Words): Span => ({
  type: 'span',
  children: inlines(words),
  data: { lang },
})
export const call = (number: number): FootnoteReference => ({
  type: 'footnoteReference',
  identifier: `n${number}`,
  number,
})
export const note = (number: number, ...children: Block[]): FootnoteDefinition => ({
  type: 'footnoteDefinition',
  identifier: `n${number}`,
  number,
  children,
})

export const item = (...children: Block[]): ListItem => ({ type: 'listItem', spread: false, children })
export const list = (ordered: boolean, ...items: (string | ListItem)[]): List => ({
  type: 'list',
  ordered,
  spread: false,
  children: items.map((one) => (typeof one === 'string' ? item(paragraph(one)) : one)),
})

const cell = (words: Words, header?: boolean): TableCell => ({
  type: 'tableCell',
  children: inlines(words),
  ...(header && { header }),
})
/** The first row is the header; the first cell of the others is a row header. */
export const table = (rows: readonly (readonly Words[])[], data?: Data): Table => ({
  type: 'table',
  align: (rows[0] ?? []).map(() => null),
  children: rows.map((cells, row) => ({
    type: 'tableRow',
    children: cells.map((words, column) => cell(words, row > 0 && column === 0)),
  })),
  ...(data && { data }),
})

export const svg = (url: string, alt: string, source: string, width: number, height: number): Image => ({
  type: 'image',
  url,
  alt,
  format: 'svg',
  bytes: new TextEncoder().encode(source),
  width,
  height,
})

export const entry = (id: string, ...words: (string | Inline)[]): BibliographyEntry => ({
  type: 'bibliographyEntry',
  identifier: id,
  children: inlines(words),
  data: { id: `source-${id}` },
})

export const root = (...children: Block[]): Root => ({ type: 'root', children })

/** What a document is called when a test does not care. */
export const plainMeta: Meta = {
  name: 'sample',
  title: 'Sample',
  authors: [],
  facts: [],
  language: 'en-GB',
  date: '2013-07-31T00:00:00Z',
  description: 'A sample.',
  keywords: [],
  words: {
    colon: ': ',
    contents: 'Contents',
    figures: 'Figures',
    tables: 'Tables',
    notes: 'Notes',
    page: 'Page',
    of: 'of',
    backToText: 'Back to the text',
    skipToText: 'Skip to the text',
    asTable: 'The same as a table',
    ...{ search: 'Search', found: 'Found', copy: 'Copy', enlarge: 'Enlarge', filter: 'Only rows with' },
  },
}
