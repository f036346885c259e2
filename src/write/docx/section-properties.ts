import { isRightToLeft } from '../../core/index.ts'
import { relation } from '../ooxml/package.ts'
import { elementsOf, tellAll, written, type Xml, xml } from '../ooxml/xml.ts'
import { type Assembly, bodySetting } from './assembly.ts'
import { type PageMeasures, twips } from './measures.ts'
import { sectionLike } from './paper.ts'
import type { Reference } from './reference.ts'
import { coverPart, footerPart, headerPart, markings } from './running.ts'
import { documentPart, wordType } from './word.ts'

/** What the pages of a section are like: `w:sectPr`. The cover is a section of its own. */
export type SectionProperties = (page: SectionPage) => Xml

interface SectionPage {
  readonly landscape: boolean
  readonly isCover: boolean
  /** Its text is in columns. */
  readonly inColumns?: boolean
  /** It begins below the section before it. */
  readonly goesOn?: boolean
}

/**
 * Every section repeats its header and footer, or pages after a turned one would lose them in some readers. The cover has
 * none but what a reference has for a first page.
 */
export function sectionProperties(assembly: Assembly): SectionProperties {
  const { reference, page } = assembly
  const theirs = reference?.section ? runningOf(reference.section, reference, assembly) : []
  const running = theirs.length > 0 ? theirs : ownRunning(assembly)
  const others = running.filter((one) => one.attributes['w:type'] !== 'first')
  const section = reference?.section
  const ofCover = coverRunning(assembly)
  // A marking stands outside of the title and the page number.
  const share = assembly.document.meta.marking ? 4 : 2
  if (!section) return (each) => plain(page, each, each.isCover ? ofCover : others, share, columnsOf(assembly))
  const hasTitle = theirs.length > 0 && elementsOf(section).some(({ name }) => name === 'w:titlePg')
  return ({ landscape, isCover }) =>
    isCover
      ? sectionLike(section, landscape, hasTitle ? running : ofCover, hasTitle)
      : sectionLike(section, landscape, others, false)
}

function plain(
  { width, height, margins }: PageMeasures,
  { landscape, inColumns, goesOn }: SectionPage,
  running: readonly Xml[],
  share: number,
  columns: readonly Xml[],
): Xml {
  const size = landscape ? { 'w:w': height, 'w:h': width } : { 'w:w': width, 'w:h': height }
  const orientation = size['w:w'] > size['w:h'] ? { 'w:orient': 'landscape' } : {}
  return xml(
    'w:sectPr',
    {},
    running,
    xml('w:type', { 'w:val': goesOn ? 'continuous' : 'nextPage' }),
    xml('w:pgSz', { ...size, ...orientation }),
    written`<w:pgMar w:top="${margins.top}" w:right="${margins.right}" w:bottom="${margins.bottom}" w:left="${margins.left}"
     w:header="${Math.round(margins.top / share)}" w:footer="${Math.round(margins.bottom / share)}" w:gutter="0"/>`,
    inColumns ? columns : [],
  )
}

/** The theme's columns, from the right where the language runs from there. */
function columnsOf({ theme, document }: Assembly): Xml[] {
  const { columns, gutter } = theme.page
  return [
    xml('w:cols', { 'w:num': columns, 'w:space': twips(gutter) }),
    ...(isRightToLeft(document.meta.language) ? [xml('w:bidi')] : []),
  ]
}

function ownRunning(assembly: Assembly): Xml[] {
  const setting = bodySetting(assembly)
  const odd = [add(assembly, 'header', headerPart(setting)), add(assembly, 'footer', footerPart(setting))]
  if (assembly.reference || assembly.theme.page.sides === 'single') return odd
  const [head, foot] = [headerPart(setting, 'word/header-even.xml'), footerPart(setting, 'left')]
  return [...odd, add(assembly, 'header', head, 'even'), add(assembly, 'footer', foot, 'even')]
}

/** Of a cover: none but the marking and the watermark. */
function coverRunning(assembly: Assembly): Xml[] {
  const setting = bodySetting(assembly)
  if (markings(setting, 'head').length === 0) return []
  const [head, foot] = [coverPart(setting, 'head'), coverPart(setting, 'foot')]
  return [add(assembly, 'header', head, 'cover'), add(assembly, 'footer', foot, 'cover')]
}

function add(assembly: Assembly, kind: 'header' | 'footer', content: Xml, which?: 'cover' | 'even'): Xml {
  const name = which ? `${kind}-${which}.xml` : `${kind}.xml`
  const told = tellAll((put) => assembly.write(content, put))
  assembly.package.add(`word/${name}`, wordType(kind), told)
  const id = assembly.package.relate(documentPart, relation[kind], name)
  return xml(`w:${kind}Reference`, { 'w:type': which === 'even' ? 'even' : 'default', 'r:id': id })
}

/** The references of a reference's section to its headers and footers, which come along. */
function runningOf(section: Xml, { running }: Reference, { package: parts }: Assembly): Xml[] {
  return elementsOf(section).flatMap(({ name, attributes }) => {
    const kind = (['header', 'footer'] as const).find((it) => name === `w:${it}Reference`)
    const path = kind && running.get(attributes['r:id'] ?? '')
    if (!path) return []
    const id = parts.relate(documentPart, relation[kind], fromDocument(path))
    return [xml(name, { 'w:type': attributes['w:type'] ?? 'default', 'r:id': id })]
  })
}

/** The path of a part as the document names it. */
export const fromDocument = (path: string): string => (path.startsWith('word/') ? path.slice(5) : `/${path}`)
