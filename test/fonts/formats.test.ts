/** A character without a glyph is a matter of the PDF alone, and told once a script. */
import { expect, test } from 'vitest'
import { build, check } from '../../src/build.ts'
import { readFiles } from '../helpers/golden.ts'
import { memoryHost } from '../helpers/memory-host.ts'

const files = (more: Record<string, string>) => new Map([...readFiles('test/cases/minimal'), ...Object.entries(more)])
const template = (words: string) => ({
  'templates/report.md.hbs': `# {{pack.title}}\n\n{{says pack.bottomLine}} See [@quay-2003, para. 4].\n\n${words}\n`,
})
const told = ({ findings }: { findings: readonly { ruleId?: unknown; file?: string; reason?: string }[] }) =>
  findings
    .filter(({ ruleId }) => ruleId === 'glyph-exists')
    .map(({ file, reason }) => `${file}: ${reason}`)
    .sort()

test('Chinese and Korean in a text and a drawing: one finding each, and the other formats are made', async () => {
  const words = 'The title is 港口与城市, and again 港口; 서울.\n\n![A drawing](images/x.svg)'
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="20"><text y="9">港 <tspan>x</tspan></text></svg>'
  const host = memoryHost(files({ ...template(words), 'images/x.svg': svg }))
  expect(told(await build(host, { formats: ['pdf'] }))).toEqual([
    'templates/report.md.hbs: the theme’s fonts have no glyph for 2 Korean letters, first “서” (U+C11C)',
    'templates/report.md.hbs: the theme’s fonts have no glyph for 8 Chinese characters, first “港” (U+6E2F)',
  ])
  expect(host.written.size).toBe(0)
  const { findings } = await build(host, { formats: ['html', 'docx', 'md'] })
  expect(told({ findings })).toEqual([])
  expect([...host.written.keys()]).toEqual(
    expect.arrayContaining(['out/report.html', 'out/report.docx', 'out/report.md']),
  )
})

test('Chinese in a source that is cited is told at the source', async () => {
  const source = `type: book\ntitle: 港口与城市\nauthor: [{family: Zhang, given: Wei}]\nissued: "2011"\nlanguage: zh\nheld: false\n`
  const project = files({
    ...template('A work [@zhang-2011].\n\n{{list "bibliography"}}'),
    'corpus/sources/zhang-2011.yaml': source,
  })
  const expected =
    'corpus/sources/zhang-2011.yaml: the theme’s fonts have no glyph for 5 Chinese characters, first “港” (U+6E2F)'
  expect(told(await build(memoryHost(project), { formats: ['pdf'] }))).toEqual([expected])
  expect(told(await check(memoryHost(project), { formats: ['pdf'] }))).toEqual([expected])
  expect(told(await build(memoryHost(project), { formats: ['html'] }))).toEqual([])
})

test('a character that a template prints from a record is told at the value there, and one of its own in it', async () => {
  const path = 'corpus/sources/quay-2003.yaml'
  const source = files({})
    .get(path)!
    .replace(/^author: .*/m, 'author: [{literal: Sea}, {literal: The 🐟 Makers}]')
  const at = async (words: string) =>
    (await check(memoryHost(files({ ...template(words), [path]: source })), { formats: ['pdf'] })).findings
      .filter(({ ruleId }) => ruleId === 'glyph-exists')
      .map(({ file, line, column }) => `${file}:${line}:${column}`)
  const line = source.split('\n').findIndex((it) => it.startsWith('author')) + 1
  const rows = '{{#each sources}}\n\nBy {{name}}, {{title}}.\n{{/each}}'
  expect(await at(rows)).toEqual([`${path}:${line}:36`])
  expect(await at(`A 🐟.\n\n${rows}`)).toEqual(['templates/report.md.hbs:5:1'])
})

test('a script in many records, files and drawings is one finding, with its punctuation', async () => {
  const source = (title: string) =>
    `type: book\ntitle: ${title}\nauthor: [{family: Zhang, given: Wei}]\nissued: "2011"\nlanguage: zh\nheld: false\n`
  const project = files({
    ...template('# 港口。 A work [@zhang-2011; @zhang-2012].\n\n{{list "bibliography"}}'),
    'corpus/sources/zhang-2011.yaml': source('港口、城市'),
    'corpus/sources/zhang-2012.yaml': source('北京'),
  })
  const { findings } = await check(memoryHost(project), { formats: ['pdf'] })
  expect(told({ findings })).toHaveLength(1)
  const without = files({
    ...template('A work [@zhang-2011; @zhang-2012].\n\n{{list "bibliography"}}'),
    'corpus/sources/zhang-2011.yaml': source('港口、城市'),
    'corpus/sources/zhang-2012.yaml': source('北京'),
  })
  const { findings: own } = await check(memoryHost(without), { formats: ['pdf'] })
  expect(own.filter(({ ruleId }) => ruleId === 'glyph-exists').map(({ note }) => note?.split('\n')[0])).toEqual([
    'others of them are in corpus/sources/zhang-2012.yaml',
  ])
})

test.each([
  ['पाठ। १२', '5 Devanagari letters, first “पा” (U+092A)'],
  ['日本、「語」。', '7 Chinese characters, first “日” (U+65E5)'],
  ['👍🏽 👨‍👩‍👧 🇰🇿 1️⃣', '4 pictures, first “👍🏽” (U+1F44D)'],
  ['ಕಡ', '2 Kannada letters, first “ಕ” (U+0C95)'],
])('what a script shares with others is told with it: %s', async (words, expected) => {
  expect(told(await build(memoryHost(files(template(words))), { formats: ['pdf'] }))).toEqual([
    `templates/report.md.hbs: the theme’s fonts have no glyph for ${expected}`,
  ])
})
