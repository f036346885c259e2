/** Random plain trees with every node type, and the words in them. */
import fc from 'fast-check'
import type { Block, Document, FootnoteDefinition, Image, Inline, Node, Table, TableCell } from '../../src/core/tree.ts'
import { plainMeta, text } from './nodes.ts'

/** Words that no other part of a document prints, in several scripts, with the characters that break markup. */
const word = fc.oneof(
  { weight: 6, arbitrary: fc.stringMatching(/^[a-z]{2,9}$/).map((letters) => `q${letters}`) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'Қазақ',
      'тұжырым',
      'Άραχθος',
      'نهر',
      'שלום',
      'naïve',
      'R&D',
      '<b>',
      '"x"',
      "d'eau",
      '河流',
      '𐐷ab',
      ']]>',
      '{{y}}',
    ),
  },
)
const words = fc.array(word, { minLength: 1, maxLength: 5 }).map((list) => list.join(' '))
/** Text between two others keeps its spaces, so that words stay apart. */
const spaced = words.map((value) => ` ${value} `)
const data = fc.oneof(
  { weight: 4, arbitrary: fc.constant({}) },
  { weight: 1, arbitrary: fc.constantFrom('ru', 'ar', 'kk', 'el').map((lang) => ({ data: { lang } })) },
)

const { inline } = fc.letrec<{ inline: Inline; children: Inline[] }>((tie) => ({
  children: fc.array(tie('inline'), { minLength: 1, maxLength: 4, depthIdentifier: 'inline' }),
  inline: fc.oneof(
    { depthIdentifier: 'inline', depthSize: 'small', withCrossShrink: true },
    { weight: 6, arbitrary: spaced.map((value): Inline => text(value)) },
    { weight: 1, arbitrary: spaced.map((value): Inline => ({ type: 'inlineCode', value })) },
    { weight: 1, arbitrary: fc.constant<Inline>({ type: 'break' }) },
    { weight: 1, arbitrary: call() },
    {
      weight: 3,
      arbitrary: fc.record({
        type: fc.constantFrom('emphasis', 'strong', 'delete', 'superscript', 'subscript', 'smallCaps'),
        children: tie('children'),
      }) as fc.Arbitrary<Inline>,
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(tie('children') as fc.Arbitrary<Inline[]>, data)
        .map(([children, extra]): Inline => ({ type: 'span', children, ...extra })),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(
          tie('children') as fc.Arbitrary<Inline[]>,
          fc.constantFrom('https://example.org/a?b=1&c', '#gone', '#h1', 'mailto:a@example.org', 'javascript:x'),
        )
        .map(([children, url]): Inline => ({ type: 'link', url, children })),
    },
  ),
}))

function call(): fc.Arbitrary<Inline> {
  return fc.constant<Inline>({ type: 'footnoteReference', identifier: '?', number: 0 })
}

const line = fc.array(inline, { minLength: 1, maxLength: 4 })
const cell = fc
  .tuple(fc.oneof(line, fc.constant<Inline[]>([])), fc.boolean())
  .map(([children, header]): TableCell => ({ type: 'tableCell', children, ...(header && { header }) }))
const table = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 4 }))
  .chain(([columns, rows]) =>
    fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
  )
  .map(
    (rows): Table => ({
      type: 'table',
      align: rows[0]!.map((_, column) => ([null, 'left', 'right', 'center'] as const)[column % 4]),
      children: rows.map((children) => ({ type: 'tableRow', children })),
    }),
  )
const pixel = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='),
  (character) => character.charCodeAt(0),
)
const image = words.map(
  (alt): Image => ({ type: 'image', url: 'pixel.png', alt, format: 'png', bytes: pixel, width: 900, height: 100 }),
)

const { block } = fc.letrec<{ block: Block; children: Block[] }>((tie) => ({
  children: fc.array(tie('block'), { maxLength: 3, depthIdentifier: 'block' }),
  block: fc.oneof(
    { depthIdentifier: 'block', depthSize: 'small' },
    {
      weight: 5,
      arbitrary: fc.tuple(line, data).map(([children, extra]): Block => ({ type: 'paragraph', children, ...extra })),
    },
    {
      weight: 2,
      arbitrary: fc
        .tuple(line, fc.integer({ min: 1, max: 6 }))
        .map(([children, depth]): Block => ({ type: 'heading', depth: depth as 1, children })),
    },
    { weight: 2, arbitrary: table },
    { weight: 1, arbitrary: words.map((value): Block => ({ type: 'code', value: value.replaceAll(' ', '\n') })) },
    { weight: 1, arbitrary: fc.constant<Block>({ type: 'thematicBreak' }) },
    {
      weight: 1,
      arbitrary: fc.tuple(fc.oneof(image, table), line, fc.constantFrom(undefined, 'landscape')).map(
        ([child, caption, role]): Block => ({
          type: 'figure',
          kind: child.type === 'image' ? 'figure' : 'table',
          label: 'Item 1',
          caption,
          children: [child],
          ...(role && { data: { role } }),
        }),
      ),
    },
    {
      weight: 1,
      arbitrary: fc.array(line, { minLength: 1, maxLength: 3 }).map(
        (entries): Block => ({
          type: 'bibliography',
          hanging: true,
          children: entries.map((children, index) => ({
            type: 'bibliographyEntry',
            identifier: `e${index}`,
            label: `[${index + 1}]`,
            children,
          })),
        }),
      ),
    },
    {
      weight: 1,
      arbitrary: tie('children').map((children): Block => ({ type: 'blockquote', children: children as Block[] })),
    },
    {
      weight: 2,
      arbitrary: fc.tuple(fc.array(tie('children'), { minLength: 1, maxLength: 3 }), fc.boolean(), fc.boolean()).map(
        ([items, ordered, spread]): Block => ({
          type: 'list',
          ordered,
          spread,
          children: (items as Block[][]).map((children) => ({ type: 'listItem', spread, children })),
        }),
      ),
    },
  ),
}))

/**
 * A document whose notes are numbered in the order of their calls, each with a definition; every third call repeats the
 * first note, as a work cited again does. Ids are unique; some links lead nowhere, some to a scheme that must not go out.
 */
export const arbitraryDocument = documentsOf({ minLength: 1, maxLength: 8 })

/** A few long ones, for readers that take longer to start than to read. */
export const longDocument = documentsOf({ minLength: 30, maxLength: 40, size: 'max' })

function documentsOf(blocks: fc.ArrayConstraints): fc.Arbitrary<Document> {
  return fc.tuple(fc.array(block, blocks), fc.array(line, { minLength: 60, maxLength: 60 })).map(documentFrom)
}

function documentFrom([blocks, noteLines]: [Block[], Inline[][]]): Document {
  const body = structuredClone(blocks)
  let calls = 0
  let headings = 0
  let count = 0
  const visit = (node: Node) => {
    if (node.type === 'footnoteReference') {
      calls += 1
      const number = calls % 3 === 0 || count === noteLines.length ? 1 : ++count
      node.number = number
      node.identifier = `n${number}`
    }
    if (node.type === 'heading') node.data = { id: `h${++headings}` }
    if (node.type === 'figure') node.caption.forEach(visit)
    if ('children' in node) for (const child of node.children) visit(child as Node)
  }
  body.forEach(visit)
  const definitions = noteLines.slice(0, count).map(
    (children, index): FootnoteDefinition => ({
      type: 'footnoteDefinition',
      identifier: `n${index + 1}`,
      number: index + 1,
      children: [{ type: 'paragraph', children: withoutCalls(structuredClone(children)) }],
    }),
  )
  return { meta: plainMeta, body: { type: 'root', children: [...body, ...definitions] } }
}

/** Notes call no notes. */
function withoutCalls(children: Inline[]): Inline[] {
  return children.flatMap((child): Inline[] => {
    if (child.type === 'footnoteReference') return []
    return 'children' in child ? [{ ...child, children: withoutCalls(child.children) } as Inline] : [child]
  })
}

/** The words a reader must find, in no order: letters and digits of every text, code and caption, without note numbers. */
export function wordsOf(node: Node): string[] {
  const own = 'value' in node ? wordsIn(node.value) : []
  const caption = node.type === 'figure' ? [...wordsIn(node.label), ...node.caption.flatMap(wordsOf)] : []
  const label = node.type === 'bibliographyEntry' && node.label ? wordsIn(node.label) : []
  const children = 'children' in node ? node.children.flatMap((child) => wordsOf(child as Node)) : []
  return [...own, ...caption, ...label, ...children]
}

/** Runs of letters, marks and digits. */
export function wordsIn(value: string): string[] {
  return value.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
}

/** Each word with how often it occurs, sorted: equal tallies mean that nothing was lost or doubled. */
export function tally(list: readonly string[]): [string, number][] {
  const counts = new Map<string, number>()
  for (const one of list) counts.set(one, (counts.get(one) ?? 0) + 1)
  return [...counts].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
}
