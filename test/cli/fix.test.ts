import { describe, expect, test } from 'vitest'
import { applyFixes } from '../../src/app/cli/fix.ts'
import { check } from '../../src/build.ts'
import { memoryHost } from '../helpers/memory-host.ts'
import { projectOf } from '../lint/project.ts'
import { readReference } from '../lint/reference.ts'

const { base } = readReference()
const pack = 'corpus/packs/arden.yaml'

/** What `--fix` makes of a pack of the small project that says something more. */
async function fixed(statement: string): Promise<{ readonly said: string; readonly places: readonly string[] }> {
  const project = projectOf(base, [])
  const before = `${project.get(pack)!}# what changed\nchange:\n  - {text: ${statement}, claims: [voss-on-closure]}\n`
  project.set(pack, before)
  const host = memoryHost(project)
  const { findings } = await check(host)
  const fixes = await applyFixes(
    findings.filter(({ ruleId }) => ruleId === 'name-is-consistent'),
    host,
  )
  const after = host.written.has(pack) ? new TextDecoder().decode(host.written.get(pack)) : before
  const from = after.indexOf('{text: ', after.indexOf('# what changed')) + '{text: '.length
  expect(after.slice(0, from)).toBe(before.slice(0, from))
  const places = fixes.map(({ line, column, was, is }) => {
    expect(before.split('\n')[line - 1]!.slice(column - 1)).toMatch(new RegExp(`^${was}`))
    return `${was} → ${is}`
  })
  return { said: after.slice(from, after.indexOf(', claims:', from)), places }
}

describe('a misspelled name', () => {
  test('is spelled as the register has it, and nothing else is touched', async () => {
    expect(await fixed("'Then Mara Foss spoke of the summer.' ")).toEqual({
      said: "'Then Mara Voss spoke of the summer.' ",
      places: ['Mara Foss → Mara Voss'],
    })
  })

  test('stays where the same words are quoted in the same text', async () => {
    const statement = "'Then Mara Foss spoke; the Courier wrote “Mara Foss”.'"
    expect(await fixed(statement)).toEqual({ said: statement, places: [] })
  })

  test('stays in a quotation', async () => {
    const statement = "'The Courier wrote “Mara Foss”.'"
    expect(await fixed(statement)).toEqual({ said: statement, places: [] })
  })

  test('stays where a line break stands in it', async () => {
    const statement = "'Then Mara\n    Foss spoke of the summer.'"
    expect(await fixed(statement)).toEqual({ said: statement, places: [] })
  })
})
