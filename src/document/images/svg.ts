import { entryOf } from '../../core/index.ts'
import { elementsOf, excess, mostStyling, sideLimits } from './limits.ts'
import { withTurnedMarkers } from './markers.ts'
import { expanded, type Ids, plain } from './properties.ts'
import { applyStyles, readStyle, type StyleRule } from './style.ts'
import { plainFamily, withPlainSpaces } from './text.ts'
import { unlikeAttribute, unlikeParts } from './unlike.ts'
import { parseXml, printXml, type XmlElement } from './xml.ts'

/** An SVG that runs nothing, fetches nothing and that all writers draw alike; lengths are CSS pixels. */
export interface CleanSvg {
  readonly svg: string
  readonly width: number
  readonly height: number
}

/**
 * Rebuild an SVG from what is known to be safe and drawn alike: styles become presentation attributes, editors' own
 * data goes. A picture that would lose or do something is refused: the result is then what is wrong with it, as the end
 * of a sentence.
 */
export function cleanSvg(text: string): CleanSvg | string | undefined {
  if (!/<(?:svg:)?svg\b/.test(text)) return undefined
  const root = parseXml(text.replace(/^\uFEFF/, ''))
  if (typeof root === 'string') return `${root}; save it again from the program that it was drawn with`
  if (localName(root.name) !== 'svg') return 'is not an SVG'
  const rules = sheets(root)
  if (typeof rules === 'string') return advised(rules)
  const elements = elementsOf(root)
  if (rules.length * elements.length > mostStyling)
    return `has ${rules.length} style rules for ${elements.length} elements, more than can be applied`
  const problems: string[] = []
  const ids = new Map(elements.map(({ name, attributes }) => [attributes.get('id') ?? '', localName(name)]))
  const clean = rebuild(root, rules, ids, problems)
  const [problem = unlikeAttribute('root', clean?.attributes ?? new Map())] = problems
  if (problem) return advised(problem)
  const size = sizeOf(root)
  if (typeof size === 'string') return size
  const whole = withPlainSpaces(withTurnedMarkers(withWholeReferences(clean!)))
  const unfit = excess(whole) ?? unlikeParts(whole)
  if (unfit) return advised(unfit)
  const { children, attributes: own } = whole
  const attributes = new Map([['xmlns', 'http://www.w3.org/2000/svg'], ...own])
  for (const name of ['overflow', 'x', 'y']) attributes.delete(name)
  attributes.set('width', String(size.width)).set('height', String(size.height))
  if (!attributes.has('viewBox')) attributes.set('viewBox', `0 0 ${size.width} ${size.height}`)
  const said = printXml({ name: 'svg', attributes, children })
  if (/<text|\dem"|currentColor/i.test(said))
    for (const [name, value] of initial) if (!attributes.has(name)) attributes.set(name, value)
  return { svg: printXml({ name: 'svg', attributes, children }), ...size }
}

/** What helps with any picture, where nothing better is known. */
const advised = (problem: string) =>
  problem.includes(';') ? problem : `${problem}; draw it without, or save a PNG of the picture`

/** What a picture takes from nobody around it, in the page either; renderers have their own ideas of where to begin. */
const initial: readonly (readonly [string, string])[] = [
  ['font-family', plainFamily('sans-serif')],
  ['font-size', '16'],
  ['color', '#000000'],
]

const drawn = new Set(
  `svg g defs title desc symbol use path rect circle ellipse line polyline polygon text tspan linearGradient
  radialGradient stop clipPath pattern marker`.split(/\s+/),
)
/** What an editor writes for itself. */
const passedOver = new Set(['metadata', 'style', 'namedview'])

/** What changes the picture and is not drawn alike everywhere. */
const refused: ReadonlyMap<string, string> = new Map([
  ['script', 'has a script'],
  ['foreignObject', 'has foreign content'],
  ['image', 'holds another image'],
  ['filter', 'uses a filter, which print does not show'],
  ['mask', 'uses a mask, which print does not show alike'],
  ['textPath', 'sets text along a path, which print does not show alike'],
  ['a', 'holds a link'],
])

function rebuild(
  element: XmlElement,
  rules: readonly StyleRule[],
  ids: Ids,
  problems: string[],
): XmlElement | undefined {
  const name = localName(element.name)
  if (isForeign(element.name) || passedOver.has(name)) return undefined
  if (!drawn.has(name)) {
    problems.push(
      refused.get(name) ?? (/^(animate|set)/.test(name) ? 'is animated' : `uses “${name}”, which is not supported`),
    )
    return undefined
  }
  const attributes = new Map<string, string>()
  for (const [key, value] of applyStyles(element, name, rules, problems)) {
    for (const [property, said] of expanded(key === 'xlink:href' ? 'href' : key, value)) {
      const wrong = fault(property, said)
      const read = wrong ? { fault: wrong } : plain(property, said.trim(), ids)
      if ('fault' in read) problems.push(read.fault)
      else if ('value' in read) attributes.set(property, read.value)
    }
  }
  const children = element.children.flatMap((child): (XmlElement | string)[] => {
    if (typeof child === 'string') return isText(name) ? [child.normalize('NFC')] : []
    const clean = rebuild(child, rules, ids, problems)
    const unlike = clean && unlikeAttribute(localName(child.name), child.attributes, clean.attributes)
    if (unlike) problems.push(unlike)
    return clean && shows(clean) ? [name === 'clipPath' ? clean : asGroup(clean)] : []
  })
  // Of an ellipse with one radius the other is the same.
  if (name === 'ellipse')
    for (const [radius, other] of [['rx', 'ry'] as const, ['ry', 'rx'] as const])
      if (attributes.has(other) && !attributes.has(radius)) attributes.set(radius, entryOf(attributes, other))
  if (shapes.has(name) && [...ids.values()].includes('marker'))
    for (const place of ['marker-start', 'marker-mid', 'marker-end']) attributes.set(place, 'none')
  // A symbol is cut off at its edges as an inner picture is, which is what all writers know.
  if (name === 'symbol') {
    attributes.delete('display')
    return definition({ name: 'svg', attributes, children })
  }
  return { name, attributes, children }
}

/** These have no markers. */
const shapes = new Set(['rect', 'circle', 'ellipse'])
const painted = new Set([...shapes, 'path', 'line', 'polyline', 'polygon', 'text'])
/** What is of the whole, whether it is one shape or many. */
const groupwise = new Set(['id', 'opacity'])

/** Some writers see through fill, line and markers one by one. */
function asGroup({ name, attributes, children }: XmlElement): XmlElement {
  if (!painted.has(name) || !attributes.has('opacity')) return { name, attributes, children }
  const within = (isOuter: boolean) => new Map([...attributes].filter(([key]) => groupwise.has(key) === isOuter))
  return { name: 'g', attributes: within(true), children: [{ name, attributes: within(false), children }] }
}

/** Words that are not shown take no room: some writers think otherwise. */
const shows = ({ name, attributes }: XmlElement) => !(name === 'tspan' && attributes.get('display') === 'none')

const definition = (child: XmlElement): XmlElement => ({ name: 'defs', attributes: new Map(), children: [child] })

/**
 * Gradients with what they take from others by `href`, which some writers do not look up, and clips without what is no
 * shape to cut with, which some writers cut with.
 */
function withWholeReferences(root: XmlElement): XmlElement {
  const all = new Map(elementsOf(root).map((element) => [element.attributes.get('id'), element]))
  const targetOf = ({ attributes }: XmlElement) => all.get(attributes.get('href')?.slice(1))
  const whole = (gradient: XmlElement, depth = 0): XmlElement => {
    const from = targetOf(gradient)
    if (!from || !isGradient(from) || depth > 20) return gradient
    const { name, attributes, children } = whole(from, depth + 1)
    const taken = [...attributes].filter(([key]) => key !== 'id' && (name === gradient.name || shared.has(key)))
    const merged = new Map([...taken, ...gradient.attributes])
    merged.delete('href')
    return { ...gradient, attributes: merged, children: gradient.children.length > 0 ? gradient.children : children }
  }
  const cuts = (child: XmlElement | string) => {
    if (typeof child === 'string') return true
    const { name } = (child.name === 'use' && targetOf(child)) || child
    return !['g', 'svg', 'defs'].includes(name)
  }
  const visit = (element: XmlElement): XmlElement => {
    if (isGradient(element)) return whole(element)
    const kept = element.name === 'clipPath' ? element.children.filter(cuts) : element.children
    return { ...element, children: kept.map((child) => (typeof child === 'string' ? child : visit(child))) }
  }
  return visit(root)
}

const isGradient = ({ name }: XmlElement) => name === 'linearGradient' || name === 'radialGradient'
const shared = new Set(['gradientUnits', 'gradientTransform', 'spreadMethod'])

/** Why an attribute cannot be: it acts, or points outside the picture. */
function fault(name: string, value: string): string | undefined {
  if (/^on/i.test(name)) return 'has an event handler'
  if (name === 'href' && !value.startsWith('#')) return 'refers to something outside itself'
  if (/url\((?!\s*['"]?#)/i.test(value)) return 'refers to something outside itself'
  return name === 'filter' && value !== 'none' ? refused.get('filter') : undefined
}

function sheets(root: XmlElement): StyleRule[] | string {
  const found: StyleRule[] = []
  for (const { name, attributes, children } of elementsOf(root)) {
    if (localName(name) !== 'style' || !/^(text\/css)?$/i.test(attributes.get('type') ?? '')) continue
    const media = attributes.get('media') ?? ''
    if (!/^(all|screen)?$/i.test(media)) return `has a style sheet for “${media.slice(0, 60)}” alone`
    const rules = readStyle(children.filter((child) => typeof child === 'string').join(''))
    if (typeof rules === 'string') return rules
    found.push(...rules)
  }
  return found
}

const units: Readonly<Record<string, number>> = {
  '': 1,
  px: 1,
  pt: 4 / 3,
  pc: 16,
  in: 96,
  cm: 96 / 2.54,
  mm: 96 / 25.4,
}

function sizeOf(root: XmlElement): { width: number; height: number } | string {
  const length = (name: string) => {
    const [, number, unit] =
      /^\s*\+?((?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)(px|pt|pc|in|cm|mm)?\s*$/i.exec(root.attributes.get(name) ?? '') ?? []
    return number === undefined ? undefined : Number(number) * (units[unit?.toLowerCase() ?? ''] ?? Number.NaN)
  }
  const box = (root.attributes.get('viewBox') ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number)
  const width = length('width') ?? box[2]
  const height = length('height') ?? box[3]
  if (width === undefined || height === undefined) return 'has no size: neither width and height nor a viewBox'
  const { least, most } = sideLimits
  if ([width, height].every((side) => side >= least && side <= most)) return { width, height }
  return `is ${width} by ${height} pixels large; a side may have ${least} to ${most}`
}

const localName = (name: string) => (name.startsWith('svg:') ? name.slice(4) : name)
const isForeign = (name: string) => name.includes(':') && !name.startsWith('svg:')
const isText = (name: string) => ['text', 'tspan', 'title', 'desc'].includes(name)
