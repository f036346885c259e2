import type { Log } from '../log.ts'
import type { Bibliography, BibliographyEntry, Contents, ContentsEntry } from '../tree.ts'
import { type OpenNode, type OpenSection, replaceBelow, walk, wordsOf } from './node.ts'

/** Which works a bibliography lists: those held and cited, those known through others, those consulted only. */
export const bibliographyGroups = ['held', 'quoted', 'consulted'] as const
export type BibliographyGroup = (typeof bibliographyGroups)[number]

/** The keys that the bibliographies of the text list together: what citations can link to. */
export function listedWorks(
  sections: readonly OpenSection[],
  groupOf: (key: string) => BibliographyGroup,
  keys: Iterable<string>,
): Set<string> {
  const asked = new Set<string>()
  for (const { tree } of sections) {
    for (const node of walk(tree)) {
      if (node.type !== 'slot' || node.name !== 'bibliography') continue
      asked.add((node.options as Record<string, string>).group ?? 'all')
    }
  }
  return new Set([...keys].filter((key) => asked.has('all') || asked.has(groupOf(key))))
}

/** Fills the lists: contents, figures, tables, bibliography. */
export function fillSlots(
  sections: readonly OpenSection[],
  entries: readonly BibliographyEntry[],
  hanging: boolean,
  groupOf: (key: string) => BibliographyGroup,
  log: Log,
): void {
  const printed = new Set<string>()
  for (const { tree, source } of sections) {
    replaceBelow(tree, (node) => {
      if (node.type !== 'slot') return undefined
      const options = node.options as Record<string, string>
      const complain = (reason: string) => log.report('markdown-is-supported', source.place(node), reason)
      if (node.name !== 'bibliography') return [contents(node, options, sections, complain)]
      if (options.group !== undefined && !bibliographyGroups.some((known) => known === options.group)) {
        complain(`The bibliography has no group “${options.group}”; groups are ${bibliographyGroups.join(', ')}`)
      }
      const children = entries.filter(({ identifier }) => {
        const isAsked = options.group === undefined || groupOf(identifier) === options.group
        if (isAsked && printed.has(identifier)) return false
        if (isAsked) printed.add(identifier)
        return isAsked
      })
      const bibliography: Bibliography = { type: 'bibliography', hanging, children, position: node.position }
      return children.length > 0 ? [bibliography as unknown as OpenNode] : []
    })
    markInText(tree.children ?? [])
  }
}

/** Lists that share their section with other text: the heading above is that of the section, and stays with it. */
function markInText(blocks: readonly OpenNode[]): void {
  for (const [at, node] of blocks.entries()) {
    if (node.type !== 'contents') continue
    const isOther = ({ type }: OpenNode) => type !== 'contents'
    const [before, after] = [blocks.slice(0, at).findLast(isOther), blocks.slice(at).find(isOther)]
    if ([before, after].some((it) => it !== undefined && it.type !== 'heading')) node.inText = true
  }
}

function contents(
  slot: OpenNode,
  { depth = '3' }: Record<string, string>,
  sections: readonly OpenSection[],
  complain: (reason: string) => void,
): OpenNode {
  const levels = Number(depth)
  if (!Number.isInteger(levels) || levels < 1 || levels > 6)
    complain(`The depth “${depth}” is not a number from 1 to 6`)
  const of = slot.name === 'contents' ? 'headings' : (slot.name as 'figures' | 'tables')
  const entries = sections.flatMap(({ tree }) => [...walk(tree)].flatMap((node) => entry(node, of, levels)))
  const filled: Contents = { type: 'contents', of, entries, position: slot.position }
  return filled as unknown as OpenNode
}

function entry(node: OpenNode, of: Contents['of'], levels: number): ContentsEntry[] {
  const id = node.data?.id ?? ''
  if (of === 'headings') {
    if (node.type !== 'heading' || Number(node.depth) > levels || isUnlisted(node)) return []
    const number = node.data?.number as string | undefined
    const words = wordsOf(node).trim()
    const text = number ? words.slice(number.length).trim() : words
    return [{ id, depth: Number(node.depth), ...(number ? { label: number } : {}), text }]
  }
  if (node.type !== 'figure' || `${String(node.kind)}s` !== of || !node.label) return []
  const caption = node.children?.[0]
  return [{ id, depth: 1, label: String(node.label), text: caption ? wordsOf(caption).trim() : '' }]
}

/** As in pandoc: `## Title {.unlisted}` stands in no contents. */
function isUnlisted({ data }: OpenNode): boolean {
  return String(data?.role ?? '')
    .split(' ')
    .includes('unlisted')
}
