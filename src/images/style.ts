import type { XmlElement } from './xml.ts'

/** One simple selector of a style sheet and what it sets. */
export interface StyleRule {
  readonly selector: string
  readonly set: readonly (readonly [string, string])[]
}

/** The rules of a style sheet; a sheet that does more than set properties by simple selectors is refused in words. */
export function readStyle(css: string): StyleRule[] | string {
  const plain = css.replace(/\/\*[\s\S]*?\*\//g, '')
  if (/@|\\/.test(plain)) return 'has a style sheet with at-rules or escapes'
  const rules: StyleRule[] = []
  let rest = plain
  for (const [whole, selectors, body] of plain.matchAll(/([^{}]*)\{([^{}]*)\}/g)) {
    for (const selector of selectors!.split(',').map((one) => one.trim())) {
      if (!/^(\*|[a-zA-Z]*|[a-zA-Z]*[.#][\w-]+)$/.test(selector) || !selector) {
        return `has a style sheet with the selector “${selector}”; only names, .class and #id are supported`
      }
      rules.push({ selector, set: declarations(body!) })
    }
    rest = rest.replace(whole, '')
  }
  return rest.trim() ? 'has a style sheet that cannot be read' : rules
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
  attributes.delete('style')
  if (/@|\\/.test(own)) problems.push('has a style with escapes')
  const matching = rules.filter((rule) => matches(rule.selector, element, name))
  const ordered = matching.sort((a, b) => strength(a.selector) - strength(b.selector))
  for (const [property, value] of [...ordered.flatMap((rule) => rule.set), ...declarations(own)]) {
    attributes.set(property, value)
  }
  return attributes
}

function declarations(body: string): (readonly [string, string])[] {
  return body.split(';').flatMap((one) => {
    const at = one.indexOf(':')
    const [property, value] = [
      one.slice(0, at).trim(),
      one
        .slice(at + 1)
        .replace(/!important/, '')
        .trim(),
    ]
    return at > 0 && value ? [[property, value.replace(/^([\d.]+)px$/, '$1')] as const] : []
  })
}

function matches(selector: string, element: XmlElement, name: string): boolean {
  const [, tag, sign, word] = /^([a-zA-Z]*|\*)(?:([.#])([\w-]+))?$/.exec(selector)!
  if (tag && tag !== '*' && tag !== name) return false
  if (sign === '#') return element.attributes.get('id') === word
  return sign !== '.' || (element.attributes.get('class') ?? '').split(/\s+/).includes(word!)
}

const strength = (selector: string) =>
  selector.includes('#') ? 3 : selector.includes('.') ? 2 : selector === '*' ? 0 : 1
