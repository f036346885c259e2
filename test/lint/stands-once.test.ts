// What `sentence-stands-once` takes for a repetition, and how often it tells it.
import { expect, test } from 'vitest'
import { check } from '../../src/build.ts'
import { readFiles } from '../helpers/golden.ts'
import { memoryHost } from '../helpers/memory-host.ts'

const told = async (section: string, sources = '') => {
  const files = new Map(readFiles('assets/start/common'))
  for (const [path, text] of readFiles('assets/start/en')) files.set(path, text)
  for (const [path, text] of readFiles('templates')) files.set(`templates/${path}`, text)
  files.set('templates/body.md.hbs', section)
  files.set(
    'corpus/packs/pack.yaml',
    `title: A
description: A
period: "2026"
cut-off: "2026-11-30"
issued: "2026-11-30"
scale: icd203
style: apa
language: en-GB
cover: false
sections: [body, annex-claims]
`,
  )
  const source = 'corpus/sources/first-steps.yaml'
  files.set(source, files.get(source)!.replaceAll('kind: statement', `kind: statement${sources}`))
  const { findings } = await check(memoryHost(files))
  return findings
    .filter(({ ruleId }) => ruleId === 'sentence-stands-once')
    .map(({ reason, line, note }) => ({ reason, line, note }))
}

const sentence = 'The harbour is open to ships of every size and flag.'

test('cells of tables are no sentences', async () => {
  const rows = Array.from({ length: 50 }, (_, at) => `| ${at} | ${sentence} |`).join('\n')
  expect(await told(`# Body\n\n| No | What |\n| --- | --- |\n${rows}\n`)).toEqual([])
})

test('a sentence that stands many times is one finding, which names its places', async () => {
  const findings = await told(`# Body\n\n${Array.from({ length: 9 }, () => `${sentence}\n`).join('\n')}`)
  expect(findings).toEqual([
    {
      reason: `this stands in section “body” before: “${sentence}”`,
      line: 5,
      note: `and again at ${[7, 9, 11, 13, 15].map((line) => `templates/body.md.hbs:${line}`).join(', ')}, 2 places more
say it once, and refer to it from the other place`,
    },
  ])
})

test('claims may say the same in their notes, which cannot refer to each other', async () => {
  const note = 'The text gives neither a speaker nor a venue nor a day.'
  expect(await told('# Body\n', `\n    note: ${note}`)).toEqual([])
})
