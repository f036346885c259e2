import {
  type Contents,
  type Document,
  type FootnoteDefinition,
  inOneLine,
  type Node,
  textOf,
  walk,
} from '../../core/index.ts'
import { isOfCover } from '../alike.ts'

/** What all nodes of a document are written with. */
export interface Setting {
  readonly document: Document
  /** Ids that links can lead to. */
  readonly ids: ReadonlySet<string>
  /** Notes that something calls, by identifier. */
  readonly notes: ReadonlyMap<string, FootnoteDefinition>
  /** How often each note has been called so far: each call has an id of its own to come back to. */
  readonly calls: Map<string, number>
  /** How many lists of a kind there are so far: each has a name of its own. */
  readonly lists: Map<Contents['of'], number>
  /** The contents that stand beside the text, not in it. */
  readonly rail: Contents | undefined
  /** The id of the heading that was written last: what has no caption is named by it. */
  readonly section: { id?: string | undefined }
  /** The title that stands above the text, and the headings that stand one lower because of one: a page has one `h1`. */
  readonly title: { readonly isAbove: boolean; readonly lowered: ReadonlySet<Node> }
  /** How many pictures there are so far: their ids are made different by it. */
  readonly counts: { picture: number; table: number }
}

export function settingOf(document: Document): Setting {
  const nodes = [...walk<Node>(document.body)]
  const called = new Set(nodes.flatMap((node) => (node.type === 'footnoteReference' ? [node.identifier] : [])))
  const definitions = nodes.filter((node): node is FootnoteDefinition => node.type === 'footnoteDefinition')
  const rail = document.body.children.find(
    (node): node is Contents => node.type === 'contents' && node.of === 'headings',
  )
  return {
    document,
    ids: new Set(nodes.flatMap((node) => node.data?.id ?? [])),
    notes: new Map(
      definitions.flatMap((note) => (called.has(note.identifier) ? [[note.identifier, note] as const] : [])),
    ),
    calls: new Map(),
    lists: new Map(rail ? [['headings', 1]] : []),
    rail,
    section: {},
    title: titleOf(document, nodes),
    counts: { picture: 0, table: 0 },
  }
}

/** Without a cover the first heading is the title, where it says the same or is of a cover of its own, or where there is no other. */
function titleOf({ meta }: Document, nodes: readonly Node[]): Setting['title'] {
  const headings = nodes.filter((node) => node.type === 'heading')
  const [first, second] = headings.filter(({ depth }) => depth === 1)
  if (meta.cover !== false) return { isAbove: true, lowered: new Set(headings) }
  if (!first || !second) return { isAbove: false, lowered: new Set() }
  const isTitle = first === headings[0] && (isOfCover(first) || inOneLine(textOf<Node>(first)) === meta.title)
  return { isAbove: !isTitle, lowered: new Set(isTitle ? headings.slice(headings.indexOf(second)) : headings) }
}

/** The ids of a note and of its calls. Ids of the document have no underscore, so they cannot meet. */
export const noteId = (identifier: string): string => `note_${identifier.replace(/\s/g, '_')}`
export const callId = (identifier: string, ordinal: number): string =>
  `call_${ordinal}_${identifier.replace(/\s/g, '_')}`
