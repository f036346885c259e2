import type { Document } from '../../src/tree.ts'
import {
  call,
  emphasis,
  entry,
  heading,
  inLanguage,
  item,
  link,
  list,
  note,
  paragraph,
  plainMeta,
  root,
  strong,
  svg,
  table,
  text,
} from '../helpers/nodes.ts'

/** One of each node. */
export const document: Document = {
  meta: {
    ...plainMeta,
    subtitle: 'Its parts',
    question: 'What becomes of each node?',
    authors: ['A. Author'],
    organisation: 'Institute',
    facts: [{ label: 'Cut-off', value: 'July' }],
  },
  body: root(
    { type: 'contents', of: 'headings', entries: [{ id: 'one', depth: 1, label: '1', text: 'One' }] },
    heading(1, 'one', 'One'),
    heading(3, 'three', 'Levels are not left out'),
    paragraph('Lead', { role: 'lead' }),
    paragraph([
      emphasis(['very ', strong('much')]),
      { type: 'delete', children: [text('not')] },
      { type: 'superscript', children: [text('nd')] },
      { type: 'smallCaps', children: [text('bbc')] },
      { type: 'inlineCode', value: 'x = 1' },
      { type: 'break' },
      inLanguage('ru', 'слово'),
      call(1),
    ]),
    paragraph([
      link('https://example.org', 'out'),
      link('#one', 'in'),
      link('#none', 'nowhere'),
      link('file:///x', 'no'),
    ]),
    list(true, item(paragraph('first'), list(false, 'inner')), { ...item(paragraph('done')), checked: true }),
    { type: 'blockquote', children: [paragraph('Said.')] },
    { type: 'code', value: 'a\n  b' },
    { type: 'thematicBreak' },
    {
      ...table([
        ['Head', 'Number'],
        ['Row', '1'],
      ]),
      align: [null, 'right'],
    },
    {
      type: 'figure',
      kind: 'figure',
      label: 'Figure 1',
      caption: [text('Drawing')],
      children: [
        svg('f.svg', 'A line', '<svg xmlns="http://www.w3.org/2000/svg" width="880" height="100"/>', 880, 100),
      ],
    },
    {
      type: 'figure',
      kind: 'table',
      label: 'Table 1',
      caption: [],
      data: { id: 'wide', role: 'landscape' },
      children: [{ ...table([['A'], ['b']]), widths: [3] }],
    },
    { type: 'bibliography', hanging: true, children: [entry('key', 'Work.'), { ...entry('other', 'Work.') }] },
    note(1, paragraph('Remark.'), paragraph('More.')),
    note(2, paragraph('Nothing calls this.')),
  ),
}
