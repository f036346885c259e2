import type { Corpus } from './corpus.ts'
import type { RecordKind } from './fields.ts'
import { folders, registers } from './homes.ts'

/** The record that an object of the data is, or the field of a record that it is. */
export interface Origin {
  readonly kind: RecordKind
  readonly id: string
  readonly path: readonly (string | number)[]
}

const kinds = { ...folders, claims: 'claim', ...registers } as const satisfies Partial<Record<keyof Corpus, RecordKind>>

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
  // Sources last: their claims are records of their own, and known by then.
  const names = (Object.keys(kinds) as (keyof typeof kinds)[]).sort(
    (a, b) => Number(a === 'sources') - Number(b === 'sources'),
  )
  for (const name of names) for (const [id, record] of corpus[name]) note(holders, record, { kind: kinds[name], id })
  return holders
}

function note(holders: Map<object, Holder>, object: object, holder: Holder): void {
  if (holders.has(object)) return
  holders.set(object, holder)
  for (const key in object) {
    const value: unknown = (object as Record<string, unknown>)[key]
    if (typeof value === 'object' && value !== null)
      note(holders, value, { in: object, key: Array.isArray(object) ? Number(key) : key })
  }
}
