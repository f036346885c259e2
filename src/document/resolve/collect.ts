import type { FootnoteDefinition, FootnoteReference } from 'mdast'
import {
  type Cite,
  type CitedWork,
  type CiteGroup,
  type CitePrefix,
  type CiteSuffix,
  type DraftNode,
  didYouMean,
  type Log,
  nodesOf,
  type Section,
} from '../../core/index.ts'
import type { Group } from './csl/render.ts'
import type { Figures } from './figures.ts'
import { isLeftOut, readingChildren } from './reading.ts'

/** A group of citations in the text, and the number of the note that it is, or stands in; 0 outside notes. */
export interface CollectedGroup extends Group {
  readonly node: CiteGroup
  /** Where links to it lead. */
  readonly id: string
  /** The ids of the claims that it stands for. */
  readonly claims: readonly string[]
  /** Does it stand in a note of the author's? */
  readonly inNote: boolean
}

/** A note of the author's, and the section that it stands in. */
export interface AuthorNote {
  readonly section: Section
  readonly definition: FootnoteDefinition
}

/** What the text calls and cites, in the order of reading. */
export interface Collected {
  readonly groups: readonly CollectedGroup[]
  /** Keys listed without being cited: `[@*]` asks for all. */
  readonly all: boolean
  /** The number of the note that each call is of. */
  readonly calls: ReadonlyMap<FootnoteReference, number>
  /** The author’s notes by number; the numbers between are those of a note style’s own. */
  readonly notes: ReadonlyMap<number, AuthorNote>
}

/**
 * Numbers the notes and finds the citations, in the order of reading: the text of a note is read where it is first
 * called. In a note style each group outside notes is a note of its own.
 */
export function collect(
  sections: readonly Section[],
  figures: Pick<Figures, 'has'>,
  known: ReadonlyMap<string, unknown>,
  isNoteStyle: boolean,
  log: Log,
): Collected {
  const groups: CollectedGroup[] = []
  const calls = new Map<FootnoteReference, number>()
  const notes = new Map<number, AuthorNote>()
  let all = false
  let count = 0
  for (const section of sections) {
    const definitions = new Map(
      [...nodesOf(section.tree, 'footnoteDefinition')].reverse().map((it) => [it.identifier, it]),
    )
    const numbers = new Map<string, number>()
    const visit = (node: DraftNode, note: number): void => {
      if (node.type === 'citeGroup') cite(node, note)
      else if (node.type === 'footnoteReference') call(node)
      else if (node.type !== 'footnoteDefinition' && !isLeftOut(node, figures))
        for (const child of readingChildren(node)) visit(child, note)
    }
    const cite = (node: CiteGroup, note: number): void => {
      const cites = node.children.filter(({ identifier }) => identifier !== '*')
      all ||= cites.length < node.children.length
      const items = cites.filter((one) => exists(one, known, section, log)).map(itemOf)
      if (items.length === 0) return
      const number = note || (isNoteStyle ? ++count : 0)
      // A citation in an author's note names its author itself.
      const isNamed = node.kind === 'narrative' && node.children[0]?.partial === undefined
      const narrative = isNamed && !(isNoteStyle && note > 0)
      const claims = [...new Set(cites.flatMap((one) => one.claims ?? []))]
      const id = `cite-${groups.length + 1}`
      groups.push({ node, id, items, claims, narrative, note: isNoteStyle ? number : 0, inNote: note > 0 })
    }
    const call = (node: FootnoteReference): void => {
      const before = numbers.get(node.identifier)
      const number = before ?? ++count
      calls.set(node, number)
      const definition = definitions.get(node.identifier)
      if (before !== undefined || !definition) return
      numbers.set(node.identifier, number)
      notes.set(number, { section, definition })
      for (const child of definition.children) visit(child, number)
    }
    visit(section.tree, 0)
  }
  return { groups, all, calls, notes }
}

function exists(cite: Cite, known: ReadonlyMap<string, unknown>, section: Section, log: Log): boolean {
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
    ...(locator
      ? { locator: locator.value, label: locator.label, ...(locator.word ? { word: locator.word } : {}) }
      : {}),
    ...(prefix ? { prefix: /[([“‘«]$/.test(prefix) ? prefix : `${prefix} ` } : {}),
    ...(suffix ? { suffix: /^[,.;:!?)\]]/.test(suffix) ? suffix : ` ${suffix}` } : {}),
    ...(partial === 'year' ? { 'suppress-author': true } : {}),
  }
}

/** The words of an affix with the markup that the engine understands. */
function affix(node: CitePrefix | CiteSuffix | undefined): string {
  const tags: Readonly<Record<string, string>> = { emphasis: 'i', strong: 'b' }
  const write = (child: DraftNode): string => {
    if (child.type === 'break') return ' '
    const words = 'value' in child ? child.value : readingChildren(child).map(write).join('')
    const tag = tags[child.type]
    return tag ? `<${tag}>${words}</${tag}>` : words.replace(/\n/g, ' ')
  }
  return (node?.children ?? []).map(write).join('')
}
