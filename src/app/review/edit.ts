import type { Place } from '../../core/index.ts'
import type { Comment } from './comments.ts'
import type { Field } from './fields.ts'
import type { Rewriting } from './sentences.ts'
import type { By } from './word-file.ts'

/** What a person changed in a Word file, in a sentence of it if words were changed, and what becomes of it in the records. */
export interface Edit {
  readonly was: string
  readonly is: string
  /** The sentence of edited words, as it was and as it is. */
  readonly sentence?: Rewriting['sentence']
  /** Who, where the word processor recorded it. */
  readonly by: readonly By[]
  /** The record and the field whose words it changes, or the nearest in its paragraph. */
  readonly field?: Field
  readonly place?: Place
  /** Where in the values of fields it is, and what stands there then. */
  readonly at?: readonly Located[]
  /** Which paragraph of the pack as it is built it is in, its text there, and the change in that. */
  readonly paragraph?: Spot
  readonly change?: Rewriting
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
  readonly field: Field
  readonly from: number
  readonly to: number
  readonly is: string
}

/** A paragraph of the pack as it is built: which it is, and what it says. */
export interface Spot {
  readonly index: number
  readonly text: string
}
