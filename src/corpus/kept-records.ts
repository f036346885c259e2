import * as z from 'zod'
import { normalisations } from './passage.ts'
import { confidenceLevels } from './scales.ts'

/** A pin as it was last verified. */
const pin = { para: z.number(), start: z.string(), end: z.string() }
const texts = z.array(z.string()).readonly()
const both = <S extends z.ZodType>(of: S) => z.tuple([of, of]).readonly()

/** The last verification of every passage, committed as `corpus/evidence.lock.json`: what decides where texts are absent. */
export const lockSchema = z.object({
  normalisation: z.enum(normalisations),
  sources: z.record(
    z.string(),
    z.object({
      /** The digest of the normalised text. */
      text: z.string(),
      /** By the digest of the span, each with the first of its pins. */
      passages: z.record(
        z.string(),
        z.object({
          ...pin,
          /** Other pins of the same words: by other claims, or where the text repeats itself. */
          also: z.array(z.object(pin)).readonly().exactOptional(),
          /** See `fingerprint.ts`: enough to tell a change, too little to read. */
          print: z.string(),
        }),
      ),
    }),
  ),
  shared: z
    .array(
      z.object({ sources: both(z.string()), paragraphs: both(z.number()), words: z.number(), claims: both(texts) }),
    )
    .readonly(),
  /** The claims that agree with their passages (`a`) or declare what does not (`d`), each with its digest. */
  agreed: z.record(z.string(), z.string()).exactOptional(),
  /** The claims that could not be told with their texts at hand, and the words in doubt; none where their language has no tables. */
  untold: z.record(z.string(), z.object({ digest: z.string(), words: z.string().exactOptional() })).exactOptional(),
  /** By source, the quotations that were found in its text: the digests of their words. */
  quoted: z.record(z.string(), texts).exactOptional(),
})
export type Lock = z.output<typeof lockSchema>

/** What a pack said when it was issued, and on what it rested: `corpus/issues/<name>.json`, committed. */
export const issueSchema = z.object({
  name: z.string(),
  pack: z.string(),
  /** The pack's date of issue, EDTF. */
  issued: z.string(),
  judgments: z.record(
    z.string(),
    z.object({ text: z.string(), likelihood: z.string().exactOptional(), confidence: z.enum(confidenceLevels) }),
  ),
  /** The digests of the passages of each claim that was printed or that a printed judgment rests on. */
  claims: z.record(z.string(), texts),
  /** With the digest of its normalised text, where it had one. */
  sources: z.record(z.string(), z.object({ text: z.string().exactOptional(), grade: z.string().exactOptional() })),
})
export type Issue = z.output<typeof issueSchema>
