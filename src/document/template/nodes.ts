import type { Place } from '../../core/index.ts'

/** A template, or what a block holds: steps in order. Plain data, which a cache can keep. */
export interface Program {
  /** The names that a block gives to what it turns over: `{{#each list as |item index|}}`. */
  readonly names: readonly string[]
  readonly steps: readonly Step[]
}

export type Step = LiteralNode | PrintNode | BlockNode | PartialNode
export type Expression = ReadNode | CallNode | ConstantNode | LostNode

/** A piece of template text, after white-space control. */
export interface LiteralNode {
  readonly kind: 'literal'
  readonly file: string
  readonly text: string
  /** Where its first character stands. */
  readonly line: number
  readonly column: number
}

/** Where a value is printed. */
export interface PrintNode {
  readonly kind: 'print'
  readonly place: Place
  /** As written, e.g. `date.edtf`. */
  readonly expression: string
  readonly value: Expression
}

export interface BlockNode {
  readonly kind: 'if' | 'unless' | 'each' | 'with'
  readonly place: Place
  readonly expression: string
  readonly value: Expression
  readonly body: Program
  /** After `{{else}}`. */
  readonly otherwise: Program
}

/** A call of a partial; without a value, with the context that it is called in. */
export interface PartialNode {
  readonly kind: 'partial'
  readonly place: Place
  readonly name: string
  readonly value: Expression | undefined
  readonly options: NamedArguments
  /** What stands before it on its line, when it stands alone there. */
  readonly indent: string
}

export type NamedArguments = readonly (readonly [name: string, value: Expression])[]

/** A field that is read: `parts` from a context, a block parameter or a data variable. */
export interface ReadNode {
  readonly kind: 'read'
  readonly place: Place
  /** As written, e.g. `../date.edtf`. */
  readonly expression: string
  readonly parts: readonly string[]
  /** How many contexts, or for a variable how many loops, out it starts: one for each `../`. */
  readonly depth: number
  /** What it starts from, where that is no context. */
  readonly from?: { readonly kind: 'parameter' | 'variable'; readonly name: string } | undefined
  /** The names of the block parameters it could have meant. */
  readonly names: readonly string[]
}

/** A call of a helper. */
export interface CallNode {
  readonly kind: 'call'
  readonly place: Place
  readonly helper: string
  readonly values: readonly Expression[]
  readonly options: NamedArguments
}

/** What the template itself says. */
export interface ConstantNode {
  readonly kind: 'constant'
  readonly value: string | number | boolean
}

/** What is no value, which is reported already: the template is run for what else is wrong in it. */
export interface LostNode {
  readonly kind: 'lost'
}

/** What stands in for a value that could not be had: the problem is reported already. */
export const missing = Symbol('missing')
