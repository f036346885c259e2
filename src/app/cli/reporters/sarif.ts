/**
 * SARIF 2.1.0 (OASIS), for code scanning. GitHub reads a part of it: of fingerprints only `primaryLocationLineHash`, no
 * notifications and no suppressions. So what could not be checked is a result as well as a notification, and what is
 * waived is a note.
 */
import { version } from '../../../core/index.ts'
import { ruleSection, rules } from '../../../evidence/index.ts'
import { dataOf, type FindingData, type WaivedData } from './finding-data.ts'
import { hiddenOf, type Report, type Unchecked, uncheckedOf } from './report.ts'

export function sarif(report: Report): string {
  const { findings, waived } = dataOf(report)
  const unchecked = uncheckedOf(report)
  const met = [...new Set([...findings, ...waived].map((it) => it.rule))].sort()
  const ids = unchecked.length === 0 ? met : [...met, open.id]
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'briefpack',
            version,
            semanticVersion: version,
            rules: ids.map((id) => (id === open.id ? open : ruleOf(id))),
            notifications: [
              ...(unchecked.length === 0 ? [] : [notice.unchecked]),
              ...(report.hidden.length === 0 ? [] : [notice.hidden]),
            ],
          },
        },
        invocations: [{ executionSuccessful: true, toolExecutionNotifications: notificationsOf(report, unchecked) }],
        originalUriBaseIds: { [root]: { description: { text: 'The root of the repository.' } } },
        columnKind: 'utf16CodeUnits',
        results: [
          ...findings.map((it) => resultOf(it, ids, report.prefix)),
          ...waived.map((it) => ({
            ...resultOf(it, ids, report.prefix),
            level: 'note',
            suppressions: it.waivers.map(suppressionOf),
          })),
          ...unchecked.map((it) => openResult(it, ids, report.prefix)),
        ],
      },
    ],
  }
  return `${JSON.stringify(log, null, 2)}\n`
}

const root = '%SRCROOT%'

/** For results that say nothing either way. SARIF has a kind for them, and asks that their level be `none`. */
const open = {
  id: 'could-not-check',
  ...described('Everything that can be looked up was looked up.'),
  help: { text: 'Put the texts of the sources into the folder of the texts, and check again.' },
  defaultConfiguration: { level: 'note' },
}

const notice = {
  unchecked: { id: 'could-not-check', ...described('Something could not be checked.') },
  hidden: { id: 'not-asked-for', ...described('There are findings of rules that were not asked for.') },
}

function described(text: string) {
  return { shortDescription: { text }, fullDescription: { text } }
}

function ruleOf(id: string): object {
  const rule = rules.get(id)
  if (!rule) return { id, ...described('A rule or plugin of the project.') }
  const { severity, summary, norm } = rule
  const section = ruleSection(rule)
  const full = norm ? `${summary} Norm: ${norm}.` : summary
  return {
    id,
    shortDescription: { text: summary },
    fullDescription: { text: full },
    help: { text: section, markdown: section },
    defaultConfiguration: { level: severity },
    properties: { 'problem.severity': severity },
  }
}

function resultOf(finding: FindingData, ids: readonly string[], prefix: string) {
  const { rule, severity, subject, fingerprint } = finding
  const logical = subject === undefined ? {} : { logicalLocations: [{ fullyQualifiedName: subject }] }
  return {
    ruleId: rule,
    ruleIndex: ids.indexOf(rule),
    level: severity,
    message: { text: messageOf(finding) },
    locations: [{ physicalLocation: physicalLocation(finding, prefix), ...logical }],
    partialFingerprints: fingerprints(fingerprint),
    // SARIF asks for them in all results when one has them: an empty list says that it is not suppressed.
    suppressions: [] as object[],
  }
}

/** The reason as a sentence of its own, because a list of results may show the first sentence only. */
function messageOf({ message, notes }: FindingData): string {
  const sentence = /[.!?]$/.test(message) ? message : `${message}.`
  // In a message `[words](address)` is a link, whoever wrote it.
  return [sentence, ...notes].join('\n').replaceAll('](', '\\](')
}

/** A finding on a whole file stands at its beginning: GitHub shows none without a region. */
function physicalLocation({ file, start, end }: Pick<FindingData, 'file' | 'start' | 'end'>, prefix: string) {
  const { line, column } = start ?? { line: 1, column: 1 }
  const after = end ?? { line, column: start ? column + 1 : 1 }
  return {
    artifactLocation: { uri: `${prefix}${file}`.split('/').map(encodeURIComponent).join('/'), uriBaseId: root },
    region: { startLine: line, startColumn: column, endLine: after.line, endColumn: after.column },
  }
}

const fingerprints = (own: string) => ({ 'briefpack/v1': own, primaryLocationLineHash: own })

function suppressionOf({ pack, by, why, until }: WaivedData['waivers'][number]): object {
  return {
    kind: 'external',
    status: 'accepted',
    justification: `${why} (${by}, until ${until}, in ${pack})`,
    properties: { pack, by, until },
  }
}

function openResult({ what, text, place }: Unchecked, ids: readonly string[], prefix: string): object {
  const { file, start } = place
  const at = start ? { file, start: { line: start.line, column: start.column } } : { file }
  return {
    ruleId: open.id,
    ruleIndex: ids.indexOf(open.id),
    kind: 'open',
    level: 'none',
    message: { text: `${text}.` },
    locations: [{ physicalLocation: physicalLocation(at, prefix) }],
    partialFingerprints: fingerprints(`${open.id}-${what}`),
    suppressions: [],
  }
}

function notificationsOf(report: Report, unchecked: readonly Unchecked[]): object[] {
  const notification = ({ id }: { id: string }, level: string, text: string) => ({
    descriptor: { id },
    level,
    message: { text: `${text}.` },
  })
  const hidden = hiddenOf(report)
  return [
    ...unchecked.map((it) => notification(notice.unchecked, 'warning', it.text)),
    ...(hidden ? [notification(notice.hidden, 'note', hidden.text)] : []),
  ]
}
