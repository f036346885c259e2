import * as z from 'zod'
import { claim, passage } from './claim.ts'
import { date, deprecated, id, language, ref, sha256, text } from './fields.ts'

const name = z.union([
  z.strictObject({
    family: text,
    given: text.optional(),
    'non-dropping-particle': text.optional(),
    suffix: text.optional(),
  }),
  z.strictObject({ literal: text }),
])

/** CSL 1.0.2 item types that a source may have. */
const sourceTypes = [
  'article-journal',
  'article-magazine',
  'article-newspaper',
  'bill',
  'book',
  'broadcast',
  'chapter',
  'dataset',
  'document',
  'entry',
  'hearing',
  'interview',
  'legislation',
  'manuscript',
  'pamphlet',
  'paper-conference',
  'personal_communication',
  'post',
  'post-weblog',
  'regulation',
  'report',
  'speech',
  'thesis',
  'treaty',
  'webpage',
] as const

/** How a datum is known. Whatever is not `text` is disclosed in the source annex. */
export const basis = z.enum(['text', 'publisher-page', 'catalogue', 'inferred', 'told'])

const bibliographic = {
  type: z.enum(sourceTypes),
  title: text.optional(),
  author: z.array(name).optional(),
  editor: z.array(name).optional(),
  translator: z.array(name).optional(),
  'container-title': text.optional(),
  'collection-title': text.optional(),
  publisher: text.optional(),
  'publisher-place': text.optional(),
  volume: text.optional(),
  issue: text.optional(),
  number: text.optional(),
  page: text.optional(),
  edition: text.optional(),
  section: text.optional(),
  genre: text.optional(),
  medium: text.optional(),
  issued: date.optional(),
  accessed: date.optional(),
  URL: z.url({ protocol: /^https?$/ }).optional(),
  DOI: text.optional(),
  ISBN: text.optional(),
  archive: text.optional(),
  language: language.default('en'),
}

/** One source, in `corpus/sources/<key>.yaml`: the file name is the citation key. CSL-JSON names where CSL has one. */
export const source = z.strictObject({
  ...bibliographic,
  /** For a work in another script: how its title reads in Latin letters, and in the pack's language. */
  transliteration: z
    .strictObject({ title: text.optional(), 'container-title': text.optional(), author: z.array(name).optional() })
    .optional(),
  translation: z.strictObject({ title: text.optional(), 'container-title': text.optional() }).optional(),
  /** How each bibliographic datum is known, by field name, with a note where it needs one. */
  basis: z.record(z.string(), z.union([basis, z.strictObject({ how: basis, note: text })])).default({}),
  held: z
    .boolean()
    .default(true)
    .meta({ description: 'false: known only through another source; no text, no claims of its own' }),
  text: z
    .strictObject({ sha256, words: z.int().positive(), paragraphs: z.int().positive(), normalisation: z.literal('n1') })
    .optional(),
  reliability: z.strictObject({ grade: z.enum(['A', 'B', 'C', 'D', 'E', 'F']), why: text }).optional(),
  descriptor: text.optional().meta({ description: 'What it is, in at most 25 words; printed at first mention' }),
  /** What it is good for and what to beware of, for the source register. */
  assessment: text.optional(),
  lineage: z
    .strictObject({
      'derived-from': z.array(ref('source')).default([]),
      quotes: z.array(ref('source')).default([]),
      'same-author-as': z.array(ref('source')).default([]),
    })
    .default({ 'derived-from': [], quotes: [], 'same-author-as': [] }),
  rights: z
    .strictObject({ holder: text, 'quote-words': z.int().nonnegative().optional(), note: text.optional() })
    .optional(),
  defects: z
    .array(
      z.strictObject({
        id: id.optional(),
        kind: z.enum([
          'misspelling',
          'missing-negation',
          'wrong-fact',
          'inconsistency',
          'boilerplate',
          'caption-intrusion',
          'missing-byline',
          'missing-title',
          'missing-date',
          'ambiguity',
          'truncation',
        ]),
        passages: z.array(passage).default([]),
        note: text,
      }),
    )
    .default([]),
  claims: z.array(claim).default([]),
  deprecated,
})

export type Source = z.infer<typeof source> & { readonly id: string }
