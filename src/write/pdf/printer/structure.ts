/**
 * The structure tree of a tagged PDF (ISO 32000-1, 14.7). pdfkit's own writer knows no spans of cells and no list
 * numbering, so the elements are kept here and written at the end, on pdfkit's objects and its parent tree.
 */
import { isolated, lastOf } from '../../../core/index.ts'
import type { DefinitionNode, Tag } from '../definition.ts'
import type { PdfDocument, Reference } from './pdfmake-internals.ts'

export interface ElementAttributes {
  readonly alt?: string | undefined
  readonly actualText?: string | undefined
  readonly lang?: string | undefined
  /** Unique; required of a Note. */
  readonly id?: string | undefined
  /** An attribute dictionary, e.g. `{O: 'Table', Scope: 'Row'}`. */
  layout?: Record<string, unknown> | undefined
}

interface MarkedContent {
  readonly page: Reference
  readonly mcid: number
}
interface AnnotationKid {
  readonly page: Reference
  readonly annotation: Reference
}
type Kid = Element | MarkedContent | AnnotationKid

/** A node of the structure tree. Its marked content and annotations are added as they are drawn. */
export class Element {
  readonly kids: Kid[] = []
  /** What follows its own content: the notes that it calls. */
  readonly after: Element[] = []
  /** What it is about: of an entry of the contents its target, of a call its note, and of a note its calls. */
  readonly refs: Element[] = []
  reference: Reference | undefined
  readonly tag: Tag
  readonly attributes: ElementAttributes

  constructor(tag: Tag, attributes: ElementAttributes = {}) {
    this.tag = tag
    this.attributes = attributes
  }

  add(child: Element): Element {
    this.kids.push(child)
    return child
  }
}

/** The sections of a document: each is opened by its heading, and ends where one of its level or above begins. */
export class Sections {
  readonly #open: { readonly level: number; readonly element: Element }[]

  constructor(root: Element) {
    this.#open = [{ level: 0, element: root }]
  }

  /** The new section of a heading of this level, from 1. */
  enter(level: number): Element {
    while (lastOf(this.#open).level >= level) this.#open.pop()
    const element = lastOf(this.#open).element.add(new Element('Sect'))
    this.#open.push({ level, element })
    return element
  }
}

export class StructureTree {
  readonly root = new Element('Document')
  readonly #document: PdfDocument
  /** The namespace of PDF 2.0, in which PDF/UA-2 wants the document; without it names are those of PDF 1.7. */
  readonly #namespace: Reference | undefined

  constructor(document: PdfDocument, isUa2: boolean) {
    this.#document = document
    if (isUa2) this.#namespace = document.ref({ Type: 'Namespace', NS: new String('http://iso.org/pdf2/ssn') })
  }

  /** The type of an element, by the name that the file's version has for it. */
  #typeOf({ tag }: Element): string {
    return this.#namespace && tag === 'Note' ? 'FENote' : tag
  }

  /** Open a marked-content sequence of `element` on the current page. */
  open(element: Element): void {
    const { page } = this.#document
    const owners = this.#document.getStructParentTree().get(page.structParentTreeKey)
    const mcid = owners.length
    owners.push(this.referenceOf(element))
    element.kids.push({ page: page.dictionary, mcid })
    this.#document.addContent(`/${this.#typeOf(element)} <</MCID ${mcid}>> BDC`)
  }

  /** Give an annotation of the current page to `element`; `annotate` writes it and returns its object. */
  annotate(element: Element, annotate: (structParent: number) => Reference): void {
    const key = this.#document.createStructParentTreeNextKey()
    this.#document.getStructParentTree().add(key, this.referenceOf(element))
    element.kids.push({ page: this.#document.page.dictionary, annotation: annotate(key) })
  }

  /** Write all elements that hold something. Cells may be empty: a row needs each of its columns. */
  write(): void {
    const root = this.#document.getStructTreeRoot()
    root.data.K = [this.referenceOf(this.root)]
    if (this.#namespace) root.data.Namespaces = [this.#namespace]
    // PDF 1.7 has no type of its own for the title of a document.
    else root.data.RoleMap = { Title: 'P' }
    this.#write(this.root, root)
    this.#namespace?.end()
  }

  #write(element: Element, parent: Reference): void {
    const reference = this.referenceOf(element)
    const kids = [...element.kids, ...element.after].filter((kid) => !(kid instanceof Element) || holdsSomething(kid))
    const page = kids.find((kid): kid is MarkedContent => 'mcid' in kid)?.page
    const { data } = reference
    data.S = this.#typeOf(element)
    data.P = parent
    const { layout } = element.attributes
    if (this.#namespace) {
      // A list with labels must say of what kind they are; PDF 1.7 has no word for those of terms.
      if (layout?.ListNumbering === 'None') layout.ListNumbering = 'Description'
      if (!onlyIn17.has(element.tag)) data.NS = this.#namespace
      if (element.refs.length > 0) data.Ref = element.refs.map((each) => this.referenceOf(each))
    }
    if (page) data.Pg = page
    data.K = kids.map((kid) => this.#kid(kid, page))
    Object.assign(data, describe(element.attributes))
    for (const kid of kids) if (kid instanceof Element) this.#write(kid, reference)
    reference.end()
  }

  #kid(kid: Kid, page: Reference | undefined): unknown {
    if (kid instanceof Element) return this.referenceOf(kid)
    if ('annotation' in kid) return { Type: 'OBJR', Obj: kid.annotation, Pg: kid.page }
    return kid.page === page ? kid.mcid : { Type: 'MCR', Pg: kid.page, MCID: kid.mcid }
  }

  /** What a destination in PDF 2.0 leads to. */
  referenceOf(element: Element): Reference {
    element.reference ??= this.#document.ref({})
    return element.reference
  }
}

/** Types that PDF 2.0 keeps in the namespace of PDF 1.7. */
const onlyIn17 = new Set<Tag>(['TOC', 'TOCI', 'Reference', 'BlockQuote', 'BibEntry', 'Code'])

function holdsSomething(element: Element): boolean {
  if (element.tag === 'TD' || element.tag === 'TH') return true
  return [...element.kids, ...element.after].some((kid) => !(kid instanceof Element) || holdsSomething(kid))
}

/** pdfkit writes a `String` object as a text string, and a primitive one as a name. */
const textString = (value: string | undefined) => (value === undefined ? undefined : new String(value))

function describe(attributes: ElementAttributes): Record<string, unknown> {
  const all = {
    Alt: textString(attributes.alt && isolated(attributes.alt)),
    ActualText: textString(attributes.actualText),
    Lang: textString(attributes.lang),
    ID: textString(attributes.id),
    A: attributes.layout,
  }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined))
}

export function elementOf(node: DefinitionNode): Element | undefined {
  if (!node.tag) return undefined
  const layout = attributesOf(node)
  return new Element(node.tag, { alt: node.alt, lang: node.lang, ...(layout && { layout }) })
}

function attributesOf(node: DefinitionNode): Record<string, unknown> | undefined {
  if (node.tag === 'TH' || node.tag === 'TD') {
    const attributes: Record<string, unknown> = { O: 'Table' }
    if (node.scope) attributes.Scope = node.scope
    if (node.colSpan) attributes.ColSpan = node.colSpan
    return Object.keys(attributes).length > 1 ? attributes : undefined
  }
  if (node.tag === 'Table' && node.name) return { O: 'Table', Summary: textString(node.name) }
  if (node.tag === 'L') return { O: 'List', ListNumbering: node.ol ? 'Decimal' : node.ul ? 'Disc' : 'None' }
  return undefined
}
