import { elementsOf, numbersIn } from './limits.ts'
import { isPaint } from './properties.ts'
import { unlikeLabel } from './text.ts'
import type { XmlElement } from './xml.ts'

/** By element within a picture: what renderers have ideas of their own about. */
const attributes: ReadonlyMap<string, readonly string[]> = new Map([
  ['svg', ['transform', 'clip-path', 'opacity']],
  ['symbol', ['transform', 'clip-path', 'opacity', 'refX', 'refY', 'x', 'y', 'width', 'height']],
  ['tspan', ['opacity', 'clip-path', 'textLength']],
  ['text', ['baseline-shift']],
  ['marker', ['opacity', 'clip-path']],
  ['clipPath', ['display']],
  ['root', ['transform', 'clip-path', 'display']],
])

export function unlikeAttribute(name: string, ...said: ReadonlyMap<string, string>[]): string | undefined {
  const found = attributes.get(name)?.find((attribute) => said.some((each) => each.has(attribute)))
  return found && `has “${found}” on “${name}”, which print does not show alike`
}

/** What print shows otherwise because of where it stands in a clean picture, as the end of a sentence. */
export function unlikeParts(root: XmlElement): string | undefined {
  const all = elementsOf(root)
  const byId = new Map(all.map((element) => [element.attributes.get('id') ?? '', element]))
  const within = (element: XmlElement) => {
    const found = new Set(elementsOf(element))
    for (const { name, attributes } of found) {
      const target = name === 'use' && byId.get(attributes.get('href')?.slice(1) ?? '')
      if (target) for (const each of elementsOf(target)) found.add(each)
    }
    return [...found]
  }
  const isOf = (element: XmlElement, names: readonly string[], what: RegExp) =>
    names.some((name) => what.test(element.attributes.get(name) ?? ''))
  const around = inheritance(root)
  for (const element of all) {
    const { name, attributes } = element
    const inherited = (property: string) => around.get(element)?.get(property)
    if (isGradient(element)) {
      const unlike = unlikeGradient(element)
      if (unlike) return unlike
    }
    const takes = (paint: string) => !attributes.has(paint) && inherited(paint) === 'currentColor'
    if (attributes.has('color') && (takes('fill') || takes('stroke')))
      return 'changes “color” within what is painted in “currentColor”; name the colours'
    const isMarked = ['marker-start', 'marker-mid', 'marker-end'].some((each) => (inherited(each) ?? 'none') !== 'none')
    if (isMarked && lines.has(name)) {
      if ((inherited('stroke') ?? 'none') === 'none') return 'sets markers on a line without “stroke”; give it one'
      if (name === 'polygon' || /z/i.test(attributes.get('d') ?? ''))
        return 'sets markers on a closed line, which are turned otherwise in print; draw shapes instead'
      if (inherited('marker-mid') && /a/i.test(attributes.get('d') ?? ''))
        return 'sets markers between arcs, which print does not show alike; draw shapes instead'
    }
    if (name === 'marker' && /slice/.test(attributes.get('preserveAspectRatio') ?? ''))
      return 'has a marker with “slice”; give it the shape of its viewBox'
    if (name === 'text') {
      if (attributes.has('textLength') && (inherited('text-anchor') ?? 'start') !== 'start')
        return 'spreads words to a “textLength” about their middle or end, which print does not show alike; start them at “x”'
      const [fill, stroke] = ['fill', 'stroke'].map((paint) =>
        byId.get(/#(.+)\)/.exec(inherited(paint) ?? '')?.[1] ?? ' '),
      )
      if ([fill, stroke].some((paint) => paint?.name === 'pattern'))
        return 'fills words with a pattern, which print does not show alike; give them a colour'
      const unlike = unlikeLabel(elementsOf(element))
      if (unlike) return unlike
    }
    if (name === 'tspan' && isOf(element, ['fill', 'stroke'], /^url/))
      return 'fills a part of a text with a gradient or pattern, which print does not show alike; give it a colour'
    if (name === 'svg' && element !== root && sides.some((side) => isNothing(element, side)))
      return 'has a picture within it in which nothing has room'
    if (name === 'tspan' && element.attributes.has('baseline-shift')) {
      const inner = elementsOf(element).slice(1)
      if (inner.some(({ attributes }) => attributes.has('baseline-shift')))
        return 'raises words among raised words, which print does not show alike'
    }
    if (name !== 'pattern') continue
    const parts = within(element)
    if (parts.some((part) => isOf(part, ['fill', 'stroke'], /^url/)))
      return 'fills a pattern with gradients or patterns, which print does not show alike'
    if (parts.some((part) => part !== element && !isPaint(part.name) && isOf(part, lengths, /%/)))
      return 'measures a pattern in per cent, which print does not show alike'
  }
  return undefined
}

const sides = ['width', 'height']
const lengths = ['x', 'y', 'x1', 'y1', 'x2', 'y2', 'cx', 'cy', 'r', 'rx', 'ry', 'width', 'height', 'stroke-width']

const isNothing = ({ attributes }: XmlElement, name: string) =>
  attributes.has(name) && !((numbersIn(attributes.get(name) ?? '')[0] ?? 1) > 0)

const isGradient = ({ name }: XmlElement) => name === 'linearGradient' || name === 'radialGradient'
const lines = new Set(['path', 'line', 'polyline', 'polygon'])

/** Geometry at which renderers part. */
function unlikeGradient({ name, attributes }: XmlElement): string | undefined {
  const at = (side: string, otherwise: string) => share(attributes.get(side) ?? otherwise)
  if (name === 'linearGradient')
    return at('x1', '0%') === at('x2', '100%') && at('y1', '0%') === at('y2', '0%')
      ? 'has a gradient of no length; use a colour'
      : undefined
  if (at('r', '50%') <= 0) return 'has a gradient of no radius; use a colour'
  if ((attributes.get('spreadMethod') ?? 'pad') !== 'pad')
    return 'repeats a round gradient, which print does not show alike; write out its stops'
  const away = (focus: string, centre: string) => (attributes.has(focus) ? at(focus, '50%') - at(centre, '50%') : 0)
  return Math.hypot(away('fx', 'cx'), away('fy', 'cy')) >= at('r', '50%')
    ? 'has a gradient whose focus, “fx” and “fy”, lies outside it; move it inside'
    : undefined
}

const share = (text: string) => Number.parseFloat(text) / (text.endsWith('%') ? 100 : 1)

const passedOn = new Set(['fill', 'stroke', 'text-anchor', 'marker-start', 'marker-mid', 'marker-end'])

/** By element: what it says itself or takes from those around it. */
function inheritance(root: XmlElement): ReadonlyMap<XmlElement, ReadonlyMap<string, string>> {
  const found = new Map<XmlElement, ReadonlyMap<string, string>>()
  const visit = (element: XmlElement, outer: ReadonlyMap<string, string>) => {
    const own = [...element.attributes].filter(([name]) => passedOn.has(name))
    const all = own.length === 0 ? outer : new Map([...outer, ...own])
    found.set(element, all)
    for (const child of element.children) if (typeof child !== 'string') visit(child, all)
  }
  visit(root, new Map())
  return found
}
