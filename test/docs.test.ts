// The commands of the documentation for newcomers do what it says: each page is followed in an empty folder.
import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { filesBelow, finished, run, temporaryFolder } from './cli/run.ts'

const pages = ['docs/tutorial.md', ...readdirSync('docs/how-to').map((it) => `docs/how-to/${it}`)]

/** The blocks of a page that a reader types; `console` blocks are only shown. */
const typed = (page: string) =>
  [...readFileSync(page, 'utf8').matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(([, it]) => it!)

test.each(pages.filter((it) => typed(it).length > 0))('%s', async (page) => {
  const folder = temporaryFolder()
  const bin = join(folder, '.bin')
  mkdirSync(bin)
  // One program answers all commands of a page: to start a process for each is most of what they take.
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    let asked = ''
    socket.on('data', (it) => {
      asked += it
    })
    socket.on('end', async () => {
      const [cwd, ...words] = JSON.parse(asked) as [string, ...string[]]
      const home = process.cwd()
      process.chdir(cwd)
      const ran = await run('.', words, { NO_COLOR: '1' }).finally(() => process.chdir(home))
      socket.end(JSON.stringify(ran))
    })
  }).listen(join(bin, 'socket'))
  writeFileSync(join(bin, 'briefpack'), `#!${process.execPath}\n${asks(join(bin, 'socket'))}`, { mode: 0o755 })
  const script = `set -euo pipefail\n${typed(page).join('\n')}`
  const PATH = `${bin}:${process.env.PATH}`
  const child = spawn('bash', ['-c', script], { cwd: folder, env: { ...process.env, PATH } })
  const { code, out, err } = await finished(child)
  server.close()
  expect(code === 0 ? '' : `${out}${err}`, page).toBe('')
  expect(filesBelow(folder).some((it) => /\/out\/[^/]+\.(?:pdf|html|md|docx)$/.test(it))).toBe(true)
  rmSync(folder, { recursive: true })
})

/** A program that hands its words on, and prints and ends as the answer says. */
const asks = (socket: string) => `
const asked = require('node:net').connect(${JSON.stringify(socket)})
asked.end(JSON.stringify([process.cwd(), ...process.argv.slice(2)]))
let answer = ''
asked.on('data', (it) => { answer += it }).on('end', () => {
  const { code, out, err } = JSON.parse(answer)
  process.stdout.write(out)
  process.stderr.write(err)
  process.exitCode = code
})
`

test('a page leads to pages that are there', () => {
  for (const page of pages)
    for (const [, target] of readFileSync(page, 'utf8').matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g))
      expect(() => readFileSync(join(page, '..', target!)), `${page} → ${target}`).not.toThrow()
})

const programs = [...readFileSync('docs/library.md', 'utf8').matchAll(/^```js\n([\s\S]*?)^```$/gm)].map(([, it]) => it!)

test.each(programs.map((program, at) => [at + 1, program] as const))('program %i of docs/library.md', (_, program) => {
  const folder = temporaryFolder('minimal')
  mkdirSync(join(folder, 'node_modules'))
  symlinkSync(resolve('.'), join(folder, 'node_modules/briefpack'))
  writeFileSync(join(folder, 'program.mjs'), program)
  const { status, stdout, stderr } = spawnSync(process.execPath, ['program.mjs'], { cwd: folder, encoding: 'utf8' })
  expect(stderr).toBe('')
  expect(status).toBe(0)
  expect(stdout).toMatch(/out\/report\.(?:md|outline\.txt)|@harbour has no place/)
  rmSync(folder, { recursive: true })
})
