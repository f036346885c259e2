/** The rules that the stages report while they read, render and resolve. Those of `lint/` are in `lint/rules/`. */
import { must } from '../must.ts'
import { isKeyOf, mappingOf } from '../plain.ts'
import * as all from './all.ts'
import type { Rule } from './rule.ts'

/** The ids that a stage can report by name. */
export type RuleId = (typeof all)[keyof typeof all]['id']

export const stageRules: Readonly<Record<RuleId, Rule>> = mappingOf(
  Object.values(all).map(({ id }) => id),
  (id) => must(Object.values(all).find((rule) => rule.id === id)),
)

/** Whether a finding of the rule means that a record or file could not be read. */
export function isStructural(id: string): boolean {
  return isKeyOf(stageRules, id) && stageRules[id].structural === true
}

/** The rule with an id; one that a project's plugin reports under is a warning that says nothing of itself. */
export function ruleNamed(id: string): Rule {
  if (isKeyOf(stageRules, id)) return stageRules[id]
  const summary = 'What a plugin of the project asks for holds.'
  return { id, severity: 'warning', summary, reason: summary, fails: {}, findings: [], passes: {} }
}
