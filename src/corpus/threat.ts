import * as z from 'zod'
import {
  account,
  date,
  deprecated,
  id,
  inTime,
  note,
  ref,
  restsOn,
  someClaims,
  statement,
  tags,
  text,
  title,
} from './fields.ts'
import { defineKind } from './kind.ts'

const naming = z.strictObject({
  date: date.describe('When, as an EDTF date: "2004-05", "2004-03~", "../2004-05"'),
  by: text.describe('A name, as short as it is clear'),
  role: text.optional().describe('What a table adds to the name, e.g. a post'),
  as: text.optional().describe('In which words; without them the title of the threat stands for it'),
  claims: someClaims,
})

const stretch = z.strictObject({
  period: inTime,
  judgment: restsOn('judgment').describe('The judgment on that time'),
})

/** A way to be harmed. Its likelihood lives in the judgment of each period. */
export const threat = z.strictObject({
  id,
  title,
  vector: text.describe('How harm would be done, a few words'),
  target: text.describe('To whom or what, a few words'),
  actors: z.array(ref('actor')).default([]).describe('Who it would come from'),
  named: z.array(naming).default([]).describe('Who named the danger when'),
  account: account.min(1),
  against: z.array(statement).default([]).describe('What speaks against it, and what is absent'),
  periods: z.array(stretch).default([]).describe('The judgment for each period'),
  note,
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
