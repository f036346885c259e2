import * as z from 'zod'
import { date, deprecated, id, note, prose, ref, someClaims, tags, text, title } from './fields.ts'
import { defineKind } from './kind.ts'
import { measureStatuses } from './scales.ts'

const step = z.strictObject({
  status: z.enum(measureStatuses).describe('What the claims show of it at that time'),
  date: date
    .optional()
    .describe('Of the act, not of the report: "../2004-05" where only the report of May 2004 is dated'),
  basis: text.optional().describe('Where the act has the date of its report: how that is known'),
  claims: someClaims,
  note,
})

/** A policy act. No status is printed beyond what a claim shows. */
export const measure = z.strictObject({
  id,
  title,
  instrument: ref('measure-kind').describe(
    'What the act is: of `corpus/measure-kinds.yaml`, or without it of the preset: a law, an agreement, a statement …',
  ),
  area: text.describe('The field of policy, for grouping: “Borders”'),
  body: ref('actor').optional().describe('The actor whose act it is'),
  partners: z
    .array(ref('actor'))
    .default([])
    .describe('The other parties to the instrument itself, not whom it concerns'),
  purpose: prose('gist', 'history').describe('What it is for, in our own words'),
  history: z.array(step).min(1).describe('Its statuses in the order of time, no further than claims show'),
  drivers: z
    .array(z.strictObject({ text: prose('statement').describe('A sentence in our own words'), claims: someClaims }))
    .default([])
    .describe('What the sources say drove it'),
  note,
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
