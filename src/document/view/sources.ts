import { entryOf, isKeyOf, itemAt, type Locale, withinSentence } from '../../core/index.ts'
import {
  type Claim,
  type Corpus,
  codeOf,
  formatDate,
  isLawOfItsCountry,
  lawDates,
  lawName,
  type Pack,
  printedTitle,
  type Source,
} from '../../corpus/index.ts'
import type { Quotes, Reason } from '../../evidence/index.ts'
import type { Assessment, ViewContext } from './context.ts'
import {
  anchorOf,
  authorName,
  authorNames,
  bracketed,
  fields,
  howKnown,
  inRow,
  sourceName,
  titleOrWhat,
} from './names.ts'
import { byIssue } from './order.ts'

/** A source in a few words; what its text does not say itself stands in square brackets. */
function cardOf(source: Source, pack: Pack, words: Locale) {
  const { language } = pack
  const how = (field: string) => howKnown(source, field)
  const author = inRow(
    authorNames(source, pack).map((name) => name.full),
    words.and,
  )
  const numbers = [source.volume && words.volume(source.volume), source.issue && words.number(source.issue)]
  const { title, issued, publisher } = source
  const outlet = printedTitle(source, 'container-title', pack.transliteration)
  const house = publisher && publisher !== source['container-title'] ? bracketed(source, 'publisher', publisher) : null
  const given = Object.entries({ title, author, publisher: house, issued }).filter(([, value]) => value)
  const supplied = given.map(([field]) => field).filter((field) => how(field) !== 'text')
  const namesOf = (fields: readonly string[]) =>
    inRow(
      fields.map((field) => withinSentence(fieldName(field, words), language)),
      words.and,
    )
  const bases = [...new Set(supplied.map(how))].map(
    (basis) => `${namesOf(supplied.filter((field) => how(field) === basis))} ${words.basis[basis]}`,
  )
  return {
    title: titleOrWhat(source, pack),
    author: bracketed(source, 'author', author) || null,
    outlet: outlet ?? house,
    numbers: numbers.filter(Boolean).join(', ') || null,
    /** Absent where the outlet is its own publisher. */
    publisher: outlet ? house : null,
    date: datedWords(source, language, words),
    /** How the data in brackets are known. */
    known: lacksPublisher(source) ? [...bases, words.noPublisher] : bases,
  }
}

/** The date in brackets where the text does not give it; of an undated work what bounds it. */
function datedWords(source: Source, language: string, words: Locale): string | null {
  if (source.issued) return bracketed(source, 'issued', formatDate(source.issued, language))
  if (source.issued === undefined) return null
  return source.bounds ? `${words.noDate} [${formatDate(source.bounds, language)}]` : words.noDate
}

const graveDefects: ReadonlySet<Source['defects'][number]['kind']> = new Set([
  'missing-negation',
  'inconsistency',
  'truncation',
])

/** Sources that this pack holds, works known only through them, and others that are in the library alone, each by date. */
export function sourceViews(context: ViewContext) {
  const all = [...context.chosen.sources.values()].filter((source) => !source.deprecated).sort(byIssue)
  const views = all.map((source) => ({ source, view: context.mark(sourceView(source, context), source) }))
  const viewsOf = (of: (it: (typeof views)[number]) => boolean) => views.filter(of).map(({ view }) => view)
  return {
    held: viewsOf(({ source }) => source.held),
    unheld: viewsOf(({ source, view }) => !source.held && view.quotedIn.length > 0),
    others: viewsOf(({ source, view }) => !source.held && view.quotedIn.length === 0),
  }
}

/** The codes of the sources that are held, by date. */
export function heldCodes(corpus: Corpus): Map<string, string> {
  const held = [...corpus.sources.values()].filter((source) => source.held && !source.deprecated).sort(byIssue)
  return new Map(held.map((source) => [source.id, codeOf(source)]))
}

function sourceView(source: Source, { corpus, pack, words, assessment, mark }: ViewContext) {
  const link = (id: string) => {
    const other = entryOf(corpus.sources, id)
    return mark({ name: sourceName(other, pack), anchor: anchorOf('source', id) }, other)
  }
  return {
    id: source.id,
    anchor: anchorOf('source', source.id),
    code: codeOf(source),
    name: sourceName(source, pack),
    card: cardOf(source, pack, words),
    title: printedTitle(source, 'title', pack.transliteration) ?? null,
    container: printedTitle(source, 'container-title', pack.transliteration) ?? source.publisher ?? null,
    address: source.URL ?? null,
    ...fields(source, 'archived', 'issued'),
    /** When it was made, in words: “n.d.” and what bounds it, of an undated work. */
    dated: datedWords(source, pack.language, words),
    law: isLawOfItsCountry(source)
      ? {
          name: lawName(source, titleOrWhat(source, pack), pack.language),
          dates: lawDates(source, pack.language),
        }
      : null,
    ...fields(source, 'language', 'descriptor', 'assessment', 'voice'),
    notFor: source['not-for'] ?? null,
    grade: source.reliability?.grade ?? null,
    gradeWhy: source.reliability?.why ?? null,
    words: source.text?.words ?? null,
    paragraphs: source.text?.paragraphs ?? null,
    digest: source.text?.sha256 ?? null,
    normalisation: source.text?.normalisation ?? null,
    group: groupName(
      assessment.groups.find((group) => group.sources.includes(source.id)),
      corpus,
      pack,
    ),
    claimCount: source.claims.filter((claim) => !claim.deprecated).length,
    disclosed: disclosedBasis(source, words),
    defects: source.defects.map((defect) =>
      mark(
        {
          kind: words.defect[defect.kind],
          para: defect.passages[0]?.para ?? null,
          note: defect.note,
          /** It bears on what the text says, not on its spelling or its page. */
          grave: graveDefects.has(defect.kind),
        },
        defect,
      ),
    ),
    quotes: source.lineage.quotes.filter((id) => corpus.sources.has(id)).map(link),
    quotedIn: [...corpus.sources.values()].filter((other) => quotes(other, source.id)).map((other) => link(other.id)),
  }
}

/** What a reader calls sources that count as one: their authors, or else the first of them. */
function groupName(group: Assessment['groups'][number] | undefined, { sources }: Corpus, pack: Pack): string | null {
  if (!group) return null
  return (
    group.authors.map((author) => authorName(author, pack)).join(', ') ||
    sourceName(entryOf(sources, itemAt(group.sources, 0)), pack)
  )
}

function quotes(source: Source, id: string): boolean {
  return (
    source.lineage.quotes.includes(id) ||
    source.lineage['derived-from'].includes(id) ||
    source.claims.some((claim: Claim | Source['claims'][number]) => claim.said?.via === id)
  )
}

/** What is not from the text is disclosed (Berkeley Protocol, paragraph 208). */
function disclosedBasis(source: Source, words: Locale) {
  const disclosed = Object.entries(source.basis).flatMap(([field, basis]) => {
    const how = typeof basis === 'string' ? basis : basis.how
    return how === 'text'
      ? []
      : [{ field: fieldName(field, words), how: words.basis[how], note: typeof basis === 'string' ? null : basis.note }]
  })
  const unnamed = { field: fieldName('publisher', words), how: words.notNamed, note: null }
  return lacksPublisher(source) ? [...disclosed, unnamed] : disclosed
}

/** Of a work that was published, the text does not say by whom. */
const lacksPublisher = (source: Source) =>
  source.held && !source.publisher && Boolean(source['container-title'] ?? source.URL)

const fieldName = (field: string, { sourceField }: Locale) =>
  isKeyOf(sourceField, field) ? sourceField[field] : field.charAt(0).toUpperCase() + field.slice(1)

/** The independence groups of the sources held, and what else ties one to another, with sources as print names them. */
export function groupViews(
  { corpus, pack, words, assessment }: ViewContext,
  held: readonly ReturnType<typeof sourceView>[],
) {
  const work = (id: string) => sourceName(entryOf(corpus.sources, id), pack)
  const say = (reason: Reason | Quotes): string => {
    switch (reason.kind) {
      case 'author':
        return words.byAuthor(authorName(reason, pack))
      case 'source':
        return words.fromSource(work(reason.source))
      case 'occasion':
        return words.wordOf(
          corpus.actors.get(reason.speaker)?.name ?? reason.speaker,
          formatDate(reason.date, pack.language),
        )
      case 'shared-words':
        return words.sharedWords(reason.words, reason.sources.map(work))
      case 'quotes':
        return words.quotesOther(work(reason.source), work(reason.quoted))
    }
  }
  const shown = assessment.groups.filter(({ sources }) => held.some(({ id }) => sources.includes(id)))
  return shown.map((group) => ({
    label: groupName(group, corpus, pack) ?? '',
    sources: held.filter((source) => group.sources.includes(source.id)),
    reasons: group.reasons
      .filter((reason) => reason.kind !== 'author' || reason.name !== group.authors.map(({ name }) => name).join(', '))
      .map(say),
  }))
}
