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
  put(children, element.children)
  return element
}

function put(children: readonly Child[], into: Xml['children']): void {
  for (const child of children) {
    if (child === undefined) continue
    if (typeof child === 'string') into.push({ type: 'text', value: child })
    else if ('type' in child) into.push(child)
    else put(child, into)
  }
}

/**
 * An element that is written already, which takes a tenth of the memory of its tree: its name says what it is, `plain` what a
 * reader sees of it, and its content cannot be asked for.
 */
interface Written extends Xml {
  readonly text: string
  readonly plain: string
}

/** An element by its text, for those that are there by the thousand. */
export function markup(name: string, text: string, plain = ''): Xml {
  const element: Written = { type: 'element', name, attributes: none, children: nothing, text, plain }
  return element
}
const none = {}
const nothing: Xml['children'] = []

/** The text of an element. */
export function textOf(element: Xml): string {
  if ('text' in element) return (element as Written).text
  const pieces: string[] = []
  write(element, pieces)
  return pieces.join('')
}

/** What a reader sees of an element that is written already; `undefined` for any other. */
export const plainOf = (element: Xml): string | undefined =>
  'plain' in element ? (element as Written).plain : undefined

/** The text of a part: `root` with the XML declaration. */
export const serialise = (root: Xml): string => declaration + textOf(root)

/** The same, in pieces. */
export const tell = (root: Xml): Told => tellAll((put) => put(textOf(root)))

/** A part that is written piece by piece, each a whole element or tag; with the XML declaration. */
export function tellAll(write: (put: (text: string) => void) => void): Told {
  return (push) => {
    let text = ''
    push(declaration)
    write((piece) => {
      text += piece
      if (text.length < enough) return
      push(text)
      text = ''
    })
    push(text)
  }
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** Characters that are packed at once. */
const enough = 30_000

/** What stands before the children of an element that has some. */
export function opening(name: string, attributes: Attributes): string {
  let tag = `<${name}`
  for (const key in attributes) tag += attribute(key, attributes[key])
  return `${tag}>`
}

function write(element: Xml, pieces: string[]): void {
  if ('text' in element) {
    pieces.push((element as Written).text)
    return
  }
  const { name, attributes, children } = element
  const tag = opening(name, attributes as Attributes)
  if (children.length === 0) {
    pieces.push(tag.slice(0, -1), '/>')
    return
  }
  pieces.push(tag)
  for (const child of children) {
    if (child.type === 'element') write(child, pieces)
    else if (child.type === 'text' || child.type === 'cdata') pieces.push(escapedText(child.value))
  }
  pieces.push(`</${name}>`)
}

/** `text` as the content of an element, without what XML 1.0 cannot hold. */
export function escapedText(text: string): string {
  // Most text has nothing to escape, and to look is cheaper than to replace.
  return text.search(specialInText) < 0 ? text : escaped(text, /[&<>]/g)
}

/** `text` as the value of an attribute: with white space as spaces, for a reader would make it that. */
export function attributeText(text: string): string {
  return text.search(specialInAttributes) < 0 ? text : escaped(text, /[&<"\s]/g)
}

/** ` name="value"`; nothing for `undefined`. */
export const attribute = (name: string, value: string | number | undefined): string =>
  value === undefined ? '' : ` ${name}="${typeof value === 'number' ? value : attributeText(value)}"`

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const specialInText = /[&<>\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const specialInAttributes = /[&<"\s\u0000-\u001f\ud800-\udfff\ufffe\uffff]/
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

const escaped = (text: string, special: RegExp) => legal(text).replace(special, (found) => entities[found] ?? ' ')

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
