import * as z from 'zod'
import { account, claims, date, deprecated, id, language, note, ref, someClaims, tags, text, when } from './fields.ts'
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

const from = date.optional().describe('Since when, as an EDTF date')
const to = date.optional().describe('Until when, as an EDTF date')

const name = z.strictObject({
  form: text.describe('The form itself'),
  kind: z
    .enum(['variant', 'renamed', 'former', 'original', 'translation', 'acronym', 'misspelling', 'short'])
    .describe('What kind of form'),
  lang: language.optional().describe('The language of the form'),
  from,
  to,
  status: z
    .enum(['established', 'uncorroborated', 'disputed'])
    .default('established')
    .describe('Uncorroborated: one source has it; disputed: another contradicts it'),
  claims,
  sources: z.array(ref('source')).default([]).describe('Where the form was met, when no claim carries it'),
  note,
})

const role = z.strictObject({
  title: text.describe('The title of the post'),
  rank: text.optional().describe('The rank, as the source gives it'),
  of: ref('actor').optional().describe('The body that the post is in'),
  from,
  to,
  'as-of': date.optional().describe('The dates at which a source shows it, as EDTF'),
  claims: someClaims,
  note,
})

const relation = z.strictObject({
  kind: z.enum(relationKinds).describe('What kind of relation'),
  to: ref('actor').describe('The other actor'),
  date: when,
  by: text.optional().describe('By whose account'),
  claims: someClaims,
  note,
})

const designation = z.strictObject({
  label: text.describe('The label'),
  by: text.describe('Who says so'),
  date: when,
  claims: someClaims,
})

/** A person, body, group, state or organisation that matters. */
export const actor = z.strictObject({
  id,
  kind: ref('actor-kind').describe(
    'What it is: of `corpus/actor-kinds.yaml`, or without it of the preset; `person` is that of people',
  ),
  name: text.describe('The name that our prose uses'),
  acronym: text.optional().describe('Its acronym, used after the first mention'),
  country: ref('actor').optional().describe('The state that it belongs to'),
  account: account.default([]),
  names: z
    .array(name)
    .default([])
    .describe('Every other form met: matched in sources, and where it is a misspelling forbidden in our prose'),
  roles: z.array(role).default([]).describe('Posts of a person, as sources give them'),
  relations: z.array(relation).default([]).describe('How it stands to other actors'),
  designations: z.array(designation).default([]).describe('What others call it: a label is never ours'),
  'distinct-from': z.array(ref('actor')).default([]).describe('Actors that it is easily taken for'),
  note,
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
