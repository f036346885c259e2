/** What the pure half of the writer makes of each node, read as text. */
import { expect, test } from 'vitest'
import { toDocDefinition } from '../../src/write/pdf/to-doc-definition.ts'
import { defaultTheme } from '../../src/write/theme.ts'
import { matchesGolden } from '../helpers/golden.ts'
import { document } from './each-node.ts'

test('each node becomes what the golden definition says', () => {
  const { styles, ...definition } = toDocDefinition(document, defaultTheme)
  matchesGolden('test/pdf/expected/definition', new Map([['definition.txt', `${print(definition)}\n`]]))
  const used = new Set([...JSON.stringify(definition).matchAll(/"style":"([^"]+)"/g)].map(([, name]) => name!))
  for (const name of used) expect(styles, 'a style that is used is defined').toHaveProperty(name)
})

test('the definition is made afresh each time, because the layout writes into it', () => {
  expect(toDocDefinition(document, defaultTheme)).toEqual(toDocDefinition(document, defaultTheme))
  expect(toDocDefinition(document, defaultTheme).content[0]).not.toBe(
    toDocDefinition(document, defaultTheme).content[0],
  )
})

/** JavaScript values with short ones on one line. */
function print(value: unknown, indent = ''): string {
  const short = JSON.stringify(value)
  if (short.length + indent.length <= 118 || typeof value !== 'object' || value === null) return short
  const inner = `${indent}  `
  const parts = Array.isArray(value)
    ? value.map((each) => print(each, inner))
    : Object.entries(value)
        .filter(([, each]) => each !== undefined)
        .map(([name, each]) => `${name}: ${print(each, inner)}`)
  const [open, close] = Array.isArray(value) ? '[]' : '{}'
  return `${open}\n${parts.map((part) => inner + part).join('\n')}\n${indent}${close}`
}
