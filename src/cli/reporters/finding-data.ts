import { sha256 } from '../../digest.ts'
import { type Finding, severityOf } from '../../log.ts'

/** A finding as data, the same in every machine format; lines and columns count from 1. */
export interface FindingData {
  readonly rule: string
  readonly severity: 'error' | 'warning'
  readonly message: string
  readonly file: string
  readonly start?: { readonly line: number; readonly column: number }
  readonly end?: { readonly line: number; readonly column: number }
  readonly notes: readonly string[]
  /** The record at fault, as `kind:id`. */
  readonly subject?: string
  /** Survives edits elsewhere in the file: it is made from what is wrong, not from where. */
  readonly fingerprint: string
}

export function findingData(finding: Finding): FindingData {
  const { line, column, place } = finding
  const end = place && 'end' in place ? place.end : undefined
  return {
    rule: finding.ruleId,
    severity: severityOf(finding),
    message: finding.reason,
    file: finding.file,
    ...(line ? { start: { line, column: column ?? 1 } } : {}),
    ...(end ? { end: { line: end.line, column: end.column } } : {}),
    notes: (finding.note ?? '').split('\n').filter(Boolean),
    ...(finding.subject ? { subject: finding.subject } : {}),
    fingerprint: sha256([finding.ruleId, finding.file, finding.subject ?? '', finding.reason].join('\n')).slice(0, 32),
  }
}

/** Findings that are alike get numbered fingerprints, in their order, so that none hides another. */
export function findingsData(findings: readonly Finding[]): FindingData[] {
  const seen = new Map<string, number>()
  return findings.map((finding) => {
    const data = findingData(finding)
    const before = seen.get(data.fingerprint) ?? 0
    seen.set(data.fingerprint, before + 1)
    return before === 0 ? data : { ...data, fingerprint: `${data.fingerprint}-${before}` }
  })
}
