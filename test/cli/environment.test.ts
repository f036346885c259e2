import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { isColoured } from '../../src/app/cli/terminal.ts'
import { run, temporaryFolder } from './run.ts'

test('a variable for colours counts when it is not empty', () => {
  const terminal = { TERM: 'xterm-256color' }
  const coloured = (env: NodeJS.ProcessEnv, isTerminal = true) => isColoured(undefined, isTerminal, env)
  expect(coloured(terminal)).toBe(true)
  expect(coloured({ ...terminal, NO_COLOR: '' })).toBe(true)
  expect(coloured({ ...terminal, NO_COLOR: '1' })).toBe(false)
  expect(coloured({ ...terminal, NO_COLOR: '0' })).toBe(false)
  expect(coloured({ TERM: 'dumb' })).toBe(false)
  expect(coloured(terminal, false)).toBe(false)
  expect(coloured({ ...terminal, FORCE_COLOR: '' }, false)).toBe(false)
  expect(coloured({ ...terminal, FORCE_COLOR: '1' }, false)).toBe(true)
  expect(coloured({ ...terminal, FORCE_COLOR: '0' })).toBe(false)
  expect(coloured({ ...terminal, CLICOLOR: '0' })).toBe(false)
  expect(coloured({ ...terminal, CLICOLOR: '1' }, false)).toBe(false)
  expect(coloured({ ...terminal, CLICOLOR_FORCE: '1' }, false)).toBe(true)
  expect(coloured({ ...terminal, CLICOLOR_FORCE: '0' }, false)).toBe(false)
  expect(coloured({ ...terminal, CLICOLOR_FORCE: '1', NO_COLOR: '1' })).toBe(false)
  expect(coloured({ ...terminal, CLICOLOR: '0', FORCE_COLOR: '1' })).toBe(true)
  expect(isColoured('never', true, terminal)).toBe(false)
  expect(isColoured('always', false, { NO_COLOR: '1' })).toBe(true)
})

test('SOURCE_DATE_EPOCH replaces no date that the pack declares', async () => {
  const folder = temporaryFolder('minimal')
  await run(folder, ['build', '-f', 'md', '-f', 'pdf'])
  const read = (name: string) => readFileSync(join(folder, 'out', name))
  const before = ['report.md', 'report.pdf'].map(read)
  await run(folder, ['build', '-f', 'md', '-f', 'pdf'], { SOURCE_DATE_EPOCH: '1000000000' })
  expect(['report.md', 'report.pdf'].map(read)).toEqual(before)
})

test.each(['abc', '-1', '1e9', ' 1000000000', '1.5', '0x10', '999999999999'])(
  'a SOURCE_DATE_EPOCH of “%s” is told',
  async (given) => {
    const { code, err } = await run(temporaryFolder('minimal'), ['check'], { SOURCE_DATE_EPOCH: given })
    expect([code, err]).toEqual([2, `briefpack: SOURCE_DATE_EPOCH is “${given}”, not a number of seconds since 1970\n`])
  },
)
