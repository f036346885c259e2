import { fieldOf } from '../core/index.ts'
import { type Corpus, recordsOf } from './corpus.ts'
import type { RecordKind } from './fields.ts'
import { kinds } from './kinds.ts'
import { knownFields } from './references.ts'

/** The record that an object of the data is, or the field of a record that it is. */
export interface Origin {
  readonly kind: RecordKind
  readonly id: string
  readonly path: readonly (string | number)[]
}

/**
 * Says of an object which record it came from, so that what is printed can be traced to the YAML that holds it. The
 * corpus is walked once, when the first question comes, and paths are made for what is asked.
 */
export class Provenance {
  readonly #corpus: Corpus
  readonly #marked = new Map<object, object>()
  readonly #origins = new Map<object, Origin>()
  #holders: Map<object, Holder> | undefined

  constructor(corpus: Corpus) {
    this.#corpus = corpus
  }

  /** Notes that `made`, e.g. a row of a view, was made from `from`, a record or a part of one. Gives `made` back. */
  mark<T extends object>(made: T, from: object): T {
    this.#marked.set(made, from)
    return made
  }

  /** The field of the record that an object was made from, as it is written; `undefined` where records of its kind have no such field. */
  fieldOf(object: object, field: string): { readonly value: unknown } | undefined {
    const origin = this.of(object)
    if (!origin || origin.path.length > 0) return undefined
    if (!knownFields(origin.kind, []).includes(field)) return undefined
    const record = recordsOf(this.#corpus, origin.kind).get(origin.id)
    return { value: fieldOf(record, field) }
  }

  of(object: object): Origin | undefined {
    const known = this.#origins.get(object)
    if (known) return known
    const found = this.#find(object)
    if (found) this.#origins.set(object, found)
    return found
  }

  #find(object: object): Origin | undefined {
    this.#holders ??= holdersOf(this.#corpus)
    const holder = this.#holders.get(object)
    if (!holder) {
      const from = this.#marked.get(object)
      return from && this.of(from)
    }
    if ('kind' in holder) return { ...holder, path: [] }
    const outer = this.of(holder.in)
    return outer && { ...outer, path: [...outer.path, holder.key] }
  }
}

/** The record that an object is, or the object that holds it and under which key. */
type Holder =
  | { readonly kind: RecordKind; readonly id: string }
  | { readonly in: object; readonly key: string | number }

function holdersOf(corpus: Corpus): Map<object, Holder> {
  const holders = new Map<object, Holder>()
  // Claims first: their source holds them too.
  const order = [...kinds].sort((a, b) => Number(b.kept === 'inside') - Number(a.kept === 'inside'))
  for (const { name: kind } of order)
    for (const [id, record] of recordsOf(corpus, kind)) note(holders, record, { kind, id })
  return holders
}

function note(holders: Map<object, Holder>, object: object, holder: Holder): void {
  if (holders.has(object)) return
  holders.set(object, holder)
  for (const [key, value] of Object.entries(object)) {
    if (typeof value === 'object' && value !== null)
      note(holders, value, { in: object, key: Array.isArray(object) ? Number(key) : key })
  }
}
