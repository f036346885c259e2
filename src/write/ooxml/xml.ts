import type { Element } from 'xast'
import type { Told } from '../../core/index.ts'

export type Xml = Element
export type Attributes = Readonly<Record<string, string | number | undefined>>
type Child = Xml | string | undefined | readonly Child[]

/** An element; `undefined` attributes and children are left out. */
export function xml(name: string, attributes: Attributes = {}, ...children: Child[]): Xml {
  const inside = children.every(isElement) ? children : flat(children, [])
  return { type: 'element', name, attributes: given(attributes), children: inside }
}

const isElement = (child: Child): child is Xml => typeof child === 'object' && 'type' in child

/** Of the many that have none. */
const none: Xml['attributes'] = {}

function given(attributes: Attributes): Xml['attributes'] {
  let all = none
  for (const key in attributes) {
    const value = attributes[key]
    if (value === undefined) continue
    if (all === none) all = {}
    all[key] = typeof value === 'string' ? value : String(value)
  }
  return all
}

function flat(children: readonly Child[], into: Xml['children']): Xml['children'] {
  for (const child of children) {
    if (child === undefined) continue
    if (typeof child === 'string') into.push({ type: 'text', value: child })
    else if ('type' in child) into.push(child)
    else flat(child, into)
  }
  return into
}

/**
 * An element that is written already, which takes a tenth of the memory of its tree: its name says what it is, `words` what a
 * reader sees of it, between its two texts, and its content cannot be asked for.
 */
interface Written extends Xml {
  readonly text: string
  readonly words: string
  readonly end: string
}

const isWritten = (element: Xml): element is Written => 'words' in element

/** An element by its text, for those that are there by the thousand; words are still to be escaped. */
export function markup(name: string, text: string, words = '', end = ''): Xml {
  const element: Written = { type: 'element', name, attributes: none, children: nothing, text, words, end }
  return element
}
const nothing: Xml['children'] = []

type Value = Xml | readonly Xml[] | string | number

/** An element of which most is fixed, as it will be written but for the ends of lines; texts in it are still to be escaped. */
export function written(fixed: TemplateStringsArray, ...values: readonly Value[]): Xml {
  const inside = (value: Value): string => {
    if (typeof value !== 'object') return attributeText(String(value))
    return 'type' in value ? textOf(value) : value.map((one) => textOf(one)).join('')
  }
  const lines = fixed.map((part) => part.replace(/\n\s*(?=[\w:]+=")/g, ' ').replace(/\n\s*/g, ''))
  const text = String.raw({ raw: lines }, ...values.map(inside))
  return markup(text.slice(1, text.search(/[\s/>]/)), text)
}

/** What is written into an element besides its children: behind its properties, and before its end. */
type Marks = (element: Xml) => { readonly start: string; readonly end: string } | undefined

type Put = (text: string) => void

/** Gives the text of an element in pieces, with what marks it: most of a long document then never becomes a string. */
export function write(element: Xml, put: Put, marks?: Marks): void {
  if (isWritten(element)) {
    const { text, words, end } = element
    put(text)
    if (words !== '') put(escapedText(words))
    if (end !== '') put(end)
    return
  }
  const { name, attributes, children } = element
  const tag = opening(name, attributes as Attributes)
  if (children.length === 0) {
    put(`${tag.slice(0, -1)}/>`)
    return
  }
  put(tag)
  const marked = marks?.(element)
  let start = marked?.start
  for (const child of children) {
    if (start !== undefined && !(child.type === 'element' && child.name.endsWith('Pr'))) {
      put(start)
      start = undefined
    }
    if (child.type === 'element') write(child, put, marks)
    else if (child.type === 'text' || child.type === 'cdata') put(escapedText(child.value))
  }
  if (marked) put(marked.end)
  put(`</${name}>`)
}

export function textOf(element: Xml, marks?: Marks): string {
  let text = ''
  write(
    element,
    (piece) => {
      text += piece
    },
    marks,
  )
  return text
}

/** What a reader sees of an element that is written already; `undefined` for any other. */
export const plainOf = (element: Xml): string | undefined => (isWritten(element) ? element.words : undefined)

/** The text of a part: `root` with the XML declaration. */
export const serialise = (root: Xml): string => declaration + textOf(root)

/** The same, in pieces. */
export const tell = (root: Xml): Told => tellAll((put) => write(root, put))

/** A part that is written piece by piece, each a whole element or tag; with the XML declaration. */
export const tellAll =
  (write: (put: Put) => void): Told =>
  (push) => {
    push(declaration)
    write(push)
  }

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** What stands before the children of an element that has some. */
export function opening(name: string, attributes: Attributes): string {
  let tag = `<${name}`
  for (const key in attributes) tag += attribute(key, attributes[key])
  return `${tag}>`
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

export function elementsOf({ children }: Xml): Xml[] {
  return children.filter((child): child is Xml => child.type === 'element')
}

export const contentOf = ({ children }: Xml): string =>
  children.map((child) => ('value' in child ? child.value : '')).join('')
