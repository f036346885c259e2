import * as z from 'zod'
import { entryOf } from '../core/index.ts'
import { actorKind } from './actor.ts'
import { claimKind } from './claim.ts'
import { descriptionOf } from './descriptions.ts'
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

/** Every kind: evidence first, then what was concluded from it, then what tells of it. */
export const kinds: readonly (Kind & { readonly name: RecordKind })[] = table

const byName = new Map<string, (typeof kinds)[number]>(kinds.map((kind) => [kind.name, kind]))

export function kindOf(name: RecordKind): Kind {
  return entryOf(byName, name)
}

/** A JSON Schema (draft 7) for editors, of one record or, for a kind that is kept as a list, of the list. */
export function jsonSchema({ name, kept, schema }: Kind): object {
  const made = z.toJSONSchema(kept === 'list' ? z.array(schema) : schema, {
    target: 'draft-7',
    io: 'input',
    reused: 'inline',
  })
  describe(made as Described, name)
  return made
}

interface Described {
  description?: string
  properties?: Record<string, Described>
  items?: Described
  anyOf?: Described[]
  additionalProperties?: Described | boolean
}

/** Puts what the table of descriptions says beside every field that has no words of its own. */
function describe(shape: Described, path: string): void {
  for (const option of [shape, ...(shape.anyOf ?? [])]) {
    for (const [name, field] of Object.entries(option.properties ?? {})) {
      const own = `${path}.${name}`
      const words = descriptionOf(own, field.description)
      if (words !== undefined) field.description = words
      describe(field, own.replace(/^source\.claims$/, 'claim'))
    }
    if (option.items) describe(option.items, path)
    if (typeof option.additionalProperties === 'object') describe(option.additionalProperties, `${path}.*`)
  }
}
