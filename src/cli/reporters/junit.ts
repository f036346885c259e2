import { compare } from '../../log.ts'
import { dataOf, type FindingData, isWaived, sayWaivers } from './finding-data.ts'
import { describeChecked, hiddenOf, type Report, type Unchecked, uncheckedOf } from './report.ts'

/**
 * JUnit XML: one test case a file, failed by its errors; warnings stand in its output, or fail it where warnings fail. What
 * could not be checked is a case that was skipped, or, where that fails, one in error.
 */
export function junit(report: Report): string {
  const { findings, waived } = dataOf(report)
  const fails = (it: FindingData) => !isWaived(it) && (it.severity === 'error' || report.strict)
  const byFile = new Map<string, FindingData[]>([...report.files].sort(compare).map((file) => [file, []]))
  for (const it of [...findings, ...waived]) byFile.set(it.file, [...(byFile.get(it.file) ?? []), it])
  const failed = [...byFile.values()].filter((all) => all.some(fails)).length
  const unchecked = uncheckedOf(report)
  const [errors, skipped] = report.strict ? [unchecked.length, 0] : [0, unchecked.length]
  const output = [describeChecked(report.checked), hiddenOf(report)?.text].filter(Boolean).join('\n')
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites><testsuite name="briefpack check" tests="${byFile.size + unchecked.length}" failures="${failed}" errors="${errors}" skipped="${skipped}">`,
    ...[...byFile].map(([file, all]) => testCase(file, all, fails)),
    ...unchecked.map((it) => uncheckedCase(it, report.strict)),
    `<system-out>${escapeText(output)}</system-out>`,
    '</testsuite></testsuites>',
    '',
  ].join('\n')
}

/** One `failure`, with all that failed: readers take the first, and some refuse a second. */
function testCase(file: string, findings: readonly FindingData[], fails: (it: FindingData) => boolean): string {
  const failures = findings.filter(fails)
  const rest = findings.filter((it) => !fails(it))
  const [first] = failures
  const more = failures.length > 1 ? ` (and ${failures.length - 1} more)` : ''
  const failure = first
    ? `<failure type="${first.rule}" message="${escapeValue(first.message + more)}">${escapeText(failures.map(lineOf).join('\n'))}</failure>`
    : ''
  const output = rest.length ? `<system-out>${escapeText(rest.map(lineOf).join('\n'))}</system-out>` : ''
  return `<testcase classname="briefpack" name="${escapeValue(file)}">${failure}${output}</testcase>`
}

function lineOf(it: FindingData): string {
  const waivers = isWaived(it) ? sayWaivers(it) : []
  const level = waivers.length === 0 ? it.severity : 'waived'
  return `${it.file}:${it.start?.line ?? 1}:${it.start?.column ?? 1} ${level} ${it.rule} ${[it.message, ...waivers, ...it.notes].join(' – ')}`
}

function uncheckedCase({ what, text }: Unchecked, strict: boolean): string {
  const tag = strict ? 'error type="could-not-check"' : 'skipped'
  return `<testcase classname="briefpack" name="could-not-check ${what}"><${tag} message="${escapeValue(text)}"/></testcase>`
}

/** A line break in a value is read as a space, unless it is written as a reference. */
const escapeValue = (text: string) => escapeText(text).replace(/[\t\n\r]/g, (it) => `&#${it.charCodeAt(0)};`)

function escapeText(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }
  // XML 1.0 has no place for most control characters and for half a surrogate pair, not even escaped.
  return text
    .replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, (it) => ('\t\n\r'.includes(it) ? it : '\uFFFD'))
    .replace(/[&<>"']/g, (it) => entities[it]!)
}
