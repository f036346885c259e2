/** The rules that the stages report while they read, render and resolve. Those of `lint/` are in `lint/rules/`. */
import * as all from './all.ts'
import type { Rule } from './rule.ts'

/** The ids that a stage can report by name. */
export type RuleId = (typeof all)[keyof typeof all]['id']

export const stageRules: Readonly<Record<RuleId, Rule>> = Object.fromEntries(
  Object.values(all).map((rule) => [rule.id, rule]),
) as Record<RuleId, Rule>

/** Whether a finding of the rule means that a record or file could not be read. */
export function isStructural(id: string): boolean {
  return Object.hasOwn(stageRules, id) && stageRules[id as RuleId].structural === true
}

/** The rule with an id; one that a project's plugin reports under is a warning that says nothing of itself. */
export function ruleNamed(id: string): Rule {
  if (Object.hasOwn(stageRules, id)) return stageRules[id as RuleId]
  const summary = 'What a plugin of the project asks for holds.'
  return { id, severity: 'warning', summary, reason: summary, fails: {}, findings: [], passes: {} }
}
