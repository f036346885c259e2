import { type Finding, severityOf } from '../../../core/index.ts'
import type { WaivedFinding } from '../../pipeline/waived.ts'
import { count, type Paint, printable } from '../terminal.ts'
import { fitted, fittedEnd, widthOf } from '../width.ts'
import { sayWaivers } from './finding-data.ts'
import { describeChecked, hiddenOf, type Report, uncheckedOf } from './report.ts'

/** Reads a file's lines, for the frame around a finding; `undefined` when there is no such file. */
export type ReadLines = (file: string) => Promise<readonly string[] | undefined>

/** Findings as a person reads them: place, level, rule, reason, the line at fault with a caret, and notes. */
export async function pretty(findings: readonly Finding[], readLines: ReadLines, paint: Paint): Promise<string> {
  const blocks: string[] = []
  const { shown, folded } = fold(findings)
  for (const finding of shown) {
    const level = severityOf(finding)
    const place = [finding.file, finding.line, finding.column].filter((it) => it !== undefined && it !== null).join(':')
    const head = `${paint('bold', printable(place))}  ${paint(level === 'error' ? 'red' : 'yellow', level)}  ${paint('cyan', finding.ruleId)}  ${printable(finding.reason)}`
    const notes = (finding.note ?? '')
      .split('\n')
      .filter(Boolean)
      .map((note) => `   ${paint('dim', printable(note))}`)
    blocks.push([head, ...frame(finding, await readLines(finding.file), paint), ...notes].join('\n'))
  }
  for (const [rule, more] of folded)
    blocks.push(paint('dim', `… and ${count(more, 'more warning')} of ${rule}: briefpack check --select ${rule}`))
  return blocks.length ? `${blocks.join('\n')}\n` : ''
}

/** Warnings of one rule beyond these are counted, unless there are no others: then somebody has asked for them. */
const mostOfARule = 10

function fold(findings: readonly Finding[]): { shown: readonly Finding[]; folded: ReadonlyMap<string, number> } {
  const told = new Map<string, number>()
  const folded = new Map<string, number>()
  if (new Set(findings.map(({ ruleId }) => ruleId)).size < 2) return { shown: findings, folded }
  const shown = findings.filter(({ fatal, ruleId }) => {
    if (fatal) return true
    const before = told.get(ruleId) ?? 0
    told.set(ruleId, before + 1)
    if (before >= mostOfARule) folded.set(ruleId, (folded.get(ruleId) ?? 0) + 1)
    return before < mostOfARule
  })
  return { shown, folded }
}

/** Columns of a frame: of a longer line the stretch around the fault is shown. */
const most = 110

/** The line at fault, the line before it, and a caret under what is meant. */
function frame(finding: Finding, lines: readonly string[] | undefined, paint: Paint): string[] {
  const { line, column } = finding
  const text = line ? lines?.[line - 1] : undefined
  if (!line || !column || text === undefined) return []
  const gutter = String(line).length
  const previous = line > 1 ? (lines?.[line - 2] ?? '') : ''
  const after = widthOf(fitted(printable(text.slice(column - 1)), most))
  const left = fittedEnd(printable(text.slice(0, column - 1)), Math.max(most / 2, most - after))
  const room = most - widthOf(left)
  const right = fitted(printable(text.slice(column - 1)), room)
  const to = Math.min(endColumn(finding, text.length) - 1, column - 1 + most * 16)
  const meant = widthOf(printable(text.slice(column - 1, to)))
  const carets = '^'.repeat(Math.max(1, Math.min(meant, room)))
  return [
    ...(previous.trim()
      ? [`  ${paint('dim', `${String(line - 1).padStart(gutter)} │`)} ${fitted(printable(previous), most)}`]
      : []),
    `  ${paint('dim', `${line} │`)} ${left}${right}`,
    `  ${paint('dim', `${' '.repeat(gutter)} │`)} ${' '.repeat(widthOf(left))}${paint('red', carets)}`,
  ]
}

function endColumn(finding: Finding, length: number): number {
  const place = finding.place
  if (place && 'end' in place) return place.end.line === finding.line ? place.end.column : length + 1
  return (finding.column ?? 1) + 1
}

/** e.g. `✖ 1 error, 2 warnings in 41 files`. */
export function summary(findings: readonly Finding[]): string {
  const errors = findings.filter((it) => it.fatal).length
  const warnings = findings.length - errors
  const files = new Set(findings.map((it) => it.file)).size
  return `${errors ? '✖' : '!'} ${[errors && count(errors, 'error'), warnings && count(warnings, 'warning')].filter(Boolean).join(', ')} in ${count(files, 'file')}`
}

/** What a report says besides its findings: what was looked up and what could not be, what is waived and what is hidden. */
export function closing(report: Report, { quiet = false } = {}): string {
  const { findings, waived, files, checked } = report
  const hidden = hiddenOf(report)
  const doubts = [...uncheckedOf(report).map((it) => it.text), ...(hidden?.isGrave ? [hidden.text] : [])]
  const found =
    findings.length > 0 ? [] : [`${doubts.length ? '!' : '✔'} nothing found in ${count(files.length, 'file')}`]
  const lines = [
    ...(quiet ? [] : [...found, `  ${describeChecked(checked)}`]),
    ...doubts.map((it) => `! ${it}`),
    ...(quiet || checked.quotations.unchecked === 0 ? [] : ['  texts stand in texts/<key>.txt, or where --texts says']),
    ...(quiet || !hidden || hidden.isGrave ? [] : [`  ${hidden.text}`]),
    ...(quiet ? [] : waived.flatMap(waivedLines)),
  ]
  return lines.map((it) => `${printable(it)}\n`).join('')
}

function waivedLines({ finding, waivers }: WaivedFinding): string[] {
  const place = [finding.file, finding.line, finding.column].filter(Boolean).join(':')
  return [
    `  waived  ${place}  ${finding.ruleId}  ${finding.reason}`,
    ...sayWaivers({ waivers }).map((it) => `   ${it}`),
  ]
}
