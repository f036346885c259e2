import type { Checked } from '../build.ts'
import { type Host, readText } from '../host.ts'
import type { Finding } from '../log.ts'
import type { World } from './command.ts'
import { pretty, summary } from './reporters/pretty.ts'
import { count } from './terminal.ts'

/** Prints findings to the terminal. `brief` shows errors and counts the warnings, which `check` shows in full. */
export async function printFindings(
  findings: readonly Finding[],
  host: Host,
  world: World,
  { brief = false } = {},
): Promise<void> {
  const shown = brief ? findings.filter((it) => it.fatal) : findings
  world.err(await pretty(shown, lineReader(host), world.paint.err))
  if (shown.length) world.err(`${summary(findings)}\n`)
  else if (findings.length && !world.quiet) world.err(`  ${count(findings.length, 'warning')} (briefpack check)\n`)
}

/**
 * What was looked up, e.g. `290 passages: 290 by the lock; 12 quotations: 12 could not be checked, for want of texts`,
 * and whether that was all there is.
 */
export function describeChecked({ passages, quotations }: Checked): { line: string; isAll: boolean } {
  const unknown = passages.unverified - passages.byLock
  const line = [
    told('passage', [
      [passages.ok, 'found in the texts'],
      [passages.byLock, 'by the lock'],
      [passages.moved, 'moved'],
      [passages.drifted + passages.ambiguous + passages.lost, 'not found'],
      [unknown, 'could not be checked'],
    ]),
    told('quotation', [
      [quotations.found, 'found in the texts'],
      [quotations['not-found'], 'not found'],
      [quotations.indeterminate, 'in doubt'],
      [quotations.unchecked, 'could not be checked, for want of texts'],
    ]),
  ].join('; ')
  return { line, isAll: unknown + quotations.unchecked === 0 }
}

function told(noun: string, counts: readonly (readonly [number, string])[]): string {
  const all = counts.reduce((sum, [number]) => sum + number, 0)
  const parts = counts.flatMap(([number, words]) => (number === 0 ? [] : [`${number} ${words}`]))
  return [count(all, noun), parts.join(', ')].filter(Boolean).join(': ')
}

/** Reads each file once, and none that cannot be read as text. */
export function lineReader(host: Host): (file: string) => Promise<readonly string[] | undefined> {
  const files = new Map<string, Promise<readonly string[] | undefined>>()
  return (file) => {
    let lines = files.get(file)
    if (!lines) {
      lines = readText(host, file).then(
        (text) => text?.split(/\r\n|\n|\r/),
        () => undefined,
      )
      files.set(file, lines)
    }
    return lines
  }
}
