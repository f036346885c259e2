import type { Finding } from '../../log.ts'
import { type FindingData, findingsData } from './finding-data.ts'

/** Workflow commands of GitHub Actions. A step shows ten errors and ten warnings: errors come first. */
export function github(findings: readonly Finding[]): string {
  const data = findingsData(findings)
  const sorted = [...data.filter((it) => it.severity === 'error'), ...data.filter((it) => it.severity === 'warning')]
  return sorted
    .map((it) => `::${it.severity} ${properties(it)}::${escapeData([it.message, ...it.notes].join('\n'))}\n`)
    .join('')
}

function properties({ file, start, end, rule }: FindingData): string {
  const pairs: [string, string | number | undefined][] = [
    ['file', file],
    ['line', start?.line],
    ['endLine', end?.line],
    ['col', start?.column],
    ['title', rule],
  ]
  return pairs
    .flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${escapeProperty(String(value))}`]))
    .join(',')
}

const escapeData = (text: string) => text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A')
const escapeProperty = (text: string) => escapeData(text).replace(/:/g, '%3A').replace(/,/g, '%2C')

/** GitLab’s code quality report. */
export function gitlab(findings: readonly Finding[]): string {
  const issues = findingsData(findings).map((it) => ({
    description: [it.message, ...it.notes].join(' – '),
    check_name: it.rule,
    fingerprint: it.fingerprint,
    severity: it.severity === 'error' ? 'major' : 'minor',
    location: { path: it.file, lines: { begin: it.start?.line ?? 1 } },
  }))
  return `${JSON.stringify(issues, null, 2)}\n`
}

/** JUnit XML: one test case a file, failed by its errors; warnings stand in its output. */
export function junit(findings: readonly Finding[], files: readonly string[]): string {
  const data = findingsData(findings)
  const names = [...new Set([...files, ...data.map((it) => it.file)])].sort()
  const failed = names.filter((name) => data.some((it) => it.file === name && it.severity === 'error')).length
  const cases = names.map((name) =>
    testCase(
      name,
      data.filter((it) => it.file === name),
    ),
  )
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites><testsuite name="briefpack check" tests="${names.length}" failures="${failed}" errors="0" skipped="0">`,
    ...cases,
    '</testsuite></testsuites>',
    '',
  ].join('\n')
}

function testCase(file: string, findings: readonly FindingData[]): string {
  const line = (it: FindingData) =>
    `${it.file}:${it.start?.line ?? 1}:${it.start?.column ?? 1} ${it.rule} ${[it.message, ...it.notes].join(' – ')}`
  const errors = findings
    .filter((it) => it.severity === 'error')
    .map((it) => `<failure type="${it.rule}" message="${escapeXml(it.message)}">${escapeXml(line(it))}</failure>`)
  const warnings = findings.filter((it) => it.severity === 'warning').map(line)
  const output = warnings.length ? [`<system-out>${escapeXml(warnings.join('\n'))}</system-out>`] : []
  return `<testcase classname="briefpack" name="${escapeXml(file)}">${[...errors, ...output].join('')}</testcase>`
}

function escapeXml(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }
  // XML 1.0 has no place for most control characters and for half a surrogate pair, not even escaped.
  return text
    .replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, (it) => ('\t\n\r'.includes(it) ? it : '\uFFFD'))
    .replace(/[&<>"']/g, (it) => entities[it]!)
}
