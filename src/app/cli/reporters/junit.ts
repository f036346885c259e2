import { compare } from '../../../core/index.ts'
import { dataOf, type FindingData, isWaived, sayWaivers } from './finding-data.ts'
import { describeChecked, hiddenOf, type Report, type Unchecked, uncheckedOf } from './report.ts'

/**
 * JUnit XML as the schema of Ant's reports asks for it: one test case a file, failed by its errors; warnings stand in the output
 * of the suite, or fail their case where warnings fail. What could not be checked is a case that was skipped, or, where that
 * fails, one in error. Nobody takes the time of a file.
 */
export function junit(report: Report): string {
  const { findings, waived } = dataOf(report)
  const fails = (it: FindingData) => !isWaived(it) && (it.severity === 'error' || report.strict)
  const all = [...findings, ...waived]
  const failures = new Map<string, FindingData[]>([...report.files].sort(compare).map((file) => [file, []]))
  for (const it of all) failures.set(it.file, [...(failures.get(it.file) ?? []), ...(fails(it) ? [it] : [])])
  const failed = [...failures.values()].filter((it) => it.length > 0).length
  const unchecked = uncheckedOf(report)
  const [errors, skipped] = report.strict ? [unchecked.length, 0] : [0, unchecked.length]
  const passed = all.filter((it) => !fails(it)).map(lineOf)
  const output = [describeChecked(report.checked), hiddenOf(report)?.text ?? '', ...passed].filter(Boolean).join('\n')
  const counts = `tests="${failures.size + unchecked.length}" failures="${failed}" errors="${errors}" skipped="${skipped}"`
  const at = report.at.toISOString().slice(0, 19)
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<testsuites>',
    `<testsuite id="0" package="briefpack" name="briefpack check" hostname="localhost" timestamp="${at}" time="0" ${counts}>`,
    '<properties></properties>',
    ...[...failures].map(([file, its]) => testCase(file, failureOf(its))),
    ...unchecked.map((it) => testCase(`could-not-check ${it.what}`, uncheckedOne(it, report.strict))),
    `<system-out>${escapeText(output)}</system-out>`,
    '<system-err></system-err>',
    '</testsuite>',
    '</testsuites>',
    '',
  ].join('\n')
}

const testCase = (name: string, outcome: string) =>
  `<testcase classname="briefpack" name="${escapeValue(name)}" time="0">${outcome}</testcase>`

/** One, with all that failed: readers take the first, and some refuse a second. */
function failureOf(failures: readonly FindingData[]): string {
  const [first] = failures
  if (first === undefined) return ''
  const more = failures.length > 1 ? ` (and ${failures.length - 1} more)` : ''
  const message = escapeValue(first.message + more)
  return `<failure type="${escapeValue(first.rule)}" message="${message}">${escapeText(failures.map(lineOf).join('\n'))}</failure>`
}

function lineOf(it: FindingData): string {
  const waivers = isWaived(it) ? sayWaivers(it) : []
  const level = waivers.length === 0 ? it.severity : 'waived'
  return `${it.file}:${it.start?.line ?? 1}:${it.start?.column ?? 1} ${level} ${it.rule} ${[it.message, ...waivers, ...it.notes].join(' – ')}`
}

function uncheckedOne({ text }: Unchecked, strict: boolean): string {
  return `<${strict ? 'error type="could-not-check"' : 'skipped'} message="${escapeValue(text)}"/>`
}

/** A line break in a value is read as a space, unless it is written as a reference. */
const escapeValue = (text: string) => escapeText(text).replace(/[\t\n\r]/g, (it) => `&#${it.charCodeAt(0)};`)

function escapeText(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }
  // XML 1.0 has no place for most control characters and for half a surrogate pair, not even escaped.
  return text
    .replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, (it) => ('\t\n\r'.includes(it) ? it : '\uFFFD'))
    .replace(/[&<>"']/g, (it) => entities[it] ?? it)
}
