import { itemAt, lastOf } from '../../core/index.ts'

/** As much of XML as an SVG is made of: elements, attributes, text. Comments and processing instructions are passed over. */
export interface XmlElement {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly (XmlElement | string)[]
}

interface Open {
  name: string
  attributes: Map<string, string>
  children: (XmlElement | string)[]
}

/** No picture nests deeper; a file that does is made to exhaust the stack. */
const deepest = 200

const token =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[([\s\S]*?)\]\]>|<!DOCTYPE[^[>]*>|<\/([^\s>]+)\s*>|<([A-Za-z_][^\s/>]*)((?:\s+[^\s=/>]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)|(<)/g
const attribute = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g

/** The root element of a well-formed text; otherwise what is wrong, as the end of a sentence. Entities but XML's own are refused. */
export function parseXml(text: string): XmlElement | string {
  const open: Open[] = [{ name: '', attributes: new Map(), children: [] }]
  for (const match of text.matchAll(token)) {
    const [, cdata, closing, opening, attributes = '', empty, words, stray] = match
    const parent = lastOf(open)
    if (stray) {
      const declares = /^<!(ENTITY|DOCTYPE)/i.test(text.slice(match.index, match.index + 9))
      return declares ? 'declares entities' : `is not well-formed XML at character ${match.index + 1}`
    }
    if (words !== undefined || cdata !== undefined) {
      const value = cdata ?? decode(words ?? '')
      if (value === undefined) return 'has an entity that XML does not define'
      parent.children.push(value)
    } else if (closing) {
      if (parent.name !== closing || open.length === 1) return `closes “${closing}” where it is not open`
      open.pop()
    } else if (opening) {
      const element = { name: opening, attributes: new Map<string, string>(), children: [] }
      for (const [, name = '', double, single = ''] of attributes.matchAll(attribute)) {
        const value = decode(double ?? single)
        if (value === undefined) return 'has an entity that XML does not define'
        if (element.attributes.has(name)) return `is not well-formed XML: “${opening}” has “${name}” twice`
        element.attributes.set(name, value)
      }
      parent.children.push(element)
      if (!empty) open.push(element)
      if (open.length > deepest) return `nests deeper than ${deepest} elements`
    }
  }
  if (open.length > 1) return `does not close “${lastOf(open).name}”`
  return itemAt(open, 0).children.find((child) => typeof child !== 'string') ?? 'has no element'
}

/** The element as text, in one form whatever it was written in. */
export function printXml(element: XmlElement): string {
  const attributes = [...element.attributes].map(([name, value]) => ` ${name}="${escapeXml(value)}"`).join('')
  const children = element.children.map((child) => (typeof child === 'string' ? escapeXml(child) : printXml(child)))
  return children.length
    ? `<${element.name}${attributes}>${children.join('')}</${element.name}>`
    : `<${element.name}${attributes}/>`
}

const named = new Map(Object.entries({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }))

function decode(text: string): string | undefined {
  let unknown = false
  const decoded = text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|([^;\s]*));?/gi, (_whole, hex, decimal, name) => {
    const code = hex ? Number.parseInt(hex, 16) : decimal ? Number(decimal) : undefined
    const value = code === undefined ? named.get(name) : isCharacter(code) ? String.fromCodePoint(code) : undefined
    if (value === undefined) unknown = true
    return value ?? ''
  })
  return unknown ? undefined : decoded
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escapeXml = (text: string) => text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign)

/** What XML allows in a text. */
const isCharacter = (code: number) =>
  [9, 10, 13].includes(code) || (code >= 0x20 && code < 0xd800) || (code > 0xdfff && code <= 0x10ffff)
