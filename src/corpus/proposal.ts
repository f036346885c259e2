import * as z from 'zod'
import { date, id, text } from './fields.ts'

/** The tool that a record comes from, and what it was asked, by the digest of the words: what a pack discloses. */
export const proposed = z.strictObject({
  tool: text.describe('The name of the tool, as it says it'),
  version: text.describe('Its version, and that of its model where it has one'),
  prompt: z
    .string()
    .regex(/^[0-9a-f]{64}$/, 'the SHA-256 of the prompt, 64 hexadecimal digits')
    .describe('The SHA-256 of what it was asked, as it says it'),
})

const short = z.string().trim().min(1).max(200)
/** No longer than a sentence or two: a claim says one thing. */
const long = z.string().trim().min(1).max(1000)

/** The words of a text that a proposal is pinned to: as `briefpack pin` takes them. */
const words = z.strictObject({ start: long, end: long.optional(), para: z.int().min(1).optional() })

/** A claim as a tool may propose it. Whatever judges a claim (credibility, relations, declarations) is left to a person. */
export const claimProposal = z.strictObject({
  source: id,
  id,
  kind: z.enum(['fact', 'statement', 'judgment', 'forecast', 'figure']).default('fact'),
  gist: long,
  voice: z.enum(['author', 'direct', 'indirect', 'unattributed']).default('author'),
  speaker: id.optional(),
  about: z.array(id).max(20).default([]),
  date: z.strictObject({ edtf: date, basis: z.enum(['explicit', 'year-resolved', 'relative']) }).optional(),
  quote: long.optional(),
  passage: words,
  by: z.strictObject({ tool: short, version: short, prompt: proposed.shape.prompt }),
})

/** A sentence of prose, and the claims that it is said to rest on. */
export const sentenceProposal = z.strictObject({
  text: long,
  claims: z.array(id).min(1).max(20),
})
