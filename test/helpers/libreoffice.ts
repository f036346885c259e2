import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { test } from 'vitest'

/** What to do with a file, as `libreoffice.py` names it. */
export interface Job {
  readonly open: string
  readonly do?: readonly (readonly [name: string, ...parameters: unknown[]])[]
  readonly save?: string
  readonly filter?: string
}

/** Has LibreOffice do `jobs`, after those that it was given before; gives what each of their steps answered. */
export async function libreOffice(jobs: readonly Job[]): Promise<unknown[][]> {
  started ??= start()
  const { child, answers } = started
  child.stdin.write(`${JSON.stringify(jobs)}\n`)
  const { value, done } = await answers.next()
  if (done) throw new Error('LibreOffice has ended')
  return JSON.parse(value) as unknown[][]
}

let started: ReturnType<typeof start> | undefined

/** One LibreOffice serves the tests of a worker, and ends with it: to start is most of what it takes. */
function start() {
  const profile = mkdtempSync(join(tmpdir(), 'libreoffice-'))
  const script = fileURLToPath(new URL('libreoffice.py', import.meta.url))
  const child = spawn(python, [script, profile], { stdio: ['pipe', 'pipe', 'inherit'] })
  return { child, answers: createInterface(child.stdout)[Symbol.asyncIterator]() }
}

/** The Python that has LibreOffice's bridge is the system's own. */
const python = '/usr/bin/python3'

/** A test with LibreOffice as a person uses it: skipped, with a word, where it or its bridge to Python is missing. */
export function libreOfficeTest(name: string, run: () => Promise<void>): void {
  isThere ??= process.env.CI !== undefined || spawnSync(python, ['-c', 'import uno'], { stdio: 'ignore' }).status === 0
  if (isThere) return void test(name, run)
  console.warn(`NOT TESTED: “${name}” needs LibreOffice and python3-uno, which are not installed here`)
  test.skip(name, run)
}

let isThere: boolean | undefined
