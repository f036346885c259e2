import * as z from 'zod'
import { date, deprecated, id, language, ref, restsOn, statement, tags, text } from './fields.ts'
import { defineKind } from './kind.ts'

const relationKinds = [
  'member-of',
  'part-of',
  'subordinate-to',
  'partner-of',
  'led-by',
  'linked-to',
  'opposes',
  'monitors',
  'supplies',
  'signatory-with',
] as const

/** A person, body, group, state or organisation that matters. */
export const actor = z.strictObject({
  id,
  kind: ref('actor-kind'),
  name: text,
  acronym: text.optional(),
  country: ref('actor').optional(),
  /** One sentence or two, cited: who it is, for this pack. */
  account: z.array(statement).default([]),
  /** Every other form met. Misspellings are matched in sources and forbidden in our prose. */
  names: z
    .array(
      z.strictObject({
        form: text,
        kind: z.enum(['variant', 'renamed', 'former', 'original', 'translation', 'acronym', 'misspelling', 'short']),
        lang: language.optional(),
        from: date.optional(),
        to: date.optional(),
        status: z
          .enum(['established', 'uncorroborated', 'disputed'])
          .default('established')
          .meta({ description: 'Uncorroborated: one source has it; disputed: another contradicts it' }),
        claims: z.array(restsOn('claim')).default([]),
        /** Where the form was met, when no claim carries it. */
        sources: z.array(ref('source')).default([]),
        note: text.optional(),
      }),
    )
    .default([]),
  /** Posts held by a person, as the source gives them. `as-of`: the dates at which a source shows them in it. */
  roles: z
    .array(
      z.strictObject({
        title: text,
        rank: text.optional(),
        of: ref('actor').optional(),
        from: date.optional(),
        to: date.optional(),
        'as-of': date.optional(),
        claims: z.array(restsOn('claim')).min(1),
        note: text.optional(),
      }),
    )
    .default([]),
  relations: z
    .array(
      z.strictObject({
        kind: z.enum(relationKinds),
        to: ref('actor'),
        date: date.optional(),
        by: text.optional(),
        claims: z.array(restsOn('claim')).min(1),
        note: text.optional(),
      }),
    )
    .default([]),
  /** What others call it, and who does: a label is never ours. */
  designations: z
    .array(z.strictObject({ label: text, by: text, date: date.optional(), claims: z.array(restsOn('claim')).min(1) }))
    .default([]),
  'distinct-from': z.array(ref('actor')).default([]),
  note: text.optional(),
  tags,
  deprecated,
})
export type Actor = z.infer<typeof actor>

export const actorKind = defineKind({
  name: 'actor',
  plural: 'actors',
  kept: 'list',
  schema: actor,
  label: 'name',
  facets: (it: Actor) => ({ kind: it.kind }),
})

/** The last word of a person’s name, which stands for the whole where it has been given once. */
export const familyOf = (name: string) => name.slice(name.lastIndexOf(' ') + 1)
