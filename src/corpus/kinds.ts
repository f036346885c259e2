import * as z from 'zod'
import { entryOf } from '../core/index.ts'
import { actorKind } from './actor.ts'
import { claimKind } from './claim.ts'
import { disagreementKind } from './disagreement.ts'
import { eventKind } from './event.ts'
import { judgmentKind } from './judgment.ts'
import type { Kind } from './kind.ts'
import { measureKind } from './measure.ts'
import { packKind } from './pack.ts'
import { questionKind } from './question.ts'
import { sourceKind } from './source.ts'
import { threatKind } from './threat.ts'
import { actorKindKind, eventKindKind, measureKindKind } from './vocabulary.ts'

const table = [
  sourceKind,
  claimKind,
  judgmentKind,
  threatKind,
  disagreementKind,
  questionKind,
  eventKind,
  measureKind,
  actorKind,
  eventKindKind,
  actorKindKind,
  measureKindKind,
  packKind,
] as const

export type KindOf = (typeof table)[number]
export type RecordKind = KindOf['name']
/** A record's name among all kinds, e.g. `claim:bozhko-society-wide`. */
export type RecordName = `${RecordKind}:${string}`

interface NamedKind extends Kind {
  readonly name: RecordKind
  readonly plural: KindOf['plural']
}

/** Every kind: evidence first, then what was concluded from it, then what tells of it. */
export const kinds: readonly NamedKind[] = table

const byName = new Map<string, NamedKind>(kinds.map((kind) => [kind.name, kind]))

export function kindOf(name: RecordKind): NamedKind {
  return entryOf(byName, name)
}

/** A JSON Schema (draft 7) for editors, of one record or, for a kind that is kept as a list, of the list. */
export const jsonSchema = ({ kept, schema }: Kind): object =>
  z.toJSONSchema(kept === 'list' ? z.array(schema) : schema, { target: 'draft-7', io: 'input', reused: 'inline' })
