import { localeOf } from '../locale/locale.ts'
import type { BibliographyEntry, Citation, Inline } from '../tree.ts'
import { type CitationLinks, type Context, link, numbersOf } from './citation-links.ts'
import type { Collected, CollectedGroup } from './collect.ts'
import { inlineOf, mark, type Run, runsOf } from './csl/marks.ts'
import type { Rendered, RenderedEntry, RenderedGroup } from './csl/render.ts'
import { type OpenNode, type OpenSection, replaceBelow } from './node.ts'
import { placeNote } from './note-call.ts'

/** All notes by number, each alone in a section, and where each work is cited: ids by key. */
export interface Placed {
  readonly notes: ReadonlyMap<number, OpenSection>
  readonly places: Map<string, string[]>
}

/**
 * Puts the rendered citations where the groups stand: words in place, or the call of a note whose text they are.
 * `listed` are the works that a citation can link to.
 */
export function placeCitations(
  sections: readonly OpenSection[],
  { groups, notes: authors }: Collected,
  rendered: Rendered,
  listed: ReadonlySet<string>,
  language: string,
  { leads, claim, ibid, toCards }: CitationLinks,
): Placed {
  const notes = new Map<number, OpenSection>(authors)
  const places = new Map<string, string[]>()
  const numbers = numbersOf(rendered.bibliography.entries)
  const instead = new Map<OpenNode, OpenNode[]>()
  groups.forEach((group, index) => {
    const id = `cite-${index + 1}`
    for (const { id: key } of group.items) {
      const known = places.get(key)
      if (known) known.push(id)
      else places.set(key, [id])
    }
    const text = rendered.groups[index] ?? { text: '' }
    const isAgain = ibid !== undefined && repeats(groups[index - 1], group)
    const shown = isAgain ? { ...text, text: again(text.text, groups[index - 1]!, group, ibid) } : text
    instead.set(group.node, nodesOf(group, shown, id, { listed, numbers, notes, leads, claim, toCards }))
  })
  const replace = (node: OpenNode) => (node.type === 'citeGroup' ? (instead.get(node) ?? []) : undefined)
  for (const tree of [...sections, ...authors.values()].map((section) => section.tree)) {
    replaceBelow(tree, replace)
    placeNote(tree, !localeOf(language).callsBeforePunctuation)
  }
  return { notes, places }
}

function nodesOf(
  group: CollectedGroup,
  { text, author: name }: RenderedGroup,
  id: string,
  context: Context,
): OpenNode[] {
  const isOwnNote = group.note > 0 && !group.inNote
  const runs = link(runsOf(text), group, context)
  const words = inlineOf(isOwnNote ? capitalise(runs) : runs)
  const { items, claims } = group
  const citation: Citation = { id, items, claims, ...(group.narrative ? { narrative: true } : {}) }
  const span = (children: Inline[]): OpenNode => ({
    type: 'span',
    data: { id, citation },
    children: children as unknown as OpenNode[],
  })
  const named: Inline[] = name ? inlineOf(link(runsOf(name), group, context)) : []
  if (!isOwnNote) {
    const apart: Inline[] =
      named.length > 0 && words.length > 0 && !isRaised(words) ? [{ type: 'text', value: ' ' }] : []
    const hints = {
      position: group.node.position,
      cited: group.inNote && group.note > 0,
      inSentence: group.node.kind === 'narrative',
      made: isRaised(words) && !name,
    }
    const author: Inline[] = named.length > 0 ? [{ type: 'span', data: { role: 'author' }, children: named }] : []
    return [{ ...span([...author, ...apart, ...words]), ...hints }]
  }
  const paragraph: OpenNode = { type: 'paragraph', children: [span(words)] }
  const identifier = `note-${group.note}`
  const note: OpenNode = { type: 'footnoteDefinition', identifier, number: group.note, children: [paragraph] }
  context.notes.set(group.note, { source: group.section.source, tree: { type: 'root', children: [note] } })
  const call: OpenNode = {
    type: 'footnoteReference',
    identifier,
    number: group.note,
    position: group.node.position,
    made: true,
  }
  return [...(named as unknown as OpenNode[]), call]
}

const isRaised = ([first]: readonly Inline[]) => first?.type === 'superscript'

/** Whether a note cites the one work that the note before it cites. */
function repeats(before: CollectedGroup | undefined, group: CollectedGroup): boolean {
  const isPlain = ({ items, narrative, inNote, note }: CollectedGroup) => {
    const [item, ...more] = items
    return note > 0 && !inNote && !narrative && more.length === 0 && !item?.prefix && !item?.suffix
  }
  if (!before || !isPlain(before) || !isPlain(group)) return false
  return before.note === group.note - 1 && before.items[0]!.id === group.items[0]!.id
}

/** “Ibid., para. 4.”, or “Ibid.” where the place is the same too. */
function again(text: string, before: CollectedGroup, group: CollectedGroup, ibid: string): string {
  const [one, two] = [before.items[0]!, group.items[0]!]
  const named = mark('cite', ibid, two.id)
  const runs = text.split(/(?=\uE000locator:)/)
  if ((one.locator === two.locator && one.label === two.label) || runs.length < 2)
    return `${named}${ibid.endsWith('.') ? '' : '.'}`
  const label = /[^\uE000-\uE002]*$/.exec(runs[0]!)?.[0].replace(/^[\s,.;:]+/, '') ?? ''
  return `${named}, ${label}${runs.slice(1).join('')}`
}

/** A note is a sentence: it begins with a capital. */
function capitalise(runs: readonly Run[]): Run[] {
  const index = runs.findIndex(({ text }) => /[\p{L}\p{N}]/u.test(text) && !/^https?:/.test(text))
  return runs.map((run, at) =>
    at === index ? { ...run, text: run.text.replace(/^\P{L}*?\p{Ll}/u, (start) => start.toUpperCase()) } : run,
  )
}

/** The entries of the bibliography as nodes; `places` are the ids at which each work is cited. */
export function entriesOf(
  entries: readonly RenderedEntry[],
  places: ReadonlyMap<string, readonly string[]>,
): BibliographyEntry[] {
  return entries.map(({ id, text, language }) => {
    const runs = runsOf(text)
    const first = runs.findIndex((run) => !isLabel(run))
    const body = first === -1 ? [] : runs.slice(first)
    const label = runs
      .slice(0, runs.length - body.length)
      .map((run) => run.text)
      .join('')
      .trim()
    const backlinks = places.get(id)
    return {
      type: 'bibliographyEntry',
      identifier: id,
      ...(label ? { label } : {}),
      data: { id: `ref-${id}`, ...(language ? { lang: language } : {}), ...(backlinks ? { backlinks } : {}) },
      children: inlineOf(body.map((run, index) => (endsLabel(run, body[index + 1]) ? spaced(run) : run))),
    }
  })
}

const isLabel = ({ marks }: Run) => marks.some(({ kind }) => kind === 'label')
const spaced = (run: Run): Run => ({ ...run, text: `${run.text.trimEnd()} ` })

/** A label below the first line of an entry, as where its author is a heading, is words like others. */
function endsLabel(run: Run, next: Run | undefined): boolean {
  return isLabel(run) && next !== undefined && !isLabel(next)
}
