import { type Finding, severityOf } from '../../log.ts'
import { findingsData } from './finding-data.ts'

/** One object, with counts: `{"schema": "briefpack.findings/1", …}`. */
export function json(findings: readonly Finding[]): string {
  const errors = findings.filter((it) => severityOf(it) === 'error').length
  const report = {
    schema: 'briefpack.findings/1',
    errors,
    warnings: findings.length - errors,
    findings: findingsData(findings),
  }
  return `${JSON.stringify(report, null, 2)}\n`
}

/** One finding a line. */
export function ndjson(findings: readonly Finding[]): string {
  return findingsData(findings)
    .map((it) => `${JSON.stringify(it)}\n`)
    .join('')
}
