import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { vi } from 'vitest'
import type { runProgram } from '../../src/app/cli/program.ts'

const built = { process: resolve('dist/cli/main.js'), program: resolve('dist/cli/program.js') }

export interface Ran {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** Starts the built command line in a folder, as a process of its own. */
export function start(folder: string, words: readonly string[], env: Record<string, string> = {}): ChildProcess {
  return spawn(process.execPath, [existing(built.process), ...words], { cwd: folder, env: { ...inherited(), ...env } })
}

/** Runs the built command line to its end, as a process of its own. */
export function runProcess(folder: string, words: readonly string[], env?: Record<string, string>): Promise<Ran> {
  return finished(start(folder, words, env))
}

/** Runs the built program to its end, in this process: much less work, for what does not ask for a process. */
export async function run(folder: string, words: readonly string[], env: Record<string, string> = {}): Promise<Ran> {
  const module = (await import(pathToFileURL(existing(built.program)).href)) as { runProgram: typeof runProgram }
  const [out, err]: [string[], string[]] = [[], []]
  const code = await module.runProgram(['-C', folder, ...words], {
    stdout: { write: (text) => out.push(text) },
    stderr: { write: (text) => err.push(text) },
    env: { ...inherited(), ...env },
  })
  return { code, out: out.join(''), err: err.join('') }
}

/**
 * A `briefpack` for scripts, in a folder for their `PATH`. It hands its words to this process, which answers one after the
 * other: to start a process for each is most of what they take.
 */
export async function command(
  folder: string,
  after: (cwd: string, words: readonly string[]) => unknown = () => {},
): Promise<{ readonly path: string; close(): void }> {
  let last: Promise<unknown> = Promise.resolve()
  const server = createServer((socket) => {
    let asked = ''
    socket.setEncoding('utf8').on('data', (it) => {
      asked += it
      const [cwd, count, ...words] = asked.split('\0')
      if (count === undefined || words.length <= Number(count)) return
      last = last.then(async () => {
        const home = process.cwd()
        process.chdir(cwd!)
        const { code, out, err } = await run('.', words.slice(0, -1), { NO_COLOR: '1' })
        process.chdir(home)
        await after(cwd!, words)
        const answers = temporaryFolder()
        writeFileSync(join(answers, 'out'), out)
        writeFileSync(join(answers, 'err'), err)
        socket.end(`${code} ${answers}\n`)
      })
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const path = join(folder, 'briefpack')
  const { port } = server.address() as AddressInfo
  writeFileSync(path, asks(port), { mode: 0o755 })
  return { path, close: () => void server.close() }
}

/** A program that hands its words on, and prints and ends as the answer says. */
const asks = (port: number) => `#!/bin/bash
exec 3<>/dev/tcp/127.0.0.1/${port}
printf '%s\\0' "$PWD" $# "$@" >&3
read -r code answers <&3
cat "$answers/err" >&2
cat "$answers/out"
exit "$code"
`

function existing(path: string): string {
  if (!existsSync(path)) throw new Error(`${path} is missing: run \`make dist\``)
  return path
}

/** The environment without what vitest says of its own output. */
function inherited(): NodeJS.ProcessEnv {
  const { FORCE_COLOR: _, ...others } = process.env
  return others
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

let sample: Promise<string> | undefined

/**
 * A temporary folder with the project of `init --example`, which the cache knows as built: for tests of what follows, and
 * not of how it is made. `test/cache` holds that both give the same.
 */
export async function sampleFolder(folder = temporaryFolder()): Promise<string> {
  sample ??= builtSample()
  cpSync(await sample, folder, { recursive: true })
  return folder
}

/** The worker that asks first builds it for all of the run, which has one temporary folder. */
async function builtSample(): Promise<string> {
  const folder = join(tmpdir(), 'sample')
  const built = `${folder}.built`
  if (mkdirSync(folder, { recursive: true }) === undefined) {
    await vi.waitUntil(() => existsSync(built), { timeout: 500_000 })
    return folder
  }
  await run(folder, ['init', '.', '--example'])
  await run(folder, ['build'])
  rmSync(join(folder, 'out'), { recursive: true })
  writeFileSync(built, '')
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
