import * as z from 'zod'
import { sha256, text } from './fields.ts'

/**
 * A pin into a text that needs no copy of it: the first and last words of the span, just enough to be unique, its
 * 1-based paragraph and the digest of the whole normalised span (see `evidence/normalise.ts`). Without a digest its words
 * stand once in the text, and the lock keeps the digest.
 */
export const passage = z.strictObject({
  para: z.int().positive(),
  start: text,
  end: text,
  sha256: sha256.optional(),
})
export type Passage = z.infer<typeof passage>
