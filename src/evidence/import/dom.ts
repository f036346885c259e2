import { DOMParser, parseHTML } from 'linkedom'

/** As much of the DOM as is read here: the library's own types want those of a browser. */
export interface DomNode {
  readonly nodeType: number
  readonly nodeValue: string | null
  readonly textContent: string | null
  readonly childNodes: Iterable<DomNode>
}

export interface DomElement extends DomNode {
  readonly tagName: string
  readonly content?: string
  getAttribute(name: string): string | null
  querySelector(selector: string): DomElement | null
  querySelectorAll(selector: string): Iterable<DomElement>
  remove(): void
}

export interface DomDocument extends DomElement {
  readonly documentElement: DomElement
  readonly body: DomElement
}

/** The tree of a page, or of an XML file, without running anything in it. */
export function documentOf(markup: string): DomDocument {
  return parseHTML(markup).document as unknown as DomDocument
}

/** The tree of an XML file, with the names as they are written. */
export function xmlOf(markup: string): DomElement {
  return new DOMParser().parseFromString(markup.replace(/^\ufeff/, ''), 'text/xml') as unknown as DomElement
}

/** The body of a piece of HTML. */
export function bodyOf(markup: string): DomElement {
  return documentOf(`<!doctype html><html><head></head><body>${markup}</body></html>`).body
}
