import { elementsOf, numbersIn } from './limits.ts'
import { isPaint } from './properties.ts'
import type { XmlElement } from './xml.ts'

/** By element within a picture: what renderers have ideas of their own about. */
const attributes: ReadonlyMap<string, readonly string[]> = new Map([
  ['svg', ['transform', 'clip-path', 'opacity']],
  ['symbol', ['transform', 'clip-path', 'refX', 'refY', 'x', 'y', 'width', 'height']],
  ['tspan', ['opacity']],
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
  for (const element of all) {
    const { name } = element
    if (name === 'radialGradient' && isNothing(element, 'r')) return 'has a gradient of no radius'
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
