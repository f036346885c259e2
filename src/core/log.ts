import { VFileMessage } from 'vfile-message'
import { type RuleId, stageRules } from './rules/index.ts'
import type { Rule, Severity } from './rules/rule.ts'

/** A point in a text file: 1-based line and column (UTF-16 units), 0-based offset where it is known. */
export interface Point {
  readonly line: number
  readonly column: number
  readonly offset?: number | undefined
}

/** Where the author can mend something. */
export interface Place {
  readonly file: string
  readonly start?: Point | undefined
  readonly end?: Point | undefined
}

export interface Details {
  /** What helps to mend it: the nearest right name, what rests on it, … one sentence each. */
  readonly notes?: readonly string[]
  /** What was found, and what would be right there, for tools that offer a correction. */
  readonly actual?: string
  readonly expected?: readonly string[]
  /** The record at fault as `kind:id`, e.g. `claim:bozhko-society-wide`, so that a waiver can name it. */
  readonly subject?: string
}

/** One finding; `fatal` is true for errors, false for warnings, as in every VFileMessage. */
export interface Finding extends VFileMessage {
  readonly ruleId: string
  readonly file: string
  readonly subject?: string
}

/** A finding as plain data, which a cache can keep. */
export interface PlainFinding extends Partial<Omit<Finding, 'ancestors' | 'cause' | 'message' | 'stack'>> {
  readonly reason: string
  readonly ruleId: string
  readonly file: string
  readonly name: string
}

/** Collects what the stages report, as values, so that one run shows every problem. Stages never throw for bad input. */
export class Log {
  readonly #findings = new Map<string, Finding>()

  /** Report that `rule` does not hold at `place`. `reason` is one sentence that quotes what was found. */
  report(rule: RuleId | Rule, place: Place, reason: string, details: Details = {}): void {
    const { id, severity } = typeof rule === 'string' ? stageRules[rule] : rule
    const { start, end } = place
    this.add(
      findingOf({
        reason,
        ruleId: id,
        file: place.file,
        ...(start ? { line: start.line, column: start.column, place: end ? { start, end } : start } : {}),
        fatal: severity === 'error',
        ...(details.notes?.length ? { note: details.notes.join('\n') } : {}),
        ...(details.actual !== undefined ? { actual: details.actual } : {}),
        ...(details.expected ? { expected: [...details.expected] } : {}),
        ...(details.subject ? { subject: details.subject } : {}),
        name: `${place.file}:${start?.line ?? 1}:${start?.column ?? 1}`,
      }),
    )
  }

  /** Take a finding as it is, e.g. one replayed from a cache. The same finding at the same place is kept once, as an error if either is one. */
  add(finding: Finding): void {
    const key = JSON.stringify([finding.file, finding.line, finding.column, finding.ruleId, finding.reason])
    const known = this.#findings.get(key)
    if (!known || (finding.fatal && !known.fatal)) this.#findings.set(key, finding)
  }

  get failed(): boolean {
    for (const finding of this.#findings.values()) if (finding.fatal) return true
    return false
  }

  /** In reading order: by file, line, column, rule. */
  get findings(): readonly Finding[] {
    return [...this.#findings.values()].sort(byPlace)
  }
}

export function findingOf(plain: PlainFinding): Finding {
  const message = new VFileMessage(plain.reason, { ruleId: plain.ruleId, source: 'briefpack' })
  return Object.assign(message, plain)
}

/** What `findingOf` makes the same finding of. */
export function plainFinding(finding: Finding): PlainFinding {
  const { reason, ruleId, file, line, column, place, fatal, note, actual, expected, subject, name } = finding
  const all = { reason, ruleId, file, line, column, place, fatal, note, actual, expected, subject, name }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as unknown as PlainFinding
}

export function severityOf(finding: Finding): Severity {
  return finding.fatal ? 'error' : 'warning'
}

function byPlace(a: Finding, b: Finding): number {
  return (
    compare(a.file, b.file) ||
    (a.line ?? 0) - (b.line ?? 0) ||
    (a.column ?? 0) - (b.column ?? 0) ||
    compare(a.ruleId, b.ruleId) ||
    compare(a.reason, b.reason)
  )
}

/** By UTF-16 code unit: the same order in every locale. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
