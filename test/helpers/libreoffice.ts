import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { test } from 'vitest'

/** What to do with a file, as `libreoffice.py` names it. */
export interface Job {
  readonly open: string
  readonly do?: readonly (readonly [name: string, ...parameters: unknown[]])[]
  readonly save?: string
  readonly filter?: string
}

/** Has LibreOffice do `jobs`; gives what each of their steps answered. */
export async function libreOffice(jobs: readonly Job[]): Promise<unknown[][]> {
  const profile = mkdtempSync(join(tmpdir(), 'libreoffice-'))
  try {
    const script = fileURLToPath(new URL('libreoffice.py', import.meta.url))
    const child = spawn(python, [script, profile], { stdio: ['pipe', 'pipe', 'inherit'] })
    child.stdin.end(JSON.stringify(jobs))
    let answer = ''
    for await (const piece of child.stdout) answer += piece
    return JSON.parse(answer) as unknown[][]
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** The Python that has LibreOffice's bridge is the system's own. */
const python = '/usr/bin/python3'

/** A test with LibreOffice as a person uses it: skipped, with a word, where it or its bridge to Python is missing. */
export function libreOfficeTest(name: string, run: () => Promise<void>): void {
  const isThere = process.env.CI || spawnSync(python, ['-c', 'import uno'], { stdio: 'ignore' }).status === 0
  if (isThere) return void test(name, run)
  console.warn(`NOT TESTED: “${name}” needs LibreOffice and python3-uno, which are not installed here`)
  test.skip(name, run)
}
