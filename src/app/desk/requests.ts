import * as z from 'zod'
import type { DraftRequest, SaveClaim, SaveJudgment, WeighRequest } from './api.ts'

/** The bodies of requests, as strict as the pages send them: what comes from a browser is checked before it is used. */
const offset = z.int().nonnegative()
const selected = { source: z.string(), para: offset.optional(), from: offset.optional(), to: offset.optional() }
const fields = z.strictObject({
  kind: z.string(),
  gist: z.string(),
  voice: z.string(),
  speaker: z.string().optional(),
  about: z.array(z.string()),
  date: z.strictObject({ edtf: z.string(), basis: z.string() }).optional(),
  grade: z.number(),
  why: z.string(),
  unfinished: z.string().optional(),
})

export const draftRequest = z.strictObject({ ...selected, fields: fields.optional() }) as z.ZodType<DraftRequest>
export const saveClaim = z.strictObject({
  ...selected,
  id: z.string().optional(),
  fields,
  digest: z.string(),
}) as z.ZodType<SaveClaim>

const sides = { id: z.string(), for: z.array(z.string()), against: z.array(z.string()) }
export const weighRequest: z.ZodType<WeighRequest> = z.strictObject(sides)
export const saveJudgment: z.ZodType<SaveJudgment> = z.strictObject({ ...sides, digest: z.string() })

/** Whether the fault is the page’s: no JSON, or not the JSON that was agreed. */
export const isBadRequest = (error: unknown): boolean =>
  error instanceof z.ZodError || error instanceof SyntaxError || error instanceof URIError
