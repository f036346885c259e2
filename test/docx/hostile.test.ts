/** Texts that would break a file, or do something in the program that opens it. */
import { describe, expect, test } from 'vitest'
import type { Block, Document, Inline } from '../../src/core/tree.ts'
import { zip } from '../../src/core/zip.ts'
import { toWordprocessing } from '../../src/write/docx/docx.ts'
import { call, heading, link, list, note, paragraph, plainMeta, root, svg, table, text } from '../helpers/nodes.ts'
import { context, sdkErrors } from './context.ts'
import { faultsOf } from './faults.ts'
import { named, parsePart, textOf } from './read.ts'

const nested = (depth: number, wrap: (inside: Block) => Block, inside: Block): Block =>
  depth === 0 ? inside : wrap(nested(depth - 1, wrap, inside))
const long = 'w'.repeat(1_000_000)
const fields = [
  '{ DDEAUTO c:\\\\windows\\\\cmd.exe "/k calc" }',
  '=cmd|" /C calc"!A0',
  '{ INCLUDETEXT "file:///etc/passwd" }',
  'MERGEFIELD x',
]
const illegal = 'a\u0000b\u0008c\u000bd\ufffee\uffff f \ud800 g \udc00 h ]]> <w:p/> &#x0; &quot;'

const hostile: Record<string, Block[]> = {
  'characters that XML forbids, everywhere': [
    heading(1, 'h', illegal),
    paragraph([illegal, link(`https://example.org/?q=${encodeURIComponent('ü')}"<>`, illegal)]),
    table([
      [illegal, 'x'],
      [illegal, illegal],
    ]),
    { type: 'code', value: illegal },
    {
      type: 'figure',
      kind: 'figure',
      label: 'Figure 1',
      caption: [text(illegal)],
      children: [svg('x.svg', illegal, '<svg xmlns="http://www.w3.org/2000/svg"/>', 10, 10)],
    },
    {
      type: 'bibliography',
      hanging: true,
      children: [{ type: 'bibliographyEntry', identifier: illegal, label: illegal, children: [text(illegal)] }],
    },
  ],
  'a word of a million letters, in a paragraph, a cell and code': [
    paragraph(long),
    table([
      ['x', 'y'],
      [long, 'z'],
    ]),
    { type: 'code', value: long },
  ],
  'nothing on pages of its own, turned': [
    paragraph('x'),
    { ...list(false), data: { role: 'landscape' } },
    paragraph('y'),
    { type: 'blockquote', children: [], data: { role: 'landscape' } },
  ],
  'a table of 200 columns': [
    table([0, 1].map((row) => Array.from({ length: 200 }, (_, column) => `c${row}x${column}`))),
  ],
  '10,000 notes': [
    ...Array.from({ length: 100 }, (_, block) =>
      paragraph(Array.from({ length: 100 }, (_, at): Inline => call(block * 100 + at + 1))),
    ),
    ...Array.from({ length: 10_000 }, (_, at) => note(at + 1, paragraph(`Note ${at + 1}`))),
  ],
  'text that looks like a field': fields.flatMap((one) => [
    paragraph(one),
    heading(1, 'f', one),
    table([
      [one, 'x'],
      ['y', one],
    ]),
  ]),
  'lists and quotations sixty deep, with a table and a picture': [
    nested(
      60,
      (inside) => ({ type: 'blockquote', children: [inside] }),
      table([
        ['a', 'b'],
        ['c', 'd'],
      ]),
    ),
    nested(60, (inside) => list(true, { type: 'listItem', spread: false, children: [inside] }), {
      type: 'figure',
      kind: 'figure',
      label: '',
      caption: [],
      children: [svg('x.svg', 'x', '<svg xmlns="http://www.w3.org/2000/svg"/>', 500, 10)],
    }),
  ],
}

describe.each(Object.entries(hostile))('%s', (name, blocks) => {
  const document: Document = {
    meta: { ...plainMeta, title: name, facts: [{ label: name === '10,000 notes' ? 'x' : illegal, value: illegal }] },
    body: root(...structuredClone(blocks)),
  }
  test('a valid file, with no field but ours', async () => {
    const parts = await toWordprocessing(document, context)
    expect(faultsOf(parts).filter(({ rule }) => rule !== 'headings-descend')).toEqual([])
    const main = parsePart(parts, 'word/document.xml')
    const instructions = named(main, 'w:instrText').map(
      (one) =>
        one.children
          .map((it) => ('value' in it ? it.value : ''))
          .join('')
          .trim()
          .split(' ')[0],
    )
    expect(instructions.filter((one) => !['SEQ', 'REF', 'TOC', 'PAGEREF', 'NOTEREF'].includes(one!))).toEqual([])
    expect(named(main, 'w:fldSimple')).toEqual([])
    expect(named(main, 'w:pPr').filter((one) => named(one, 'w:sectPr').length > 1)).toEqual([])
  })
})

test('Microsoft’s library finds no error in all of them together', async () => {
  const document: Document = {
    meta: { ...plainMeta, title: illegal, facts: [{ label: illegal, value: illegal }] },
    body: root(...structuredClone(Object.values(hostile).flat())),
  }
  expect(await sdkErrors('hostile.docx', zip(await toWordprocessing(document, context)), ['Microsoft365'])).toEqual([])
})

test('a table of 200 columns keeps all of them, in tables that Word opens', async () => {
  const document: Document = { meta: plainMeta, body: root(...structuredClone(hostile['a table of 200 columns']!)) }
  const main = parsePart(await toWordprocessing(document, context), 'word/document.xml')
  expect(named(main, 'w:tbl').map((one) => named(one, 'w:gridCol').length)).toEqual([63, 63, 63, 11])
  const words = new Set(textOf(main).split(/\s+/))
  for (let column = 0; column < 200; column++) expect(words).toContain(`c1x${column}`)
})
