/** Tables of bench/README.md that a bench writes itself, between `<!-- NAME -->` and `<!-- /NAME -->`. */
import { readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus, loadavg } from 'node:os'

const readme = 'bench/README.md'

export interface Row {
  readonly what: string
  /** A cell a column; empty where it was not measured. */
  readonly cells: readonly string[]
}

/** A figure, and whether it is at most what it should be; without a target just the figure. */
export function cell(value: number | undefined, unit: string, target?: number): string {
  if (value === undefined) return ''
  const figure = `${value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2)} ${unit}`
  return target === undefined ? figure : `${figure} (≤ ${target}: ${value <= target ? 'met' : '**missed**'})`
}

/** Where it was measured, with which versions, and when. */
export function circumstances(...versions: readonly string[]): string {
  const load = `load ${loadavg()[0]!.toFixed(1)} at the end`
  const machine = `${availableParallelism()} cores of an ${cpus()[0]?.model}, ${load}`
  const date = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' }).format(new Date())
  return `Measured on ${date}: ${[machine, `Node ${process.versions.node}`, ...versions].join('; ')}.`
}

export function writeTable(name: string, lead: string, columns: readonly string[], rows: readonly Row[]): void {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const table = [
    line([`\`${name}\``, ...columns]),
    line(['---', ...columns.map(() => '--:')]),
    ...rows.map(({ what, cells }) => line([what, ...cells])),
  ].join('\n')
  console.log(`\n${lead}\n\n${table}`)
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`]
  const text = readFileSync(readme, 'utf8')
  const [from, to] = [text.indexOf(open), text.indexOf(close)]
  if (from < 0 || to < from) throw new Error(`${readme} has no place for the table ${name}`)
  writeFileSync(readme, `${text.slice(0, from + open.length)}\n${lead}\n\n${table}\n${text.slice(to)}`)
}
