import type { Block } from '../../tree.ts'
import { written as asText, type Xml, xml } from '../ooxml/xml.ts'
import { type Assembly, bodySetting } from './assembly.ts'
import { blocks } from './blocks.ts'
import { pPr } from './properties.ts'
import type { SectionProperties } from './section-properties.ts'

/**
 * The content of `w:body`: `cover`, a section of its own without head and foot, then the blocks; those with the role
 * `landscape` on pages of their own, turned.
 */
export function sections(
  nodes: readonly Block[],
  cover: readonly Xml[],
  properties: SectionProperties,
  assembly: Assembly,
  end: readonly Xml[] = [],
): Xml[] {
  // A long document is not kept as a tree: only the last element of a section is still added to.
  const finish = (element: Xml) => asText(assembly.renamed(assembly.marked(element)))
  const written = byOrientation(nodes).map(({ landscape, nodes: inside }) => ({
    content: blocks(inside, bodySetting(assembly, landscape), finish),
    properties: properties({ landscape, isCover: false }),
  }))
  const first = { content: [...cover], properties: properties({ landscape: false, isCover: true }) }
  const all = cover.length > 0 || written.length === 0 ? [first, ...written] : written
  return all.flatMap(({ content, properties }, index) =>
    index === all.length - 1 ? [...ended([...content, ...end]), properties] : endSection(content, properties),
  )
}

/** Word wants a paragraph after the last table. */
function ended(content: readonly Xml[]): readonly Xml[] {
  return content.at(-1)?.name === 'w:tbl' ? [...content, xml('w:p', {}, pPr({ style: 'SectionEnd' }))] : content
}

/** The last paragraph of a section says what the section's pages are like; after a table there must be one for it. */
function endSection(content: readonly Xml[], section: Xml): Xml[] {
  const last = content.at(-1)
  if (last?.name !== 'w:p') return [...content, xml('w:p', {}, pPr({ style: 'SectionEnd', section }))]
  const [first, ...rest] = last.children
  const properties = first?.type === 'element' && first.name === 'w:pPr' ? first : undefined
  const carrying = xml('w:pPr', {}, ...((properties?.children ?? []) as Xml[]), section)
  return [...content.slice(0, -1), { ...last, children: [carrying, ...(properties ? rest : last.children)] }]
}

interface Stretch {
  readonly landscape: boolean
  readonly nodes: Block[]
}

/** A heading goes with the turned table that it heads. */
function byOrientation(nodes: readonly Block[]): Stretch[] {
  const stretches: Stretch[] = []
  for (const node of nodes) {
    const landscape = node.data?.role === 'landscape'
    const last = stretches.at(-1)
    if (last?.landscape === landscape) last.nodes.push(node)
    else if (landscape) stretches.push({ landscape, nodes: [...trailingHeadings(last?.nodes ?? []), node] })
    else stretches.push({ landscape, nodes: [node] })
  }
  return stretches.filter((stretch) => stretch.nodes.length > 0)
}

/** Takes the headings from the end of `nodes`. */
function trailingHeadings(nodes: Block[]): Block[] {
  const first = nodes.findLastIndex((node) => node.type !== 'heading') + 1
  return nodes.splice(first)
}
