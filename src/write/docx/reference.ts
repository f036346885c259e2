/**
 * A person's own Word file or template as paper: its styles, theme, fonts, numbering, settings, page, headers and footers
 * are kept, its text is not.
 */
import { fromXml } from 'xast-util-from-xml'
import { reasonOf, unzip } from '../../core/index.ts'
import { relation } from '../ooxml/package.ts'
import { elementsOf, serialise, type Xml } from '../ooxml/xml.ts'
import { inSchemaOrder } from './schema-order.ts'

/** What a document takes from its reference. */
export interface Reference {
  readonly styles: Xml
  readonly numbering: Xml | undefined
  readonly settings: Xml | undefined
  /** `w:sectPr` of its last section. */
  readonly section: Xml | undefined
  /** The paths of headers and footers by the ids under which the section names them. */
  readonly running: ReadonlyMap<string, string>
  readonly theme: string | undefined
  readonly fontTable: string | undefined
  /** The parts that are taken as they are, with their relationships and media. */
  readonly parts: ReadonlyMap<string, Part>
}

interface Part {
  readonly mediaType: string
  readonly bytes: Uint8Array
}

type Files = ReadonlyMap<string, Uint8Array>

/** Reads a .docx or .dotx; says what is wrong with one that cannot be used. */
export function readReference(bytes: Uint8Array): Reference | string {
  const files = unzip(bytes)
  if (typeof files === 'string') return files
  try {
    return read(files)
  } catch (error) {
    // The reader of XML throws on what is not well-formed.
    return `a part of it cannot be read: ${reasonOf(error)}`
  }
}

function read(files: Files): Reference | string {
  const tree = (path: string | undefined): Xml | undefined => {
    const part = path === undefined ? undefined : files.get(path)
    return part && rootOf(part)
  }
  const main = related(files, '').find(({ type }) => type === relation.document)?.path
  const document = tree(main)
  if (main === undefined || document?.name !== 'w:document') return 'it is no Word document'
  const relations = related(files, main)
  const pathOf = (type: string) => relations.find((one) => one.type === type && files.has(one.path))?.path
  const [styles, numbering] = [tree(pathOf(relation.styles)), tree(pathOf(relation.numbering))]
  if (styles?.name !== 'w:styles') return 'it has no styles'
  const body = elementsOf(document).find(({ name }) => name === 'w:body')
  const running = relations.filter(({ type, path }) => isRunning(type) && files.has(path))
  const [theme, fontTable] = [pathOf(relation.theme), pathOf(relation.fontTable)]
  return {
    ...{ theme, fontTable },
    styles: inSchemaOrder(styles),
    numbering: numbering && inSchemaOrder(numbering),
    settings: tree(pathOf(relation.settings)),
    section: body && elementsOf(body).findLast(({ name }) => name === 'w:sectPr'),
    running: new Map(running.map(({ id, path }) => [id, path])),
    parts: withMedia(files, [theme, fontTable, ...running.map(({ path }) => path)]),
  }
}

const isRunning = (type: string) => type === relation.header || type === relation.footer

/** The names of the pictures in its headers and footers that no text stands for, and that are not marked as decoration. */
export function picturesWithoutAlt({ running, parts }: Reference): string[] {
  return [...new Set(running.values())].flatMap((path) => mute(rootOf(parts.get(path)?.bytes)))
}

function mute(element: Xml): string[] {
  if (element.name === 'mc:Fallback') return []
  const inside = elementsOf(element)
  if (!/^wp:(inline|anchor)$/.test(element.name)) return inside.flatMap(mute)
  const about = inside.find(({ name }) => name === 'wp:docPr')
  const isMute = !about?.attributes.descr?.trim() && !isBelow(element, 'adec:decorative') && isBelow(element, 'pic:pic')
  return isMute ? [about?.attributes.name ?? ''] : []
}

const isBelow = (element: Xml, name: string): boolean =>
  elementsOf(element).some((child) => child.name === name || isBelow(child, name))

/** The parts at `paths`, the relationships of each, and what these lead to. */
function withMedia(files: Files, paths: readonly (string | undefined)[]): Map<string, Part> {
  const typeOf = mediaTypes(files)
  const kept = new Map<string, Part>()
  const keep = (path: string | undefined) => {
    const bytes = path === undefined ? undefined : files.get(path)
    if (path === undefined || !bytes || kept.has(path)) return
    const relations = files.get(relationsPath(path))
    kept.set(path, { mediaType: typeOf(path), bytes: withoutDangling(bytes, relations) })
    if (!relations) return
    kept.set(relationsPath(path), { mediaType: typeOf(relationsPath(path)), bytes: relations })
    for (const { path: target } of related(files, path)) keep(target)
  }
  paths.forEach(keep)
  return kept
}

/** A part without the pictures whose relationships are missing, as LibreOffice writes those that are linked to: nobody sees them. */
function withoutDangling(bytes: Uint8Array, relations: Uint8Array | undefined): Uint8Array {
  if (!isMarkup(bytes)) return bytes
  const ids = new Set(relations ? elementsOf(rootOf(relations)).map(({ attributes }) => attributes.Id) : [])
  const dangles = (element: Xml): boolean =>
    Object.entries(element.attributes).some(([name, id]) => /^r:(embed|link|id|pict)$/.test(name) && !ids.has(id)) ||
    elementsOf(element).some(dangles)
  const root = rootOf(bytes)
  if (!dangles(root)) return bytes
  const without = (element: Xml): Xml => ({
    ...element,
    children: element.children.flatMap((child): typeof element.children => {
      if (child.type !== 'element') return [child]
      return isPicture.test(child.name) && dangles(child) ? [] : [without(child)]
    }),
  })
  return new TextEncoder().encode(serialise(without(root)))
}

const isPicture = /^(w:drawing|w:pict|w:object|mc:AlternateContent)$/
/** Pictures come along too. */
const isMarkup = (bytes: Uint8Array) => /^(\ufeff)?<(\?xml|w:)/.test(new TextDecoder().decode(bytes.subarray(0, 8)))

function mediaTypes(files: Files): (path: string) => string {
  const [byPath, byExtension] = [new Map<string, string>(), new Map<string, string>()]
  for (const { attributes } of elementsOf(rootOf(files.get('[Content_Types].xml')))) {
    const type = attributes.ContentType ?? ''
    if (attributes.PartName) byPath.set(attributes.PartName.slice(1).toLowerCase(), type)
    if (attributes.Extension) byExtension.set(attributes.Extension.toLowerCase(), type)
  }
  return (path) => byPath.get(path.toLowerCase()) ?? byExtension.get(path.slice(path.lastIndexOf('.') + 1)) ?? ''
}

/** The parts inside the package that `from` leads to. Strict documents name the types of relationships otherwise. */
function related(files: Files, from: string): { id: string; type: string; path: string }[] {
  const part = files.get(relationsPath(from))
  const relations = part ? elementsOf(rootOf(part)) : []
  return relations.flatMap(({ attributes: { Id, Type, Target, TargetMode } }) => {
    if (!Id || !Type || !Target || TargetMode === 'External') return []
    const path = new URL(encodeURI(Target), `file:///${from}`).pathname.slice(1)
    return [{ id: Id, type: Type.replace(strict, transitional), path: decodeURIComponent(decodeURIComponent(path)) }]
  })
}

const strict = 'http://purl.oclc.org/ooxml/officeDocument'
const transitional = 'http://schemas.openxmlformats.org/officeDocument/2006'

const relationsPath = (from: string) => from.replace(/[^/]*$/, '_rels/$&.rels')

/** The root of a part. Throws on what is not well-formed, and on a part that is not there. */
export function rootOf(part: Uint8Array | undefined): Xml {
  const text = new TextDecoder(part?.[0] === 0xff ? 'utf-16le' : 'utf-8').decode(part)
  const root = fromXml(text).children.find((child): child is Xml => child.type === 'element')
  if (!root) throw new Error('a part is empty')
  return root
}
