import * as z from 'zod'
import { keysOf } from '../core/index.ts'
import { date, language, text, wordsIn } from './fields.ts'
import { doi, numbers, webAddress } from './identifiers.ts'
import { withoutMarkup } from './markup.ts'

/** Item types of CSL 1.0.2 (https://docs.citationstyles.org/en/v1.0.2/specification.html#appendix-iii-types). */
export const itemTypes = wordsIn(
  'article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection dataset',
  'document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case legislation',
  'manuscript map motion_picture musical_score pamphlet paper-conference patent performance periodical',
  'personal_communication post post-weblog regulation report review review-book software song speech standard thesis',
  'treaty webpage',
)

/** A name in CSL-JSON: of a person in parts, or of a body as it stands. */
const name = z.union([
  z.strictObject({
    family: text.describe('The family name, by which a list is sorted'),
    given: text.optional().describe('Given names or initials'),
    'dropping-particle': text
      .optional()
      .describe('A particle that is left out where the family name stands alone: “von” in von Humboldt'),
    'non-dropping-particle': text.optional().describe('A particle that stays with the family name: “de” in de Gaulle'),
    suffix: text.optional().describe('What stands behind a name: Jr., III'),
  }),
  z.strictObject({ literal: text.describe('The name of a body, or of a person who has one name, as it is printed') }),
])
export const names = z.array(name)
export type WorkName = z.infer<typeof name>

/** Variables of CSL 1.0.2 that a work is described with, by kind: those of a citation (locator, …) are not among them. */
const nameMeanings = {
  author: 'Who wrote it, in the order of the title page; leave it out where nobody is named',
  editor: 'Who edited it',
  translator: 'Who translated it',
  chair: 'Who chaired the event or hearing',
  'collection-editor': 'The editor of the series',
  compiler: 'Who compiled it',
  composer: 'Who composed the music',
  'container-author': 'The author of the book that it is a chapter of',
  contributor: 'Who contributed in a way that no other field names',
  curator: 'The curator of the exhibition or collection',
  director: 'The director of the film or broadcast',
  'editor-translator': 'Who edited and translated it, where that is one credit',
  'editorial-director': 'The editorial director',
  'executive-producer': 'The executive producer',
  guest: 'A guest of the broadcast',
  host: 'The host of the broadcast',
  illustrator: 'Who illustrated it',
  interviewer: 'Who asked the questions',
  narrator: 'The narrator',
  organizer: 'Who organised the event',
  'original-author': 'The author of the work that it is made from',
  performer: 'Who performed it',
  producer: 'The producer',
  recipient: 'To whom a letter or message went',
  'reviewed-author': 'The author of the work under review',
  'script-writer': 'Who wrote the script',
  'series-creator': 'Who created the series',
}
const dateMeanings = {
  issued:
    'When it was published: the narrowest EDTF date or interval that can be shown; null for a work without a date',
  accessed: 'The day on which a page was read',
  'available-date': 'When it became available, before it was issued',
  'event-date': 'When the event was',
  'original-date': 'When the original was published',
  submitted: 'When it was submitted',
}
/** Titles and the like: text in the language of the work, which may have `transliteration` and `translation`. */
const titleMeanings = {
  title: 'The title as the work has it; a title that was supplied is disclosed in `basis`',
  'container-title': 'The newspaper, journal, book or website that it stands in',
}
const textMeanings = {
  'title-short': 'A short form of the title, for later notes',
  'container-title-short': 'The usual abbreviation of the journal',
  'collection-title': 'The series that it belongs to',
  'volume-title': 'The title of the volume',
  'part-title': 'The title of the part',
  'original-title': 'The title of the work that it is a translation or edition of',
  'reviewed-title': 'The title of the work under review',
  publisher: 'Who published it',
  'publisher-place': 'Where',
  'original-publisher': 'Who published the original',
  'original-publisher-place': 'Where the original was published',
  volume: 'The volume',
  issue: 'The issue of the journal',
  number: 'The number of a report, law, patent or standard',
  page: 'The pages in its container, e.g. "12-19"',
  'page-first': 'The first page',
  'chapter-number': 'The number of the chapter',
  'collection-number': 'The number in the series',
  'part-number': 'The number of the part',
  'printing-number': 'The number of the printing',
  'supplement-number': 'The number of the supplement',
  'number-of-pages': 'How many pages it has',
  'number-of-volumes': 'How many volumes it has',
  edition: 'The edition, as a number or in words',
  version: 'The version of software or data',
  section: 'The section of a newspaper or law',
  genre: 'What kind of its type, in words: “working paper”, “press release”',
  'reviewed-genre': 'What kind of work is under review',
  medium: 'The medium: “video”, “microfilm”',
  dimensions: 'Its size or running time',
  scale: 'The scale of a map',
  'event-title': 'The conference, hearing or event',
  'event-place': 'Where the event was',
  authority: 'The court, parliament or body that issued it',
  jurisdiction: 'Where a law or judgment holds',
  division: 'The chamber or division of a court or body',
  references: 'Related works, e.g. the docket of a case',
  status: 'Where it stands in publication or law: “in press”, “repealed”',
}
/** How a work is found: identifiers, places and terms of use. */
const identifierMeanings = {
  DOI: 'Its DOI, such as 10.1000/182; addresses and “doi:” before it are dropped',
  ISBN: 'Its ISBN',
  ISSN: 'The ISSN of the journal',
  PMID: 'Its number in PubMed',
  PMCID: 'Its number in PubMed Central',
  archive: 'The archive that holds it, by name; for the address of a copy of a page see `archived`',
  archive_collection: 'The collection in the archive',
  archive_location: 'The shelf mark in the archive',
  'archive-place': 'Where the archive is',
  'call-number': 'The call number in a library',
  source: 'The database or catalogue that it came from',
  license: 'The terms of use',
  keyword: 'Keywords of the library',
}
/** Texts of some length, which may have several lines. */
const noteMeanings = {
  abstract: 'Its abstract',
  annote: 'A note on the work for an annotated bibliography',
  note: 'What the bibliography should add',
}
const note = z.string().trim().min(1, 'is empty').max(20_000, 'is longer than 20,000 characters')

export const nameVariables = keysOf(nameMeanings)
export const dateVariables = keysOf(dateMeanings)
export const titleVariables = keysOf(titleMeanings)
export const textVariables = keysOf(textMeanings)
export const identifierVariables = keysOf(identifierMeanings)
export const noteVariables = keysOf(noteMeanings)

/** Text without the tags that CSL-JSON has (see `title-is-plain`). */
export const plain = text.transform(withoutMarkup)

/** A field for each variable; those with a form of their own are in `own`. */
function each<K extends string, S extends z.ZodType>(
  meanings: Readonly<Record<K, string>>,
  schema: S,
  own: { readonly [name in K]?: z.ZodType<z.output<S>, z.input<S>> } = {},
) {
  const fields = keysOf(meanings).map((name) => [name, (own[name] ?? schema).optional().describe(meanings[name])])
  return Object.fromEntries(fields) as { [name in K]: z.ZodOptional<S> }
}
const { title, 'container-title': container } = each(titleMeanings, plain)

/** What a bibliography says of a work, under the names of CSL-JSON; the order is that of the fields in a file. */
export const bibliographic = {
  type: z.enum(itemTypes).describe('What it is, as CSL names types'),
  title,
  ...each(nameMeanings, names),
  'container-title': container,
  ...each(textMeanings, plain),
  ...each(dateMeanings, date),
  issued: date.nullable().optional().describe(dateMeanings.issued),
  URL: webAddress.optional().describe('Its address, http or https'),
  ...each(identifierMeanings, text, { DOI: doi, ...numbers }),
  ...each(noteMeanings, note),
  language: language.default('en').describe('The language that the text is in, as a tag: en, ru, kk'),
}
