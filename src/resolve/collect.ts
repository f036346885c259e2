import type { Log } from '../log.ts'
import { didYouMean } from '../nearest.ts'
import type { Cite, CitedWork, CiteGroup, CitePrefix, CiteSuffix } from '../tree.ts'
import type { Group } from './csl/render.ts'
import { mergeCitations } from './merge-citations.ts'
import type { OpenNode, OpenSection } from './node.ts'

/** A group of citations in the text, and the number of the note that it is, or stands in; 0 outside notes. */
export interface CollectedGroup extends Group {
  readonly node: OpenNode
  readonly section: OpenSection
  /** The ids of the claims that it stands for. */
  readonly claims: readonly string[]
  /** Does it stand in a note of the author's? */
  readonly inNote: boolean
}

/** What the text calls and cites, in the order of reading. */
export interface Collected {
  readonly groups: readonly CollectedGroup[]
  /** Keys listed without being cited: `[@*]` asks for all. */
  readonly all: boolean
  /** The author’s notes by number, each alone in a section; the numbers between are those of a note style’s own. */
  readonly notes: ReadonlyMap<number, OpenSection>
}

/**
 * Numbers the notes and finds the citations, in the order of reading: the text of a note is read where it is first
 * called. In a note style each group outside notes is a note of its own.
 */
export function collect(
  sections: readonly OpenSection[],
  known: ReadonlyMap<string, unknown>,
  isNoteStyle: boolean,
  log: Log,
): Collected {
  const groups: CollectedGroup[] = []
  const notes = new Map<number, OpenSection>()
  let all = false
  let count = 0
  for (const section of sections) {
    const { tree, source } = section
    const definitions = takeDefinitions(tree)
    mergeCitations(tree, isNoteStyle)
    for (const definition of definitions.values()) mergeCitations(definition, false)
    const numbers = new Map<string, number>()
    const visit = (node: OpenNode, note: number): void => {
      if (node.type === 'citeGroup') cite(node, note)
      else if (node.type === 'footnoteReference') call(node)
      else for (const child of node.children ?? []) visit(child, note)
    }
    const cite = (node: OpenNode, note: number): void => {
      const group = node as unknown as CiteGroup
      const cites = group.children.filter(({ identifier }) => identifier !== '*')
      all ||= cites.length < group.children.length
      const items = cites.filter((one) => exists(one, known, source, log)).map(itemOf)
      if (items.length === 0) return
      const number = note || (isNoteStyle ? ++count : 0)
      // A citation in an author's note names its author itself.
      const isNamed = group.kind === 'narrative' && group.children[0]?.partial === undefined
      const narrative = isNamed && !(isNoteStyle && note > 0)
      const claims = [...new Set(cites.flatMap((one) => one.claims ?? []))]
      groups.push({ node, section, items, claims, narrative, note: isNoteStyle ? number : 0, inNote: note > 0 })
    }
    const call = (node: OpenNode): void => {
      const identifier = String(node.identifier)
      const before = numbers.get(identifier)
      const number = before ?? ++count
      node.number = number
      node.identifier = `note-${number}`
      const definition = definitions.get(identifier)
      if (before !== undefined || !definition) return
      numbers.set(identifier, number)
      notes.set(number, { source, tree: { type: 'root', children: [{ ...definition, number }] } })
      for (const child of definition.children ?? []) visit(child, number)
    }
    visit(tree, 0)
  }
  return { groups, all, notes }
}

function takeDefinitions(tree: OpenNode): Map<string, OpenNode> {
  const definitions = new Map<string, OpenNode>()
  const take = (node: OpenNode): void => {
    node.children = node.children?.filter((child) => {
      if (child.type !== 'footnoteDefinition') return true
      if (!definitions.has(String(child.identifier))) definitions.set(String(child.identifier), child)
      return false
    }) as OpenNode[]
    for (const child of node.children) if (child.children) take(child)
  }
  take(tree)
  return definitions
}

function exists(cite: Cite, known: ReadonlyMap<string, unknown>, section: OpenSection['source'], log: Log): boolean {
  if (known.has(cite.identifier)) return true
  log.report('citation-resolves', section.place(cite), `No source has the key “${cite.identifier}”`, {
    notes: didYouMean(cite.identifier, known.keys()),
    actual: cite.identifier,
  })
  return false
}

function itemOf({ identifier, locator, partial, children }: Cite): CitedWork {
  const part = (type: (CitePrefix | CiteSuffix)['type']) => affix(children.find((child) => child.type === type))
  const [prefix, suffix] = [part('citePrefix'), part('citeSuffix')]
  return {
    id: identifier,
    ...(locator ? { locator: withHyphens(locator.value), label: locator.label } : {}),
    ...(prefix ? { prefix: /[([“‘«]$/.test(prefix) ? prefix : `${prefix} ` } : {}),
    ...(suffix ? { suffix: /^[,.;:!?)\]]/.test(suffix) ? suffix : ` ${suffix}` } : {}),
    ...(partial === 'year' ? { 'suppress-author': true } : {}),
  }
}

/** Ranges as the engine reads them: between numbers, dashes and double hyphens are hyphens. */
function withHyphens(locator: string): string {
  const end = String.raw`\p{N}|(?<![\p{L}])[ivxlcdm]+`
  return locator.replace(new RegExp(`(?<=${end})\\s?(?:--|[‐‑‒–—―−])\\s?(?=${end})`, 'giu'), '-')
}

/** The words of an affix with the markup that the engine understands. */
function affix(node: CitePrefix | CiteSuffix | undefined): string {
  const tags: Readonly<Record<string, string>> = { emphasis: 'i', strong: 'b' }
  const write = (child: OpenNode): string => {
    const words = child.value ?? (child.type === 'break' ? ' ' : (child.children ?? []).map(write).join(''))
    const tag = tags[child.type]
    return tag ? `<${tag}>${words}</${tag}>` : words.replace(/\n/g, ' ')
  }
  return ((node?.children ?? []) as unknown as OpenNode[]).map(write).join('')
}
