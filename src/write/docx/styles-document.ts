import {
  type Block,
  type Document,
  en,
  type Heading,
  type Inline,
  type Paragraph,
  type Table,
} from '../../core/index.ts'

const text = (value: string): Inline => ({ type: 'text', value })
const paragraph = (...children: Inline[]): Paragraph => ({ type: 'paragraph', children })
const heading = (depth: Heading['depth']): Heading => ({
  type: 'heading',
  depth,
  data: { id: `h${depth}` },
  children: [text(`Heading ${depth}`)],
})

/** A document that shows each style which packs use, so that a person can change it in Word: the text itself is never taken. */
export function stylesDocument(): Document {
  return {
    meta: {
      ...{ name: 'reference', title: 'Title', subtitle: 'Subtitle', question: 'Cover Question', authors: ['Author'] },
      ...{
        organisation: 'Affiliation',
        facts: [{ label: 'Cover', value: 'Line' }],
        language: 'en-GB',
        date: '2000-01-01T00:00:00Z',
      },
      ...{ description: 'The styles of briefpack’s Word files, to be changed in Word.', keywords: [] },
      words: en.cover,
    },
    body: { type: 'root', children: [...blocks, note] },
  }
}

const row = (...cells: string[]): Table['children'][number] => ({
  type: 'tableRow',
  children: cells.map((value) => ({ type: 'tableCell', children: [text(value)] })),
})

const blocks: Block[] = [
  {
    type: 'contents',
    of: 'headings',
    entries: [1, 2, 3].map((depth) => ({ id: `h${depth}`, depth, text: `Heading ${depth}` })),
  },
  ...([1, 2, 3, 4, 5, 6] as const).map(heading),
  { ...paragraph(text('Lead')), data: { role: 'lead' } },
  paragraph(
    text('Normal, with '),
    { type: 'strong', children: [text('Strong')] },
    text(', '),
    { type: 'emphasis', children: [text('Emphasis')] },
    text(', '),
    { type: 'link', url: 'https://example.org/', children: [text('Hyperlink')] },
    text(', '),
    { type: 'link', url: '#h1', children: [text('Internal Link')] },
    text(', '),
    { type: 'inlineCode', value: 'Verbatim Char' },
    text(' and a note.'),
    { type: 'footnoteReference', identifier: 'note', number: 1 },
  ),
  {
    type: 'list',
    ordered: false,
    spread: false,
    children: [{ type: 'listItem', spread: false, children: [paragraph(text('List Paragraph'))] }],
  },
  { type: 'blockquote', children: [paragraph(text('Quote'))] },
  { type: 'blockquote', data: { role: 'box' }, children: [paragraph(text('Box'))] },
  { ...paragraph(text('Source Note')), data: { role: 'source-note' } },
  { type: 'code', value: 'Source Code' },
  {
    type: 'figure',
    kind: 'table',
    label: 'Table 1',
    caption: [text('Caption')],
    data: { id: 'table' },
    children: [
      {
        type: 'table',
        align: [null, null],
        children: [row('Table Heading', 'Table Heading'), row('Table Text', 'Table Text')],
      },
    ],
  },
  {
    type: 'bibliography',
    hanging: true,
    children: [{ type: 'bibliographyEntry', identifier: 'x', children: [text('Bibliography')] }],
  },
]

const note: Block = {
  type: 'footnoteDefinition',
  identifier: 'note',
  number: 1,
  children: [paragraph(text('Footnote Text'))],
}
