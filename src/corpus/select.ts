import * as z from 'zod'
import { claimKinds } from './claim.ts'
import { itemTypes } from './csl.ts'
import { disagreementKinds } from './disagreement.ts'
import { inTime, ref, tags } from './fields.ts'
import { questionStatuses } from './question.ts'
import { confidenceLevels } from './scales.ts'
import { reliabilities } from './source.ts'

const confidence = z.enum(confidenceLevels)
const refs = (kind: string) => z.array(ref(kind)).optional()
const ids = (kind: string) => refs(kind).describe('These records, by id')
const ofKinds = 'Records of these kinds'
const kindsOf = (kind: string) => refs(kind).describe(ofKinds)
const kinds = <const V extends readonly string[]>(values: V) => z.array(z.enum(values)).optional().describe(ofKinds)
const grades = <const S extends z.ZodType>(grade: S) =>
  z.array(grade).optional().describe('Records with one of these grades')
const actors = refs('actor').describe('Records that name one of these actors')
const period = inTime.optional()

/** Which records of a register a pack prints. Criteria hold together; of the values of one, any is enough. */
export const select = z.strictObject({
  sources: z
    .strictObject({ ids: ids('source'), tags, kinds: kinds(itemTypes), period, grades: grades(z.enum(reliabilities)) })
    .optional()
    .describe('Sources by id, tag, type, date or grade'),
  claims: z
    .strictObject({
      ids: ids('claim'),
      tags,
      kinds: kinds(claimKinds),
      actors,
      period,
      grades: grades(z.int().min(1).max(6)),
    })
    .optional()
    .describe('Claims by id, tag, kind, actor, date or credibility'),
  actors: z
    .strictObject({ ids: ids('actor'), tags, kinds: kindsOf('actor-kind') })
    .optional()
    .describe('Actors by id, tag or kind'),
  events: z
    .strictObject({ ids: ids('event'), tags, kinds: kindsOf('event-kind'), actors, period })
    .optional()
    .describe('Events by id, tag, kind, actor or date'),
  measures: z
    .strictObject({ ids: ids('measure'), tags, kinds: kindsOf('measure-kind'), actors, period })
    .optional()
    .describe('Measures by id, tag, instrument, actor or date'),
  threats: z
    .strictObject({ ids: ids('threat'), tags, actors, period })
    .optional()
    .describe('Threats by id, tag, actor or date'),
  judgments: z
    .strictObject({ ids: ids('judgment'), tags, kinds: kinds(['key', 'other']), period, grades: grades(confidence) })
    .optional()
    .describe('Judgments by id, tag, whether they are key, date or confidence'),
  questions: z
    .strictObject({ ids: ids('question'), tags, kinds: kinds(questionStatuses) })
    .optional()
    .describe('Questions by id, tag or status'),
  disagreements: z
    .strictObject({ ids: ids('disagreement'), tags, kinds: kinds(disagreementKinds) })
    .optional()
    .describe('Disagreements by id, tag or kind'),
  basis: z
    .boolean()
    .optional()
    .describe('Of the registers not named here, print what the records chosen rest on, and no more'),
})
