import type { XmlElement } from './xml.ts'

/** One simple selector of a style sheet and what it sets. */
export interface StyleRule {
  readonly selector: string
  readonly set: readonly Declaration[]
}

interface Declaration {
  readonly property: string
  readonly value: string
  readonly isImportant: boolean
}

/** The rules of a style sheet; a sheet that does more than set properties by simple selectors is refused in words. */
export function readStyle(css: string): StyleRule[] | string {
  const plain = withoutComments(css)
  if (/@|\\/.test(plain)) return 'has a style sheet with at-rules or escapes'
  const rules: StyleRule[] = []
  const blocks = plain.split('}')
  for (const [index, block] of blocks.entries()) {
    const [selectors = '', body, ...more] = block.split('{')
    if (index === blocks.length - 1 ? block.trim() !== '' : body === undefined || more.length > 0)
      return 'has a style sheet that cannot be read'
    if (body === undefined) continue
    for (const selector of selectors.split(',').map((one) => one.trim())) {
      if (!/^(\*|[a-zA-Z]*|[a-zA-Z]*[.#][\w-]+)$/.test(selector) || !selector) {
        const shown = selector.slice(0, 60)
        return `has a style sheet with the selector “${shown}”; only names, .class and #id are supported`
      }
      rules.push({ selector, set: declarations(body) })
    }
  }
  return rules
}

/** One that is not closed takes all that follows. */
function withoutComments(css: string): string {
  const [before, ...rest] = css.split('/*')
  return [before, ...rest.map((piece) => (piece.includes('*/') ? piece.slice(piece.indexOf('*/') + 2) : ''))].join('')
}

/** An element's attributes with the sheets' properties and its own `style` made attributes, the stronger last. */
export function applyStyles(
  element: XmlElement,
  name: string,
  rules: readonly StyleRule[],
  problems: string[],
): Map<string, string> {
  const attributes = new Map(element.attributes)
  const own = attributes.get('style') ?? ''
  for (const property of ['style', 'font', 'marker']) attributes.delete(property)
  if (/\d(px|deg)/.test(attributes.get('transform') ?? ''))
    problems.push('has units in the attribute “transform”, where browsers read none; leave them out')
  if (/@|\\/.test(own)) problems.push('has a style with escapes')
  const matching = rules.filter((rule) => matches(rule.selector, element, name))
  const ordered = matching.sort((a, b) => strength(a.selector) - strength(b.selector))
  const set = [...ordered.flatMap((rule) => rule.set), ...declarations(own)]
  for (const isLast of [false, true])
    for (const { property, value, isImportant } of set) {
      if (isImportant !== isLast) continue
      if (needsUnit(property, value))
        problems.push(`has “${property}: ${value.slice(0, 60)}” in a style, where browsers want a unit (px, deg)`)
      attributes.set(property, value.replace(/^([\d.]+)px$/i, '$1'))
    }
  return attributes
}

const geometry = new Set(['x', 'y', 'cx', 'cy', 'r', 'rx', 'ry', 'width', 'height'])
const needsUnit = (property: string, value: string) =>
  (geometry.has(property) && /^[+-]?[\d.]*[1-9][\d.]*$/.test(value)) ||
  (property === 'transform' && /(translate|rotate|skew[XY]?)\([^)]*[1-9.]\d*\s*[,\s)]/.test(value))

function declarations(body: string): Declaration[] {
  return body.split(';').flatMap((one) => {
    const at = one.indexOf(':')
    const [property, said] = [one.slice(0, at).trim().toLowerCase(), one.slice(at + 1).trim()]
    const value = said.replace(/\s*!\s*important$/i, '')
    return at > 0 && value ? [{ property, value, isImportant: /!\s*important$/i.test(said) }] : []
  })
}

function matches(selector: string, element: XmlElement, name: string): boolean {
  const [, tag, sign, word = ''] = /^([a-zA-Z]*|\*)(?:([.#])([\w-]+))?$/.exec(selector) ?? []
  if (tag && tag !== '*' && tag !== name) return false
  if (sign === '#') return element.attributes.get('id') === word
  return sign !== '.' || (element.attributes.get('class') ?? '').split(/\s+/).includes(word)
}

const strength = (selector: string) =>
  selector.includes('#') ? 3 : selector.includes('.') ? 2 : selector === '*' ? 0 : 1
