import type { Corpus } from './corpus.ts'
import type { RecordKind } from './fields.ts'

/** The record that an object of the data is, or the field of a record that it is. */
export interface Origin {
  readonly kind: RecordKind
  readonly id: string
  readonly path: readonly (string | number)[]
}

const kinds = {
  sources: 'source',
  claims: 'claim',
  actors: 'actor',
  events: 'event',
  measures: 'measure',
  threats: 'threat',
  judgments: 'judgment',
  questions: 'question',
  disagreements: 'disagreement',
  packs: 'pack',
} as const satisfies Partial<Record<keyof Corpus, RecordKind>>

/**
 * Says of an object which record it came from, so that what is printed can be traced to the YAML that holds it. The
 * corpus is walked when the first question comes: a run without problems does not pay for it.
 */
export class Provenance {
  readonly #corpus: Corpus
  readonly #marked = new WeakMap<object, object>()
  #origins: WeakMap<object, Origin> | undefined

  constructor(corpus: Corpus) {
    this.#corpus = corpus
  }

  /** Notes that `made`, e.g. a row of a view, was made from `from`, a record or a part of one. Gives `made` back. */
  mark<T extends object>(made: T, from: object): T {
    this.#marked.set(made, from)
    return made
  }

  of(object: object): Origin | undefined {
    this.#origins ??= originsOf(this.#corpus)
    const found = this.#origins.get(object)
    if (found) return found
    const from = this.#marked.get(object)
    return from && this.of(from)
  }
}

function originsOf(corpus: Corpus): WeakMap<object, Origin> {
  const origins = new WeakMap<object, Origin>()
  // Sources last: their claims are records of their own, and known by then.
  const names = (Object.keys(kinds) as (keyof typeof kinds)[]).sort(
    (a, b) => Number(a === 'sources') - Number(b === 'sources'),
  )
  for (const name of names) {
    for (const [id, record] of corpus[name]) note(origins, record, { kind: kinds[name], id, path: [] })
  }
  return origins
}

function note(origins: WeakMap<object, Origin>, object: object, origin: Origin): void {
  if (origins.has(object)) return
  origins.set(object, origin)
  for (const [key, value] of Object.entries(object)) {
    if (typeof value !== 'object' || value === null) continue
    note(origins, value, { ...origin, path: [...origin.path, Array.isArray(object) ? Number(key) : key] })
  }
}
