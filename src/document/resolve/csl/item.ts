import { localeOf, mappingOf } from '../../../core/index.ts'
import {
  codeOf,
  dateVariables,
  identifierVariables,
  isLawOfItsCountry,
  lawDates,
  lawName,
  nameVariables,
  noteVariables,
  printedAuthors,
  printedTitle,
  type Source,
  type Transliteration,
  textVariables,
  titleVariables,
} from '../../../corpus/index.ts'
import { type CslDate, cslDate } from './date.ts'
import { withoutMarks } from './marks.ts'

export interface CslName {
  readonly family?: string
  readonly given?: string
  readonly 'dropping-particle'?: string
  readonly 'non-dropping-particle'?: string
  readonly suffix?: string
  readonly literal?: string
}

/** A CSL-JSON item (https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables). */
export interface CslItem extends Readonly<Partial<Record<(typeof nameVariables)[number], readonly CslName[]>>> {
  readonly id: string
  readonly type: string
  readonly language?: string
  readonly title?: string
  readonly issued?: CslDate
  readonly accessed?: CslDate
  readonly [field: string]: unknown
}

const plain = ['URL', ...textVariables, ...identifierVariables, ...noteVariables] as const

/** How the pack that cites a source wants it. */
export interface Manner {
  readonly policy: Transliteration
  readonly language: string
  /** What the style would cite without its volume and number is cited as journals are. */
  readonly asJournal?: boolean
  /** The style knows American laws only: those of other countries are named as these name them. */
  readonly namesLaws?: boolean
}

/** What a CSL style formats of a source. A work in another script reads as the policy says; its language goes with it. */
export function cslItem(source: Source, manner: Manner): CslItem {
  const { policy, language, asJournal } = manner
  const type = asJournal && isNumbered(source) ? 'article-journal' : source.type
  const given = Object.entries<unknown>({
    'citation-label': codeOf(source),
    language: source.language,
    ...each(titleVariables, (name) => titleOf(source, name, policy)),
    ...each(plain, (name) => text(source[name] ?? '')),
    ...each(nameVariables, (name) => names(source[name])),
    ...each(dateVariables, (name) => source[name] && cslDate(source[name], language)),
    ...untitled(source, language),
    ...lawOf(source, manner),
    author: names(printedAuthors(source, policy)),
  }).filter(([, value]) => value)
  return { id: source.id, type, ...Object.fromEntries(given) }
}

/** A work without author, container and title is told by what it is, in brackets, as supplied. */
function untitled(source: Source, language: string): object {
  if (source.title || source.author?.length || source['container-title']) return {}
  return { title: `[${text(source.descriptor ?? localeOf(language).untitled)}]` }
}

/** The name of a law, as its country names it, with what is told of it; `undefined` for other works. */
export function nameOfLaw(source: Source, { policy, language, namesLaws }: Manner): string | undefined {
  if (!namesLaws || !isLawOfItsCountry(source)) return undefined
  const title = titleOf(source, 'title', policy) ?? text(localeOf(language).untitled)
  const gazette = [source['container-title'], source.volume, source.issue, source.page].flatMap((it) => it ?? [])
  return text([lawName(source, title, language), ...lawDates(source, language), ...gazette].join(', '))
}

/** A law under that name, and under its title alone in later citations. */
function lawOf(source: Source, manner: Manner): object {
  const title = nameOfLaw(source, manner)
  if (title === undefined) return {}
  return { ...cleared, type: 'book', title, 'title-short': text(source['title-short'] ?? source.title ?? title) }
}

/** What the name of a law says already. */
const cleared = Object.fromEntries(
  ['genre', 'number', 'container-title', 'volume', 'issue', 'page', 'authority', 'jurisdiction', 'section'].map(
    (it) => [it, undefined],
  ),
)

/** A paper with volume and number. */
function isNumbered({ type, volume, issue }: Source): boolean {
  return /^article-(?:magazine|newspaper)$/.test(type) && Boolean(volume && issue)
}

/** The data of a work that do not stand in its text: citations and entries give them in square brackets. */
export function suppliedData({ basis }: Source): readonly string[] {
  return ['title', 'author', 'issued', 'publisher', 'publisher-place'].filter((field) => {
    const how = basis[field]
    return how !== undefined && (typeof how === 'string' ? how : how.how) !== 'text'
  })
}

function each<K extends string>(variables: readonly K[], value: (variable: K) => unknown): Record<K, unknown> {
  return mappingOf(variables, value)
}

/** The titles of a work that are in its own language and script, when that may differ from the pack's. */
export function originalTitles(source: Source): string[] {
  return [source.title, source['container-title']].flatMap((title) => (title ? [text(title)] : []))
}

function titleOf(source: Source, field: 'title' | 'container-title', policy: Transliteration): string | undefined {
  const printed = printedTitle(source, field, policy)
  return printed && text(printed)
}

function names(list: Source['author']): CslName[] | undefined {
  return list?.map((name) => Object.fromEntries(Object.entries(name).map(([part, value]) => [part, text(value ?? '')])))
}

/** Data is text: what would be markup to the engine is made harmless. */
function text(value: string): string {
  return withoutMarks(value)
}
