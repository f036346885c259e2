import * as z from 'zod'
import { deprecated, id, ref, tags, text } from './fields.ts'

export const disagreementKinds = ['factual', 'numerical', 'attributional', 'interpretive', 'evolution'] as const

/** Two or more claims that cannot all be taken as they stand. */
export const disagreement = z.strictObject({
  id,
  title: text,
  claims: z.array(ref('claim')).min(2),
  kind: z.enum(disagreementKinds),
  /** What is at odds, in our own words. */
  account: text,
  status: z.enum(['open', 'resolved']).default('open'),
  resolution: text,
  independence: text
    .optional()
    .meta({ description: 'What is doubtful in the independence of the sides, where counting groups does not show it' }),
  touches: z.array(ref('judgment')).default([]),
  tags,
  deprecated,
})
export type Disagreement = z.infer<typeof disagreement>
