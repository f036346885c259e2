import type { Finding } from '../log.ts'
import { type RuleId, structural } from '../rules.ts'
import type { Project } from './project.ts'

/** What is said of a record whose stand-ins are read in place of what is wrong in it, or of a corpus that lacks a file. */
export function isAfterEffect({ ruleId, subject }: Finding, { corpus }: Project): boolean {
  if (structural.has(ruleId)) return false
  return corpus.lost.size > 0 ? !ofFiles.has(ruleId) : subject !== undefined && corpus.faulty.has(subject)
}

/** What is wrong in a file whatever the corpus holds. */
const ofFiles: ReadonlySet<RuleId> = new Set(['template-is-valid', 'field-exists'])
