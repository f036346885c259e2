import { type FootnoteDefinition, type Log, localeOf, type Root, type Section } from '../../core/index.ts'
import type { Source, Transliteration } from '../../corpus/index.ts'
import { Closing, type Known } from './close.ts'
import type { AuthorNote, Collected } from './collect.ts'
import type { Memo } from './csl/driver.ts'
import type { Works } from './csl/engine.ts'
import { cslItem, nameOfLaw, originalTitles, suppliedData } from './csl/item.ts'
import { dropsIssues, knowsAmericanLawsOnly, type Style } from './csl/style.ts'
import { type DrawFigure, drawFigures, type Images } from './figures.ts'
import { assignIds, numberHeadings } from './ids.ts'
import type { Settings } from './note-call.ts'
import type { Elsewheres } from './references.ts'
import { fillContents, markInText } from './slots.ts'
import type { UsesElsewhere } from './uses.ts'

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
  /** What other packs use of the entries here. */
  readonly usesElsewhere?: readonly UsesElsewhere[]
  /** Number headings down to this level; 0 or absent: not at all. */
  readonly numberedLevels?: number
  /** What was rendered before; see `Memo`. */
  readonly memo?: Memo
}

/** What the passes that come before citations find out. */
export interface Prepared extends Pick<Known, 'figures' | 'ids' | 'targets' | 'numbers' | 'elsewhere' | 'words'> {}

export function prepare(input: ResolveInput, log: Log): Prepared {
  const { sections } = input
  const words = localeOf(input.language).references
  const { figures, leftOut } = drawFigures(sections, input.drawFigure, input.images, words, log)
  const { ids, targets } = assignIds(sections, figures, log)
  const numbers = numberHeadings(sections, figures, input.numberedLevels ?? 0)
  return { figures, ids, targets, numbers, elsewhere: new Map([...leftOut, ...(input.elsewhere ?? [])]), words }
}

/** The whole document: its sections, then its notes in the order of their numbers. */
export function closeAll(
  sections: readonly Section[],
  notes: ReadonlyMap<number, AuthorNote | FootnoteDefinition>,
  known: Known,
): Root {
  const closing = new Closing(known)
  const children = sections.flatMap((section) => {
    const blocks = closing.blocks(section.tree.children, section)
    markInText(blocks)
    return blocks
  })
  for (const [number, note] of [...notes].sort(([a], [b]) => a - b)) {
    if ('type' in note) {
      children.push(note)
      continue
    }
    const { definition, section } = note
    const inside = closing.blocks(definition.children, section)
    const identifier = `note-${number}`
    children.push({ type: 'footnoteDefinition', identifier, number, children: inside, ...closing.common(definition) })
  }
  const body: Root = { type: 'root', children }
  fillContents(closing.contents, body)
  return body
}

export const newSettings = (): Settings => ({
  made: new Set(),
  cited: new Map(),
  worded: new Set(),
  authors: new Set(),
  unled: new Set(),
})

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
export function worksOf({ cited, uncited }: Keys, { sources, transliteration, style, language }: ResolveInput): Works {
  const used = [...cited, ...uncited].flatMap((key) => sources.get(key) ?? [])
  const manner = {
    policy: transliteration,
    language,
    asJournal: dropsIssues(style),
    namesLaws: knowsAmericanLawsOnly(style),
  }
  return {
    items: new Map(used.map((source) => [source.id, cslItem(source, manner)])),
    titles: new Map(used.map((source) => [source.id, originalTitles(source)])),
    laws: new Map(
      used.flatMap((source) => {
        const law = nameOfLaw(source, manner)
        return law === undefined ? [] : [[source.id, law] as const]
      }),
    ),
    supplied: new Map(used.map((source) => [source.id, suppliedData(source)])),
  }
}
