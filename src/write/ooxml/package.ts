import type { Told } from '../../zip.ts'
import { type Attributes, serialise, tell, type Xml, xml } from './xml.ts'

/**
 * An Open Packaging Conventions package (ISO/IEC 29500-2) in the making: parts, what each is, and how they relate.
 * Ids are given in the order of asking, so the same document has the same bytes.
 */
export class Package {
  readonly #contents = new Map<string, Uint8Array | Xml>()
  readonly #types = new Map<string, string>()
  readonly #extensions = new Map([
    ['rels', 'application/vnd.openxmlformats-package.relationships+xml'],
    ['xml', 'application/xml'],
  ])
  /** By the part they start from, then by what they lead to. */
  readonly #relations = new Map<string, Map<string, Relation>>()

  /** Put a part at `path`, e.g. `word/document.xml`, that says itself what it is. */
  add(path: string, mediaType: string, content: Xml | Uint8Array): void {
    this.#contents.set(path, content)
    this.#types.set(path, mediaType)
  }

  /** Put a part of bytes at `path`; its media type goes by its extension. Twice the same path is one part. */
  addBytes(path: string, mediaType: string, content: Uint8Array): void {
    this.#contents.set(path, content)
    this.#extensions.set(path.slice(path.lastIndexOf('.') + 1), mediaType)
  }

  /** The id by which the part `from` (`''`: the package) names `target`, which is a path relative to it or an outside address. */
  relate(from: string, type: string, target: string, outside = false): string {
    const relations = this.#relations.get(from) ?? new Map<string, Relation>()
    this.#relations.set(from, relations)
    const key = `${type} ${target}`
    const relation = relations.get(key) ?? { id: `rId${relations.size + 1}`, type, target, outside }
    relations.set(key, relation)
    return relation.id
  }

  /** The parts as text or bytes, in the order of the file. */
  files(): ReadonlyMap<string, string | Uint8Array> {
    return this.#parts(serialise)
  }

  /** The same for `zip`, without their ever being whole texts. */
  told(): ReadonlyMap<string, Told | Uint8Array> {
    return this.#parts(tell)
  }

  #parts<T>(write: (content: Xml) => T): Map<string, T | Uint8Array> {
    const files = new Map<string, T | Uint8Array>([['[Content_Types].xml', write(this.#contentTypes())]])
    for (const [from, relations] of this.#relations)
      files.set(relationsPath(from), write(relationsPart([...relations.values()])))
    for (const [path, content] of this.#contents) {
      files.set(path, content instanceof Uint8Array ? content : write(content))
    }
    return files
  }

  #contentTypes(): Xml {
    return xml(
      'Types',
      { xmlns: 'http://schemas.openxmlformats.org/package/2006/content-types' },
      ...[...this.#extensions].map(([Extension, ContentType]) => xml('Default', { Extension, ContentType })),
      ...[...this.#types].map(([path, ContentType]) => xml('Override', { PartName: `/${path}`, ContentType })),
    )
  }
}

interface Relation {
  readonly id: string
  readonly type: string
  readonly target: string
  readonly outside: boolean
}

const relationsPath = (from: string) => from.replace(/[^/]*$/, '_rels/$&.rels')

function relationsPart(relations: readonly Relation[]): Xml {
  return xml(
    'Relationships',
    { xmlns: 'http://schemas.openxmlformats.org/package/2006/relationships' },
    ...relations.map(({ id, type, target, outside }) => {
      const attributes: Attributes = {
        Id: id,
        Type: type,
        Target: target,
        TargetMode: outside ? 'External' : undefined,
      }
      return xml('Relationship', attributes)
    }),
  )
}

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** Types of relationships, as ISO/IEC 29500-1 names them. */
export const relation = {
  document: `${office}/officeDocument`,
  coreProperties: 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
  extendedProperties: `${office}/extended-properties`,
  customProperties: `${office}/custom-properties`,
  styles: `${office}/styles`,
  settings: `${office}/settings`,
  numbering: `${office}/numbering`,
  footnotes: `${office}/footnotes`,
  comments: `${office}/comments`,
  fontTable: `${office}/fontTable`,
  font: `${office}/font`,
  theme: `${office}/theme`,
  header: `${office}/header`,
  footer: `${office}/footer`,
  image: `${office}/image`,
  hyperlink: `${office}/hyperlink`,
  customXml: `${office}/customXml`,
  customXmlProperties: `${office}/customXmlProps`,
  attachment: 'urn:briefpack:attachment',
} as const
