// Several packs from one corpus: each prints the records it selects, and takes from a common file what they share.
import { expect, test } from 'vitest'
import { build, check } from '../../src/build.ts'
import { packKind } from '../../src/corpus/pack.ts'
import { readFiles } from '../helpers/golden.ts'
import { memoryHost } from '../helpers/memory-host.ts'

const sample = [...readFiles('assets/sample')].filter(([path]) => !path.startsWith('corpus/packs/'))
const templates = [
  ['templates/register.md.hbs', '# Judgments\n\n{{#each judgments}}\n- {{code}} {{title}}\n{{/each}}\n\nIn brief.\n'],
  [
    'templates/everything.md.hbs',
    `# All\n\n{{count judgments}} {{count sources}} {{count chronology}} {{count threats}} {{count questions}} {{#each actorGroups}}{{title}} {{/each}}\n`,
  ],
  [
    'templates/chart.md.hbs',
    '# Chart\n\nWhat was measured.\n\n{{figure "bar" from="wells-with-filters" caption="Measured"}}\n',
  ],
] as const
const common = `title: The port of Alder
organisation: The common house
description: A sample.
period: "2020/2021"
cut-off: "2021-06"
issued: "2021-07-01"
scale: icd203
`

async function made(packs: Record<string, string>, more: Iterable<readonly [string, string]> = []) {
  const files = Object.entries(packs).map(([name, text]) => [`corpus/packs/${name}.yaml`, text] as const)
  const host = memoryHost(new Map([...sample, ...templates, ...files, ...more]))
  const result = await build(host, { formats: ['md'] })
  const text = (name: string) => new TextDecoder().decode(host.written.get(`out/${name}.md`))
  const told = result.findings
    .filter(({ fatal }) => fatal)
    .map(({ ruleId, file, line, reason }) => `${ruleId} ${file}:${line} ${reason}`)
  return { packs: result.packs.map(({ name }) => name), text, told }
}

test('packs share a file that is no pack itself, and say what differs', async () => {
  const { packs, text, told } = await made({
    common,
    one: 'extends: common\ntitle: One\nselect: {judgments: {kinds: [key]}}\nsections: [register]\n',
    two: 'extends: one\norganisation: Another house\n',
  })
  expect(told).toEqual([])
  expect(packs).toEqual(['one', 'two'])
  expect(text('one')).toContain('institute: "The common house"')
  expect(text('one')).toContain('title: "One"')
  expect(text('two')).toContain('institute: "Another house"')
  expect(text('two')).toContain('KJ1')
  expect(text('two')).not.toContain(' J1')
})

test('a file has no field that it does not write, which would stand before that of the file it extends', () => {
  expect(packKind.schema.parse({})).toEqual({})
})

test('what a pack lacks is told of the pack, and what is wrong in the common file is told there', async () => {
  const { told } = await made({
    common: common.replace('scale: icd203', 'audiences: all'),
    one: 'extends: common\nsections: [register]\n',
    loop: 'extends: loop\nsections: [register]\n',
    lost: 'extends: comon\ntitle: Lost\nsections: [register]\n',
  })
  // What “lost” and “loop” lack may stand in the file that they name, which is told.
  expect(told.filter((it) => it.includes('scale'))).toEqual([
    'field-is-valid corpus/packs/one.yaml:1 “scale” is missing in the pack “one”',
  ])
  expect(told).toContain('field-is-known corpus/packs/common.yaml:7 a pack has no field “audiences”')
  expect(told).toContain('reference-resolves corpus/packs/loop.yaml:1 the pack “loop” extends itself')
  expect(told).toContain('reference-resolves corpus/packs/lost.yaml:1 there is no pack “comon”')
})

test('the basis of what is chosen is all that the other registers hold', async () => {
  const all = await made({ all: `${common}sections: [everything]\n` })
  const chosen = await made({
    some: `${common}select: {judgments: {ids: [fields-fed-wells]}, basis: true}\nsections: [everything]\n`,
    none: `${common}select: {claims: {kinds: [statement]}}\nsections: [chart]\n`,
  })
  expect(chosen.told).toEqual([])
  const numbers = (text: string) => [...text.matchAll(/\d+/g)].map(Number).slice(-5)
  const [judgments, sources, chronology] = numbers(chosen.text('some'))
  expect(judgments).toBe(1)
  expect(sources).toBeGreaterThan(0)
  expect(sources).toBeLessThanOrEqual(numbers(all.text('all'))[1]!)
  expect(chronology).toBe(0)
})

test('a tag that no record has, and a selection that nothing fits, are errors at the pack', async () => {
  const files = new Map([
    ...sample,
    ...templates,
    [
      'corpus/packs/p.yaml',
      `${common}select:\n  events: {period: "1901"}\n  judgments: {tags: [bribery]}\nsections: [register]\n`,
    ],
  ])
  const judgments = files.get('corpus/judgments.yaml')!
  files.set('corpus/judgments.yaml', judgments.replace(/\n(?=- id: )/, '\n  tags: [bribes]\n\n'))
  const { findings } = await check(memoryHost(files))
  const errors = findings.filter(({ fatal }) => fatal)
  expect(errors.map(({ ruleId, line, reason, note }) => [ruleId, line, reason, note])).toEqual([
    ['section-is-present', 9, 'nothing in the register of events fits the selection', undefined],
    ['reference-resolves', 10, 'no judgment has the tag “bribery”', expect.stringContaining('bribes')],
  ])
})

test('that there is no pack is not told where one could not be read', async () => {
  expect((await made({})).told).toEqual([expect.stringContaining('there is no pack to build')])
  const { told } = await made({ one: 'only words\n' })
  expect(told).toEqual([expect.stringContaining('the pack is text, not a mapping')])
})

test('two sources of one code are an error, and a code made of a key changes with no other', async () => {
  const { told } = await made({ p: `${common}sections: [everything]\n` })
  expect(told).toEqual([])
  const files = new Map([...sample, ...templates, ['corpus/packs/p.yaml', `${common}sections: [everything]\n`]])
  const path = 'corpus/sources/brandt-review-2021.yaml'
  files.set(path, files.get(path)!.replace('code: S4', 'code: S2'))
  const { findings } = await check(memoryHost(files))
  const errors = findings.filter(({ fatal }) => fatal)
  expect(errors.map(({ ruleId, file, reason }) => `${ruleId} ${file} ${reason}`)).toEqual([
    'id-is-unique corpus/sources/brandt-review-2021.yaml the code “S2” is that of the source “alder-courier-2020”',
  ])
})

test('a preset gives the sections of its kind before those of what it extends, and a field of the pack comes before it', async () => {
  const { told, text } = await made({
    one: `${common}preset: brief\ntheme: default\nsections: [everything]\n`,
    two: `${common}preset: report\n`,
    three: 'extends: one\npreset: dossier\n',
    four: 'extends: three\nsections: [everything]\n',
  })
  expect(text('one')).toContain('# All')
  expect(told.map((it) => it.replace(/ .*/, ''))).toContain('section-is-present')
  expect(told.filter((it) => /one|four/.test(it.replace(/: .*/, '')))).toEqual([])
  expect([text('three').includes('# All'), text('four').includes('# All')]).toEqual([false, true])
})

test('the sections that ship print a judgment with no claims against it, and one that rests on another alone', async () => {
  const judgments = sample.find(([path]) => path === 'corpus/judgments.yaml')![1]
  const oneSided = judgments
    .replace(/^ {2}against: .*\n/m, '')
    .replace(
      /^( {2}title: The filters.*\n(?: {2}.*\n)*?) {2}for: .*\n {2}against: .*\n/m,
      '$1  rests-on: [fields-fed-wells]\n',
    )
  const ready = [...readFiles('templates')].map(([path, text]) => [`templates/${path}`, text] as const)
  const { told } = await made(
    { one: `${common}sections: [key-findings, key-judgments, judgments]\n`, two: `${common}preset: brief\n` },
    [...ready, ['corpus/judgments.yaml', oneSided]],
  )
  expect(oneSided).toContain('  rests-on: [fields-fed-wells]\n  assumptions:')
  expect(told.filter((it) => it.startsWith('template-is-valid'))).toEqual([])
})
