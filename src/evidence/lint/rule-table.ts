import { type Rule, stageRules } from '../../core/index.ts'
import type { LintRule } from './rule.ts'
import * as checks from './rules/index.ts'

export const lintRules: readonly LintRule[] = Object.values(checks)

/** Every rule that can be reported, by id, in the order of ids. */
export const rules: ReadonlyMap<string, Rule> = new Map(
  [...Object.values(stageRules), ...lintRules].sort((a, b) => (a.id < b.id ? -1 : 1)).map((rule) => [rule.id, rule]),
)
