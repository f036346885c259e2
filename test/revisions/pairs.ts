/** Documents and what became of them: random trees, and random edits of the kinds that people make. */
import fc from 'fast-check'
import type { Block, Document, Node } from '../../src/core/tree.ts'
import { arbitraryDocument, longDocument } from '../helpers/arbitrary-tree.ts'

interface Edit {
  readonly kind: 'delete' | 'insert' | 'move' | 'words' | 'row' | 'note' | 'swap'
  readonly at: number
  readonly to: number
  readonly word: string
}

const edit: fc.Arbitrary<Edit> = fc.record({
  kind: fc.constantFrom('delete', 'insert', 'move', 'words', 'words', 'words', 'row', 'note', 'swap'),
  at: fc.nat(1000),
  to: fc.nat(1000),
  word: fc.stringMatching(/^[a-z]{3,8}$/).map((letters) => `z${letters}`),
})

/** A document and what it was made into by some edits. */
export const arbitraryPair = pairsOf(arbitraryDocument, { minLength: 1, maxLength: 8 })
export const longPair = pairsOf(longDocument, { minLength: 20, maxLength: 30, size: 'max' })

type Pair = readonly [Document, Document]
function pairsOf(documents: fc.Arbitrary<Document>, edits: fc.ArrayConstraints): fc.Arbitrary<Pair> {
  return fc
    .tuple(documents, fc.array(edit, edits))
    .map(([document, edits]) => [document, edits.reduce(edited, structuredClone(document))])
}

function edited(document: Document, { kind, at, to, word }: Edit): Document {
  const { children } = document.body
  const text = children.filter(({ type }) => type !== 'footnoteDefinition')
  const notes = children.filter(({ type }) => type === 'footnoteDefinition')
  const index = at % Math.max(1, text.length)
  const paragraph: Block = {
    type: 'paragraph',
    children: [{ type: 'text', value: `${word} new words of some length ${word}` }],
  }
  if (kind === 'delete') text.splice(index, 1)
  if (kind === 'insert') text.splice(index, 0, paragraph)
  if (kind === 'move' && text.length > 1) text.splice(to % text.length, 0, ...text.splice(index, 1))
  if (kind === 'swap') text.splice(index, 1, paragraph)
  if (kind === 'words') rewrite(pick(textsIn(text), to), word, at)
  if (kind === 'note') rewrite(pick(textsIn(notes), to), word, at)
  if (kind === 'row') {
    const table = pick(
      nodesIn(text).filter((node) => node.type === 'table'),
      to,
    )
    const row = table?.children[at % table.children.length]
    if (table && row && at % 2 === 0 && table.children.length > 1) table.children.splice(at % table.children.length, 1)
    else if (table && row)
      table.children.push({
        type: 'tableRow',
        children: row.children.map(() => ({ type: 'tableCell', children: [{ type: 'text', value: word }] })),
      })
  }
  return { ...document, body: { ...document.body, children: renumbered([...text, ...notes]) } }
}

const pick = <T>(list: readonly T[], at: number): T | undefined => list[at % Math.max(1, list.length)]

function rewrite(node: { value: string } | undefined, word: string, at: number): void {
  if (!node) return
  const words = node.value.split(' ')
  words.splice(at % words.length, at % 3, word)
  node.value = words.join(' ')
}

function nodesIn(blocks: readonly Node[]): Node[] {
  return blocks.flatMap((node) => [
    node,
    ...(node.type === 'figure' ? nodesIn(node.caption) : []),
    ...('children' in node ? nodesIn(node.children) : []),
  ])
}
const textsIn = (blocks: readonly Node[]) => nodesIn(blocks).filter((node) => node.type === 'text')

/** Notes are numbered in the order of their calls, and there are no others. */
function renumbered(blocks: readonly Block[]): Block[] {
  const text = blocks.filter(({ type }) => type !== 'footnoteDefinition')
  const definitions = new Map(
    blocks.flatMap((node) => (node.type === 'footnoteDefinition' ? [[node.identifier, node] as const] : [])),
  )
  const order: string[] = []
  for (const node of nodesIn(text)) {
    if (node.type !== 'footnoteReference') continue
    if (!order.includes(node.identifier)) order.push(node.identifier)
    node.number = order.indexOf(node.identifier) + 1
  }
  return [
    ...text,
    ...order.flatMap((id, index) => (definitions.has(id) ? [{ ...definitions.get(id)!, number: index + 1 }] : [])),
  ]
}
