import type { Element } from 'xast'
import { toXml } from 'xast-util-to-xml'
import { x } from 'xastscript'

export type Xml = Element
export type Attributes = Readonly<Record<string, string | number | undefined>>
type Child = Xml | string | undefined | readonly Child[]

/** An element; `undefined` attributes and children are left out. */
export function xml(name: string, attributes: Attributes = {}, ...children: Child[]): Xml {
  const clean: Record<string, string> = {}
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined) clean[key] = String(value).replace(/\s/g, ' ')
  }
  return x(name, clean, ...(children as Xml[]))
}

/** The text of a part: `root` with the XML declaration, without what XML 1.0 cannot hold. */
export function serialise(root: Xml): string {
  const body = toXml(root, { closeEmptyElements: true, tightClose: true })
  // The serialiser leaves `]]>` in text as it is, which is not well-formed.
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${legal(body).replaceAll(']]>', ']]&gt;')}`
}

/** `text` without the characters that XML 1.0 forbids; a lone surrogate becomes U+FFFD. */
export function legal(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').replace(/\p{Surrogate}/gu, '\ufffd')
}

/** The elements right below `parent`. */
export function elementsOf({ children }: Xml): Xml[] {
  return children.filter((child): child is Xml => child.type === 'element')
}

/** The text right below `parent`. */
export const contentOf = ({ children }: Xml): string =>
  children.map((child) => ('value' in child ? child.value : '')).join('')
