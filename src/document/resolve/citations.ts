import {
  type BibliographyEntry,
  type Citation,
  type CiteGroup,
  type FootnoteDefinition,
  type Inline,
  itemAt,
  type Node,
  walk,
} from '../../core/index.ts'
import {
  type CitationLinks,
  type Context as LinkContext,
  link,
  linkWorks,
  numbersOf,
  targetOf,
} from './citation-links.ts'
import type { Collected, CollectedGroup } from './collect.ts'
import { inlineOf, mark, type Run, runsOf } from './csl/marks.ts'
import type { Rendered, RenderedEntry, RenderedGroup } from './csl/render.ts'
import type { Settings } from './note-call.ts'

/** What the citations of a document become. */
export interface Worded {
  /** What stands in the place of each group: words, or the call of a note. */
  readonly inline: ReadonlyMap<CiteGroup, readonly Inline[]>
  /** The notes that a note style makes, by number. */
  readonly notes: ReadonlyMap<number, FootnoteDefinition>
  /** Where each work is cited: ids by key. */
  readonly places: ReadonlyMap<string, readonly string[]>
}

/** The citations as the style words them. `listed` are the works that one can link to; `settings` are told how each is set. */
export function wordCitations(
  { groups }: Collected,
  rendered: Rendered,
  listed: ReadonlySet<string>,
  settings: Settings,
  { ibid, ...links }: CitationLinks,
): Worded {
  const inline = new Map<CiteGroup, readonly Inline[]>()
  const notes = new Map<number, FootnoteDefinition>()
  const places = new Map<string, string[]>()
  const context = { ...links, listed, numbers: numbersOf(rendered.bibliography.entries), settings }
  for (const [index, group] of groups.entries()) {
    for (const { id: key } of group.items) {
      const known = places.get(key)
      if (known) known.push(group.id)
      else places.set(key, [group.id])
    }
    const before = groups[index - 1]
    const worded = rendered.groups[index] ?? { text: '' }
    const isAgain = ibid !== undefined && before !== undefined && repeats(before, group)
    const text = isAgain ? { ...worded, text: again(worded.text, before, group, ibid) } : worded
    const isOwnNote = group.note > 0 && !group.inNote
    if (isOwnNote) {
      const { call, definition } = asNote(group, text, context)
      inline.set(group.node, call)
      notes.set(group.note, definition)
    } else inline.set(group.node, [inWords(group, text, context)])
  }
  return { inline, notes, places }
}

interface Context extends LinkContext {
  readonly settings: Settings
}

function inWords(group: CollectedGroup, { text, author: name }: RenderedGroup, context: Context): Inline {
  const { made, cited, worded } = context.settings
  const words = nodesOf(link(runsOf(text), group, context), group, context)
  const named = name ? nodesOf(linkWorks(runsOf(name), group, context), group, context) : []
  const apart: Inline[] = named.length > 0 && words.length > 0 && !isRaised(words) ? [{ type: 'text', value: ' ' }] : []
  const author = authorOf(named, [...apart, ...words], group, context)
  const span = spanOf(group, group.id, [...author, ...apart, ...words])
  if (group.node.position) span.position = group.node.position
  if (isRaised(words) && !name) made.add(span)
  else if (group.inNote && group.note > 0) cited.set(span, group.node.kind === 'narrative')
  else if (!group.narrative) worded.add(span)
  return span
}

/** The name in the sentence; it is the link to its work where the words behind it have none, as in MLA. */
function authorOf(named: Inline[], words: readonly Inline[], group: CollectedGroup, context: Context): Inline[] {
  if (named.length === 0) return []
  const hasLink = [...named, ...words].some((node) => [...walk<Node>(node)].some(({ type }) => type === 'link'))
  const url = hasLink ? undefined : targetOf(itemAt(group.items, 0).id, context)
  const children: Inline[] = url === undefined ? named : [{ type: 'link', url, children: named }]
  const author: Inline = { type: 'span', data: { role: 'author' }, children }
  context.settings.authors.add(author)
  return [author]
}

/** The call of the note that a citation is, behind its author where the sentence names one. */
function asNote(
  group: CollectedGroup,
  { text, author }: RenderedGroup,
  context: Context,
): { readonly call: readonly Inline[]; readonly definition: FootnoteDefinition } {
  const words = nodesOf(capitalise(link(runsOf(text), group, context)), group, context)
  const named = author ? nodesOf(linkWorks(runsOf(author), group, context), group, context) : []
  const [identifier, number] = [`note-${group.note}`, group.note]
  const call: Inline = { type: 'footnoteReference', identifier, number, data: { id: group.id } }
  if (group.node.position) call.position = group.node.position
  context.settings.made.add(call)
  const paragraph = { type: 'paragraph' as const, children: [spanOf(group, undefined, words)] }
  const [first] = named
  if (first) context.settings.authors.add(first)
  return {
    call: [...named, call],
    definition: { type: 'footnoteDefinition', identifier, number, children: [paragraph] },
  }
}

/** The words as nodes; what the document itself has not is linked to in the companion. Links to claims say what these are. */
function nodesOf(runs: readonly Run[], { claims }: CollectedGroup, { packOf, claim }: Context): Inline[] {
  const nodes = inlineOf(runs)
  for (const node of nodes.flatMap((it) => [...walk<Node>(it)])) {
    if (node.type !== 'link' || !node.url.startsWith('#')) continue
    const pack = packOf(node.url.slice(1))
    if (pack !== undefined) node.pack = pack
    const first = node.url.startsWith('#claim-') && claim(node.url.slice('#claim-'.length))
    if (!first) continue
    const isThere = ({ source, places }: typeof first) =>
      source === first.source && places.some((place) => first.places.includes(place))
    node.title = claims
      .flatMap((id) => claim(id) ?? [])
      .flatMap((it) => (isThere(it) ? [it.gist] : []))
      .join(' · ')
  }
  return nodes
}

/** A citation; `id` where links to it lead to its words. */
function spanOf(group: CollectedGroup, id: string | undefined, children: Inline[]): Inline {
  const { items, claims, narrative } = group
  const citation: Citation = { id: group.id, items, claims, ...(narrative ? { narrative: true } : {}) }
  return { type: 'span', children, data: { ...(id === undefined ? {} : { id }), citation } }
}

const isRaised = ([first]: readonly Inline[]) => first?.type === 'superscript'

/** Whether a note cites the one work that the note before it cites. */
function repeats(before: CollectedGroup | undefined, group: CollectedGroup): boolean {
  const isPlain = ({ items, narrative, inNote, note }: CollectedGroup) => {
    const [item, ...more] = items
    return note > 0 && !inNote && !narrative && more.length === 0 && !item?.prefix && !item?.suffix
  }
  if (!before || !isPlain(before) || !isPlain(group)) return false
  return before.note === group.note - 1 && itemAt(before.items, 0).id === itemAt(group.items, 0).id
}

/** “Ibid., para. 4.”, or “Ibid.” where the place is the same too. */
function again(text: string, before: CollectedGroup, group: CollectedGroup, ibid: string): string {
  const [one, two] = [itemAt(before.items, 0), itemAt(group.items, 0)]
  const named = mark('cite', ibid, two.id)
  const runs = text.split(/(?=\uE000locator:)/)
  if ((one.locator === two.locator && one.label === two.label) || runs.length < 2)
    return `${named}${ibid.endsWith('.') ? '' : '.'}`
  const label = /[^\uE000-\uE002]*$/.exec(itemAt(runs, 0))?.[0].replace(/^[\s,.;:]+/, '') ?? ''
  return `${named}, ${label}${runs.slice(1).join('')}`
}

/** A note is a sentence: it begins with a capital, but for “iPhone”, “’t Hooft” and Georgian, which has capitals for whole words only. */
function capitalise(runs: readonly Run[]): Run[] {
  const index = runs.findIndex(({ text }) => /[\p{L}\p{N}]/u.test(text) && !/^https?:/.test(text))
  return runs.map((run, at) =>
    at === index
      ? {
          ...run,
          text: run.text.replace(/^[^\p{L}’]*(?!\p{Script=Georgian}|\p{Ll}*\p{Lu})\p{Ll}/u, (start) =>
            start.toUpperCase(),
          ),
        }
      : run,
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
