import type { Finding } from '../log.ts'
import { type RuleId, structural } from '../rules.ts'
import type { Project } from './project.ts'

/** What is said of a record whose stand-ins are read in place of what is wrong in it, or of a corpus that lacks a file. */
export function isAfterEffect({ ruleId, subject, file }: Finding, { corpus }: Project): boolean {
  // What a template refers to may be in the file that could not be read.
  if (structural.has(ruleId)) return ruleId === 'reference-resolves' && corpus.lost.size > 0 && !isOfCorpus(file)
  return corpus.lost.size > 0 ? !ofFiles.has(ruleId) : subject !== undefined && corpus.faulty.has(subject)
}

/** What is wrong in a file whatever the corpus holds. */
const ofFiles: ReadonlySet<RuleId> = new Set(['template-is-valid', 'field-exists'])

/**
 * Findings without those that a template makes of a fault that is told where it can be mended: a wrong record is met
 * again wherever it is printed. Only an error that stands hides them, so that nothing passes unseen.
 */
export function withoutEchoes(findings: readonly Finding[]): readonly Finding[] {
  const roots = findings.filter(({ fatal, file, subject }) => fatal && isOfCorpus(file) && subject !== undefined)
  const rules = new Set(findings.flatMap(({ fatal, file, ruleId }) => (fatal && isOfCorpus(file) ? [ruleId] : [])))
  return findings.filter((it) => !isEcho(it, roots, rules))
}

function isEcho(
  { ruleId, reason, file, subject }: Finding,
  roots: readonly Finding[],
  rules: ReadonlySet<RuleId>,
): boolean {
  const same = roots.filter((root) => root.ruleId === ruleId)
  if (isOfCorpus(file))
    return ruleId === 'id-is-unique' && subject === undefined && same.some((root) => reason.includes(anchorOf(root)))
  const [, kind, id] = / of (\w+) “([^”]+)”/.exec(reason) ?? []
  if (kind !== undefined && roots.some((root) => root.subject === `${kind}:${id}`)) return true
  if (ruleId === 'text-is-clean') return rules.has(ruleId)
  if (/ do not fit$/.test(reason)) return rules.has('term-is-on-scale')
  if (reason === 'cite is given no claims') return rules.has('judgment-is-supported')
  return same.some((root) => quotedIn(root.reason) === quotedIn(reason)) && isRepeated.has(ruleId)
}

const isRepeated: ReadonlySet<RuleId> = new Set(['reference-resolves', 'term-is-on-scale'])
const isOfCorpus = (file: string) => file.startsWith('corpus/')
const anchorOf = ({ subject = '' }: Finding) => `“#${subject.replace(':', '-')}”`
const quotedIn = (reason: string) => /“([^”]+)”/.exec(reason)?.[1]
