// Who the texts are by: people and bodies, each once, whoever they wrote with.
import { expect, test } from 'vitest'
import { stringify } from 'yaml'
import { build } from '../../src/build.ts'
import { readFiles } from '../helpers/golden.ts'
import { memoryHost } from '../helpers/memory-host.ts'

const templates = [...readFiles('templates')].map(([path, text]) => [`templates/${path}`, text] as const)
const person = (given: string, family: string) => ({ family, given })
const ann = person('Ann', 'Berg')
const work = (fields: object) => stringify({ type: 'document', title: 'T', issued: '2003', ...fields })
const textless = { held: false }

async function printed(
  sources: Record<string, object>,
  sections: readonly string[],
  language = 'en-GB',
): Promise<string> {
  const pack = {
    title: 'P',
    description: 'P',
    period: '2003',
    'cut-off': '2004',
    issued: '2004',
    scale: 'icd203',
    language,
    sections,
  }
  const files = new Map([
    ...templates,
    ['corpus/packs/pack.yaml', stringify(pack)],
    ...Object.entries(sources).map(([key, it]) => [`corpus/sources/${key}.yaml`, work(it)] as const),
  ])
  const host = memoryHost(files)
  await build(host, { formats: ['md'], draft: true })
  return new TextDecoder().decode(host.written.get('out/pack.draft.md'))
}

test('each is counted once, and “others” are nobody', async () => {
  const basis = { author: 'catalogue' }
  const sources = {
    one: { author: [ann, person('Bo', 'Lund'), person('Cy', 'Dahl')], basis },
    two: { author: [{ literal: 'Ministry of Ports' }], basis },
    three: { author: [ann, { literal: 'others' }], basis },
  }
  const text = await printed(sources, ['bottom-line', 'source-summary'])
  expect(text).toContain('from 3 published texts by 4 authors')
  expect(text).toContain('Ann Berg, Bo Lund and Cy Dahl are given as the authors of 1 of the 3 texts')
  expect(text).toContain('Ministry of Ports is given as the author of 1 of the 3 texts')
})

test('of texts that name nobody no authors are counted', async () => {
  expect(await printed({ one: {} }, ['bottom-line'])).toContain(
    'from 1 published text, 1 of them without a named author',
  )
})

test('a work of the library that no text names is known through none', async () => {
  const sources = { one: { lineage: { 'derived-from': ['old'] } }, old: textless, other: textless }
  const text = await printed(sources, ['bottom-line', 'source-summary', 'annex-sources'])
  expect(text).toContain('1 further work known only through them')
  expect(text).toContain('The texts cite 1 work that we have not seen')
  expect(text.match(/\[T, 2003\]\(#source-one\) \|/g)).toHaveLength(2)
})

test.each([
  ['de', 'Titel, Verfasser und Datum aus einem Katalog'],
  ['en-GB', 'Title, author and date from a catalogue'],
])('%s: what is said of data that are not of the text', async (language, words) => {
  const basis = { title: 'catalogue', author: 'catalogue', issued: 'catalogue' }
  expect(await printed({ one: { author: [ann], basis } }, ['sources-at-a-glance'], language)).toContain(words)
})
