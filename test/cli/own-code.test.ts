import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { run, runProcess, temporaryFolder } from './run.ts'

const project = (): string => {
  const folder = temporaryFolder('minimal')
  for (const file of ['briefpack.config.js', 'plugins/definition-lists.js', 'templates/report.md.hbs']) {
    write(folder, file, readFileSync(`test/cases/own-code/${file}`, 'utf8'))
  }
  return folder
}

test('code of a project is used from its root, and an edit in it is seen, also in a module that it imports', async () => {
  const folder = project()
  const { code, out } = await runProcess(folder, ['build', '-f', 'md,outline'])
  expect([code, out]).toEqual([0, 'out/report.md\nout/report.outline.txt\n'])
  const written = () => readFileSync(join(folder, 'out/report.md'), 'utf8')
  expect(written()).toContain('**Toll** — what **every** ship pays')
  const plugin = readFileSync(join(folder, 'plugins/definition-lists.js'), 'utf8')
  write(folder, 'plugins/definition-lists.js', plugin.replace(' — ', ': '))
  await runProcess(folder, ['build', '-f', 'md'])
  expect(written()).toContain('**Toll**: what **every** ship pays')
  expect((await run(folder, ['check', '--select', 'house/no-fear'])).err).toContain('somebody is said to fear')
})

test('with --no-config none of it runs', async () => {
  const folder = project()
  write(
    folder,
    'briefpack.config.js',
    "import { writeFileSync } from 'node:fs'\nwriteFileSync('ran', '')\nexport default {}\n",
  )
  const { code, err } = await run(folder, ['check', '--no-config'])
  expect([code, err]).toEqual([1, expect.stringContaining('“crowns” is not a helper')])
  expect(() => readFileSync(join(folder, 'ran'))).toThrow()
})

test.each([
  ['throw new Error("no")', 'briefpack.config.js failed: no'],
  ['export const x = 1', 'briefpack.config.js has no default export'],
  ['export default 3', 'briefpack.config.js exports 3, where an object should be'],
  ['export default { plugins: [] }', 'briefpack.config.js has no field “plugins”'],
  ['export default { markdown: {} }', 'briefpack.config.js: “markdown” is not a list'],
  ['export default { rules: [{ id: "no-fear" }] }', '“no-fear” is no id for a rule of a project'],
])('%s: one sentence', async (text, message) => {
  const folder = project()
  write(folder, 'briefpack.config.js', text)
  const { code, err } = await run(folder, ['check'])
  expect([code, err]).toEqual([2, expect.stringContaining(message)])
})

test.each([
  ['{ markdown: [() => () => { throw new Error("no") }] }', 'A plugin of the project failed: no'],
  [
    '{ markdown: [() => (tree) => { tree.children.push({ type: "box" }) }] }',
    'A plugin left a “box”, which no writer knows',
  ],
  ['{ document: [() => (tree) => { tree.children.push({ type: "list" }) }] }', 'left a “list” without its children'],
  ['{ helpers: { crowns: { run() { throw new Error("no") } } } }', 'the project’s helper “crowns” failed: Error: no'],
  [
    '{ rules: [{ id: "a/b", severity: "error", summary: "x", scope: "corpus", check() { null.x } }] }',
    'the rule “a/b” failed',
  ],
])('%s: a finding, and nothing is written', async (config, message) => {
  const folder = project()
  if (!config.includes('helpers')) write(folder, 'templates/report.md.hbs', '# Toll\n\n{{says pack.bottomLine}}\n')
  write(folder, 'briefpack.config.js', `export default ${config}`)
  const { code, err } = await run(folder, ['build', '-f', 'md'])
  expect([code, err]).toEqual([1, expect.stringContaining(message)])
})

function write(folder: string, path: string, text: string): void {
  const file = join(folder, path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}
