import type { Block } from '../../tree.ts'
import { type Assembly, bodySetting } from './assembly.ts'
import { blocks } from './blocks.ts'
import type { PageMeasures } from './measures.ts'
import { pPr } from './properties.ts'
import { type Xml, xml } from './xml.ts'

/** The relationships of what stands at the head and foot of pages. */
export interface Running {
  readonly header: string
  readonly footer: string
  /** The empty ones of the cover. */
  readonly firstHeader: string
  readonly firstFooter: string
}

/** The content of `w:body`: `cover`, then the blocks; those with the role `landscape` on pages of their own, turned. */
export function sections(nodes: readonly Block[], cover: readonly Xml[], running: Running, assembly: Assembly): Xml[] {
  const stretches = byOrientation(nodes)
  const first = stretches[0]
  if (first?.landscape !== false) stretches.unshift({ landscape: false, nodes: [] })
  const content: Xml[] = [...cover]
  stretches.forEach(({ landscape, nodes: inside }, index) => {
    content.push(...blocks(inside, bodySetting(assembly, landscape)))
    const section = sectionProperties(assembly.page, { landscape, running, cover: index === 0 })
    if (index === stretches.length - 1) content.push(section)
    else content.push(xml('w:p', {}, pPr({ style: 'SectionEnd', section })))
  })
  return content
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

/** `w:sectPr`. Every section repeats its header and footer, or pages after a turned one would lose them in some readers. */
function sectionProperties(
  { width, height, margins }: PageMeasures,
  { landscape, running, cover }: { landscape: boolean; running: Running; cover: boolean },
): Xml {
  const reference = (kind: 'header' | 'footer', type: string, id: string) =>
    xml(`w:${kind}Reference`, { 'w:type': type, 'r:id': id })
  const size = landscape ? { 'w:w': height, 'w:h': width, 'w:orient': 'landscape' } : { 'w:w': width, 'w:h': height }
  return xml(
    'w:sectPr',
    {},
    reference('header', 'default', running.header),
    reference('footer', 'default', running.footer),
    cover ? [reference('header', 'first', running.firstHeader), reference('footer', 'first', running.firstFooter)] : [],
    xml('w:type', { 'w:val': 'nextPage' }),
    xml('w:pgSz', size),
    xml('w:pgMar', {
      'w:top': margins.top,
      'w:right': margins.right,
      'w:bottom': margins.bottom,
      'w:left': margins.left,
      'w:header': Math.round(margins.top / 2),
      'w:footer': Math.round(margins.bottom / 2),
      'w:gutter': 0,
    }),
    cover ? xml('w:titlePg') : undefined,
  )
}
