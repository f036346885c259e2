import type { Source } from '../corpus/source.ts'
import type { Log } from '../log.ts'
import type { Root, Section } from '../tree.ts'
import { entriesOf, placeCitations } from './citations.ts'
import { close } from './close.ts'
import { type Collected, collect } from './collect.ts'
import type { Memo } from './csl/driver.ts'
import type { Works } from './csl/engine.ts'
import { type CslItem, cslItem, originalTitles, type Transliteration } from './csl/item.ts'
import { isNoteStyle, render } from './csl/render.ts'
import type { Style } from './csl/style.ts'
import { type DrawFigure, placeFigures } from './figures.ts'
import { assignIds, type Targets } from './ids.ts'
import type { OpenNode, OpenSection } from './node.ts'
import { numberHeadings } from './numbers.ts'
import { resolveReferences } from './references.ts'
import { type BibliographyGroup, fillSlots, listedWorks } from './slots.ts'
import { referenceWords } from './words.ts'

export interface ResolveInput {
  readonly sections: readonly Section[]
  readonly sources: ReadonlyMap<string, Source>
  /** The pack's BCP 47 language: that of labels, of citations and of the order of the bibliography. */
  readonly language: string
  readonly style: Style
  readonly transliteration: Transliteration
  /** Keys of works that the bibliography lists without their being cited. */
  readonly alsoConsulted: readonly string[]
  readonly drawFigure: DrawFigure
  /** The bytes of the images that the sections show, by path (see `imagePaths`). */
  readonly images: ReadonlyMap<string, Uint8Array>
  /** Number headings down to this level; 0 or absent: not at all. */
  readonly numberedLevels?: number
  /** What was rendered before; see `Memo`. */
  readonly memo?: Memo
}

export interface Resolved {
  readonly body: Root
  /** The works that are cited or listed, as CSL-JSON, in the order of their keys' first citation. */
  readonly works: readonly CslItem[]
}

/**
 * Takes the sugar out of the sections and joins them: citations become words, links and notes; figures, numbers, lists
 * and references are put in. Reports what does not resolve, and then gives a document that is not to be written.
 */
export function resolve(input: ResolveInput, log: Log): Resolved {
  const { sources, language, style } = input
  const sections = input.sections.map(
    (source): OpenSection => ({ source, tree: structuredClone(source.tree) as unknown as OpenNode }),
  )
  const words = referenceWords(language)
  placeFigures(sections, input.drawFigure, input.images, words, log)
  const targets = assignIds(sections, log)
  numberHeadings(sections, input.numberedLevels ?? 0)

  const collected = collect(sections, sources, isNoteStyle(style), log)
  const keys = listedKeys(collected, input)
  const works = worksOf(keys, input)
  const rendered = render(
    {
      style,
      works,
      groups: collected.groups.map(({ items, narrative, note }) => ({ items, narrative, note })),
      uncited: keys.uncited,
      ownTerms: input.transliteration === 'original',
    },
    input.memo,
  )
  const groupOf = (key: string) => groupOfWork(key, keys, sources)
  const listed = listedWorks(
    sections,
    groupOf,
    rendered.bibliography.entries.map(({ id }) => id),
  )
  const placed = placeCitations(sections, collected, rendered, listed, language)
  const entries = entriesOf(rendered.bibliography.entries, placed.places)
  fillSlots(sections, entries, rendered.bibliography.hanging, groupOf, log)

  const notes = [...placed.notes].sort(([a], [b]) => a - b).map(([, note]) => note)
  const whole = [...sections, ...notes]
  addWorks(targets, listed, works)
  resolveReferences(whole, targets, words, log)
  return { body: close(whole, log), works: [...works.items.values()] }
}

interface Keys {
  readonly cited: readonly string[]
  readonly uncited: readonly string[]
}

function listedKeys({ groups, all }: Collected, { sources, alsoConsulted }: ResolveInput): Keys {
  const cited = [...new Set(groups.flatMap(({ items }) => items.map(({ id }) => id)))]
  const known = new Set(cited)
  const wanted = all ? [...sources.keys()] : alsoConsulted.filter((key) => sources.has(key))
  return { cited, uncited: [...new Set(wanted)].filter((key) => !known.has(key)) }
}

function worksOf({ cited, uncited }: Keys, { sources, transliteration }: ResolveInput): Works {
  const used = [...cited, ...uncited].flatMap((key) => sources.get(key) ?? [])
  return {
    items: new Map(used.map((source) => [source.id, cslItem(source, transliteration)])),
    titles: new Map(used.map((source) => [source.id, originalTitles(source)])),
  }
}

function groupOfWork(key: string, { uncited }: Keys, sources: ReadonlyMap<string, Source>): BibliographyGroup {
  if (uncited.includes(key)) return 'consulted'
  return sources.get(key)?.held === false ? 'quoted' : 'held'
}

/** A listed work can be referred to by `#ref-key`, and is called by its title. */
function addWorks(targets: Targets, listed: ReadonlySet<string>, { items }: Works): void {
  for (const key of listed) {
    const value = items.get(key)?.title ?? key
    targets.set(`ref-${key}`, { type: 'bibliographyEntry', children: [{ type: 'text', value }] })
  }
}
