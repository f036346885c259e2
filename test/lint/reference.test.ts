import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Finding } from '../../src/core/log.ts'
import { stageRules } from '../../src/core/rules/index.ts'
import type { Example } from '../../src/core/rules/rule.ts'
import { lintRules, rules } from '../../src/evidence/lint/lint.ts'
import { fence, languageOf, ruleSection } from '../../src/evidence/lint/reference.ts'
import { matchesGolden, readFiles } from '../helpers/golden.ts'
import { findingsOf, findingsOfWhole, written } from './project.ts'
import { blocksOf, readReference } from './reference.ts'

const { base } = readReference()

/** Reported by stages before and after `lint`: their examples run through all of them, which takes longer. */
const elsewhere: ReadonlySet<string> = new Set([
  'path-is-inside',
  'file-is-present',
  'template-is-valid',
  'words-are-translated',
  'letters-have-styles',
  'field-exists',
  'citation-resolves',
  'heading-increments',
  'image-has-alt',
  'image-is-safe',
  'link-is-safe',
  'section-is-present',
])

test('every file of rules is in the table, and named for its rule', () => {
  const namesIn = (folder: string, ...others: string[]) =>
    readdirSync(folder).flatMap((name) => (others.includes(name) ? [] : [name.replace('.ts', '')]))
  expect(lintRules.map(({ id }) => id).sort()).toEqual(namesIn('src/evidence/lint/rules', 'index.ts').sort())
  const heads = namesIn('src/core/rules', 'index.ts', 'all.ts', 'rule.ts')
  expect(Object.keys(stageRules).sort()).toEqual(heads.sort())
})

test('the small project has no findings', async () => {
  expect((await findingsOf(base, [])).map(written)).toEqual([])
  expect((await findingsOfWhole(base, [])).map(written)).toEqual([])
})

describe.each([...rules.values()])('$id', ({ id, fails, findings, passes }) => {
  test('finds in the failing example what it says there', async () => {
    expect(findings).not.toEqual([])
    expect((await foundIn(fails, id)).map(({ subject, file, reason }) => `${subject ?? file}: ${reason}`)).toEqual(
      findings,
    )
  })
  test('finds nothing in the passing example', async () => {
    expect(Object.keys(passes)).not.toEqual([])
    expect((await foundIn(passes, id)).map(written)).toEqual([])
  })
})

/** What one rule finds in an example: others may find something there too. */
async function foundIn(example: Example, id: string): Promise<readonly Finding[]> {
  const known = found.get(example) ?? (elsewhere.has(id) ? findingsOfWhole : findingsOf)(base, blocksOf(example))
  found.set(example, known)
  return (await known).filter(({ ruleId }) => ruleId === id)
}
const found = new Map<Example, ReturnType<typeof findingsOf>>()

test('what is said with the findings of the failing examples, and where', async () => {
  const texts: string[] = []
  for (const { id, fails } of rules.values())
    for (const it of await foundIn(fails, id))
      texts.push(
        ...[written(it), `at ${it.file}:${it.line}:${it.column}`, ...(it.note?.split('\n') ?? [])],
        ...(it.actual === undefined ? [] : [`${it.actual} -> ${it.expected?.join(' | ') ?? ''}`]),
      )
  matchesGolden('test/expected/rules', new Map([['findings.txt', `${texts.join('\n')}\n`]]))
})

test('docs/rules.md is made of the table', () => {
  const page = rulesPage()
  if (process.env.ACCEPT && !process.env.CI) writeFileSync('docs/rules.md', page)
  expect(readFileSync('docs/rules.md', 'utf8'), 'run `make accept` if you mean this change').toBe(page)
})

function rulesPage(): string {
  const project = [...readFiles('test/lint/small-project')].sort(([a], [b]) => (a < b ? -1 : 1))
  return `${[
    '# The rules, one by one',
    '<!-- Made from src/core/rules/ and src/evidence/lint/rules/ by `make accept`. -->',
    'An id says what holds when all is well. An *error* is what data decides; it cannot be lowered, only waived where it stands, by a record with a reason, an owner and an end (`waivers` in the pack). A *warning* is a heuristic or advice; a pack can silence it or raise it (`rules` in the pack). `briefpack explain <rule>` prints the section.',
    'Each example changes the small project at the end of this page. A block names the record that it changes, field by field (`null` takes a field away), or the file that it replaces. `para` and `sha256` of passages are left out: `briefpack pin` gives them. A finding is written `level rule record: reason`; other rules may find something in an example too.',
    [...rules.values()]
      .map(({ id, severity, summary }) => `- [\`${id}\`](#${id}) (${severity}): ${summary}`)
      .join('\n'),
    ...[...rules.values()].map((rule) => `## ${rule.id}\n\n${ruleSection(rule)}`),
    '## The small project',
    ...project.map(([path, text]) => fence(`${languageOf(path)} ${path}`, text)),
  ].join('\n\n')}\n`
}
