import * as z from 'zod'
import { date, deprecated, id, language, prose, ref, restsOn, tags, text } from './fields.ts'
import { defineKind } from './kind.ts'
import { passage } from './passage.ts'
import { proposed } from './proposal.ts'
import { support } from './support.ts'

const grade = z.int().min(1).max(6)

export const claimKinds = ['fact', 'statement', 'judgment', 'forecast', 'figure'] as const

/** One thing that a source says, in our own words. Cited as `[@source, para. N]` or `{{cite "claim-id"}}`. */
export const claim = z.strictObject({
  id,
  kind: z.enum(claimKinds),
  gist: prose('gist', 'id').meta({ description: 'What is said, in our own words, attributed where it is somebody’s' }),
  /** Who speaks in the text: its author, somebody quoted, somebody paraphrased, or nobody who is named. */
  voice: z.enum(['author', 'direct', 'indirect', 'unattributed']),
  speaker: ref('actor').optional(),
  /** The speaker's role as the source gives it, where and to whom it was said, and the wire or paper it came through. */
  said: z
    .strictObject({
      role: text.optional(),
      to: text.optional(),
      venue: text.optional(),
      date: date.optional(),
      via: restsOn('source').optional(),
      'via-basis': z.enum(['stated', 'likely']).default('stated').meta({
        description: 'Whether the source says that it came through there, or only its context makes that likely',
      }),
    })
    .optional(),
  about: z.array(ref('actor')).default([]),
  /** When the thing happened or held, and how the date was resolved. */
  date: z
    .strictObject({
      edtf: date,
      basis: z.enum(['explicit', 'year-resolved', 'relative', 'inferred']),
      note: text.optional(),
    })
    .optional(),
  /** `proposition`: that the thing is so; `utterance`, for a statement: that it was said. 1 confirmed … 6 cannot be judged. */
  credibility: z.strictObject({ utterance: grade.optional(), proposition: grade, why: text }),
  passages: z.array(passage).min(1),
  /** What of the claim its passages do not say, and on what it rests instead. */
  'supported-by': z.array(support).default([]),
  value: z
    .strictObject({
      number: z.number(),
      unit: text,
      measures: id,
      'as-of': date.optional(),
      approximate: z.boolean().default(false),
    })
    .optional(),
  quote: text.optional().meta({ description: 'A few words of the source, verbatim, that carry the point' }),
  'quote-translation': z
    .strictObject({ language, text })
    .optional()
    .meta({ description: 'Our translation of `quote`, which packs in its language may print as such' }),
  /** Set when the act was still to come when the source wrote: never told as done. */
  scheduled: z.boolean().default(false),
  relations: z
    .array(
      z.strictObject({
        corroborates: ref('claim').optional(),
        repeats: ref('claim').optional(),
        contradicts: ref('claim').optional(),
        qualifies: ref('claim').optional(),
        updates: ref('claim').optional(),
        note: text.optional(),
      }),
    )
    .default([]),
  'not-evidence': text
    .optional()
    .meta({ description: 'Why it may be told, but never counted for or against a judgment or an answer' }),
  note: text
    .optional()
    .meta({ description: 'What a reader must know to use the claim: an error of the source, a limit of the wording' }),
  unfinished: text
    .optional()
    .meta({ description: 'What is still to be written; until it is taken away no pack prints the claim' }),
  proposed: proposed.optional().meta({
    description: 'The tool that proposed the claim, and the digest of what it was asked: packs tell how many there are',
  }),
  tags,
  deprecated,
})

export type Claim = z.infer<typeof claim> & { readonly source: string }

export const claimKind = defineKind({
  name: 'claim',
  plural: 'claims',
  kept: 'inside',
  schema: claim,
  label: 'gist',
  facets: (it: Claim) => ({
    kind: it.kind,
    actors: [...it.about, it.speaker],
    dates: [it.date?.edtf ?? it.said?.date],
    grade: it.credibility.proposition,
  }),
})
