import * as z from 'zod'
import { date, deprecated, id, note, prose, ref, someClaims, tags, text } from './fields.ts'
import { defineKind } from './kind.ts'

const attribution = z.strictObject({
  to: text.describe('To whom it is attributed'),
  by: text.describe('Who attributes it'),
  status: z
    .enum(['claimed', 'suspected', 'official-allegation', 'disputed', 'stated-as-fact', 'unattributed'])
    .describe('How firmly'),
  claims: someClaims,
})

/** Something that happened, or was scheduled to. */
export const event = z.strictObject({
  id,
  kind: ref('event-kind').describe(
    'What kind of event: of `corpus/event-kinds.yaml`, or without it of the preset; it decides the lane of the timeline',
  ),
  title: prose('gist').describe('A headline in our own words, without a full stop'),
  date: date.describe('Of the event, not of the report: "../2004-05" where only the report is dated'),
  basis: text.optional().describe('Where the event has the date of its report: how that is known'),
  place: text.optional().describe('Where, in a few words'),
  status: z
    .enum(['occurred', 'scheduled', 'reported'])
    .default('occurred')
    .describe('Whether it happened, was scheduled, or is only reported'),
  participants: z.array(ref('actor')).default([]).describe('The actors who took part'),
  attribution: z.array(attribution).default([]).describe('Who says who did it'),
  claims: someClaims,
  note,
  tags,
  deprecated,
})
export type Event = z.infer<typeof event>

export const eventKind = defineKind({
  name: 'event',
  plural: 'events',
  kept: 'list',
  schema: event,
  label: 'title',
  facets: (it: Event) => ({ kind: it.kind, actors: it.participants, dates: [it.date] }),
})
