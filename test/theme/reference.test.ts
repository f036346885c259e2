import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { Log } from '../../src/core/log.ts'
import { type Fields, fields, isField } from '../../src/write/theme/fields.ts'
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

/** The fields of a theme as a table in Markdown: what each takes, by the check that reads it, and its default. */
function themeReference(): string {
  const rowsOf = (of: Fields, path: readonly string[]): string[] =>
    Object.entries(of).flatMap(([name, it]) => {
      const here = [...path, name]
      if (!isField(it)) return rowsOf(it, here)
      const takes = it.check(undefined, [])?.replace(/^not /, '')
      return `| \`${here.join('.')}\` | ${takes} | \`${JSON.stringify(it.value)}\` | ${it.meaning} |`
    })
  return `| field | takes | default | meaning |\n| --- | --- | --- | --- |\n${rowsOf(fields, []).join('\n')}\n`
}
