import {
  type CiteGroup,
  type FootnoteDefinition,
  type Inline,
  type Log,
  localeOf,
  type Root,
} from '../../core/index.ts'
import { placeOf, type Source } from '../../corpus/index.ts'
import type { CitationLinks } from './citation-links.ts'
import { entriesOf, wordCitations } from './citations.ts'
import { type AuthorNote, collect } from './collect.ts'
import type { CslItem } from './csl/item.ts'
import type { Rendered, RenderInput } from './csl/render.ts'
import { isCodeStyle, isNoteStyle, knowsIbid, termOf } from './csl/style.ts'
import { withoutEmptyLists } from './empty-lists.ts'
import { withMergedCitations } from './merge-citations.ts'
import { closeAll, listedKeys, newSettings, prepare, type ResolveInput, worksOf } from './prepare.ts'
import { type BibliographyGroup, bibliographies, listedWorks } from './slots.ts'
import { usesIn, waysBack } from './uses.ts'

export interface Resolved {
  readonly body: Root
  /** The works that are cited or listed, as CSL-JSON, in the order of their keys' first citation. */
  readonly works: readonly CslItem[]
}

/** Words the citations and the bibliography. */
export type Cite = (input: RenderInput) => Rendered

/**
 * Takes the sugar out of the sections and joins them: citations become words, links and notes; figures, numbers, lists
 * and references are put in. Reports what does not resolve, and then gives a document that is not to be written. Citations
 * are worded by `cite`; the input's trees stay as they are.
 */
export function resolveWith(cite: Cite, input: ResolveInput, log: Log): Resolved {
  const { sources, language, style } = input
  const all = withMergedCitations(input.sections, isNoteStyle(style))
  const whole = prepare({ ...input, sections: all }, log)
  const collected = collect(all, whole.figures, sources, isNoteStyle(style), log)
  const keys = listedKeys(collected, input)
  const works = worksOf(keys, input)
  const uncited = new Set(keys.uncited)
  const rendered = cite({
    style,
    works,
    groups: collected.groups.map(({ items, narrative, note }) => ({ items, narrative, note })),
    uncited: keys.uncited,
    ownTerms: input.transliteration === 'original',
  })
  const groupOf = (key: string) => groupOfWork(key, uncited, sources)
  const { entries, hanging } = rendered.bibliography
  const listed = listedWorks(
    all,
    groupOf,
    entries.map(({ id }) => id),
  )
  const [sections, prepared] = withoutEmptyLists(all, whole, ({ options: { group } }) =>
    entries.every(({ id }) => group !== undefined && groupOf(id) !== group),
  )
  const settings = newSettings()
  const { inline, notes, places } = wordCitations(collected, rendered, listed, settings, {
    leads: (id) => prepared.targets.has(id) || prepared.elsewhere.get(id)?.pack !== undefined,
    packOf: (id) => (prepared.targets.has(id) ? undefined : prepared.elsewhere.get(id)?.pack),
    claim: claimFinder(sources),
    toCards: isCodeStyle(style),
    ibid: isNoteStyle(style) && !knowsIbid(style) ? ibidOf(style) : undefined,
  })
  // A listed work can be referred to by `#ref-key`, and is called by its title.
  for (const key of listed)
    prepared.targets.set(`ref-${key}`, { type: 'work', title: works.items.get(key)?.title ?? key })
  const uses = usesIn(sections, collected.groups)
  const body = closeAll(sections, new Map<number, AuthorNote | FootnoteDefinition>([...collected.notes, ...notes]), {
    ...prepared,
    calls: collected.calls,
    settings,
    cite: (group) => inline.get(group) ?? asWritten(group),
    waysBack: (id) => waysBack(id, language, uses, input.usesElsewhere ?? []),
    list: bibliographies({ entries: entriesOf(entries, places), hanging, groupOf }),
    behind: !localeOf(language).callsBeforePunctuation,
    log,
  })
  return { body, works: [...works.items.values()] }
}

/** Reports what `resolve` would, without the citation engine: the words of citations cannot cause findings. */
export function dryRun(input: ResolveInput, log: Log): Resolved {
  return resolveWith(withoutWords, input, log)
}

function withoutWords({ groups, uncited }: RenderInput): Rendered {
  const ids = new Set([...groups.flatMap(({ items }) => items.map(({ id }) => id)), ...uncited])
  return {
    groups: groups.map(() => ({ text: '' })),
    bibliography: { hanging: false, entries: [...ids].map((id) => ({ id, text: id })) },
  }
}

/** A citation of works that are not there, which a draft shows. */
function asWritten({ children }: CiteGroup): Inline[] {
  const keys = children.flatMap(({ identifier }) => (identifier === '*' ? [] : `@${identifier}`))
  return keys.length > 0 ? [{ type: 'text', value: `[${keys.join('; ')}]` }] : []
}

function claimFinder(sources: ReadonlyMap<string, Source>): CitationLinks['claim'] {
  const all = [...sources.values()].flatMap((source) => source.claims.map((claim) => ({ source, claim })))
  const made = all.map(({ source, claim }) => {
    const places = claim.passages.map((passage) => placeOf(passage, source.text?.pages).value)
    return [claim.id, { source: source.id, places, gist: claim.gist }] as const
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
