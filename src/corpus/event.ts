import * as z from 'zod'
import { date, deprecated, id, prose, ref, restsOn, tags, text } from './fields.ts'
import { defineKind } from './kind.ts'

/** Something that happened, or was scheduled to. */
export const event = z.strictObject({
  id,
  kind: ref('event-kind'),
  title: prose('gist').meta({ description: 'A headline in our own words, without a full stop' }),
  date: date.meta({ description: 'Of the event, not of the report: "../2004-05" where only the report is dated' }),
  basis: text.optional().meta({ description: 'Where the event has the date of its report: how that is known' }),
  place: text.optional(),
  /** `scheduled` when the source only looks ahead to it. */
  status: z.enum(['occurred', 'scheduled', 'reported']).default('occurred'),
  participants: z.array(ref('actor')).default([]),
  /** Who says who did it. */
  attribution: z
    .array(
      z.strictObject({
        to: text,
        by: text,
        status: z.enum(['claimed', 'suspected', 'official-allegation', 'disputed', 'stated-as-fact', 'unattributed']),
        claims: z.array(restsOn('claim')).min(1),
      }),
    )
    .default([]),
  claims: z.array(restsOn('claim')).min(1),
  note: text.optional(),
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
