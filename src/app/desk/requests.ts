import * as z from 'zod'

/** The bodies of requests, as strict as the pages send them: what comes from a browser is checked before it is used. */
const offset = z.int().nonnegative()
/** Words that a person selected; paragraphs count from 1. */
const selected = { source: z.string(), para: offset.optional(), from: offset.optional(), to: offset.optional() }
const fields = z.strictObject({
  kind: z.string(),
  gist: z.string(),
  voice: z.string(),
  speaker: z.string().optional(),
  about: z.array(z.string()),
  date: z.strictObject({ edtf: z.string(), basis: z.string() }).optional(),
  /** 1 to 6, of the proposition. */
  grade: z.number(),
  why: z.string(),
  /** What is still to be written; without a gist a claim is saved so. */
  unfinished: z.string().optional(),
})
/** The fields of a claim that the workbench’s form has; the others are left as they are. */
export type ClaimFields = z.infer<typeof fields>

/** `POST /api/draft`: without fields, what a new claim begins with. */
export const draftRequest = z.strictObject({ ...selected, fields: fields.optional() })
export type DraftRequest = z.infer<typeof draftRequest>

/** `POST /api/claims`: a new claim; with `id`, other fields of one that is there, and a passage where words are selected. */
export const saveClaim = z.strictObject({
  ...selected,
  id: z.string().optional(),
  fields,
  /** Of the file, as it was when the page got it. */
  digest: z.string(),
})
export type SaveClaim = z.infer<typeof saveClaim>

const sides = { id: z.string(), for: z.array(z.string()), against: z.array(z.string()) }
/** `POST /api/weigh`, `POST /api/judgments` */
export const weighRequest = z.strictObject(sides)
export type WeighRequest = z.infer<typeof weighRequest>
export const saveJudgment = z.strictObject({ ...sides, digest: z.string() })
export type SaveJudgment = z.infer<typeof saveJudgment>

/** Whether the fault is the page’s: no JSON, or not the JSON that was agreed. */
export const isBadRequest = (error: unknown): boolean =>
  error instanceof z.ZodError || error instanceof SyntaxError || error instanceof URIError
