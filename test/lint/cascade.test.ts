import { expect, test } from 'vitest'
import { findingsOfWhole } from './project.ts'
import { type Block, readReference } from './reference.ts'

const { base } = readReference()
const block = (of: string, text: string, language = 'yaml'): Block => ({ language, of, text })
const judgments = base.find(({ of }) => of === 'corpus/judgments.yaml')!.text
const source = base.find(({ of }) => of === 'corpus/sources/lind-2004.yaml')!.text

async function run(...changes: readonly Block[]): Promise<readonly string[]> {
  const found = await findingsOfWhole(base, changes)
  return found.map(({ ruleId, file, reason }) => `${file} ${ruleId}: ${reason}`)
}

test('one tab is one error, which names the tab', async () => {
  const found = await findingsOfWhole(base, [
    block('corpus/judgments.yaml', judgments.replace('  key: true', '\tkey: true')),
  ])
  expect(found.map(({ ruleId, file, line }) => `${file}:${line} ${ruleId}`)).toEqual([
    'corpus/judgments.yaml:2 yaml-is-valid',
  ])
  expect(found[0]!.reason).toContain('tab')
  expect(found[0]!.note).toContain('YAML takes spaces only')
})

test('what is left of a file that is no YAML is not judged, nor is what refers to it', async () => {
  expect(
    await run(block('corpus/judgments.yaml', judgments.replace('likelihood: likely', 'likelihood: "likely'))),
  ).toEqual(['corpus/judgments.yaml yaml-is-valid: the quotation mark is never closed'])
})

test('what refers to a register that is no list is not judged', async () => {
  const mapping = `judgments:\n${judgments.replace(/^/gm, '  ')}`
  expect(await run(block('corpus/judgments.yaml', mapping))).toEqual([
    'corpus/judgments.yaml field-is-valid: a register is a list of records, each starting with “- id:”',
  ])
})

test('a wrong term is told where it is written, and not again where it is printed', async () => {
  const body =
    '# The harbour\n\n{{#each judgments}}{{judged this}}{{/each}} “Likely” stands for 55–80%. It closed [@lind-2004], and opened [@ortega-2005].'
  const bottom = '\n\n{{says pack.bottomLine}}'
  expect(
    await run(
      block('body', body + bottom, 'markdown'),
      block('judgment:harbour-stays-open', 'likelihood: rather likely'),
    ),
  ).toEqual(['corpus/judgments.yaml term-is-on-scale: “rather likely” is not a term of the scale'])
})

const printed = block(
  'body',
  '# The harbour\n\n{{judged judgments.[0]}} It closed [@lind-2004], and opened [@ortega-2005].\n\n{{says pack.bottomLine}}',
  'markdown',
)
const noTerm = block('judgment:harbour-stays-open', 'likelihood: [3]')

test('what stands in for a value of the wrong form is not judged where it is printed', async () => {
  const found = await run(printed, noTerm)
  expect(found).toEqual(['corpus/judgments.yaml field-is-valid: “likelihood” is a list, not text'])
})

test('nor is it when another file is no YAML', async () => {
  const actors = base.find(({ of }) => of === 'corpus/actors.yaml')!.text
  const found = await run(printed, noTerm, block('corpus/actors.yaml', `${actors}\n\tx`))
  expect(found).toEqual([
    expect.stringMatching(/^corpus\/actors\.yaml yaml-is-valid: /),
    'corpus/judgments.yaml field-is-valid: “likelihood” is a list, not text',
  ])
})

test('an id given twice is told where it is given', async () => {
  expect(
    await run(block('corpus/sources/lind-2004.yaml', source.replace('id: dockers-sent-home', 'id: voss-on-closure'))),
  ).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/lind-2004\.yaml id-is-unique: the claim “voss-on-closure” exists already/),
    ]),
  )
})

test('many actors of nearly one name are one finding, and those that differ by a number are none', async () => {
  const actors = base.find(({ of }) => of === 'corpus/actors.yaml')!.text
  const more = [
    'Mara Vos',
    'Mara Wos',
    'Mara Wosse',
    'Division of Arden 1',
    'Division of Arden 2',
    'Division of Arden 3',
  ]
  const records = more.map((name, at) => `- id: own-${at}\n  kind: ${at < 3 ? 'person' : 'company'}\n  name: ${name}\n`)
  const found = await run(block('corpus/actors.yaml', actors + records.join('')))
  expect(found.filter((each) => each.includes('names-are-told-apart'))).toEqual([
    'corpus/actors.yaml names-are-told-apart: “Mara Vos” is nearly “Mara Voss”, and so are “Mara Wos”, “Mara Wosse”',
  ])
})
