import * as z from 'zod'
import { date, deprecated, id, inTime, prose, ref, restsOn, tags, text, title, why } from './fields.ts'
import { defineKind } from './kind.ts'
import { confidenceLevels, standings } from './scales.ts'

const claims = z.array(restsOn('claim')).default([])

const event = z.strictObject({
  text: text.describe('What would happen or be so, as a plain statement: “Militants attack the port.”'),
  signs: z
    .array(ref('claim'))
    .default([])
    .describe('The claims, among those for and against, that speak for the event'),
})

const confidence = z.strictObject({
  level: z.enum(confidenceLevels).describe('low, moderate or high; the evidence sets the highest that may be claimed'),
  because: z
    .strictObject({
      information: text.describe('How much there is, from how many independent sources'),
      rigour: text.describe('How the conclusion was reached'),
      volatility: text.describe('How fast the matter may change'),
    })
    .describe('The three reasons for the level'),
})

const assumption = z.strictObject({
  text: text.describe('A sentence in our own words'),
  linchpin: z.boolean().default(false).describe('true when the judgment falls with it'),
  strength: z.enum(['firm', 'fair', 'weak']).default('fair').describe('How firm the assumption is'),
  'if-wrong': text.optional().describe('What would follow if it were wrong'),
})

const alternative = z.strictObject({
  text: text.describe('A sentence in our own words'),
  for: claims.describe('Claims that speak for it'),
  against: claims.describe('Claims that speak against it'),
  why: why.optional(),
})

const indicator = z.strictObject({
  observable: text.describe('Something that can be seen to happen'),
  direction: z.enum(['up', 'down']).describe('Whether it would strengthen the sentence as printed, or weaken it'),
  sign: z.boolean().optional().describe('Whether it would be a sign of the event'),
})

/** What we conclude. Likelihood is of the thing; confidence is in the basis: they never share a sentence (ICD 203 D.6.e.2.b). */
export const judgment = z.strictObject({
  id,
  key: z.boolean().default(false).describe('true for the few that a reader must have; a pack has at most five'),
  title,
  /**
   * Without a likelihood, no `{term}`. `for` and `against` always refer to it as it is printed: what speaks for “an attack was
   * unlikely” is what speaks against the attack.
   */
  text: prose('judgment', 'for', 'against').describe('The sentence, with {term} where the likelihood stands'),
  likelihood: text.optional().describe('A term of the pack’s scale'),
  standing: z
    .enum(standings)
    .optional()
    .describe(
      'Where no likelihood is given: reported, with what an author concludes; inferred by us; or not to be judged',
    ),
  event: event
    .optional()
    .describe('What the evidence bears on, kept apart from the wording, so that a change of the term is noticed'),
  confidence: confidence.describe('How good the basis is; it is not how likely the thing is'),
  period: inTime.optional(),
  horizon: z.enum(['past', 'present', 'future']).describe('Whether it is about the past, the present or the future'),
  until: date.optional().describe('For a forecast: the date by which it is to be judged'),
  for: claims.describe('Claims that support the sentence as it is printed'),
  against: claims.describe('Claims that speak against the sentence as it is printed'),
  'rests-on': z
    .array(restsOn('judgment'))
    .default([])
    .describe('Other judgments that it rests on: it may claim no more confidence than they do'),
  assumptions: z.array(assumption).default([]).describe('What is taken for granted'),
  alternatives: z.array(alternative).default([]).describe('Other explanations that were weighed'),
  indicators: z.array(indicator).default([]).describe('What to watch for'),
  'changes-if': text.optional().describe('What new evidence would change it'),
  follows: text.optional().describe('What follows from it for the reader'),
  'ceiling-note': text.optional().describe('The reason for a level above what one group of sources carries'),
  'change-note': text.optional().describe('Why the term or the level moved since the last issue'),
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
