// What somebody who starts meets first, and whether the message leads on.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { run, temporaryFolder } from './run.ts'

describe('first slips', () => {
  test('what a new record lacks is told without advice that is none', async () => {
    const folder = temporaryFolder('minimal')
    const { code, err } = await run(folder, ['add', 'question'])
    expect(code).toBe(1)
    expect(err).toContain('“text” is missing')
    expect(err).not.toContain('in quotes')
  })

  test('explain tells what fields take', async () => {
    const { out } = await run('.', ['explain', 'claim'])
    expect(out).toMatch(/^voice \* .*\(one of author, direct, indirect, unattributed\)$/m)
  })

  test('a theme that is not there is told where the pack names it', async () => {
    const folder = temporaryFolder('minimal')
    const pack = join(folder, 'corpus/packs/report.yaml')
    const text = readFileSync(pack, 'utf8')
    const lines = text.trimEnd().split('\n')
    writeFileSync(pack, `${lines.join('\n')}\ntheme: hause\n`)
    const { out, err } = await run(folder, ['check'])
    expect(out + err).toContain(
      `corpus/packs/report.yaml:${lines.length + 1}:8  error  file-is-present  there is no theme “hause”`,
    )
  })
})
