import { mappingOf, type Store, type Told } from '../../core/index.ts'
import { tell, type Xml, xml } from './xml.ts'

/**
 * An Open Packaging Conventions package (ISO/IEC 29500-2) in the making: parts, what each is, and how they relate. Each part
 * goes into the store as soon as it is added; that and what tells of them all comes last, though it stands first in the file.
 * Ids are given in the order of asking, so the same document has the same bytes.
 */
export class Package {
  readonly #store: Store
  readonly #types = new Map<string, string>()
  readonly #extensions = new Map([
    ['rels', 'application/vnd.openxmlformats-package.relationships+xml'],
    ['xml', 'application/xml'],
  ])
  readonly #bytes = new Set<string>()
  /** By the part they start from, then by what they lead to. */
  readonly #relations = new Map<string, Map<string, Relation>>()

  constructor(store: Store) {
    this.#store = store
    store.reserve(contentTypes)
    store.reserve(relationsPath(''))
  }

  /** Put a part at `path`, e.g. `word/document.xml`, that says itself what it is. */
  add(path: string, mediaType: string, content: Xml | Told | Uint8Array): void {
    this.#types.set(path, mediaType)
    this.#store.put(path, content instanceof Uint8Array || typeof content === 'function' ? content : tell(content))
  }

  /** Put a part of bytes at `path`; its media type goes by its extension. Twice the same path is one part. */
  addBytes(path: string, mediaType: string, content: Uint8Array): void {
    if (this.#bytes.has(path)) return
    this.#bytes.add(path)
    this.#extensions.set(path.slice(path.lastIndexOf('.') + 1), mediaType)
    this.#store.put(path, content)
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

  /** Says what the parts are and how they relate, when all are there. */
  end(): void {
    for (const [from, relations] of this.#relations)
      this.#store.put(relationsPath(from), tell(relationsPart([...relations.values()])))
    this.#store.put(contentTypes, tell(this.#contentTypes()))
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

const contentTypes = '[Content_Types].xml'

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
    ...relations.map(({ id, type, target, outside }) =>
      xml('Relationship', { Id: id, Type: type, Target: target, TargetMode: outside ? 'External' : undefined }),
    ),
  )
}

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

const named = (name: string) => `${office}/${name}`

/** Types of relationships, as ISO/IEC 29500-1 names them. */
export const relation = {
  document: `${office}/officeDocument`,
  coreProperties: 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
  extendedProperties: `${office}/extended-properties`,
  customProperties: `${office}/custom-properties`,
  ...mappingOf(['styles', 'settings', 'numbering', 'footnotes', 'comments', 'fontTable', 'font'], named),
  ...mappingOf(['theme', 'header', 'footer', 'image', 'hyperlink', 'customXml'], named),
  customXmlProperties: `${office}/customXmlProps`,
  attachment: 'urn:briefpack:attachment',
} as const
