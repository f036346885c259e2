// The package as others use it: the library's entry, and what is packed.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { readFiles } from '../helpers/golden.ts'
import { memoryHost } from '../helpers/memory-host.ts'
import { temporaryFolder } from './run.ts'

const { exports, bin } = JSON.parse(readFileSync('package.json', 'utf8'))

test('the library builds a project in memory', async () => {
  const { build, check, severityOf, version } = await import(
    new URL(`../../${exports['.'].default}`, import.meta.url).href
  )
  const host = memoryHost(readFiles('test/cases/minimal'))
  const { packs, findings } = await build(host, { formats: ['md'] })
  expect(packs).toMatchObject([{ name: 'report', sound: true, paths: ['out/report.md'] }])
  expect(findings.filter((finding: unknown) => severityOf(finding) === 'error')).toEqual([])
  expect(new TextDecoder().decode(host.written.get('out/report.md'))).toContain('The toll stays at four crowns.')
  const empty = await check(memoryHost(new Map()))
  expect(empty.findings).toMatchObject([{ ruleId: 'file-is-present', file: 'corpus' }])
  expect(version).toMatch(/^\d+\.\d+\.\d+$/)
})

test('what package.json names is there', () => {
  for (const path of [...Object.values<Record<string, string>>(exports).flatMap(Object.values), bin.briefpack])
    expect(existsSync(path), path).toBe(true)
  expect(readFileSync(bin.briefpack, 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/)
})

test('the package carries what runs it, and nothing that only makes it', () => {
  // What is packed follows from the names: of empty files the list is made in no time.
  const cwd = temporaryFolder()
  for (const name of readdirSync('.')) {
    if (name === 'node_modules' || name === '.git') continue
    const below = statSync(name).isDirectory() ? readdirSync(name, { recursive: true, withFileTypes: true }) : []
    const files = below.filter((it) => it.isFile()).map((it) => join(it.parentPath, it.name))
    for (const path of below.length > 0 ? files : [name]) {
      mkdirSync(join(cwd, dirname(path)), { recursive: true })
      writeFileSync(join(cwd, path), /^(?:package\.json|\..*ignore)$/.test(basename(path)) ? readFileSync(path) : '')
    }
  }
  const { stdout } = spawnSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { cwd, encoding: 'utf8' })
  rmSync(cwd, { recursive: true })
  const paths: string[] = JSON.parse(stdout)[0].files.map(({ path }: { path: string }) => path)
  for (const needed of [
    'dist/cli/main.js',
    'dist/lib/index.js',
    'dist/lib/index.d.ts',
    'assets/fonts/SourceSerif4-Regular.ttf',
    'assets/sample/corpus/packs/alder-water.yaml',
    'assets/sample/texts/alder-courier-2020.txt',
    'templates/key-judgments.md.hbs',
    'docs/tutorial.md',
    'LICENSE',
    'NOTICE.md',
  ])
    expect(paths).toContain(needed)
  const unwanted = paths.filter(
    (path) =>
      !/^(dist|assets|docs|templates|ci)\/|^(package\.json|LICENSE|NOTICE\.md|README\.md|CHANGELOG\.md)$/.test(path),
  )
  expect(unwanted).toEqual([])
})
