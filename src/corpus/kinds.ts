import * as z from 'zod'
import { actor } from './actor.ts'
import { claim } from './claim.ts'
import { disagreement } from './disagreement.ts'
import { event } from './event.ts'
import type { RecordKind } from './fields.ts'
import { registers } from './homes.ts'
import { judgment } from './judgment.ts'
import { measure } from './measure.ts'
import { pack } from './pack.ts'
import { question } from './question.ts'
import { source } from './source.ts'
import { threat } from './threat.ts'

/** The schema of each record kind. */
export const schemas = {
  source,
  claim,
  actor,
  event,
  measure,
  threat,
  judgment,
  question,
  disagreement,
  pack,
} as const satisfies Record<RecordKind, z.ZodType>

/** A JSON Schema (draft 7) for editors, of one record or, for a register, of its list. */
export function jsonSchema(kind: RecordKind): object {
  const isRegister = Object.values(registers).some((it) => it === kind)
  const schema = isRegister ? z.array(schemas[kind]) : schemas[kind]
  return z.toJSONSchema(schema, { target: 'draft-7', io: 'input' })
}
