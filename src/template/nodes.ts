import type { Place } from '../log.ts'
import type { Helper } from './helpers/helper.ts'

/** A piece of template text, after white-space control. */
export interface LiteralNode {
  readonly kind: 'literal'
  readonly file: string
  readonly text: string
  /** Where its first character stands. */
  readonly line: number
  readonly column: number
}

/** A field that is read: `parts` from a context, a block parameter or a data variable. */
export interface ReadNode {
  readonly kind: 'read'
  readonly place: Place
  /** As written, e.g. `../date.edtf`. */
  readonly expression: string
  readonly parts: readonly string[]
  /** How many contexts out it starts: one for each `../`. */
  readonly depth: number
  /** The names of the block parameters it could have meant. */
  readonly names: readonly string[]
}

/** A call of a helper. */
export interface CallNode {
  readonly kind: 'call'
  readonly place: Place
  readonly expression: string
  readonly helper: Helper
  /** The node of each positional argument that is read from the data. */
  readonly reads: readonly (number | undefined)[]
}

/** Where a value is printed, a block is entered or a partial is called. */
export interface StepNode {
  readonly kind: 'print' | 'if' | 'unless' | 'each' | 'with' | 'partial'
  readonly place: Place
  readonly expression: string
  /** The read or call whose value it takes. */
  readonly argument?: number | undefined
  readonly partial?: string | undefined
  readonly indent?: string | undefined
}

export type Node = LiteralNode | ReadNode | CallNode | StepNode

/** What stands in for a value that could not be had: the problem is reported already. */
export const missing = Symbol('missing')
