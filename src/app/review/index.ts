/**
 * A Word file that came back, and the corpus that it was made from, into edits by record: each is applied to the YAML that
 * it belongs to, or refused with its reason. `readBack` does all of it; `compare.ts` finds what was edited, `bound.ts`
 * and `fields.ts` what rests on a claim and where each word came from.
 */

export type { Edit, Remark } from './edit.ts'
export { type ReadBack, readBack } from './read-back.ts'
