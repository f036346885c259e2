// The commands of the documentation for newcomers do what it says: each page is followed in an empty folder.
import { spawn } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test, vi } from 'vitest'
import { command, filesBelow, finished, sampleFolder, temporaryFolder } from './cli/run.ts'

const pages = ['docs/tutorial.md', ...readdirSync('docs/how-to').map((it) => `docs/how-to/${it}`)]

/** The blocks of a page that a reader types; `console` blocks are only shown. */
const typed = (page: string) =>
  [...readFileSync(page, 'utf8').matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(([, it]) => it!)

test.each(pages.filter((it) => typed(it).length > 0))('%s', async (page) => {
  const folder = temporaryFolder()
  const bin = join(folder, '.bin')
  mkdirSync(bin)
  const { close } = await command(bin, async (cwd, words) => {
    // What the cache knows of the example is not made again.
    if (words.includes('--example'))
      cpSync(join(await sampleFolder(), '.briefpack'), join(cwd, words[1]!, '.briefpack'), { recursive: true })
  })
  const script = `set -euo pipefail\n${typed(page).join('\n')}`
  const PATH = `${bin}:${process.env.PATH}`
  const child = spawn('bash', ['-c', script], { cwd: folder, env: { ...process.env, PATH } })
  const { code, out, err } = await finished(child)
  close()
  expect(code === 0 ? '' : `${out}${err}`, page).toBe('')
  expect(filesBelow(folder).some((it) => /\/out\/[^/]+\.(?:pdf|html|md|docx)$/.test(it))).toBe(true)
  rmSync(folder, { recursive: true })
})

test('a page leads to pages that are there', () => {
  for (const page of pages)
    for (const [, target] of readFileSync(page, 'utf8').matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g))
      expect(() => readFileSync(join(page, '..', target!)), `${page} → ${target}`).not.toThrow()
})

test('what the npm package carries leads to nothing that it does not carry', () => {
  const { files } = JSON.parse(readFileSync('package.json', 'utf8')) as { files: string[] }
  const carried = [...files, 'README.md']
  const isCarried = (path: string) => carried.some((it) => path === it || path.startsWith(`${it}/`))
  const markdown = [...filesBelow('docs').map((it) => `docs/${it}`), 'README.md', 'NOTICE.md', 'templates/README.md']
  for (const page of markdown.filter((it) => it.endsWith('.md'))) {
    const prose = readFileSync(page, 'utf8').replace(/^```[\s\S]*?^```$|`[^`\n]*`/gm, '')
    for (const [, target] of prose.matchAll(/\]\(([^)#:\s]+)(?:#[^)]*)?\)/g)) {
      const path = join(page, '..', target!)
      expect(isCarried(path) && existsSync(path), `${page} → ${target}`).toBe(true)
    }
  }
})

const programs = [...readFileSync('docs/library.md', 'utf8').matchAll(/^```js\n([\s\S]*?)^```$/gm)].map(([, it]) => it!)

test.each(programs.map((program, at) => [at + 1, program] as const))(
  'program %i of docs/library.md',
  async (_, program) => {
    const folder = temporaryFolder('minimal')
    mkdirSync(join(folder, 'node_modules'))
    symlinkSync(resolve('.'), join(folder, 'node_modules/briefpack'))
    // It runs in this process as Node runs it, as all that lies in a folder of this name.
    mkdirSync(join(folder, 'dist'))
    const file = join(folder, 'dist/program.mjs')
    writeFileSync(file, program)
    const said: string[] = []
    const log = vi.spyOn(console, 'log').mockImplementation((...words) => void said.push(words.join(' ')))
    const home = process.cwd()
    process.chdir(folder)
    await import(pathToFileURL(file).href).finally(() => process.chdir(home))
    log.mockRestore()
    expect(said.join('\n')).toMatch(/out\/report\.(?:md|outline\.txt)|@harbour has no place/)
    rmSync(folder, { recursive: true })
  },
)
