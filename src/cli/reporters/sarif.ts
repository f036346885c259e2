import type { Finding } from '../../log.ts'
import { type RuleId, rules } from '../../rules.ts'
import { version } from '../../version.ts'
import { type FindingData, findingsData } from './finding-data.ts'

/** SARIF 2.1.0 (OASIS), for code scanning: one run, with the rules that were broken. */
export function sarif(findings: readonly Finding[]): string {
  const data = findingsData(findings)
  const ids = [...new Set(data.map((it) => it.rule))].sort()
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'briefpack', version, rules: ids.map(ruleOf) } },
        columnKind: 'utf16CodeUnits',
        results: data.map((it) => resultOf(it, ids)),
      },
    ],
  }
  return `${JSON.stringify(log, null, 2)}\n`
}

function ruleOf(id: string): object {
  const rule: { severity: string; summary: string; norm?: string } = rules[id as RuleId]
  return {
    id,
    shortDescription: { text: rule.summary },
    ...(rule.norm ? { fullDescription: { text: `${rule.summary} Norm: ${rule.norm}.` } } : {}),
    defaultConfiguration: { level: rule.severity },
  }
}

function resultOf(finding: FindingData, ids: readonly string[]): object {
  const { start, end } = finding
  const region = start && {
    startLine: start.line,
    startColumn: start.column,
    ...(end ? { endLine: end.line, endColumn: end.column } : {}),
  }
  return {
    ruleId: finding.rule,
    ruleIndex: ids.indexOf(finding.rule),
    level: finding.severity,
    message: { text: [finding.message, ...finding.notes].join('\n') },
    locations: [
      { physicalLocation: { artifactLocation: { uri: encodeURI(finding.file) }, ...(region ? { region } : {}) } },
    ],
    partialFingerprints: { 'briefpack/v1': finding.fingerprint },
  }
}
