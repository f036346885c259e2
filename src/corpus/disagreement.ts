import * as z from 'zod'
import { deprecated, id, prose, restsOn, tags, text } from './fields.ts'
import { defineKind } from './kind.ts'

export const disagreementKinds = ['factual', 'numerical', 'attributional', 'interpretive', 'evolution'] as const

/** Two or more claims that cannot all be taken as they stand. */
const disagreement = z.strictObject({
  id,
  title: text,
  claims: z.array(restsOn('claim')).min(2),
  kind: z.enum(disagreementKinds),
  /** What is at odds, in our own words. */
  account: prose('account'),
  status: z.enum(['open', 'resolved']).default('open'),
  resolution: prose('account'),
  independence: text
    .optional()
    .meta({ description: 'What is doubtful in the independence of the sides, where counting groups does not show it' }),
  touches: z.array(restsOn('judgment')).default([]),
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
