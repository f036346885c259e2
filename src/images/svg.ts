import { applyStyles, readStyle, type StyleRule } from './style.ts'
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
  if (/<!ENTITY|<!DOCTYPE[^>]*\[/i.test(text)) return 'declares entities'
  const root = parseXml(text.replace(/^\uFEFF/, ''))
  if (typeof root === 'string') return root
  if (localName(root.name) !== 'svg') return 'is not an SVG'
  const rules = sheets(root)
  if (typeof rules === 'string') return rules
  const problems: string[] = []
  const clean = rebuild(root, rules, problems)
  const [problem] = problems
  if (problem) return problem
  const size = sizeOf(root)
  if (!size) return 'has no size: neither width and height nor a viewBox'
  const attributes = new Map([['xmlns', 'http://www.w3.org/2000/svg'], ...clean!.attributes])
  attributes.set('width', String(size.width)).set('height', String(size.height))
  if (!attributes.has('viewBox')) attributes.set('viewBox', `0 0 ${size.width} ${size.height}`)
  return { svg: printXml({ ...clean!, attributes }), ...size }
}

const drawn = new Set(
  `svg g defs title desc symbol use path rect circle ellipse line polyline polygon text tspan linearGradient
  radialGradient stop clipPath pattern marker`.split(/\s+/),
)
/** What an editor writes for itself. */
const passedOver = new Set(['metadata', 'style', 'namedview'])

const kept = new Set(
  `id x y x1 y1 x2 y2 cx cy r rx ry fx fy dx dy width height d points transform viewBox preserveAspectRatio
  fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-dasharray stroke-dashoffset stroke-linecap
  stroke-linejoin stroke-miterlimit opacity color display visibility font-family font-size font-weight font-style
  letter-spacing text-anchor dominant-baseline baseline-shift textLength gradientUnits gradientTransform spreadMethod
  offset stop-color stop-opacity clip-path clip-rule clipPathUnits patternUnits patternTransform patternContentUnits
  marker-start marker-mid marker-end markerWidth markerHeight markerUnits refX refY orient href xml:space xml:lang
  role`.split(/\s+/),
)

/** What changes the picture and is not drawn alike everywhere. */
const refused: Readonly<Record<string, string>> = {
  script: 'has a script',
  foreignObject: 'has foreign content',
  image: 'holds another image',
  filter: 'uses a filter, which print does not show',
  mask: 'uses a mask, which print does not show alike',
  textPath: 'sets text along a path, which print does not show alike',
  a: 'holds a link',
}

function rebuild(element: XmlElement, rules: readonly StyleRule[], problems: string[]): XmlElement | undefined {
  const name = localName(element.name)
  if (isForeign(element.name) || passedOver.has(name)) return undefined
  if (!drawn.has(name)) {
    problems.push(
      refused[name] ?? (/^(animate|set)/.test(name) ? 'is animated' : `uses “${name}”, which is not supported`),
    )
    return undefined
  }
  const attributes = new Map<string, string>()
  for (const [key, value] of applyStyles(element, name, rules, problems)) {
    const plain = key === 'xlink:href' ? 'href' : key
    const wrong = fault(plain, value)
    if (wrong) problems.push(wrong)
    else if (kept.has(plain)) attributes.set(plain, value)
  }
  const children = element.children.flatMap((child): (XmlElement | string)[] => {
    if (typeof child === 'string') return isText(name) ? [child] : []
    const clean = rebuild(child, rules, problems)
    return clean ? [clean] : []
  })
  return { name, attributes, children }
}

/** Why an attribute cannot be: it acts, or points outside the picture. */
function fault(name: string, value: string): string | undefined {
  if (/^on/i.test(name)) return 'has an event handler'
  if (name === 'href' && !value.startsWith('#')) return 'refers to something outside itself'
  if (/url\(/i.test(value) && !/^\s*url\(\s*['"]?#[^'")]+['"]?\s*\)\s*$/i.test(value)) {
    return 'refers to something outside itself'
  }
  if (/\b(var|hsla?|hwb|lab|lch|oklab|oklch|color-mix|color)\(/i.test(value)) {
    return `has the colour “${value}”, which print does not show alike`
  }
  return name === 'filter' || name === 'mask' ? refused[name] : undefined
}

function sheets(root: XmlElement): StyleRule[] | string {
  const found: StyleRule[] = []
  const pending: XmlElement[] = [root]
  for (let element = pending.pop(); element; element = pending.pop()) {
    if (localName(element.name) === 'style') {
      const rules = readStyle(element.children.filter((child) => typeof child === 'string').join(''))
      if (typeof rules === 'string') return rules
      found.push(...rules)
    }
    pending.push(...element.children.filter((child) => typeof child !== 'string'))
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

function sizeOf(root: XmlElement): { width: number; height: number } | undefined {
  const length = (name: string) => {
    const [, number, unit] = /^\s*([\d.]+)(px|pt|pc|in|cm|mm)?\s*$/.exec(root.attributes.get(name) ?? '') ?? []
    return number === undefined ? undefined : Number(number) * units[unit ?? '']!
  }
  const box = (root.attributes.get('viewBox') ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number)
  const width = length('width') ?? box[2]
  const height = length('height') ?? box[3]
  return width && height && width > 0 && height > 0 ? { width, height } : undefined
}

const localName = (name: string) => (name.startsWith('svg:') ? name.slice(4) : name)
const isForeign = (name: string) => name.includes(':') && !name.startsWith('svg:')
const isText = (name: string) => ['text', 'tspan', 'title', 'desc'].includes(name)
