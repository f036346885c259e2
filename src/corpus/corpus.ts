import type * as z from 'zod'
import type { Place } from '../core/index.ts'
import { type KindOf, kindOf, type RecordKind } from './kinds.ts'
import type { Pack } from './pack.ts'
import type { Reference } from './references.ts'
import { presetIds } from './vocabulary.ts'

/** The type of each kind's records, with what the place of a record says of it. */
export type Records = {
  [K in Exclude<KindOf, { name: 'pack' }> as K['name']]: z.infer<K['schema']> &
    (K['kept'] extends 'file' ? { readonly id: string } : unknown) &
    (K['kept'] extends 'inside' ? { readonly source: string } : unknown)
} & {
  /** With what it extends. */
  pack: Pack
}

/** The records of each kind, by id, in the order of the files. */
export type Registers = { readonly [K in KindOf as K['plural']]: ReadonlyMap<string, Records[K['name']]> }

/** Every record of a project; and where each stands. */
export interface Corpus extends Registers {
  /** The records, as `kind:id`, that have stand-ins where they are wrong: they can be referred to, and never printed. */
  readonly faulty: ReadonlySet<string>
  /** Kinds with a file that could not be read, or that holds no records: the corpus may lack records that exist. */
  readonly lost: ReadonlySet<RecordKind>
  /** Kinds with a record whose id is missing, malformed or another’s: what names nothing may name that one. */
  readonly nameless: ReadonlySet<RecordKind>
  /** Where a record, or a field in it, is written: `place('claim', 'bozhko-society-wide', ['date', 'edtf'])`; `key` is where it is named. */
  place(kind: RecordKind, id: string, path?: readonly (string | number)[], part?: 'value' | 'key'): Place
  /** The fields of a record that name others. */
  references(kind: RecordKind, id: string): readonly Reference[]
  /** The ids of a pack’s file and of what it extends, read or not. */
  chain(pack: string): readonly string[]
  /** The digest of each corpus file that was read, by path. */
  readonly digests: ReadonlyMap<string, string>
}

/** The records of a kind that is known only by its name. */
export function recordsOf(corpus: Corpus, kind: RecordKind): ReadonlyMap<string, Records[RecordKind]> {
  return corpus[kindOf(kind).plural]
}

/** The ids that a field may name: those of the records of a kind, or of its preset where a corpus has no list of its own. */
export function idsOf(corpus: Corpus, kind: RecordKind): readonly string[] {
  const own = recordsOf(corpus, kind)
  return (own.size === 0 && presetIds(kind)) || [...own.keys()]
}
