/**
 * Any text that is put into Markdown comes out of our parser as itself: 0 failures. `ESCAPE_RUNS=100000` runs the
 * property as often as the acceptance asks; the default keeps the suite quick.
 */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { uncleanness } from '../../src/corpus/clean.ts'
import { read } from '../../src/markdown/parse.ts'
import { escapeMarkdown } from '../../src/template/escape.ts'

type Plain = { type: string; value?: string; children?: Plain[]; [field: string]: unknown }

const text = (value: string): Plain => ({ type: 'text', value })
const node = (type: string, children: Plain[], more: object = {}): Plain => ({ type, ...more, children })
const paragraph = (...children: Plain[]) => node('paragraph', children)

/** Where a value may stand: the Markdown around it, and the tree that this must be. */
const contexts: Readonly<Record<string, { markdown(value: string): string; tree(value: string): Plain[] }>> = {
  alone: { markdown: (it) => it, tree: (it) => [paragraph(text(it))] },
  'start of a paragraph': { markdown: (it) => `${it} tail`, tree: (it) => [paragraph(text(`${it} tail`))] },
  'middle of a sentence': {
    markdown: (it) => `Before ${it} after.`,
    tree: (it) => [paragraph(text(`Before ${it} after.`))],
  },
  'between letters': { markdown: (it) => `x${it}y`, tree: (it) => [paragraph(text(`x${it}y`))] },
  'start of a second line': { markdown: (it) => `one\n${it}`, tree: (it) => [paragraph(text(`one\n${it}`))] },
  'end of a line': { markdown: (it) => `one ${it}\ntwo`, tree: (it) => [paragraph(text(`one ${it}\ntwo`))] },
  'table cell': {
    markdown: (it) => `| h1 | h2 |\n| --- | --- |\n| ${it} | z |`,
    tree: (it) => [
      node('table', [
        node('tableRow', [node('tableCell', [text('h1')]), node('tableCell', [text('h2')])]),
        node('tableRow', [node('tableCell', [text(it)]), node('tableCell', [text('z')])]),
      ]),
    ],
  },
  'header cell': {
    markdown: (it) => `| ${it} | h2 |\n| --- | --- |`,
    tree: (it) => [node('table', [node('tableRow', [node('tableCell', [text(it)]), node('tableCell', [text('h2')])])])],
  },
  heading: { markdown: (it) => `## ${it}`, tree: (it) => [node('heading', [text(it)])] },
  'heading with an id': { markdown: (it) => `## ${it} {#x}`, tree: (it) => [node('heading', [text(it)])] },
  'words of a link': {
    markdown: (it) => `See [${it}](https://example.org/).`,
    tree: (it) => [paragraph(text('See '), node('link', [text(it)], { url: 'https://example.org/' }), text('.'))],
  },
  'list item': {
    markdown: (it) => `- ${it}`,
    tree: (it) => [node('list', [node('listItem', [paragraph(text(it))])])],
  },
  'ordered list item': {
    markdown: (it) => `1. ${it}`,
    tree: (it) => [node('list', [node('listItem', [paragraph(text(it))])])],
  },
  strong: { markdown: (it) => `**${it}**`, tree: (it) => [paragraph(node('strong', [text(it)]))] },
  emphasis: { markdown: (it) => `*${it}*`, tree: (it) => [paragraph(node('emphasis', [text(it)]))] },
  'block quotation': { markdown: (it) => `> ${it}`, tree: (it) => [node('blockquote', [paragraph(text(it))])] },
  note: {
    markdown: (it) => `Said (${it})[^1].\n\n[^1]: ${it} end.`,
    tree: (it) => [
      paragraph(text(`Said (${it})`), node('footnoteReference', [], { identifier: '1' }), text('.')),
      node('footnoteDefinition', [paragraph(text(`${it} end.`))], { identifier: '1' }),
    ],
  },
  'words in a language': {
    markdown: (it) => `a [${it}]{lang=ru} b`,
    tree: (it) => [paragraph(text('a '), node('span', [text(it)]), text(' b'))],
  },
  'before a citation': {
    markdown: (it) => `${it}[@key, para. 3] x`,
    tree: (it) => [paragraph(text(it), node('citeGroup', [node('cite', [], { identifier: 'key' })]), text(' x'))],
  },
}

/** Pieces that open, close or change something in some Markdown. */
const piece = fc.constantFrom(
  ...'* _ [ ] ( ) | < > # - + = ~ ` & \\ ! $ ^ { } : ; , . / % " \' ?'.split(' '),
  ...['**', '~~', '``', '```', '---', '***', '===', '![', '](', '][', '::', '|---|', '1.', '12)', '1986. ', '[x] '],
  ...['@', '@smith04', '[@key]', '-@k', '@{a b}', '[@*]', '[^1]', '[^1]:', '[a]: ', '{#id}', '{lang=ru}', '{.x}'],
  ...['&amp;', '&#35;', '&copy', 'a&', '<b>', '</b>', '<!--', '<https://a.b>', 'www.example.com', 'https://ex.org/a_b'],
  ...['a@b.co', '{{x}}', '{{{x}}}', '%}', '$x$', ': a', 'para. 3', '; ', ', '],
  ...['\n', '\n\n', '\r', '\r\n', '\t', ' ', '  ', '    ', '\u00A0', '\u2028', '\u2029', '\u3000', '\u200B', '\uFEFF'],
  ...['\u202E', '\u2066', 'a', 'b c', 'é', 'e\u0301', '𝒳', '👩‍👩‍👧', '漢字', 'қазақ', 'اب', '0', '\u0001', '\u0085'],
)
const anyText = fc.oneof(
  { weight: 3, arbitrary: fc.array(piece, { minLength: 1, maxLength: 8 }).map((pieces) => pieces.join('')) },
  { weight: 1, arbitrary: fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' }) },
  { weight: 1, arbitrary: fc.string({ minLength: 1, maxLength: 12, unit: 'binary' }) },
)
// CommonMark turns NUL into U+FFFD, so no escape can keep it; `load` and `render` refuse it.
const value = anyText.filter((it) => !it.includes('\0') && it.isWellFormed())

const runs = Number(process.env.ESCAPE_RUNS ?? 300)

describe(`a value stands as itself, ${runs} values`, () => {
  test.each(Object.entries(contexts))('%s', (_name, { markdown, tree }) => {
    fc.assert(
      fc.property(value, (it) => {
        const source = markdown(escapeMarkdown(it))
        expect(shape(read(source).tree.children as Plain[]), source).toEqual(shape(tree(it)))
      }),
      { numRuns: runs, seed: 20_240_229 },
    )
  })
})

test('what no escape can keep is refused as a text before it is printed', () => {
  expect(uncleanness('a\0b')).toBeDefined()
  expect(uncleanness('\uD800')).toBeDefined()
})

/** Types, texts and addresses, with neighbouring texts joined: what a reader sees. */
function shape(nodes: readonly Plain[]): Plain[] {
  const joined: Plain[] = []
  for (const { type, value: words, url, identifier, children } of nodes) {
    const last = joined.at(-1)
    if (type === 'text' && last?.type === 'text') last.value = `${last.value}${words}`
    else if (type === 'cite') joined.push({ type, identifier })
    else {
      const some = {
        ...(words !== undefined && { value: words }),
        ...(url !== undefined && { url }),
        ...(identifier !== undefined && { identifier }),
      }
      joined.push({ type, ...some, ...(children?.length && { children: shape(children) }) } as Plain)
    }
  }
  return joined
}
