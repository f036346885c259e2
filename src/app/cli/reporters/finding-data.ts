import { type Finding, findingOf, severityOf, sha256 } from '../../../core/index.ts'
import type { GivenWaiver } from '../../pipeline/waived.ts'
import type { Report } from './report.ts'

/** A finding as data, the same in every machine format; lines and columns count from 1, columns in UTF-16 units. */
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

export interface WaivedData extends FindingData {
  readonly waivers: readonly GivenWaiver[]
}

/**
 * The findings of a report, and those that are waived. Findings that are alike get numbered fingerprints, in their order,
 * so that none hides another.
 */
export function dataOf({ findings, waived }: Pick<Report, 'findings' | 'waived'>): {
  readonly findings: readonly FindingData[]
  readonly waived: readonly WaivedData[]
} {
  const seen = new Map<string, number>()
  const numbered = (finding: Finding): FindingData => {
    const data = findingData(finding)
    const before = seen.get(data.fingerprint) ?? 0
    seen.set(data.fingerprint, before + 1)
    return before === 0 ? data : { ...data, fingerprint: `${data.fingerprint}-${before}` }
  }
  return {
    findings: findings.map(numbered),
    waived: waived.map(({ finding, waivers }) => ({ ...numbered(findingOf(finding)), waivers })),
  }
}

export function isWaived(data: FindingData): data is WaivedData {
  return 'waivers' in data
}

/** Who lets it pass, and why, a line for each pack. */
export function sayWaivers({ waivers }: Pick<WaivedData, 'waivers'>): readonly string[] {
  return waivers.map(({ pack, by, why, until }) => `waived in ${pack} until ${until} by ${by}: ${why}`)
}

function findingData(finding: Finding): FindingData {
  const { ruleId, line, column, place, subject } = finding
  const end = place && 'end' in place ? place.end : undefined
  const [message, file] = [wellFormed(finding.reason), wellFormed(finding.file)]
  return {
    rule: ruleId,
    severity: severityOf(finding),
    message,
    file,
    ...(line ? { start: { line, column: column ?? 1 } } : {}),
    ...(line && end ? { end: { line: end.line, column: end.column } } : {}),
    notes: (finding.note ?? '').split('\n').filter(Boolean).map(wellFormed),
    ...(subject ? { subject: wellFormed(subject) } : {}),
    fingerprint: sha256([ruleId, file, subject ?? '', message].join('\n')).slice(0, 32),
  }
}

/** Half a surrogate pair can be written in JSON, but many readers refuse the whole file for it (RFC 8259, 8.2). */
const wellFormed = (text: string) => text.toWellFormed()
