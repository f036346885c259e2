import * as z from 'zod'
import { date, deprecated, id, prose, ref, restsOn, tags, text } from './fields.ts'
import { defineKind } from './kind.ts'
import { confidenceLevels, standings } from './scales.ts'

/** What we conclude. Likelihood is of the thing; confidence is in the basis: they never share a sentence (ICD 203 D.6.e.2.b). */
export const judgment = z.strictObject({
  id,
  key: z.boolean().default(false),
  title: text.meta({ description: 'A headline of a few words, without a full stop' }),
  /**
   * The sentence, with `{term}` where the likelihood stands. Without a likelihood, no `{term}`. `for` and `against` always
   * refer to it as it is printed: what speaks for “an attack was unlikely” is what speaks against the attack.
   */
  text: prose('judgment', 'for', 'against'),
  likelihood: text.optional().meta({ description: 'A term of the pack’s scale' }),
  standing: z.enum(standings).optional().meta({
    description:
      'Where no likelihood is given: reported, with what an author concludes; inferred by us; or not to be judged',
  }),
  /** What the evidence bears on, kept apart from how the sentence is worded, so that a change of the term is noticed. */
  event: z
    .strictObject({
      text: text.meta({
        description: 'What would happen or be so, as a plain statement: “Militants attack the port.”',
      }),
      signs: z
        .array(ref('claim'))
        .default([])
        .meta({ description: 'The claims, among those for and against, that speak for the event' }),
    })
    .optional(),
  confidence: z.strictObject({
    level: z.enum(confidenceLevels),
    because: z.strictObject({ information: text, rigour: text, volatility: text }),
  }),
  period: date.optional(),
  horizon: z.enum(['past', 'present', 'future']),
  until: date.optional().meta({ description: 'For a forecast: the date by which it is to be judged' }),
  for: z.array(restsOn('claim')).default([]),
  against: z.array(restsOn('claim')).default([]),
  'rests-on': z.array(restsOn('judgment')).default([]),
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
        for: z.array(restsOn('claim')).default([]),
        against: z.array(restsOn('claim')).default([]),
        why: text.optional(),
      }),
    )
    .default([]),
  indicators: z
    .array(
      z.strictObject({
        observable: text,
        direction: z
          .enum(['up', 'down'])
          .meta({ description: 'Whether it would strengthen the sentence as printed, or weaken it' }),
        sign: z.boolean().optional().meta({ description: 'Whether it would be a sign of the event' }),
      }),
    )
    .default([]),
  'changes-if': text.optional(),
  follows: text.optional().meta({ description: 'What follows from it for the reader' }),
  /** A written reason for a level above what one group of sources carries. */
  'ceiling-note': text.optional(),
  /** Why the term or level moved since the last issue. */
  'change-note': text.optional(),
  tags,
  deprecated,
})
export type Judgment = z.infer<typeof judgment>

export const judgmentKind = defineKind({
  name: 'judgment',
  plural: 'judgments',
  kept: 'list',
  schema: judgment,
  label: 'text',
  facets: (it: Judgment) => ({ kind: it.key ? 'key' : 'other', dates: [it.period], grade: it.confidence.level }),
})
