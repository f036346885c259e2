import * as z from 'zod'
import { date, deprecated, id, ref, restsOn, statement, tags, text } from './fields.ts'
import { defineKind } from './kind.ts'

/** A way to be harmed. Its likelihood lives in the judgment of each period. */
export const threat = z.strictObject({
  id,
  title: text,
  vector: text.meta({ description: 'How harm would be done, a few words' }),
  target: text.meta({ description: 'To whom or what, a few words' }),
  actors: z.array(ref('actor')).default([]),
  /** Who named the danger when, for a picture by period. */
  named: z
    .array(
      z.strictObject({
        date,
        by: text.meta({ description: 'A name, as short as it is clear' }),
        role: text.optional().meta({ description: 'What a table adds to the name, e.g. a post' }),
        as: text.optional().meta({ description: 'In which words; without them the title of the threat stands for it' }),
        claims: z.array(restsOn('claim')).min(1),
      }),
    )
    .default([]),
  /** What the sources say of it. */
  account: z.array(statement).min(1),
  /** What speaks against it, and what is absent. */
  against: z.array(statement).default([]),
  periods: z.array(z.strictObject({ period: date, judgment: restsOn('judgment') })).default([]),
  note: text.optional(),
  tags,
  deprecated,
})
export type Threat = z.infer<typeof threat>

export const threatKind = defineKind({
  name: 'threat',
  plural: 'threats',
  kept: 'list',
  schema: threat,
  label: 'title',
  facets: (it: Threat) => ({ actors: it.actors, dates: it.periods.map(({ period }) => period) }),
})
