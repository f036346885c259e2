/** Reading a Word file back, by way of its XML alone. */
import { strFromU8, unzipSync } from 'fflate'
import type { Element, Root } from 'xast'
import { fromXml } from 'xast-util-from-xml'

/** The parts of a package: text of XML parts and relationships, bytes of the others. */
export type Parts = ReadonlyMap<string, string | Uint8Array>

export function unpack(bytes: Uint8Array): Map<string, string | Uint8Array> {
  const isText = (path: string) => /\.(xml|rels)$/.test(path)
  return new Map(
    Object.entries(unzipSync(bytes)).map(([path, part]) => [path, isText(path) ? strFromU8(part) : part] as const),
  )
}

/** The tree of an XML part; throws when it is not well-formed or not there. */
export function parsePart(parts: Parts, path: string): Root {
  const part = parts.get(path)
  if (typeof part !== 'string') throw new Error(`There is no part ${path}`)
  return fromXml(part)
}

/** All elements below `node` in reading order, with what they stand in, outermost first. */
export function elements(node: Root | Element): Placed[] {
  const found: Placed[] = []
  const visit = (parent: Root | Element, above: readonly Element[]): void => {
    for (const child of parent.children) {
      if (child.type !== 'element') continue
      found.push({ element: child, above })
      if (child.children.length > 0) visit(child, [...above, child])
    }
  }
  visit(node, [])
  return found
}

interface Placed {
  readonly element: Element
  readonly above: readonly Element[]
}

export const named = (node: Root | Element, name: string): Element[] =>
  elements(node).flatMap(({ element }) => (element.name === name ? element : []))

export const childrenOf = (element: Element): Element[] =>
  element.children.filter((child): child is Element => child.type === 'element')

/** The words of a part: runs are joined, paragraphs, tabs and line breaks part them. */
export function textOf(node: Root | Element): string {
  let text = ''
  for (const { element } of elements(node)) {
    if (element.name === 'w:t') text += element.children.map((child) => ('value' in child ? child.value : '')).join('')
    if (element.name === 'w:noBreakHyphen') text += '\u2011'
    if (['w:p', 'w:tab', 'w:br'].includes(element.name)) text += '\n'
  }
  return text
}
