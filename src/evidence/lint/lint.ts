import { type Log, type Rule, stageRules } from '../../core/index.ts'
import { templatesOf } from '../../corpus/index.ts'
import { blockQuotations } from './block-quotations.ts'
import { namesOf } from './names.ts'
import { type LookedUp, lookUpAll } from './quoted-writings.ts'
import type { CorpusCheck, CorpusInput, LintRule, PackCheck, PackInput, Report } from './rule.ts'
import * as checks from './rules/index.ts'
import { sentencesOf } from './sentences.ts'
import { corpusWritings, packWritings, templateWritings } from './writing.ts'

export const lintRules: readonly LintRule[] = Object.values(checks)

/** Every rule that can be reported, by id, in the order of ids. */
export const rules: ReadonlyMap<string, Rule> = new Map(
  [...Object.values(stageRules), ...lintRules].sort((a, b) => (a.id < b.id ? -1 : 1)).map((rule) => [rule.id, rule]),
)

/** Checks what is the same for every pack: the records, and what they say in our own words. Gives what became of their quotations. */
export function lintCorpus(input: CorpusInput, log: Log): readonly LookedUp[] {
  const check: CorpusCheck = {
    ...input,
    names: namesOf(input.corpus),
    writings: corpusWritings(input.corpus),
    blocks: [],
  }
  for (const rule of [...lintRules, ...(input.own ?? [])]) {
    if (rule.scope !== 'pack') rule.check(check, reporter(rule, log))
  }
  return lookUpAll(check)
}

/** Checks one pack: its own statements, its templates' sentences, and what it prints of the records. Gives what became of its own quotations. */
export function lintPack(input: PackInput, log: Log): readonly LookedUp[] {
  const isFaulty = input.sections.some((section) => section.isFaulty)
  // What stands in such a sentence is not known.
  const sentences = sentencesOf(input.sections).filter(({ text }) => !isFaulty || !text.includes('{{'))
  const writings = [...packWritings(input.pack, input.corpus), ...templateWritings(sentences, input.corpus)]
  const blocks = blockQuotations(sentences, input.corpus)
  const check: PackCheck = { ...input, names: namesOf(input.corpus), sentences, writings, blocks }
  const isWhole = !isFaulty && input.sections.length === templatesOf(input.pack).length
  for (const rule of [...lintRules, ...(input.own ?? [])]) {
    if (rule.scope === 'pack' && rule.wholePack && !isWhole) continue
    if (rule.scope !== 'corpus') rule.check(check, reporter(rule, log))
  }
  return lookUpAll(check)
}

function reporter(rule: LintRule, log: Log): Report {
  return (at, reason, details) => {
    if (!('place' in at)) log.report(rule, at, reason, details)
    else log.report(rule, at.place, reason, { ...('subject' in at && { subject: at.subject }), ...details })
  }
}
