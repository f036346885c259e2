import type { Citation, CitationItem, Engine } from 'citeproc'
import { baseLanguage, type CitedWork, sha256 } from '../../../core/index.ts'
import { nameVariables } from '../../../corpus/index.ts'
import { type Dependencies, type Memo, renderCitations } from './driver.ts'
import type { Works } from './engine.ts'
import { styleDigest, withEngine } from './engines.ts'
import type { CslItem } from './item.ts'
import { settleLaws } from './laws.ts'
import { monthsOfDays, spacesOf } from './locale.ts'
import { locatorFor } from './locator.ts'
import { entryOf, mark } from './marks.ts'
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
  if (known !== undefined) return JSON.parse(known) as Rendered
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
      // What a citation says of a work that has neither author, date nor place.
      const words = monthsOfDays(settleLaws(texts[index] ?? ''), style.language).replace('[NO_PRINTED_FORM]', '')
      const text = settleBrackets(spacesOf(words, style.language), engine)
      const [first] = group.items
      return group.narrative && first ? { text, author: authorOf(first.id) } : { text }
    }),
    bibliography: bibliographyOf(input, engine),
  }
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
  return { citationID: `c${index}`, citationItems, properties: { noteIndex: note } }
}

function dependencies(style: Style, works: Works): Dependencies {
  const digests = new Map<string, string>()
  return {
    citationNumber: style.xml.includes('citation-number'),
    firstNoteNumber: style.xml.includes('first-reference-note-number'),
    digest: styleDigest(style),
    itemDigest(id) {
      const known = digests.get(id)
      if (known) return known
      const digest = sha256(JSON.stringify(dataOf(id, works)))
      digests.set(id, digest)
      return digest
    },
  }
}

/** The author as named in a sentence: by the style where it names authors in citations, else by family name. */
function authorIn(id: string, engine: Engine, works: Works, style: Style, known: Map<string, string>): string {
  const before = known.get(id)
  if (before !== undefined) return before
  const item = works.items.get(id)
  // Of a work without an author the engine gives a title without its marks, or nothing.
  const named =
    /citation-format="author/.test(style.xml) && nameVariables.some((variable) => item?.[variable])
      ? engine.makeCitationCluster([{ id, 'author-only': true }])
      : ''
  const author = named.replace('[NO_PRINTED_FORM]', '') || familyNames(item, engine)
  known.set(id, author)
  return author
}

function familyNames(item: CslItem | undefined, engine: Engine): string {
  const names = (item?.author ?? []).map(({ family, literal, ...name }) => {
    return [name['non-dropping-particle'], family ?? literal ?? '']
      .filter(Boolean)
      .join(' ')
      .replace(/(?<=\p{L})'(?=\p{L})/gu, '’')
  })
  const title = String(item?.['title-short'] ?? item?.title ?? item?.['container-title'] ?? '')
  const [first = title.startsWith('[') ? title : mark('emphasis', title), second] = names
  if (second === undefined) return first
  return names.length === 2 ? `${first} ${engine.getTerm('and')} ${second}` : `${first} ${engine.getTerm('et-al')}`
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
