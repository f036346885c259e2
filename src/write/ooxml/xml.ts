import type { Element } from 'xast'
import type { Told } from '../../zip.ts'

export type Xml = Element
export type Attributes = Readonly<Record<string, string | number | undefined>>
type Child = Xml | string | undefined | readonly Child[]

/** An element; `undefined` attributes and children are left out. */
export function xml(name: string, attributes: Attributes = {}, ...children: Child[]): Xml {
  const element: Xml = { type: 'element', name, attributes: {}, children: [] }
  for (const key in attributes) {
    const value = attributes[key]
    if (value !== undefined) element.attributes[key] = typeof value === 'string' ? value : String(value)
  }
  put(children, element)
  return element
}

function put(children: readonly Child[], { children: into }: Xml): void {
  for (const child of children) {
    if (child === undefined) continue
    if (typeof child === 'string') into.push({ type: 'text', value: child })
    else if ('type' in child) into.push(child)
    else for (const one of child) put([one], { children: into } as Xml)
  }
}

/** An element that is written already: its name says what it is, and its content cannot be asked for. */
interface Written extends Xml {
  readonly text: string
}

/** `element` as its text, which takes a tenth of the memory of its tree. */
export function written(element: Xml): Xml {
  const pieces: string[] = []
  write(element, pieces)
  const { type, name } = element
  const asText: Written = { type, name, attributes: {}, children: [], text: pieces.join('') }
  return asText
}

/**
 * The text of a part: `root` with the XML declaration, without what XML 1.0 cannot hold.
 */
export function serialise(root: Xml): string {
  let text = ''
  tell(root)((piece) => {
    text += piece
  })
  return text
}

/** The same, in pieces. */
export const tell = (root: Xml): Told => {
  return (push) => {
    const pieces = ['<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n']
    write(root, pieces, (some) => push(legal(some.splice(0).join(''))))
    push(legal(pieces.join('')))
  }
}

/** As many pieces of a text as are put together at once. */
const many = 2000

/** `full` is told when there are many pieces; between elements, where no character can be cut. */
function write(element: Xml | Written, pieces: string[], full?: (pieces: string[]) => void): void {
  if (pieces.length > many) full?.(pieces)
  if ('text' in element) {
    pieces.push(element.text)
    return
  }
  const { name, attributes, children } = element
  let tag = `<${name}`
  for (const key in attributes) tag += ` ${key}="${escaped(attributes[key] ?? '', inAttributes)}"`
  if (children.length === 0) {
    pieces.push(tag, '/>')
    return
  }
  pieces.push(tag, '>')
  for (const child of children) {
    if (child.type === 'element') write(child, pieces, full)
    else if (child.type === 'text' || child.type === 'cdata') pieces.push(escaped(child.value, inText))
  }
  pieces.push(`</${name}>`)
}

const inText = /[&<>]/g
/** White space as spaces: a reader would make it that. */
const inAttributes = /[&<"\s]/g
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string, special: RegExp) => text.replace(special, (found) => entities[found] ?? ' ')

/** `text` without the characters that XML 1.0 forbids; a lone surrogate becomes U+FFFD. */
export function legal(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').toWellFormed()
}

/** The elements right below `parent`. */
export function elementsOf({ children }: Xml): Xml[] {
  return children.filter((child): child is Xml => child.type === 'element')
}

/** The text right below `parent`. */
export const contentOf = ({ children }: Xml): string =>
  children.map((child) => ('value' in child ? child.value : '')).join('')
