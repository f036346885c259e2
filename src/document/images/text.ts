/** Text in an SVG in a form that all writers set alike. */
import { hasRightToLeft } from '../../core/index.ts'
import type { XmlElement } from './xml.ts'

/** Faces that ship with the tool, what stands in where they are not, and the names of families that they stand for. */
const faces: readonly (readonly [face: string, generic: string, names: RegExp])[] = [
  ['Source Code Pro', 'monospace', /code|mono|courier|consolas|menlo/i],
  ['DejaVu Sans', 'sans-serif', /dejavu sans|bitstream vera sans/i],
  ['Source Sans 3', 'sans-serif', /sans|arial|helvetica|verdana|tahoma|calibri/i],
  ['Source Serif 4', 'serif', /serif|times|georgia|garamond|palatino|cambria|roman/i],
]

/** A list of families as the face that all writers have for the first of them that is known. */
export function plainFamily(list: string): string {
  const found = list.split(',').map((name) => faces.find(([, , names]) => names.test(name)))
  const [face, generic] = found.find((each) => each !== undefined) ?? ['Source Sans 3', 'sans-serif']
  return `'${face}', ${generic}`
}

interface Piece {
  value: string
  readonly isKept: boolean
}

/**
 * White space as in browsers, done here: some writers take no-break spaces for it, or heed an `xml:space` that stands
 * further out. A text in which more must stay says so.
 */
export function withPlainSpaces(element: XmlElement, keeps = false): XmlElement {
  if (element.name === 'text') return spaced(element, keeps)
  const isKept = isKeptIn(element, keeps)
  const children = element.children.map((child) => (typeof child === 'string' ? child : withPlainSpaces(child, isKept)))
  return { ...element, attributes: unsaid(element), children }
}

function spaced(text: XmlElement, keeps: boolean): XmlElement {
  const pieces: Piece[] = []
  const whole = inPieces(text, keeps, pieces)
  let before = ' '
  for (const piece of pieces) {
    if (!piece.isKept) piece.value = piece.value.replace(before.endsWith(' ') ? /^ / : '', '')
    before = piece.value || before
  }
  const last = pieces.findLast(({ value }) => value !== '')
  if (last?.isKept === false) last.value = last.value.replace(/ $/, '')
  const { attributes, ...rest } = whole()
  const mustStay = pieces.some(({ value, isKept }) => isKept || /[^\S ]/.test(value))
  return { ...rest, attributes: mustStay ? new Map([...attributes, ['xml:space', 'preserve']]) : attributes }
}

/** The element, once its pieces have what they are to have. */
function inPieces(element: XmlElement, keeps: boolean, pieces: Piece[]): () => XmlElement {
  if (element.name === 'title' || element.name === 'desc') return () => element
  const isKept = isKeptIn(element, keeps)
  const children = element.children.map((child): (() => XmlElement | string) => {
    if (typeof child !== 'string') return inPieces(child, isKept, pieces)
    const piece = { value: child.replace(isKept ? /[\t\r\n]/g : /[ \t\r\n]+/g, ' '), isKept }
    pieces.push(piece)
    return () => piece.value
  })
  const attributes = unsaid(element)
  return () => ({ ...element, attributes, children: children.map((make) => make()).filter((child) => child !== '') })
}

const isKeptIn = ({ attributes }: XmlElement, keeps: boolean) =>
  attributes.has('xml:space') ? attributes.get('xml:space') === 'preserve' : keeps
const unsaid = ({ attributes }: XmlElement) => new Map([...attributes].filter(([name]) => name !== 'xml:space'))

const places = ['x', 'y', 'dx', 'dy']

/** What is set otherwise because of which letters a text has, as the end of a sentence. */
export function unlikeLabel(parts: readonly XmlElement[]): string | undefined {
  const words = parts.flatMap(({ children }) => children.filter((child) => typeof child === 'string')).join('')
  const has = (name: string, what: RegExp) => parts.some(({ attributes }) => what.test(attributes.get(name) ?? ''))
  if (/[\u202a-\u202e\u2066-\u2069]/.test(words))
    return 'turns the order of letters by signs; write them in their order'
  if (hasRightToLeft(words) && (has('letter-spacing', /[1-9]/) || has('textLength', /./)))
    return 'spaces the letters of words from right to left, which print does not show alike; leave them unspaced'
  const isPlaced = places.some((name) => has(name, /\d[\s,]+[-+.\d]/))
  if (isPlaced && /\p{M}|[^\0-\uffff]|f[fijl]/u.test(words.normalize('NFD')))
    return 'places letters one by one that are set together, such as “ff” or those with marks; set whole words'
  if (!hasRightToLeft(words)) return undefined
  const isWhole = parts.slice(1).every(({ attributes }) => attributes.has('x') || attributes.has('y'))
  return isPlaced || !isWhole
    ? 'sets words from right to left in parts, which print shows in another order; give each “tspan” its place, or use one text'
    : undefined
}
