import type { Citation, CitationItem, Engine } from 'citeproc'
import { baseLanguage, type CitedWork, ownJson, rememberedBy, sha256 } from '../../../core/index.ts'
import { authorIn, unprinted } from './authors.ts'
import { type Dependencies, type Memo, renderCitations } from './driver.ts'
import type { Works } from './engine.ts'
import { styleDigest, withEngine } from './engines.ts'
import { settleLaws } from './laws.ts'
import { monthsOfDays, spacesOf } from './locale.ts'
import { locatorFor } from './locator.ts'
import { entryOf } from './marks.ts'
import { isNoteStyle, type Style } from './style.ts'

/** One group of citations as the text has it; affixes may have `<i>` and `<b>`. `note` is the number of its footnote, or 0. */
export interface Group {
  readonly items: readonly CitedWork[]
  readonly narrative: boolean
  readonly note: number
}

/** What the engine gives, as marked strings (see `marks.ts`): plain data, which can be cached. */
export interface Rendered {
  readonly groups: readonly RenderedGroup[]
  readonly bibliography: RenderedBibliography
}
export interface RenderedGroup {
  readonly text: string
  /** The author in the running text, for a narrative group. */
  readonly author?: string
}
interface RenderedBibliography {
  readonly hanging: boolean
  readonly entries: readonly RenderedEntry[]
}
export interface RenderedEntry {
  readonly id: string
  readonly text: string
  /** The language of the whole entry, where that is not the pack's. */
  readonly language?: string
}

export interface RenderInput {
  readonly style: Style
  readonly works: Works
  readonly groups: readonly Group[]
  /** Works that are listed without being cited. */
  readonly uncited: readonly string[]
  /** Entries in these languages are written with the terms of their own language. */
  readonly ownTerms: boolean
}

/** The digest of all that `render` looks at. */
export function digestOf({ style, works, groups, uncited, ownTerms }: RenderInput): string {
  const cited = new Set([...groups.flatMap(({ items }) => items.map(({ id }) => id)), ...uncited])
  const items = [...cited].map((id) => dataOf(id, works))
  return sha256(JSON.stringify([styleDigest(style), groups, items, uncited, ownTerms]))
}

const dataOf = (id: string, { items, titles, laws, supplied }: Works) => [
  items.get(id),
  titles.get(id),
  laws?.get(id),
  supplied?.get(id),
]

/** All citations and the bibliography of a document. With `memo`, what was rendered before is not rendered again. */
export function render(input: RenderInput, memo: Memo = new Map()): Rendered {
  const whole = digestOf(input)
  const known = memo.get(whole)
  if (known !== undefined) return ownJson<Rendered>(known)
  const { style, works } = input
  const rendered = withEngine(style, works, style.language, (engine) => renderAll(input, memo, engine))
  memo.set(whole, JSON.stringify(rendered))
  return rendered
}

function renderAll(input: RenderInput, memo: Memo, engine: Engine): Rendered {
  const { style, works, groups, uncited } = input
  const isNote = isNoteStyle(style)
  const authors = new Map<string, string>()
  const authorOf = (id: string) => authorIn(id, engine, works, style, authors)
  const citations = groups.map((group, index) => citationOf(group, index, isNote, authorOf))
  const texts = renderCitations(engine, citations, uncited, memo, dependencies(style, works))
  return {
    groups: groups.map((group, index) => {
      const words = monthsOfDays(settleLaws(texts[index] ?? ''), style.language)
        .replace(unprinted, '')
        .replace(/^\(\)$/, '')
        .replaceAll(stop, '.')
      const text = settleBrackets(spacesOf(words, style.language), engine)
      const [first] = group.items
      const author = group.narrative && first ? authorOf(first.id) : undefined
      return author === undefined ? { text } : { text: withoutAuthor(text, author), author }
    }),
    bibliography: bibliographyOf(input, engine),
  }
}

/** “Roe v. Wade (1973)”, of a citation that names it again. */
function withoutAuthor(text: string, author: string): string {
  const twice = `(${author}`
  return text.startsWith(twice) ? `(${text.slice(twice.length).replace(/^,? /, '')}` : text
}

/** A narrative group has its author before it: none of the author's works names it again. */
function citationOf(
  { items, narrative, note }: Group,
  index: number,
  isNote: boolean,
  authorOf: (id: string) => string,
): Citation {
  const [first] = items
  const isNamed = (id: string) => id === first?.id || (first !== undefined && authorOf(id) === authorOf(first.id))
  const citationItems = items.map((item): CitationItem => {
    const { locator, label, word, ...rest } = item
    const cite = {
      ...rest,
      ...(locator === undefined
        ? {}
        : { locator: locatorFor(locator, label ?? 'page'), label: word ?? label ?? 'page' }),
    }
    return narrative && !isNote && isNamed(item.id) ? { ...cite, 'suppress-author': true } : cite
  })
  // What was said of one work, “see also”, or of its author in the sentence, would be said of another.
  const unsorted = items.length > 1 && (narrative || items.some(({ prefix, suffix }) => prefix || suffix))
  return { citationID: `c${index}`, citationItems: keepStops(citationItems), properties: { noteIndex: note, unsorted } }
}

/** The engine takes the full stop of “5 ff.” for the end of a sentence, and lets what parts two works go. */
const stop = '\uE013'

function keepStops(items: readonly CitationItem[]): CitationItem[] {
  const kept = (words: string) => words.replace(/\.$/, stop)
  return items.map((item, index) => {
    const next = items[index + 1]
    if (!next || /^\P{L}*\p{Lu}/u.test(next.prefix ?? '')) return item
    return item.suffix
      ? { ...item, suffix: kept(item.suffix) }
      : { ...item, ...(item.locator ? { locator: kept(item.locator) } : {}) }
  })
}

function dependencies(style: Style, works: Works): Dependencies {
  return {
    citationNumber: style.xml.includes('citation-number'),
    firstNoteNumber: style.xml.includes('first-reference-note-number'),
    digest: styleDigest(style),
    itemDigest: rememberedBy((id: string) => sha256(JSON.stringify(dataOf(id, works))), String),
  }
}

/** The entries in the order of the style; those in other languages with their own terms, where that is asked. */
function bibliographyOf(
  { style, works, ownTerms, groups, uncited }: RenderInput,
  engine: Engine,
): RenderedBibliography {
  const { hanging, entries } = entriesOf(engine, works, style.language)
  if (!ownTerms) return { hanging, entries }
  const ids = [...new Set([...groups.flatMap(({ items }) => items.map(({ id }) => id)), ...uncited])]
  const own = new Map<string, RenderedEntry>()
  const languages = new Set(ids.map((id) => works.items.get(id)?.language ?? style.language))
  for (const language of languages) {
    if (baseLanguage(language) === baseLanguage(style.language) || !hasLocale(style, language)) continue
    const tag = languageTag(style, language)
    const others = withEngine(style, works, tag, (engine) => {
      engine.updateItems(entries.map(({ id }) => id))
      return entriesOf(engine, works, tag).entries
    })
    for (const { id, text } of others)
      if (works.items.get(id)?.language === language) own.set(id, { id, text, language })
  }
  return { hanging, entries: entries.map((entry) => own.get(entry.id) ?? entry) }
}

/** Brackets of supplied data as one writes them: around a date, its suffix and what says that it is near, not around its parentheses or a dash, with its full stop. */
function settleBrackets(text: string, engine: Engine): string {
  const circa = (['long', 'short'] as const).map((form) => engine.getTerm('circa', form).replaceAll('.', '\\.'))
  return (
    text
      // Brackets around each part of a date are those of the range.
      .replace(/\((\d+)–\((\d+)\)\)/g, '($1–$2)')
      .replace(/\[\((\d{4}[^()[\]]*)\)\]/g, '([$1])')
      .replace(/\[(\d{4})\]([a-z]?), \[([^[\]]*)\]/g, '[$1$2, $3]')
      .replace(/\[(\d{4})\]((?:\uE001|\uE000[^\uE002]*\uE002)*[a-z])(?![a-z])/gu, '[$1$2]')
      .replace(
        new RegExp(
          `(${circa.join('|')}) (?:\\[([^[\\]]*)\\]|((?:\uE000[^\uE002]*\uE002)+)\\[([^[\\]]*)\\](\uE001+))`,
          'giu',
        ),
        (_, near, bare = '', open = '', marked = '', close = '') => `[${near} ${bare}${open}${marked}${close}]`,
      )
      .replace(/\[(———|---)\]/g, '$1')
      // A style has its own around a date that is uncertain.
      .replace(
        /\[((?:\uE000[^\uE002]*\uE002|\uE001)*)\[([^[\]]*)\]((?:\uE000[^\uE002]*\uE002|\uE001)*)\]/gu,
        '[$1$2$3]',
      )
      .replace(/(?<=\d\sг)(\uE001*)\]/gu, '.$1]')
      .replace(/\.\](\uE001*)\.(?=,)/gu, '.]$1')
  )
}

function languageTag(style: Style, language: string): string {
  const base = `${baseLanguage(language)}-`
  return (
    [...style.locales.keys()].find((known) => known === language) ??
    [...style.locales.keys()].find((known) => known.startsWith(base)) ??
    style.language
  )
}

function hasLocale(style: Style, language: string): boolean {
  return [...style.locales.keys()].some((known) => baseLanguage(known) === baseLanguage(language))
}

function entriesOf(engine: Engine, works: Works, language: string): RenderedBibliography {
  const made = engine.makeBibliography()
  if (!made) return { hanging: false, entries: [] }
  const [parameters, texts] = made
  const entries = texts.map((text) => {
    const { id, text: entry } = entryOf(text)
    return {
      id,
      text: settleBrackets(spacesOf(monthsOfDays(settleLaws(entry, works.laws?.get(id)), language), language), engine),
    }
  })
  return { hanging: Boolean(parameters.hangingindent), entries }
}
