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

const twins = async (records: readonly string[]) => {
  const found = await run(block('corpus/actors.yaml', records.join('')))
  return found.flatMap((each) => /names-are-told-apart: (.*)/.exec(each)?.[1] ?? [])
}
const person = (id: string, name: string, distinct: readonly string[] = []) =>
  `- id: ${id}\n  kind: person\n  name: "${name}"\n${distinct.length ? `  distinct-from: [${distinct.join(', ')}]\n` : ''}`

test.each([
  ['none is told apart', [], [], [], 'b a c'],
  ['one pair', ['b'], [], [], 'c a b'],
  ['one pair, from its other side', [], ['a'], [], 'c a b'],
  ['two pairs', ['b', 'c'], [], [], 'c b'],
  ['all three, in two records', ['b', 'c'], ['c'], [], ''],
  ['all three, in two other records', [], ['a'], ['a', 'b'], ''],
])('of three actors of nearly one name, %s: what remains is told', async (_, a, b, c, expected) => {
  const names = new Map([
    ['a', 'Askar Qosimov'],
    ['b', 'Askar Kosimov'],
    ['c', 'Askar Kasimov'],
  ])
  const lists = new Map([
    ['a', a],
    ['b', b],
    ['c', c],
  ])
  const told = await twins([...names].map(([id, name]) => person(id, name, lists.get(id))))
  const order = told.map((each) =>
    [...each.matchAll(/“([^”]*)”/g)].map(([, name]) => [...names].find(([, it]) => it === name)?.[0]).join(' '),
  )
  expect(order).toEqual(expected === '' ? [] : [expected])
})

test.each([
  ['Асқар Қасымов', 'Askar Kasymov', true],
  ['Аскар Касымов', 'Asqar Qasymov', true],
  ['محمد العامري', 'محمّد العامري', true],
  ['राम कुमार शर्मा', 'रमा कुमारी शर्मा', false],
  ['Division ٣ of Arden', 'Division ٤ of Arden', false],
  ['王小明', '王小朋', false],
  ['Ministry of Defence', 'Ministry of Defense', true],
  ['Abd al-Rahman Nur', 'Abdulrahman Nur', true],
  ['Yusuf Al-Amri', 'Yousef Al Amri', true],
  ['Jon Miller', 'John Miller', true],
  ['Серик Омаров', 'Берик Омаров', false],
  ['Нурлан Ахметов', 'Ерлан Ахметов', false],
  ['محمد العامري', 'أحمد العامري', false],
  ['محمد العامري', 'محمد العمري', true],
])('“%s” and “%s” are nearly one name: %s', async (one, two, isNear) => {
  expect(await twins([person('a', one), person('b', two)])).toHaveLength(isNear ? 1 : 0)
})

/** What hands do to the first field of a record, or to its second. */
const slips: Record<string, (field: string) => string> = {
  'a quotation mark that stays open': (field) => field.replace(': ', ': "'),
  'a bracket that stays open': (field) => field.replace(': ', ': ['),
  'a colon left out': (field) => field.replace(': ', ' '),
  'a space left out': (field) => field.replace(': ', ':'),
  'a tab': (field) => `\t${field}`,
  'one space more': (field) => ` ${field}`,
  'a colon within the value': (field) => `${field}: more`,
}
const registers = base.filter(({ of, text }) => /^corpus\/[^/]*yaml$/.test(of) && /^(?:- )?[\w-]+: \w/m.test(text))

test.each(registers.flatMap(({ of, text }) => Object.keys(slips).map((slip) => [slip, of, text] as const)))(
  '%s in %s is one finding, there',
  async (slip, file, text) => {
    const lines = text.split('\n')
    const [, at = -1] = lines.flatMap((line, index) => (/^[- ]*[\w-]+: \w/.test(line) ? [index] : []))
    const broken = lines.with(at, slips[slip]!(lines[at]!)).join('\n')
    const found = await findingsOfWhole(base, [block(file, broken)])
    expect(found.map(({ ruleId, file, reason }) => `${file} ${ruleId}: ${reason}`)).toHaveLength(1)
    expect(found[0]!.file).toBe(file)
  },
)

test('a field in braces without its colon is told once, with the field as it should be', async () => {
  for (const written of ['id utility', 'id:utility']) {
    const kinds = block('corpus/actor-kinds.yaml', `- {${written}, label: {en: Utility}}\n`)
    const found = await findingsOfWhole(base, [kinds])
    expect(found.map(({ file, ruleId, note }) => [file, ruleId, note])).toEqual([
      ['corpus/actor-kinds.yaml', 'field-is-known', expect.stringContaining('id: utility')],
    ])
  }
})
