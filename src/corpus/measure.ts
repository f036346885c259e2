import * as z from 'zod'
import { date, deprecated, id, prose, ref, restsOn, tags, text } from './fields.ts'
import { defineKind } from './kind.ts'
import { measureStatuses } from './scales.ts'

/** A policy act. No status is printed beyond what a claim shows. */
export const measure = z.strictObject({
  id,
  title: text,
  instrument: ref('measure-kind'),
  /** The field of policy, for grouping, e.g. `Borders`. */
  area: text,
  body: ref('actor').optional(),
  partners: z
    .array(ref('actor'))
    .default([])
    .meta({ description: 'The other parties to the instrument itself, not whom it concerns' }),
  purpose: prose('gist', 'history'),
  history: z
    .array(
      z.strictObject({
        status: z.enum(measureStatuses),
        date: date.optional().meta({
          description: 'Of the act, not of the report: "../2004-05" where only the report of May 2004 is dated',
        }),
        basis: text.optional().meta({ description: 'Where the act has the date of its report: how that is known' }),
        claims: z.array(restsOn('claim')).min(1),
        note: text.optional(),
      }),
    )
    .min(1),
  /** What the sources say drove it. */
  drivers: z.array(z.strictObject({ text: prose('statement'), claims: z.array(restsOn('claim')).min(1) })).default([]),
  note: text.optional(),
  tags,
  deprecated,
})
export type Measure = z.infer<typeof measure>

export const measureKind = defineKind({
  name: 'measure',
  plural: 'measures',
  kept: 'list',
  schema: measure,
  label: 'title',
  facets: (it: Measure) => ({
    kind: it.instrument,
    actors: [it.body, ...it.partners],
    dates: it.history.map(({ date }) => date),
  }),
})
