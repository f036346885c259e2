import * as z from 'zod'
import { date, deprecated, id, ref, text } from './fields.ts'
import { measureStatuses } from './scales.ts'

/** A policy act. No status is printed beyond what a claim shows. */
export const measure = z.strictObject({
  id,
  title: text,
  instrument: z.enum([
    'law',
    'decree',
    'institution',
    'unit',
    'deployment',
    'agreement',
    'programme',
    'doctrine',
    'proposal',
    'personnel',
    'operation',
  ]),
  /** The field of policy, for grouping, e.g. `Borders`. */
  area: text,
  body: ref('actor').optional(),
  partners: z.array(ref('actor')).default([]),
  purpose: text,
  history: z
    .array(
      z.strictObject({
        status: z.enum(measureStatuses),
        date: date.optional(),
        claims: z.array(ref('claim')).min(1),
        note: text.optional(),
      }),
    )
    .min(1),
  /** What the sources say drove it. */
  drivers: z.array(z.strictObject({ text, claims: z.array(ref('claim')).min(1) })).default([]),
  note: text.optional(),
  deprecated,
})
export type Measure = z.infer<typeof measure>
