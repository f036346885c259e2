import { execFile, spawnSync } from 'node:child_process'
import { promisify } from 'node:util'
import { test } from 'vitest'

const execute = promisify(execFile)

/** The standard output of a program; rejects when it fails. */
export async function output(command: string, ...parameters: string[]): Promise<string> {
  const { stdout } = await execute(command, parameters, { maxBuffer: 1e8 })
  return stdout
}

/**
 * A test with a program that reads what we write. Where the program is missing the test is skipped, and says so; under
 * `CI` it must be there.
 */
export function readerTest(command: string, name: string, run: () => Promise<void>): void {
  if (process.env.CI || installed(command)) return void test(name, run)
  console.warn(`NOT TESTED: “${name}” needs ${command}, which is not installed here`)
  test.skip(name, run)
}

const known = new Map<string, boolean>()

function installed(command: string): boolean {
  const found = known.get(command) ?? spawnSync(command, ['--version'], { stdio: 'ignore' }).error === undefined
  known.set(command, found)
  return found
}

/**
 * A test with a pandoc that reads citations from Word files, which it does from 3.0 on: `PANDOC` names one where the one
 * that is installed is older. Skipped, with a word, where there is none.
 */
export function citingPandoc(name: string, run: (pandoc: string) => Promise<void>): void {
  const pandoc = process.env.PANDOC ?? 'pandoc'
  if (citing(pandoc)) return void test(name, () => run(pandoc))
  console.warn(`NOT TESTED: “${name}” needs pandoc 3 or newer; PANDOC can name it`)
  test.skip(name, () => run(pandoc))
}

const citingKnown = new Map<string, boolean>()

function citing(pandoc: string): boolean {
  const found =
    citingKnown.get(pandoc) ??
    spawnSync(pandoc, ['--list-extensions=docx'], { encoding: 'utf8' }).stdout?.includes('citations') === true
  citingKnown.set(pandoc, found)
  return found
}
