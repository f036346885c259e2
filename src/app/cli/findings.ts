import { type Finding, type Host, readText } from '../../core/index.ts'
import type { World } from './command.ts'
import { pretty, summary } from './reporters/pretty.ts'
import { count } from './terminal.ts'

/** Of what was built, or of a file that only a build reads. */
const ofArtefacts: ReadonlySet<string> = new Set(['letters-have-styles', 'image-has-alt'])

/** Prints findings to the terminal. `brief` shows errors and what an artefact cannot do, and counts the warnings, which `check` shows in full. */
export async function printFindings(
  findings: readonly Finding[],
  host: Host,
  world: World,
  { brief = false } = {},
): Promise<void> {
  const shown = brief ? findings.filter((it) => it.fatal || ofArtefacts.has(it.ruleId)) : findings
  world.err(await pretty(shown, lineReader(host), world.paint.err))
  if (shown.length) world.err(`${summary(findings)}\n`)
  else if (findings.length && !world.quiet) world.err(`  ${count(findings.length, 'warning')} (briefpack check)\n`)
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
