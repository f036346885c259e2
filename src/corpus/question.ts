import * as z from 'zod'
import { deprecated, id, restsOn, statement, tags, text } from './fields.ts'
import { defineKind } from './kind.ts'

export const questionStatuses = ['open', 'partly-closed', 'closed'] as const

const claims = z.array(restsOn('claim')).default([])

const candidate = z.strictObject({
  answer: text.describe('One possible answer'),
  for: claims.describe('Claims that speak for it'),
  against: claims.describe('Claims that speak against it'),
})

/** What we do not know, why it matters, and what would settle it. */
const question = z.strictObject({
  id,
  text: text.describe('A question, with its question mark'),
  why: text.describe('Why it matters to the reader'),
  known: z.array(statement).default([]).describe('The nearest that the sources come to an answer'),
  candidates: z.array(candidate).default([]).describe('Possible answers'),
  'closes-if': text.describe('What would settle it, and where to look'),
  indicators: z.array(text).default([]).describe('What to watch for'),
  judgments: z.array(restsOn('judgment')).default([]).describe('The judgments that it bears on'),
  status: z.enum(questionStatuses).default('open').describe('Where it stands'),
  tags,
  deprecated,
})
export type Question = z.infer<typeof question>

export const questionKind = defineKind({
  name: 'question',
  plural: 'questions',
  kept: 'list',
  schema: question,
  label: 'text',
  facets: (it: Question) => ({ kind: it.status }),
})
