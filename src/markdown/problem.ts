import type { RuleId } from '../rules/index.ts'

/** What is wrong with a section's Markdown, as a value that can be cached with its tree. `offset` is into that Markdown. */
export interface Problem {
  readonly rule: RuleId
  readonly offset: number
  readonly reason: string
  readonly notes?: readonly string[]
}

export type Complain = (
  rule: RuleId,
  node: { readonly position?: { readonly start: { readonly offset?: number | undefined } } | undefined },
  reason: string,
  notes?: readonly string[],
) => void
