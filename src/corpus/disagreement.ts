import * as z from 'zod'
import { deprecated, id, prose, restsOn, tags, text, title } from './fields.ts'
import { defineKind } from './kind.ts'

export const disagreementKinds = ['factual', 'numerical', 'attributional', 'interpretive', 'evolution'] as const

/** Two or more claims that cannot all be taken as they stand. */
const disagreement = z.strictObject({
  id,
  title,
  claims: z.array(restsOn('claim')).min(2).describe('The claims that are at odds, two or more'),
  kind: z.enum(disagreementKinds).describe('Over facts, figures, who said it, what it means, or a change over time'),
  account: prose('account').describe('What is at odds, in our own words'),
  status: z.enum(['open', 'resolved']).default('open').describe('Where it stands'),
  resolution: prose('account').describe('How we dealt with it, or why it stays open'),
  independence: text
    .optional()
    .describe('What is doubtful in the independence of the sides, where counting groups does not show it'),
  touches: z.array(restsOn('judgment')).default([]).describe('The judgments that it bears on'),
  tags,
  deprecated,
})
export type Disagreement = z.infer<typeof disagreement>

export const disagreementKind = defineKind({
  name: 'disagreement',
  plural: 'disagreements',
  kept: 'list',
  schema: disagreement,
  label: 'title',
  facets: (it: Disagreement) => ({ kind: it.kind }),
})
