import { readdirSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { lintRules } from '../../src/lint/list.ts'
import { type RuleId, rules } from '../../src/rules.ts'
import { findingsOf, findingsOfWhole, written } from './project.ts'
import { type Example, readReference, referenceFile } from './reference.ts'

const { base, rules: sections } = readReference()
const ids = Object.keys(rules) as RuleId[]

/** Reported by stages before and after `lint`: their examples run through all of them, which takes longer. */
const elsewhere: ReadonlySet<string> = new Set<RuleId>([
  'path-is-inside',
  'file-is-present',
  'template-is-valid',
  'field-exists',
  'citation-resolves',
  'heading-increments',
  'image-has-alt',
  'image-is-safe',
  'link-is-safe',
  'section-is-present',
])

describe('the rule reference', () => {
  test('has a section for every rule, once', () => {
    expect(sections.map(({ id }) => id).sort()).toEqual([...ids].sort())
  })

  test.each(sections)('says of $id what the table says', ({ id, claim }) => {
    const { severity, summary, norm } = rules[id as RuleId] as { severity: string; summary: string; norm?: string }
    expect(claim).toBe(`*${severity}* · ${summary}${norm === undefined ? '' : ` · ${norm}`}`)
  })

  test('lists every file of rules, each named for its rule', () => {
    const files = readdirSync('src/lint/rules').map((name) => name.replace('.ts', ''))
    expect(lintRules.map(({ id }) => id).sort()).toEqual(files.sort())
  })

  test('starts from a project without findings', async () => {
    expect((await findingsOf(base, [])).map(written)).toEqual([])
    expect((await findingsOfWhole(base, [])).map(written)).toEqual([])
  })

  test.each(sections)('$id: the failing example fails, and as documented', async ({ id, fails }) => {
    const found = await run(id, fails)
    if (!process.env.ACCEPT || process.env.CI) expect(found).toEqual(fails?.findings)
    expect(found.some((line) => line.split(' ')[1] === id)).toBe(true)
  })

  test.each(sections)('$id: the passing example passes', async ({ id, passes }) => {
    expect(await run(id, passes)).toEqual([])
  })
})

async function run(id: string, example: Example | undefined): Promise<readonly string[]> {
  expect(example?.blocks.length, 'the example has blocks').toBeGreaterThan(0)
  const find = elsewhere.has(id) ? findingsOfWhole : findingsOf
  return (await find(base, example!.blocks)).map(written)
}

// `make accept` writes what the tool says today under each failing example; the diff is then read.
if (process.env.ACCEPT && !process.env.CI) {
  test('accepts', async () => {
    const { readFileSync } = await import('node:fs')
    let text = readFileSync(referenceFile, 'utf8')
    for (const { id, fails } of sections) {
      const findings = (await run(id, fails)).map((line) => `${line}\n`).join('')
      const at = text.indexOf(`\n## ${id}\n`)
      const from = text.indexOf('```findings\n', at) + '```findings\n'.length
      text = text.slice(0, from) + findings + text.slice(text.indexOf('```', from))
    }
    writeFileSync(referenceFile, text)
  })
}
