import type * as z from 'zod'

/** What the criteria of a selection look at in a record. */
export interface Facets {
  readonly kind?: string | undefined
  readonly actors?: readonly (string | undefined)[] | undefined
  readonly dates?: readonly (string | undefined)[] | undefined
  readonly grade?: string | number | undefined
}

/** All that is true of one kind of record. Whatever else knows of kinds derives it from the table in `kinds.ts`. */
export interface Kind {
  /** In references, findings and names of records: `judgment:border-2004`. */
  readonly name: string
  /** In the corpus and on the command line. */
  readonly plural: string
  /**
   * `file`: each in `corpus/<plural>/<id>.yaml`; `list`: as a list in `corpus/<plural>.yaml`, or in any files of
   * `corpus/<plural>/`; `inside`: in the file of the record that it belongs to.
   */
  readonly kept: 'file' | 'list' | 'inside'
  /** Of one record. It says which fields name other records (`ref`, `restsOn`), are dates, or are prose of ours. */
  readonly schema: z.ZodType<object>
  /** What packs can choose its records by, besides ids and tags. */
  facets?(record: object): Facets
  /** The field that tells a person which record it is. */
  readonly label: string
  /** The fields whose edit puts in doubt what rests on the record; all but notes, where none are named. */
  readonly grave?: readonly string[]
}

export function defineKind<const K extends Kind>(kind: K): K {
  return kind
}
