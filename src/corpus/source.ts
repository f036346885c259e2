import * as z from 'zod'
import { claim } from './claim.ts'
import { bibliographic, names, plain } from './csl.ts'
import { type Edtf, parseEdtf } from './edtf.ts'
import { date, deprecated, id, ref, restsOn, sha256, tags, text } from './fields.ts'
import { webAddress } from './identifiers.ts'
import { defineKind } from './kind.ts'
import { normalisations, passage } from './passage.ts'

export const reliabilities = ['A', 'B', 'C', 'D', 'E', 'F'] as const

/** How a datum is known. Whatever is not `text` is disclosed in the source annex. */
const basis = z.enum(['text', 'publisher-page', 'catalogue', 'inferred', 'told'])

/** One source, in `corpus/sources/<key>.yaml`: the file name is the citation key. CSL-JSON names where CSL has one. */
export const source = z.strictObject({
  code: z
    .string()
    .regex(/^\p{L}[\p{L}\p{N}.]{0,11}$/u, 'is not a code of a letter and up to eleven letters, digits and dots')
    .optional()
    .meta({ description: 'How citations call it, e.g. S2; without one a code is made of the key' }),
  ...bibliographic,
  bounds: date.optional().meta({
    description:
      'With `issued: null`: between which dates it must have been made, an EDTF interval such as "2015/2021-05"',
  }),
  law: z
    .strictObject({ 'in-force': date.optional(), amended: z.array(date).default([]), repealed: date.optional() })
    .optional()
    .meta({ description: 'For laws, decrees and the like, which are `issued` on the day of their adoption' }),
  /** For a work in another script: how its title reads in Latin letters, and in the pack's language. */
  transliteration: z
    .strictObject({ title: plain.optional(), 'container-title': plain.optional(), author: names.optional() })
    .optional(),
  translation: z.strictObject({ title: plain.optional(), 'container-title': plain.optional() }).optional(),
  /** How each bibliographic datum is known, by field name, with a note where it needs one. */
  basis: z.record(z.string(), z.union([basis, z.strictObject({ how: basis, note: text })])).default({}),
  held: z
    .boolean()
    .default(true)
    .meta({ description: 'false: known only through another source; no text, no claims of its own' }),
  text: z
    .strictObject({
      sha256,
      words: z.int().positive(),
      paragraphs: z.int().positive(),
      normalisation: z.enum(normalisations),
      pages: z
        .record(z.string(), z.int().positive())
        .optional()
        .meta({ description: 'The first paragraph that begins on each page, by the page’s label' }),
      file: z
        .strictObject({ name: text, sha256, tool: text, captured: date.optional() })
        .optional()
        .meta({ description: 'The file that the text was taken from, its digest, and what took it' }),
    })
    .optional(),
  reliability: z.strictObject({ grade: z.enum(reliabilities), why: text }).optional(),
  descriptor: text.optional().meta({ description: 'What it is, in at most 25 words; printed at first mention' }),
  archived: webAddress.optional(),
  /** What it is good for and what to beware of, for the source register. */
  assessment: text.optional(),
  voice: text.optional().meta({ description: 'Whose voice a reader hears in it' }),
  'not-for': text.optional().meta({ description: 'What it should not be used for' }),
  lineage: z
    .strictObject({
      'derived-from': z.array(restsOn('source')).default([]),
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
  /** Where the record came from, and what of it has no field here. */
  library: z
    .strictObject({
      key: text.optional().meta({ description: 'The key of the item in the library, e.g. in Zotero' }),
      'citation-key': text.optional().meta({ description: 'The key that the library cites it by' }),
      other: z
        .record(z.string(), z.string())
        .optional()
        .meta({ description: 'Fields of the library that CSL has no variable for; kept, never printed' }),
    })
    .optional(),
  claims: z.array(claim).default([]),
  tags,
  deprecated,
})

export type Source = z.infer<typeof source> & { readonly id: string }

export const sourceKind = defineKind({
  name: 'source',
  plural: 'sources',
  kept: 'file',
  schema: source,
  label: 'title',
  facets: (it: Source) => ({ kind: it.type, dates: [it.issued ?? it.bounds], grade: it.reliability?.grade }),
  // Others say how it is cited.
  grave: ['reliability', 'author', 'issued', 'held', 'lineage', 'deprecated', 'defects'],
})

/** When a source was made: its date, or what bounds it; a page that was read cannot be younger than that. */
export function madeWhen({
  issued,
  bounds,
  accessed,
}: Pick<Source, 'issued' | 'bounds' | 'accessed'>): Edtf | undefined {
  const known = issued ?? bounds ?? (accessed && parseEdtf(`../${accessed}`) ? `../${accessed}` : undefined)
  return known === undefined ? undefined : parseEdtf(known)
}
