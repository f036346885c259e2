import type { Run } from './run.ts'

/** What is in scope at a step. */
export interface Frame {
  readonly run: Run
  readonly root: unknown
  readonly context: unknown
  /** The frame outside of the innermost #each or #with; none at the top of a section or partial. */
  readonly outer?: Frame | undefined
  /** The frame that the innermost #each stands in, through partials too: `@../index`. */
  readonly loop?: Frame | undefined
  /** The names that blocks have given, the innermost first. */
  readonly scope?: Scope | undefined
  readonly list?: object | undefined
  readonly key?: string | number | undefined
  readonly index?: number | undefined
  readonly first?: boolean | undefined
  readonly last?: boolean | undefined
}

interface Scope {
  readonly name: string
  readonly value: unknown
  readonly outer: Scope | undefined
}
