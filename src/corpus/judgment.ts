import * as z from 'zod'
import { date, deprecated, id, ref, text } from './fields.ts'
import { confidenceLevels } from './scales.ts'

/** What we conclude. Likelihood is of the thing; confidence is in the basis: they never share a sentence (ICD 203 D.6.e.2.b). */
export const judgment = z.strictObject({
  id,
  key: z.boolean().default(false),
  title: text.meta({ description: 'A headline of a few words, without a full stop' }),
  /** The sentence, with `{term}` where the likelihood stands. Without a likelihood (a finding on the record), no `{term}`. */
  text,
  likelihood: text.optional().meta({ description: 'A term of the pack’s scale' }),
  confidence: z.strictObject({
    level: z.enum(confidenceLevels),
    because: z.strictObject({ information: text, rigour: text, volatility: text }),
  }),
  period: date.optional(),
  horizon: z.enum(['past', 'present', 'future']),
  until: date.optional().meta({ description: 'For a forecast: the date by which it is to be judged' }),
  for: z.array(ref('claim')).default([]),
  against: z.array(ref('claim')).default([]),
  'rests-on': z.array(ref('judgment')).default([]),
  assumptions: z
    .array(
      z.strictObject({
        text,
        linchpin: z.boolean().default(false),
        strength: z.enum(['firm', 'fair', 'weak']).default('fair'),
        'if-wrong': text.optional(),
      }),
    )
    .default([]),
  alternatives: z
    .array(
      z.strictObject({
        text,
        for: z.array(ref('claim')).default([]),
        against: z.array(ref('claim')).default([]),
        why: text.optional(),
      }),
    )
    .default([]),
  indicators: z.array(z.strictObject({ observable: text, direction: z.enum(['up', 'down']) })).default([]),
  'changes-if': text.optional(),
  /** A written reason for a level above what one group of sources carries. */
  'ceiling-note': text.optional(),
  /** Why the term or level moved since the last issue. */
  'change-note': text.optional(),
  deprecated,
})
export type Judgment = z.infer<typeof judgment>
