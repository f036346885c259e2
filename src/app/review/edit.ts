import type { Place } from '../../core/index.ts'
import type { Change } from './changes.ts'
import type { Field } from './fields.ts'
import type { By, Comment } from './word-file.ts'

/** What a person changed in a Word file, and what becomes of it in the records. */
export interface Edit {
  readonly was: string
  readonly is: string
  /** Who, where the word processor recorded it. */
  readonly by: readonly By[]
  /** The record and the field whose words it changes, or the nearest in its paragraph. */
  readonly field?: Field
  readonly place?: Place
  /** Where in the field’s value it is, and what stands there then. */
  readonly at?: Located
  /** Which paragraph of the pack as it is built it is in, its text there, and the change in that. */
  readonly paragraph?: Spot
  readonly change?: Change
  /** Of a refused edit: the line of a template, or the datum, that prints the words, or those before a new paragraph. */
  readonly printedBy?: Place
  /** Why it does not become the record’s; an edit without one does. */
  readonly refused?: string
}

export interface Remark extends Comment {
  readonly field?: Field
  readonly place?: Place
}

/** A change in the value of a field. */
export interface Located {
  readonly from: number
  readonly to: number
  readonly is: string
}

/** A paragraph of the pack as it is built: which it is, and what it says. */
export interface Spot {
  readonly index: number
  readonly text: string
}
