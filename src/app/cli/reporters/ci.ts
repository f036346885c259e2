import { steering } from '../terminal.ts'
import { dataOf, type FindingData, sayWaivers } from './finding-data.ts'
import { hiddenOf, type Report, uncheckedOf } from './report.ts'

/**
 * Workflow commands of GitHub Actions. A step shows ten errors, ten warnings and ten notices: of each the first. So errors
 * come first, and of the notices what could not be checked.
 */
export function github(report: Report): string {
  const { findings, waived } = dataOf(report)
  const of = (severity: FindingData['severity']) => findings.filter((it) => it.severity === severity)
  const told = (level: string, it: FindingData, more: readonly string[] = []) =>
    command(level, place(it, report.prefix), [it.message, ...more, ...it.notes])
  const hidden = hiddenOf(report)
  const note = (text: string) => command('notice', [['title', 'briefpack check']], [text])
  return [
    ...of('error').map((it) => told('error', it)),
    ...of('warning').map((it) => told('warning', it)),
    ...uncheckedOf(report).map((it) => note(it.text)),
    ...(hidden?.isGrave ? [note(hidden.text)] : []),
    ...waived.map((it) => told('notice', it, sayWaivers(it))),
  ].join('')
}

type Property = readonly [name: string, value: string | number | undefined]

function command(level: string, properties: readonly Property[], lines: readonly string[]): string {
  const pairs = properties.flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${escapeProperty(String(value))}`],
  )
  return `::${level} ${pairs.join(',')}::${escapeData(lines.join('\n'))}\n`
}

function place({ file, start, end, rule }: FindingData, prefix: string): readonly Property[] {
  return [
    ['file', `${prefix}${file}`],
    ['line', start?.line],
    ['endLine', end?.line],
    ['col', start?.column],
    ['endColumn', end && end.line === start?.line ? end.column : undefined],
    ['title', rule],
  ]
}

/** A log is shown on a terminal of a kind: nothing in a message sets its colours or turns its lines round. */
const escapeData = (text: string) =>
  text
    .replace(steering, (it) => ('\t\n\r'.includes(it) ? it : '\uFFFD'))
    .replace(/%/g, '%25')
    .replace(/\r/g, '%0D')
    .replace(/\n/g, '%0A')
const escapeProperty = (text: string) => escapeData(text).replace(/:/g, '%3A').replace(/,/g, '%2C')

/**
 * GitLab’s code quality report, which is a list of faults and nothing else: what could not be checked and what is waived
 * stand in it as faults of the lowest severity, because a list without them would look as if all were well.
 */
export function gitlab(report: Report): string {
  const { findings, waived } = dataOf(report)
  const issue = (it: FindingData, severity: string, more: readonly string[] = []) => ({
    description: [it.message, ...more, ...it.notes].join(' – '),
    check_name: it.rule,
    fingerprint: it.fingerprint,
    severity,
    location: { path: `${report.prefix}${it.file}`, lines: { begin: it.start?.line ?? 1 } },
  })
  const issues = [
    ...findings.map((it) => issue(it, it.severity === 'error' ? 'major' : 'minor')),
    ...uncheckedOf(report).map(({ what, text, place: { file, start } }) => ({
      description: text,
      check_name: 'could-not-check',
      fingerprint: `could-not-check-${what}`,
      severity: 'info',
      location: { path: `${report.prefix}${file}`, lines: { begin: start?.line ?? 1 } },
    })),
    ...waived.map((it) => issue(it, 'info', sayWaivers(it))),
  ]
  return `${JSON.stringify(issues, null, 2)}\n`
}
