import {
  type BibliographyEntry,
  type DraftSpan,
  type Heading,
  type Inline,
  isMostlyRightToLeft,
  isRightToLeft,
  type Node,
  type Paragraph,
  type TableCell,
  textOf,
  walk,
} from '../../core/index.ts'

export function joinTexts(nodes: readonly Inline[]): Inline[] {
  const joined: Inline[] = []
  for (const node of nodes) {
    const last = joined.at(-1)
    if (node.type === 'text' && last?.type === 'text')
      joined[joined.length - 1] = { ...last, value: last.value + node.value }
    else if (node.type !== 'text' || node.value !== '') joined.push(node)
  }
  return joined
}

/** Links in links have no meaning: the outer one holds. */
export function withoutLinks(node: Inline): Inline[] {
  if (!('children' in node)) return [node]
  const children = node.children.flatMap(withoutLinks)
  return node.type === 'link' ? children : [{ ...node, children }]
}

/** Words that all stand in one language, or mostly in one from right to left, give it to what holds them, so that its direction is theirs. */
export function inItsLanguage<T extends Paragraph | Heading | TableCell | BibliographyEntry>(node: T): T {
  const spans = node.children.filter((child) => child.type === 'span')
  const lang = spans[0]?.data?.lang
  const isWhole = node.children.every(
    (child) =>
      child.type === 'footnoteReference' ||
      (child.type === 'span' && child.data?.lang === lang) ||
      (child.type === 'text' && /^[\s\p{P}\p{N}]*$/u.test(child.value)),
  )
  if (node.data?.lang !== undefined) return node
  if (!isWhole && isMostlyRightToLeft(textOf<Node>(node))) {
    const first = [...walk<Node>(node)].find(({ data }) => data?.lang !== undefined && isRightToLeft(data.lang))
    return first ? { ...node, data: { ...node.data, lang: first.data?.lang } } : node
  }
  if (lang === undefined || !isWhole) return node
  const children = node.children.flatMap((child) =>
    child.type === 'span' && Object.keys(child.data ?? {}).length === 1 ? child.children : [child],
  )
  return { ...node, data: { ...node.data, lang }, children: joinTexts(children) }
}

export const typeOfSpan = ({ data }: DraftSpan) => (data?.role === 'smallcaps' ? 'smallCaps' : 'span')
