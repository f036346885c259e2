// What a brief prints, and the sentences that its terms of likelihood make.
import { expect, test } from 'vitest'
import { stringify } from 'yaml'
import { build, check } from '../../src/build.ts'
import { readFiles } from '../helpers/golden.ts'
import { memoryHost } from '../helpers/memory-host.ts'

const templates = [...readFiles('templates')].map(([path, text]) => [`templates/${path}`, text] as const)
const sample = [...readFiles('assets/sample')].filter(([path]) => !path.includes('/packs/'))
const pack = {
  title: 'The water of Alder',
  description: 'A brief.',
  period: '2020/2021',
  'cut-off': '2021-06',
  issued: '2021-07-01',
  scale: 'icd203',
  preset: 'brief',
}
const more = {
  'bottom-line': [{ text: 'Where the nitrate came from is not known.', claims: ['origin-unsettled'] }],
}

const hostOf = (fields: object, edit = (text: string) => text) =>
  memoryHost(
    new Map([
      ...sample.map(([path, text]) => [path, edit(text)] as const),
      ...templates,
      ['corpus/packs/pack.yaml', stringify({ ...pack, ...fields })],
    ]),
  )

async function printed(fields: object): Promise<string> {
  const host = hostOf(fields)
  await build(host, { formats: ['md'], draft: true })
  return new TextDecoder().decode(host.written.get('out/pack.draft.md'))
}

test('the bottom line stands above the key judgments, which are there too', async () => {
  expect(await printed(more)).toMatch(/^Where the nitrate came from is not known\.[\s\S]*^\| KJ1 \|/m)
})

test('each measure has its own note', async () => {
  expect(await printed({})).toMatch(
    /Weekly tests by a laboratory \(May\s2020\)\.\[\^\d+\] Filters at the wells \(15\sSeptember\s2020\)\.\[\^\d+\]/,
  )
})

test.each([
  ['en-GB', 'It is {term} that', '“is roughly even chance” is no sentence: “There is a roughly even chance that …”'],
  ['en-GB', 'There is a {term} that', undefined],
  [
    'de',
    'Es ist {term}, dass',
    '“ist etwa gleiche Chance” is no sentence: “Es besteht eine etwa gleiche Chance, dass …”',
  ],
  [
    'fr',
    'Il est {term} que',
    '“est chances à peu près égales” is no sentence: “Il y a des chances à peu près égales que …”',
  ],
  [
    'es',
    'Es {term} que',
    '“Es posibilidades más o menos iguales” is no sentence: “Hay posibilidades más o menos iguales de que …”',
  ],
  ['ru', '{term}, что', undefined],
])('a term that is a noun, in %s: %s', async (language, words, finding) => {
  const edit = (text: string) =>
    text
      .replace(/likelihood: .*/, 'likelihood: roughly even chance')
      .replace(/text: .*\{term\}.*/, `text: "${words} it stays."`)
  const { findings } = await check(hostOf({ language }, edit))
  const found = findings.flatMap(({ ruleId, reason }) => (ruleId === 'term-fits-sentence' ? [reason] : []))
  expect(found).toEqual(finding === undefined ? [] : [finding])
})
