import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { Log } from '../../src/core/log.ts'
import { themeReference } from '../../src/write/theme/fields.ts'
import { loadTheme } from '../../src/write/theme/load.ts'
import { defaultTheme } from '../../src/write/theme.ts'
import { memoryHost } from '../helpers/memory-host.ts'

const path = 'docs/themes.md'
const marks = /(<!-- fields -->\n)[\s\S]*?(<!-- \/fields -->)/

test('docs/themes.md has the fields as they are read', () => {
  const text = readFileSync(path, 'utf8')
  const right = text.replace(marks, (_all, start: string, end: string) => `${start}\n${themeReference()}\n${end}`)
  if (process.env.ACCEPT) writeFileSync(path, right)
  expect(readFileSync(path, 'utf8')).toBe(right)
})

const examples = [...readFileSync(path, 'utf8').matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, yaml = '']) => yaml)
const themes = examples.filter((yaml) => !/^(?:families|marking):/.test(yaml))

test('the themes that it shows are right', async () => {
  expect(themes).toHaveLength(5)
  for (const yaml of themes) {
    const log = new Log()
    const host = memoryHost(new Map([['templates/themes/shown.yaml', yaml]]))
    expect(await loadTheme(host, 'shown', log)).not.toEqual(defaultTheme)
    expect(log.findings).toEqual([])
  }
})
