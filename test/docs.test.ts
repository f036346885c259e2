// The commands of the documentation for newcomers do what it says: each page is followed in an empty folder.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { filesBelow, temporaryFolder } from './cli/run.ts'

const pages = ['docs/tutorial.md', ...readdirSync('docs/how-to').map((it) => `docs/how-to/${it}`)]

/** The blocks of a page that a reader types; `console` blocks are only shown. */
const typed = (page: string) =>
  [...readFileSync(page, 'utf8').matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(([, it]) => it!)

test.each(pages.filter((it) => typed(it).length > 0))('%s', (page) => {
  const folder = temporaryFolder()
  const bin = join(folder, '.bin')
  mkdirSync(bin)
  const tool = join(bin, 'briefpack')
  writeFileSync(tool, `#!/bin/sh\nexec '${process.execPath}' '${resolve('dist/cli/main.js')}' "$@"\n`, { mode: 0o755 })
  const script = `set -euo pipefail\n${typed(page).join('\n')}`
  const { status, stdout, stderr } = spawnSync('bash', ['-c', script], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, PATH: `${bin}:${process.env.PATH}`, NO_COLOR: '1' },
  })
  expect(`${status === 0 ? '' : `${stdout}${stderr}`}`, page).toBe('')
  expect(filesBelow(folder).some((it) => /\/out\/[^/]+\.(?:pdf|html|md|docx)$/.test(it))).toBe(true)
  rmSync(folder, { recursive: true })
})

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
  expect(stdout).toMatch(/out\/report\.(?:md|outline\.txt)/)
  rmSync(folder, { recursive: true })
})
