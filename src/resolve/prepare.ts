import type { Source } from '../corpus/source.ts'
import type { Locale } from '../locale/en.ts'
import { localeOf } from '../locale/locale.ts'
import type { Log } from '../log.ts'
import type { Section } from '../tree.ts'
import type { Collected } from './collect.ts'
import type { Memo } from './csl/driver.ts'
import type { Works } from './csl/engine.ts'
import { cslItem, originalTitles, suppliedData, type Transliteration } from './csl/item.ts'
import { dropsIssues, type Style } from './csl/style.ts'
import { type DrawFigure, type Images, placeFigures } from './figures.ts'
import { assignIds, type Targets } from './ids.ts'
import type { OpenNode, OpenSection } from './node.ts'
import { numberHeadings } from './numbers.ts'
import type { Elsewheres } from './references.ts'

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
  /** The images that the sections show (see `imagePaths`). */
  readonly images: Images
  /** What the sections refer to and do not print (see `idsMissing`). */
  readonly elsewhere?: Elsewheres | undefined
  /** Number headings down to this level; 0 or absent: not at all. */
  readonly numberedLevels?: number
  /** What was rendered before; see `Memo`. */
  readonly memo?: Memo
}

/** Sections whose figures, ids and numbers are in place, what their ids name, and what is named and not printed. */
export interface Prepared {
  readonly sections: readonly OpenSection[]
  readonly targets: Targets
  readonly elsewhere: Elsewheres
  readonly words: Locale['references']
}

/** The same input with trees of its own: the passes change them. */
export function withOwnTrees(input: ResolveInput): ResolveInput {
  const sections = input.sections.map((section) => ({ ...section, tree: structuredClone(section.tree) }))
  return { ...input, sections }
}

/** The passes that come before citations. They change the input's trees. */
export function prepare(input: ResolveInput, log: Log): Prepared {
  const sections = input.sections.map((source): OpenSection => ({ source, tree: source.tree as unknown as OpenNode }))
  const words = localeOf(input.language).references
  const leftOut = placeFigures(sections, input.drawFigure, input.images, words, log)
  const targets = assignIds(sections, log)
  numberHeadings(sections, input.numberedLevels ?? 0)
  return { sections, targets, elsewhere: new Map([...leftOut, ...(input.elsewhere ?? [])]), words }
}

/** The keys of the works that are cited, and of those that are listed without it. */
export interface Keys {
  readonly cited: readonly string[]
  readonly uncited: readonly string[]
}

export function listedKeys({ groups, all }: Collected, { sources, alsoConsulted }: ResolveInput): Keys {
  const cited = [...new Set(groups.flatMap(({ items }) => items.map(({ id }) => id)))]
  const known = new Set(cited)
  const wanted = all ? [...sources.keys()] : alsoConsulted.filter((key) => sources.has(key))
  return { cited, uncited: [...new Set(wanted)].filter((key) => !known.has(key)) }
}

/** What the engine formats of these works. */
export function worksOf({ cited, uncited }: Keys, { sources, transliteration, style }: ResolveInput): Works {
  const used = [...cited, ...uncited].flatMap((key) => sources.get(key) ?? [])
  return {
    items: new Map(used.map((source) => [source.id, cslItem(source, transliteration, dropsIssues(style))])),
    titles: new Map(used.map((source) => [source.id, originalTitles(source)])),
    supplied: new Map(used.map((source) => [source.id, suppliedData(source)])),
  }
}
