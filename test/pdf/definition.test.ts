/** What the pure half of the writer makes of each node, read as text. */
import { expect, test } from 'vitest'
import type { Document } from '../../src/tree.ts'
import { toDocDefinition } from '../../src/write/pdf/to-doc-definition.ts'
import { defaultTheme } from '../../src/write/theme.ts'
import { matchesGolden } from '../helpers/golden.ts'
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
const document: Document = {
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

test('each node becomes what the golden definition says', () => {
  const { styles, ...definition } = toDocDefinition(document, defaultTheme)
  matchesGolden('test/pdf/expected', new Map([['definition.txt', `${print(definition)}\n`]]))
  const used = new Set([...JSON.stringify(definition).matchAll(/"style":"([^"]+)"/g)].map(([, name]) => name!))
  for (const name of used) expect(styles, 'a style that is used is defined').toHaveProperty(name)
})

test('the definition is made afresh each time, because the layout writes into it', () => {
  expect(toDocDefinition(document, defaultTheme)).toEqual(toDocDefinition(document, defaultTheme))
  expect(toDocDefinition(document, defaultTheme).content[0]).not.toBe(
    toDocDefinition(document, defaultTheme).content[0],
  )
})

/** JavaScript values with short ones on one line. */
function print(value: unknown, indent = ''): string {
  const short = JSON.stringify(value)
  if (short.length + indent.length <= 118 || typeof value !== 'object' || value === null) return short
  const inner = `${indent}  `
  const parts = Array.isArray(value)
    ? value.map((each) => print(each, inner))
    : Object.entries(value)
        .filter(([, each]) => each !== undefined)
        .map(([name, each]) => `${name}: ${print(each, inner)}`)
  const [open, close] = Array.isArray(value) ? '[]' : '{}'
  return `${open}\n${parts.map((part) => inner + part).join('\n')}\n${indent}${close}`
}
