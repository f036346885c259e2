import {
  type Inline,
  inDirections,
  isMostlyLeftToRight,
  isRightToLeft,
  languageOfScript,
  type Node,
  type Root,
  replaceBelow,
  type TableCell,
  textOf,
  walk,
} from '../../core/index.ts'
import type { Source } from '../../corpus/index.ts'
import { inItsLanguage } from './inline.ts'

interface DirectionOptions {
  /** The pack's. */
  readonly language: string
  readonly sources: ReadonlyMap<string, Source>
}

/**
 * Marks the words from right to left of a document that runs from left to right with their language, wherever they stand:
 * writers keep their order to themselves. A block that is in such words runs as they do. In a document from right to left
 * only whole blocks are marked: single words the other way need nothing (UAX #9).
 */
export const directions =
  ({ language, sources }: DirectionOptions) =>
  (body: Root): void => {
    const own = [...sources.values()].filter(({ language }) => isRightToLeft(language))
    const known = new Map<string, string>()
    const languageOf = (words: string) => {
      const lang = known.get(words) ?? languageIn(words, own)
      known.set(words, lang)
      return lang
    }
    const mark = (node: Node) =>
      replaceBelow<Node>(node, (child) => {
        if (child.data?.lang !== undefined) return [child]
        return child.type === 'text' ? directed(child, languageOf) : undefined
      })
    if (isRightToLeft(language)) {
      replaceBelow<Node>(body, (node) => {
        if (!isBlock(node) || node.data?.lang !== undefined) return undefined
        const text = textOf<Node>(node)
        if (!isMostlyLeftToRight(text)) return undefined
        mark(node)
        // Its first letter is not from right to left, others may be.
        const lang = languageOfScript(/\p{L}/u.exec(text)?.[0] ?? '')
        if (node.type !== 'tableCell') return [{ ...node, data: { ...node.data, lang } }]
        return [{ ...node, children: [{ type: 'span', data: { lang }, children: node.children }] }]
      })
      return
    }
    const captioned = [...walk<Node>(body)].flatMap((node) => (node.type === 'figure' ? [node.caption] : []))
    mark(body)
    for (const children of captioned) mark({ type: 'paragraph', children })
    replaceBelow<Node>(body, (node) => {
      if (node.type === 'tableCell') return [inOneStretch(node)]
      return isBlock(node) ? [inItsLanguage(node)] : undefined
    })
  }

const isBlock = (node: Node) =>
  node.type === 'paragraph' || node.type === 'heading' || node.type === 'bibliographyEntry' || node.type === 'tableCell'

/** A cell in such words keeps its place in the column. */
function inOneStretch(cell: TableCell): TableCell {
  const { data, children } = inItsLanguage(cell)
  if (data?.lang === undefined || data.lang === cell.data?.lang) return cell
  return { ...cell, children: [{ type: 'span', data: { lang: data.lang }, children }] }
}

function languageIn(words: string, own: readonly Source[]): string {
  const of = own.find((source) => JSON.stringify(source).includes(words))
  return (
    of?.language ??
    languageOfScript(
      words,
      own.map(({ language }) => language),
    )
  )
}

function directed(
  node: Extract<Inline, { type: 'text' }>,
  languageOf: (words: string) => string,
): Inline[] | undefined {
  const pieces = inDirections(node.value)
  if (!pieces.some(({ rightToLeft }) => rightToLeft)) return undefined
  return pieces.map(({ words, rightToLeft }) => {
    const text = { ...node, value: words }
    return rightToLeft ? { type: 'span', data: { lang: languageOf(words) }, children: [text] } : text
  })
}
