import { type Finding, severityOf } from '../../log.ts'
import { count, type Paint, printable } from '../terminal.ts'

/** Reads a file's lines, for the frame around a finding; `undefined` when there is no such file. */
export type ReadLines = (file: string) => Promise<readonly string[] | undefined>

/** Findings as a person reads them: place, level, rule, reason, the line at fault with a caret, and notes. */
export async function pretty(findings: readonly Finding[], readLines: ReadLines, paint: Paint): Promise<string> {
  const blocks: string[] = []
  for (const finding of findings) {
    const level = severityOf(finding)
    const place = [finding.file, finding.line, finding.column].filter((it) => it !== undefined && it !== null).join(':')
    const head = `${paint('bold', printable(place))}  ${paint(level === 'error' ? 'red' : 'yellow', level)}  ${paint('cyan', finding.ruleId)}  ${printable(finding.reason)}`
    const notes = (finding.note ?? '')
      .split('\n')
      .filter(Boolean)
      .map((note) => `   ${paint('dim', printable(note))}`)
    blocks.push([head, ...frame(finding, await readLines(finding.file), paint), ...notes].join('\n'))
  }
  return blocks.length ? `${blocks.join('\n')}\n` : ''
}

const WIDTH = 110

/** The line at fault, the line before it, and a caret under what is meant. Long lines are cut around it. */
function frame(finding: Finding, lines: readonly string[] | undefined, paint: Paint): string[] {
  const { line, column } = finding
  const text = line ? lines?.[line - 1] : undefined
  if (!line || !column || text === undefined) return []
  const from = Math.max(0, column - 1 - WIDTH / 2)
  const cut = (source: string) => printable(source.slice(from, from + WIDTH))
  const gutter = String(line).length
  const before =
    line > 1 && lines?.[line - 2]?.trim()
      ? [`  ${paint('dim', `${String(line - 1).padStart(gutter)} │`)} ${cut(lines[line - 2]!)}`]
      : []
  const end = endColumn(finding, text.length)
  const carets = '^'.repeat(Math.max(1, Math.min(end - column, WIDTH - (column - 1 - from))))
  return [
    ...before,
    `  ${paint('dim', `${line} │`)} ${cut(text)}`,
    `  ${paint('dim', `${' '.repeat(gutter)} │`)} ${' '.repeat(printable(text.slice(from, column - 1)).length)}${paint('red', carets)}`,
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
