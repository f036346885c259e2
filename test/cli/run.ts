import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const program = resolve('dist/cli/main.js')

export interface Ran {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** Starts the built command line in a folder. */
export function start(folder: string, words: readonly string[], env: Record<string, string> = {}): ChildProcess {
  if (!existsSync(program)) throw new Error('dist/cli/main.js is missing: run `make dist`')
  const { FORCE_COLOR: _, ...inherited } = process.env
  return spawn(process.execPath, [program, ...words], { cwd: folder, env: { ...inherited, ...env } })
}

/** Runs the built command line to its end. */
export function run(folder: string, words: readonly string[], env?: Record<string, string>): Promise<Ran> {
  return finished(start(folder, words, env))
}

/** What a started process printed and how it ended. */
export function finished(child: ChildProcess): Promise<Ran> {
  const [out, err]: [Buffer[], Buffer[]] = [[], []]
  child.stdout!.on('data', (chunk: Buffer) => out.push(chunk))
  child.stderr!.on('data', (chunk: Buffer) => err.push(chunk))
  return new Promise((done, fail) => {
    child.on('error', fail)
    child.on('close', (code) => done({ code, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() }))
  })
}

/** A temporary folder; with the files of a case, or empty. */
export function temporaryFolder(name?: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'briefpack-'))
  if (name) cpSync(join('test/cases', name), folder, { recursive: true })
  return folder
}

/** The files below a folder, in order. */
export function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort()
}
