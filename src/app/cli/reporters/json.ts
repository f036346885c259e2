import { severityOf, version } from '../../../core/index.ts'
import { dataOf } from './finding-data.ts'
import { allOf, type Report, uncheckedOf } from './report.ts'

/** One object, as `findingsSchema` describes it. */
export function json(report: Report): string {
  return `${JSON.stringify({ ...summaryOf(report), ...dataOf(report), files: report.files }, null, 2)}\n`
}

/** One finding a line, then one waived finding a line, and in the last line what the whole check came to. */
export function ndjson(report: Report): string {
  const { findings, waived } = dataOf(report)
  const lines = [
    ...findings.map((it) => ({ type: 'finding', ...it })),
    ...waived.map((it) => ({ type: 'waived', ...it })),
    { type: 'summary', ...summaryOf(report) },
  ]
  return lines.map((it) => `${JSON.stringify(it)}\n`).join('')
}

function summaryOf(report: Report): object {
  const { passages, claims, quotations, absent } = report.checked
  const { 'not-found': notFound, ...results } = quotations
  const unchecked = uncheckedOf(report)
  return {
    schema: 'briefpack.findings/1',
    version,
    ...countsOf(report.findings),
    complete: unchecked.length === 0,
    unchecked: unchecked.map((it) => it.text),
    checked: {
      passages: { all: allOf(passages), ...passages },
      claims: { all: allOf(claims), ...claims },
      quotations: { all: allOf(quotations), ...results, notFound },
      absentTexts: absent.map((it) => it.source),
    },
    hidden: countsOf(report.hidden),
  }
}

function countsOf(findings: Report['findings']): { readonly errors: number; readonly warnings: number } {
  const errors = findings.filter((it) => severityOf(it) === 'error').length
  return { errors, warnings: findings.length - errors }
}
