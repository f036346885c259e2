/**
 * Any text that is put into Markdown comes out of our parser as itself: 0 failures. `ESCAPE_RUNS=100000` runs the
 * property as often as the acceptance asks; the default keeps the suite quick.
 */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { read } from '../../src/document/markdown/read.ts'
import { escapeMarkdown } from '../../src/document/template/escape.ts'
import { print } from './project.ts'

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
  // White space around the words of a heading is the one thing that the parser takes off with the id.
  'heading with an id': {
    markdown: (it) => `## ${it}. {#x}`,
    tree: (it) => [node('heading', [text(`${it}.`)])],
  },
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
  'struck through': { markdown: (it) => `~~${it}~~`, tree: (it) => [paragraph(node('delete', [text(it)]))] },
  'caption of a figure': { markdown: (it) => `![${it}](figure:map)`, tree: (it) => [node('figureCall', [text(it)])] },
  'caption of a picture': {
    markdown: (it) => `![a](q.png "x${it}y")`,
    tree: (it) => [node('imageCall', [text(`x${it}y`)], { url: 'q.png' })],
  },
  // As `cite` prints it: on one line, so without the references that line ends and tabs become.
  'suffix of a citation': {
    markdown: (it) => `x[@key, paras. 3, 5, quoting ${it.replace(/&#x\w+;/g, '')} y; @other, para. 1]`,
    tree: (it) => {
      const suffix = node('citeSuffix', [text(`, quoting ${it.replace(/[\n\r\t]|^\s|\s$/g, '')} y`)])
      const cites = [node('cite', [suffix], { identifier: 'key' }), node('cite', [], { identifier: 'other' })]
      return [paragraph(text('x'), node('citeGroup', cites))]
    },
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
// Control characters and halves of surrogate pairs are refused before they are printed: no escape keeps all of them.
const value = anyText.filter((it) => !/(?![\t\n\r])\p{Cc}/u.test(it) && it.isWellFormed())

const runs = Number(process.env.ESCAPE_RUNS ?? 100)

describe(`a value stands as itself, ${runs} values`, () => {
  test.each(Object.entries(contexts))(
    '%s',
    (_name, { markdown, tree }) => {
      fc.assert(
        fc.property(value, (it) => {
          const source = markdown(escapeMarkdown(it))
          expect(shape(read(source).tree.children as Plain[]), source).toEqual(shape(tree(it)))
        }),
        { numRuns: runs, seed: 20_240_229 },
      )
    },
    3_600_000,
  )
})

test('an address stands as itself, in a line and in a cell', () => {
  const address = fc
    .array(fc.oneof(piece, fc.webPath()), { maxLength: 6 })
    .map((pieces) => `https://example.org/${pieces.join('')}`)
  fc.assert(
    fc.property(address, (url) => {
      const { markdown, problems } = print('x {{link "w" url}}\n\n| h |\n| --- |\n| {{link "w" url}} |', { url })
      fc.pre(problems.length === 0)
      const links = JSON.stringify(read(markdown!).tree.children).match(/"url":"(?:[^"\\]|\\.)*"/g)
      const expected = JSON.stringify({ url: url.replace(/[<>\\]/g, encodeURIComponent) }).slice(1, -1)
      expect(links).toEqual([expected, expected])
    }),
    { numRuns: runs, seed: 5 },
  )
})

test('what no escape can keep is refused as a text before it is printed', () => {
  for (let code = 0; code < 0xa0; code += 1) {
    const character = String.fromCodePoint(code)
    if (/(?![\t\n\r])\p{Cc}/u.test(character))
      expect(print('{{it}}', { it: `a${character}b` }).problems).toHaveLength(1)
  }
  expect(print('{{it}}', { it: '\uD800' }).problems).toHaveLength(1)
})

/** Types, texts and addresses, with neighbouring texts joined: what a reader sees. */
function shape(nodes: readonly Plain[]): Plain[] {
  const joined: Plain[] = []
  for (const { type, value: words, url, identifier, children } of nodes) {
    const last = joined.at(-1)
    if (type === 'text' && last?.type === 'text') last.value = `${last.value}${words}`
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
