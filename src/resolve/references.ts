import type { Locale } from '../locale/en.ts'
import type { Log } from '../log.ts'
import { didYouMean } from '../nearest.ts'
import type { Targets } from './ids.ts'
import { type OpenNode, type OpenSection, replaceBelow, walk, wordsOf } from './node.ts'

/** What a pack refers to and does not print. */
export interface Elsewhere {
  /** How it is called in running text; may be empty. */
  readonly words: string
  /** The companion pack that prints it. */
  readonly pack?: string | undefined
}

/** By id. */
export type Elsewheres = ReadonlyMap<string, Elsewhere>

/** The ids that sections refer to and do not give themselves. */
export function idsMissing(sections: readonly { readonly tree: object }[]): ReadonlySet<string> {
  const nodes = sections.flatMap(({ tree }) => [...walk(tree as OpenNode)])
  const missing = new Set(nodes.flatMap((node) => identifierOf(node) ?? []))
  for (const { data } of nodes) if (data?.id !== undefined) missing.delete(data.id)
  return missing
}

/** How each id that some sections give is called where they are not printed, so that it has no number. */
export function targetWords(sections: readonly { readonly tree: object }[]): ReadonlyMap<string, string> {
  const nodes = sections.flatMap(({ tree }) => [...walk(tree as OpenNode)])
  const wordsFor = (node: OpenNode) => {
    const caption = node.type === 'captionedTable' ? node.children?.[1] : undefined
    return node.data?.label ? String(node.data.label) : wordsOf(caption ?? node).trim()
  }
  return new Map(nodes.flatMap((node) => (node.data?.id === undefined ? [] : [[node.data.id, wordsFor(node)]])))
}

/**
 * Makes links of cross-references, worded by what they point at. What this pack does not print is linked to in the
 * companion, or told in words; what is nowhere is reported.
 */
export function resolveReferences(
  sections: readonly OpenSection[],
  targets: Targets,
  elsewhere: Elsewheres,
  words: Locale['references'],
  log: Log,
): void {
  for (const { tree, source } of sections) {
    replaceBelow(tree, (node) => {
      const identifier = identifierOf(node)
      if (identifier === undefined) return undefined
      const target = targets.get(identifier)
      const there = elsewhere.get(identifier)
      if (!target && there) return elsewhereOf(node, identifier, there)
      if (!target) {
        log.report('cross-reference-resolves', source.place(node), `Nothing in this pack has the id “#${identifier}”`, {
          notes: didYouMean(identifier, targets.keys()),
          actual: identifier,
        })
        return []
      }
      if (node.type === 'link') return undefined
      const children: OpenNode[] = [{ type: 'text', value: phrase(target, words) }]
      return [{ type: 'link', url: `#${identifier}`, children, position: node.position }]
    })
    for (const node of elsewhere.size > 0 ? walk(tree) : []) dropBrackets(node)
  }
}

function elsewhereOf(node: OpenNode, identifier: string, { words, pack }: Elsewhere): OpenNode[] {
  const children = node.type === 'link' ? (node.children ?? []) : [{ type: 'text', value: words }]
  if (pack !== undefined) return [{ type: 'link', url: `#${identifier}`, pack, children, position: node.position }]
  return children.map((child) => ({ ...child, unled: children.length === 1, position: node.position }))
}

/** Brackets in which a reference stood alone tell nothing once it leads nowhere: “(KJ2)”. */
function dropBrackets({ children = [] }: OpenNode): void {
  for (let at = 1; at < children.length - 1; at++) {
    const [before, node, after] = children.slice(at - 1, at + 2) as [OpenNode, OpenNode, OpenNode]
    if (!node.unled || !/ ?\($/.test(before.value ?? '') || !after.value?.startsWith(')')) continue
    before.value = before.value!.replace(/ ?\($/, '')
    Object.assign(node, { type: 'text', value: '', children: undefined })
    after.value = after.value.slice(1)
  }
}

function identifierOf(node: OpenNode): string | undefined {
  if (node.type === 'crossReference') return String(node.identifier)
  return node.type === 'link' && String(node.url).startsWith('#') ? String(node.url).slice(1) : undefined
}

/** `Figure 2`, a heading’s own label, `section 3.1`, or the words of the target themselves. */
function phrase(target: OpenNode, words: Locale['references']): string {
  if (target.type === 'figure' && target.label) return String(target.label)
  if (target.type === 'heading' && target.data?.label) return String(target.data.label)
  if (target.type === 'heading' && target.data?.number) return `${words.section}\u00a0${target.data.number}`
  return wordsOf(target).trim() || String(target.data?.id)
}
