import type { Handle, Info, Options, State } from 'mdast-util-to-markdown'
import type { Cite, CiteGroup } from '../../core/index.ts'
import { printAttributes } from './attributes.ts'
import { plainKey } from './characters.ts'
import { writtenClaims } from './claims.ts'
import { printLocator, takeLocator } from './locator.ts'

declare module 'mdast-util-to-markdown' {
  interface ConstructNameMap {
    citation: 'citation'
  }
}

/** Prints `citeGroup` nodes as Pandoc citations, and escapes what would be read as one. */
export function citationToMarkdown(): Options {
  const print: Handle = (node: CiteGroup, _parent, state, info) => {
    const exit = state.enter('citation')
    const value = node.kind === 'narrative' ? narrative(node, state, info) : parenthetical(node.children, state, info)
    exit()
    const claims = writtenClaims(node)
    return claims === undefined ? value : `[${value}]${printAttributes({ roles: [], pairs: { claims } })}`
  }
  const isBare = (node: CiteGroup) => node.kind === 'narrative' && writtenClaims(node) === undefined
  const group = Object.assign(print, { peek: (node: CiteGroup) => (isBare(node) ? '@' : '[') })
  return {
    unsafe: [
      { character: '@', inConstruct: 'phrasing' },
      ...[';', '[', ']', '{', '}', '\n'].map((character) => ({ character, inConstruct: 'citation' as const })),
    ],
    handlers: { citeGroup: group },
  }
}

function parenthetical(cites: readonly Cite[], state: State, info: Info): string {
  return `[${cites.map((cite) => work(cite, state, info)).join('; ')}]`
}

function narrative({ children: [first, ...others] }: CiteGroup, state: State, info: Info): string {
  if (!first) return ''
  const own = tail(first, state, info).replace(/^, /, '').trimStart()
  const inside = [...(own ? [own] : []), ...others.map((cite) => work(cite, state, info))]
  return key(first) + (inside.length > 0 ? ` [${inside.join('; ')}]` : '')
}

function work(cite: Cite, state: State, info: Info): string {
  const prefix = affix(cite, 'citePrefix', state, { ...info, before: '[', after: '@' })
  return (prefix === '' || prefix.endsWith('(') ? prefix : `${prefix} `) + key(cite) + tail(cite, state, info)
}

function key({ label, partial }: Cite): string {
  const name = plainKey.test(label) || label === '*' ? label : `{${label}}`
  return `${partial === 'year' ? '-' : ''}@${name}`
}

/** What follows the key: the locator, then the suffix. */
function tail(cite: Cite, state: State, info: Info): string {
  const suffix = affix(cite, 'citeSuffix', state, { ...info, before: ' ', after: ']' })
  if (!cite.locator) {
    const words = suffix === '' || suffix.startsWith(',') ? suffix : ` ${suffix}`
    return takeLocator(firstWords(cite))?.locator ? `{}${words}` : words
  }
  const space = suffix === '' || /^[,;:.!?]/.test(suffix) ? '' : ' '
  return printLocator(cite.locator, space + firstWords(cite)) + space + suffix
}

/** What the suffix begins with, before it is escaped: that is what a reader looks for a locator in. */
function firstWords({ children }: Cite): string {
  const first = children.find(({ type }) => type === 'citeSuffix')?.children[0]
  return first?.type === 'text' ? first.value : ''
}

function affix(cite: Cite, type: 'citePrefix' | 'citeSuffix', state: State, info: Info): string {
  const part = cite.children.find((child) => child.type === type)
  return part ? state.containerPhrasing(part, info) : ''
}
