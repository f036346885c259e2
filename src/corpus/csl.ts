import * as z from 'zod'
import { date, language, text } from './fields.ts'
import { doi, numbers, webAddress } from './identifiers.ts'
import { withoutMarkup } from './markup.ts'

/** Item types of CSL 1.0.2 (https://docs.citationstyles.org/en/v1.0.2/specification.html#appendix-iii-types). */
export const itemTypes = [
  'article',
  'article-journal',
  'article-magazine',
  'article-newspaper',
  'bill',
  'book',
  'broadcast',
  'chapter',
  'classic',
  'collection',
  'dataset',
  'document',
  'entry',
  'entry-dictionary',
  'entry-encyclopedia',
  'event',
  'figure',
  'graphic',
  'hearing',
  'interview',
  'legal_case',
  'legislation',
  'manuscript',
  'map',
  'motion_picture',
  'musical_score',
  'pamphlet',
  'paper-conference',
  'patent',
  'performance',
  'periodical',
  'personal_communication',
  'post',
  'post-weblog',
  'regulation',
  'report',
  'review',
  'review-book',
  'software',
  'song',
  'speech',
  'standard',
  'thesis',
  'treaty',
  'webpage',
] as const

/** A name in CSL-JSON: of a person in parts, or of a body as it stands. */
const name = z.union([
  z.strictObject({
    family: text,
    given: text.optional(),
    'dropping-particle': text.optional(),
    'non-dropping-particle': text.optional(),
    suffix: text.optional(),
  }),
  z.strictObject({ literal: text }),
])
export const names = z.array(name)
export type WorkName = z.infer<typeof name>

/** Variables of CSL 1.0.2 that a work is described with, by kind: those of a citation (locator, …) are not among them. */
export const nameVariables = [
  'author',
  'editor',
  'translator',
  'chair',
  'collection-editor',
  'compiler',
  'composer',
  'container-author',
  'contributor',
  'curator',
  'director',
  'editor-translator',
  'editorial-director',
  'executive-producer',
  'guest',
  'host',
  'illustrator',
  'interviewer',
  'narrator',
  'organizer',
  'original-author',
  'performer',
  'producer',
  'recipient',
  'reviewed-author',
  'script-writer',
  'series-creator',
] as const
export const dateVariables = [
  'issued',
  'accessed',
  'available-date',
  'event-date',
  'original-date',
  'submitted',
] as const
/** Titles and the like: text in the language of the work, which may have `transliteration` and `translation`. */
export const titleVariables = ['title', 'container-title'] as const
export const textVariables = [
  'title-short',
  'container-title-short',
  'collection-title',
  'volume-title',
  'part-title',
  'original-title',
  'reviewed-title',
  'publisher',
  'publisher-place',
  'original-publisher',
  'original-publisher-place',
  'volume',
  'issue',
  'number',
  'page',
  'page-first',
  'chapter-number',
  'collection-number',
  'part-number',
  'printing-number',
  'supplement-number',
  'number-of-pages',
  'number-of-volumes',
  'edition',
  'version',
  'section',
  'genre',
  'reviewed-genre',
  'medium',
  'dimensions',
  'scale',
  'event-title',
  'event-place',
  'authority',
  'jurisdiction',
  'division',
  'references',
  'status',
] as const
/** How a work is found: identifiers, places and terms of use. */
export const identifierVariables = [
  'DOI',
  'ISBN',
  'ISSN',
  'PMID',
  'PMCID',
  'archive',
  'archive_collection',
  'archive_location',
  'archive-place',
  'call-number',
  'source',
  'license',
  'keyword',
] as const
/** Texts of some length, which may have several lines. */
export const noteVariables = ['abstract', 'annote', 'note'] as const
const note = z.string().trim().min(1, 'is empty').max(20_000, 'is longer than 20,000 characters')

/** Text without the tags that CSL-JSON has (see `title-is-plain`). */
export const plain = text.transform(withoutMarkup)

type Fields<K extends string, S extends z.ZodType> = { [name in K]: z.ZodOptional<S> }
const each = <K extends string, S extends z.ZodType>(variables: readonly K[], schema: S): Fields<K, S> =>
  Object.fromEntries(variables.map((variable) => [variable, schema.optional()])) as Fields<K, S>

/** What a bibliography says of a work, under the names of CSL-JSON; the order is that of the fields in a file. */
export const bibliographic = {
  type: z.enum(itemTypes),
  ...each(['title'], plain),
  ...each(nameVariables, names),
  ...each(['container-title'], plain),
  ...each(textVariables, plain),
  ...each(dateVariables, date),
  issued: date.nullable().optional(),
  URL: webAddress.optional(),
  ...each(identifierVariables, text),
  DOI: doi.optional(),
  ISBN: numbers.ISBN.optional(),
  ISSN: numbers.ISSN.optional(),
  PMID: numbers.PMID.optional(),
  PMCID: numbers.PMCID.optional(),
  ...each(noteVariables, note),
  language: language.default('en'),
}
