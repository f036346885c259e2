import type { RecordKind } from './fields.ts'

/** Where the corpus is kept. */
export const folder = 'corpus'

/** Kinds kept one record a file: the file's name is the id. */
export const folders = { sources: 'source', packs: 'pack' } as const satisfies Record<string, RecordKind>

/** Kinds kept as lists, in `corpus/<register>.yaml` or in any files of `corpus/<register>/`. */
export const registers = {
  actors: 'actor',
  events: 'event',
  measures: 'measure',
  threats: 'threat',
  judgments: 'judgment',
  questions: 'question',
  disagreements: 'disagreement',
} as const satisfies Record<string, RecordKind>

/** All kinds; claims are kept with their source. */
export const kinds: readonly RecordKind[] = [...Object.values(folders), 'claim', ...Object.values(registers)]

/** The kind, and for one record a file, its id. */
export interface Home {
  readonly kind: RecordKind
  readonly id?: string
}

/** What a file's name in the corpus says: the kind, and for one record a file, its id. */
export function homeOf(name: string): Home | undefined {
  const match = /^([a-z]+)(?:\/(.+))?\.ya?ml$/.exec(name)
  if (!match) return undefined
  const [, first, rest] = match as unknown as [string, string, string?]
  if (Object.hasOwn(folders, first) && rest) return { kind: folders[first as keyof typeof folders], id: rest }
  if (Object.hasOwn(registers, first)) return { kind: registers[first as keyof typeof registers] }
  return undefined
}
