/** Short ways to write plain trees in tests. */
import type {
  BibliographyEntry,
  Block,
  ContentsEntry,
  Data,
  Document,
  Inline,
  ListItem,
  Meta,
  Table,
  TableCell,
} from '../../src/tree.ts'

export type Words = string | Inline | (string | Inline)[]

export const inlines = (words: Words): Inline[] =>
  (Array.isArray(words) ? words : [words]).map((word) =>
    typeof word === 'string' ? { type: 'text', value: word } : word,
  )
export const em = (words: Words): Inline => ({ type: 'emphasis', children: inlines(words) })
export const strong = (words: Words): Inline => ({ type: 'strong', children: inlines(words) })
export const code = (value: string): Inline => ({ type: 'inlineCode', value })
export const link = (url: string, words: Words): Inline => ({ type: 'link', url, children: inlines(words) })
export const sup = (words: Words): Inline => ({ type: 'superscript', children: inlines(words) })
export const smallCaps = (words: Words): Inline => ({ type: 'smallCaps', children: inlines(words) })
export const lang = (language: string, words: Words): Inline => ({
  type: 'span',
  data: { lang: language },
  children: inlines(words),
})
export const call = (number: number): Inline => ({ type: 'footnoteReference', identifier: `n${number}`, number })
export const heading = (depth: 1 | 2 | 3 | 4 | 5 | 6, words: Words, id?: string): Block => ({
  type: 'heading',
  depth,
  children: inlines(words),
  ...(id && { data: { id } }),
})
export const p = (words: Words, data?: Data): Block => ({
  type: 'paragraph',
  children: inlines(words),
  ...(data && { data }),
})
export const quote = (...children: Block[]): Block => ({ type: 'blockquote', children })
export const item = (words: Words, ...more: Block[]): ListItem => ({
  type: 'listItem',
  spread: false,
  children: [p(words), ...more],
})
export const list = (ordered: boolean, ...items: (Words | ListItem)[]): Block => ({
  type: 'list',
  ordered,
  start: ordered ? 1 : null,
  spread: false,
  children: items.map((each) =>
    typeof each === 'object' && 'type' in each && each.type === 'listItem' ? each : item(each as Words),
  ),
})
export const table = (rows: Words[][], more: Partial<Table> = {}): Table => ({
  type: 'table',
  align: [],
  children: rows.map((row, i) => ({
    type: 'tableRow',
    children: row.map(
      (words, j): TableCell => ({
        type: 'tableCell',
        children: inlines(words),
        ...(i > 0 && j === 0 && { header: true }),
      }),
    ),
  })),
  ...more,
})
export const note = (number: number, ...children: Block[]): Block => ({
  type: 'footnoteDefinition',
  identifier: `n${number}`,
  number,
  children,
})
export const entry = (identifier: string, words: Words): BibliographyEntry => ({
  type: 'bibliographyEntry',
  identifier,
  data: { id: `ref-${identifier}` },
  children: inlines(words),
})

export const meta = (more: Partial<Meta> = {}): Meta => ({
  name: 'sample',
  title: 'A sample',
  authors: ['A. Author'],
  facts: [],
  language: 'en-GB',
  date: '2026-01-01T00:00:00Z',
  description: 'A sample document.',
  keywords: [],
  words: {
    contents: 'Contents',
    figures: 'Figures',
    tables: 'Tables',
    notes: 'Notes',
    page: 'Page',
    of: 'of',
    backToText: 'Back to text',
    skipToText: 'Skip to text',
    asTable: 'As a table',
  },
  ...more,
})

export const documentOf = (children: Block[], more: Partial<Meta> = {}): Document => ({
  meta: meta(more),
  body: { type: 'root', children },
})

export const contentsEntries = (blocks: Block[]): ContentsEntry[] =>
  blocks.flatMap((block) =>
    block.type === 'heading' && block.data?.id && block.depth <= 3
      ? [
          {
            id: block.data.id,
            depth: block.depth,
            text: block.children.map((child) => ('value' in child ? child.value : '')).join(''),
          },
        ]
      : [],
  )
