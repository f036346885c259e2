import type { TableRow } from 'mdast'
import {
  type CiteGroup,
  type DraftNode,
  grouped,
  type Inline,
  inOneLine,
  itemAt,
  type Link,
  Log,
  localeOf,
  must,
  nodesOf,
  type Section,
  textOf,
} from '../../core/index.ts'
import { type Collected, collect } from './collect.ts'
import { isNoteStyle, type Style } from './csl/style.ts'
import { withMergedCitations } from './merge-citations.ts'
import { identifierOf, labelOf } from './references.ts'

/** A place that cites a claim, or names its entry: its id, and what the text around it is called. */
export interface Use {
  readonly id: string
  readonly words: string
}
/** What stands around: an id only where the author gave one. */
type Place = { readonly id?: string | undefined; readonly words: string }
/** By the id of the entry. */
export type Uses = ReadonlyMap<string, readonly Use[]>

/** What a pack uses of the entries that another prints. */
export interface UsesElsewhere {
  readonly pack: string
  /** What it is called. */
  readonly title: string
  readonly uses: Uses
}

/** The uses in a pack that is not resolved: its figures are taken to be all there. */
export function usesInDraft(drafted: readonly Section[], sources: ReadonlyMap<string, unknown>, style: Style): Uses {
  const sections = withMergedCitations(drafted, isNoteStyle(style))
  const { groups } = collect(sections, { has: () => true }, sources, isNoteStyle(style), new Log())
  return usesIn(sections, groups)
}

/**
 * Every use of an entry, in the order of the text. A citation leads to itself, the name of an entry to what it stands
 * under; both are called by the label of their heading or row, such as `KJ1`, or by their section.
 */
export function usesIn(sections: readonly Section[], groups: Collected['groups']): Uses {
  const ids = new Map(groups.map(({ node, id }) => [node, id]))
  const uses = new Map<string, Use[]>()
  const add = (entry: string, { id, words }: Place, isSame: (use: Use) => boolean) => {
    const known = uses.get(entry) ?? []
    if (id !== undefined && !known.some(isSame)) uses.set(entry, [...known, { id, words }])
  }
  // Where one title stands over all, sections are a level below it.
  const titles = sections.flatMap(({ tree }) => [...nodesOf(tree, 'heading')]).filter(({ depth }) => depth === 1)
  const top = titles.length === 1 ? 2 : 1
  for (const { tree } of sections) {
    let [section, around]: [string, Place] = ['', { words: '' }]
    const called = new Map<string, Place>()
    const visit = (node: DraftNode): void => {
      const outside = around
      if (node.type === 'heading') {
        if (node.depth <= top) section = inShort(inOneLine(textOf<DraftNode>(node)))
        around = { id: node.data?.id, words: labelOf(node) ?? section }
      } else if (node.type === 'tableRow') around = ofRow(node) ?? around
      else if (node.type === 'footnoteReference') called.set(node.identifier, around)
      else if (node.type === 'footnoteDefinition') around = called.get(node.identifier) ?? around
      else if (node.type === 'citeGroup') {
        const id = ids.get(node)
        for (const claim of claimsIn(node)) add(`claim-${claim}`, { id, words: around.words }, (use) => use.id === id)
      }
      const entry = identifierOf(node)
      // Under a heading that cites the claim too, its name is no use of its own.
      if (entry?.startsWith('claim-')) add(entry, around, ({ words }) => words === around.words)
      if ('children' in node) for (const child of node.children) visit(child)
      if (node.type === 'tableRow' || node.type === 'footnoteDefinition') around = outside
    }
    visit(tree)
  }
  return uses
}

/** The first words of a long title. */
export function inShort(title: string): string {
  return title.length > 24 ? itemAt(title.split(/[,:;]\s|\s[–—(]/), 0).trim() : title.trim()
}

/** A work cited as a whole uses none of its claims. */
function claimsIn({ children }: CiteGroup): readonly string[] {
  return children.flatMap(({ locator, claims = [] }) => (locator ? claims : []))
}

/** A row is called by the code that its first cell gives an id, such as `KJ1`. */
function ofRow(row: TableRow): Place | undefined {
  const span = row.children[0]?.children.find(({ data }) => data?.id !== undefined)
  const words = span && textOf<DraftNode>(span).trim()
  return words && /^\p{Lu}{1,3}[\d.]+$/u.test(words) ? { id: span.data?.id, words } : undefined
}

/** “Used in: KJ1, Guards (1, 2); *Brief:* KJ2.” as links; nothing where nothing uses the entry. */
export function waysBack(entry: string, language: string, own: Uses, elsewhere: readonly UsesElsewhere[]): Inline[] {
  const { references, cover } = localeOf(language)
  const named = (label: string) => emphasised(`${label}${cover.colon.trimEnd()}`)
  const parts = [
    linksTo(own.get(entry) ?? [], undefined),
    ...elsewhere.map(({ pack, title, uses }) => {
      const links = linksTo(uses.get(entry) ?? [], pack)
      return links.length > 0 ? [named(title), text(' '), ...links] : []
    }),
  ].filter((part) => part.length > 0)
  if (parts.length === 0) return []
  return [
    named(references.usedIn),
    text(' '),
    ...parts.flatMap((part, index) => (index === 0 ? part : [text(cover.semicolon), ...part])),
    text('.'),
  ]
}

/** Places under one heading stand together and are numbered. */
function linksTo(uses: readonly Use[], pack: string | undefined): Inline[] {
  const to = ({ id }: Use, words: string): Link => ({ type: 'link', url: `#${id}`, pack, children: [text(words)] })
  const byWords = grouped(uses, (use) => use.words)
  return [...byWords].flatMap(([words, [first, ...more]], index): Inline[] => [
    ...(index > 0 ? [text(', ')] : []),
    to(must(first), words || '1'),
    ...(more.length > 0 ? [text(' (')] : []),
    ...more.flatMap((use, at): Inline[] => [...(at > 0 ? [text(', ')] : []), to(use, String(at + 2))]),
    ...(more.length > 0 ? [text(')')] : []),
  ])
}

const text = (value: string): Inline => ({ type: 'text', value })
const emphasised = (value: string): Inline => ({ type: 'emphasis', children: [text(value)] })
