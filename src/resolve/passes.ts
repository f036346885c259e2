import type { Source } from '../corpus/source.ts'
import type { Log } from '../log.ts'
import type { Root } from '../tree.ts'
import type { CitationLinks } from './citation-links.ts'
import { entriesOf, placeCitations } from './citations.ts'
import { close } from './close.ts'
import { collect } from './collect.ts'
import type { Works } from './csl/engine.ts'
import type { CslItem } from './csl/item.ts'
import type { Rendered, RenderInput } from './csl/render.ts'
import { isCodeStyle, isNoteStyle, knowsIbid, termOf } from './csl/style.ts'
import type { Targets } from './ids.ts'
import { listedKeys, prepare, type ResolveInput, worksOf } from './prepare.ts'
import { resolveReferences } from './references.ts'
import { type BibliographyGroup, fillSlots, listedWorks } from './slots.ts'

export interface Resolved {
  readonly body: Root
  /** The works that are cited or listed, as CSL-JSON, in the order of their keys' first citation. */
  readonly works: readonly CslItem[]
}

/** Words the citations and the bibliography. */
export type Cite = (input: RenderInput) => Rendered

/** The passes of `resolve`, with citations worded by `cite`. */
export function resolveWith(cite: Cite, input: ResolveInput, log: Log): Resolved {
  const { sources, language, style } = input
  const { sections, targets, elsewhere, words } = prepare(input, log)
  const collected = collect(sections, sources, isNoteStyle(style), log)
  const keys = listedKeys(collected, input)
  const works = worksOf(keys, input)
  const rendered = cite({
    style,
    works,
    groups: collected.groups.map(({ items, narrative, note }) => ({ items, narrative, note })),
    uncited: keys.uncited,
    ownTerms: input.transliteration === 'original',
  })
  const uncited = new Set(keys.uncited)
  const groupOf = (key: string) => groupOfWork(key, uncited, sources)
  const listed = listedWorks(
    sections,
    groupOf,
    rendered.bibliography.entries.map(({ id }) => id),
  )
  const placed = placeCitations(sections, collected, rendered, listed, language, {
    leads: (id) => targets.has(id) || elsewhere.get(id)?.pack !== undefined,
    claim: claimFinder(sources),
    toCards: isCodeStyle(style),
    ibid: isNoteStyle(style) && !knowsIbid(style) ? ibidOf(style) : undefined,
  })
  const entries = entriesOf(rendered.bibliography.entries, placed.places)
  fillSlots(sections, entries, rendered.bibliography.hanging, groupOf, log)

  const notes = [...placed.notes].sort(([a], [b]) => a - b).map(([, note]) => note)
  const whole = [...sections, ...notes]
  addWorks(targets, listed, works)
  resolveReferences(whole, targets, elsewhere, words, log)
  return { body: close(whole, log), works: [...works.items.values()] }
}

function claimFinder(sources: ReadonlyMap<string, Source>): CitationLinks['claim'] {
  const all = [...sources.values()].flatMap((source) => source.claims.map((claim) => ({ source: source.id, claim })))
  const made = all.map(({ source, claim }) => {
    return [claim.id, { source, paragraphs: claim.passages.map(({ para }) => para) }] as const
  })
  const byId = new Map(made)
  return (id) => byId.get(id)
}

/** The style’s word for what the note before cites, as a note begins. */
function ibidOf(style: ResolveInput['style']): string | undefined {
  const term = termOf(style, 'ibid')
  return term && term.charAt(0).toUpperCase() + term.slice(1)
}

function groupOfWork(
  key: string,
  uncited: ReadonlySet<string>,
  sources: ReadonlyMap<string, Source>,
): BibliographyGroup {
  if (uncited.has(key)) return 'consulted'
  return sources.get(key)?.held === false ? 'quoted' : 'held'
}

/** A listed work can be referred to by `#ref-key`, and is called by its title. */
function addWorks(targets: Targets, listed: ReadonlySet<string>, { items }: Works): void {
  for (const key of listed) {
    const value = items.get(key)?.title ?? key
    targets.set(`ref-${key}`, { type: 'bibliographyEntry', children: [{ type: 'text', value }] })
  }
}
