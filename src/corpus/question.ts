import * as z from 'zod'
import { deprecated, id, restsOn, statement, tags, text } from './fields.ts'
import { defineKind } from './kind.ts'

export const questionStatuses = ['open', 'partly-closed', 'closed'] as const

/** What we do not know, why it matters, and what would settle it. */
const question = z.strictObject({
  id,
  text: text.meta({ description: 'A question, with its question mark' }),
  why: text,
  known: z.array(statement).default([]),
  candidates: z
    .array(
      z.strictObject({
        answer: text,
        for: z.array(restsOn('claim')).default([]),
        against: z.array(restsOn('claim')).default([]),
      }),
    )
    .default([]),
  'closes-if': text,
  indicators: z.array(text).default([]),
  judgments: z.array(restsOn('judgment')).default([]),
  status: z.enum(questionStatuses).default('open'),
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
