// The sections that ship print any corpus that loads: what a record need not have is no error of theirs.
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { draft } from '../../src/app/pipeline/draft.ts'
import { open } from '../../src/app/pipeline/project.ts'
import { Log } from '../../src/core/log.ts'
import { recordFile } from '../../src/corpus/corpus-layout.ts'
import { kindOf } from '../../src/corpus/kinds.ts'
import { readFiles } from '../helpers/golden.ts'
import { memoryHost } from '../helpers/memory-host.ts'

const templates = [...readFiles('templates')].map(([path, text]) => [`templates/${path}`, text] as const)
const sections = templates.flatMap(([path]) => /^templates\/([a-z-]+)\.md\.hbs$/.exec(path)?.[1] ?? [])
const pack = { title: 'A', description: 'A', period: '2020', 'cut-off': '2021-06', issued: '2021', scale: 'icd203' }
const packs = ['brief', 'report'].map(
  (preset) => [`corpus/packs/${preset}.yaml`, stringify({ ...pack, preset })] as const,
)
const sample = [...readFiles('assets/sample')].filter(([path]) => !/packs\/|^templates\//.test(path))

type Data = Record<string, unknown>
type Way = readonly (string | number)[]

/** Every field that a record can do without, of each file of the sample. */
const omissible = sample.flatMap(([path, text]) => {
  const file = path.endsWith('.yaml') ? recordFile(path.slice('corpus/'.length)) : undefined
  if (!file) return []
  const data = parse(text) as Data
  const { schema } = kindOf(file.kind)
  const records: [Way, Data][] =
    file.kind === 'source' ? [[[], data]] : Object.entries(data).map(([id, it]) => [[id], it as Data])
  return records.flatMap(([above, record]) =>
    waysIn(record)
      .filter((way) => !['claims', 'passages', 'likelihood'].includes(String(way.at(-1))))
      .filter((way) => schema.safeParse(without(record, [way])).success)
      .map((way) => ({ path, way: [...above, ...way] })),
  )
})

function waysIn(value: unknown): Way[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => {
    const step = Array.isArray(value) ? Number(key) : key
    const deeper = waysIn(inner).map((way) => [step, ...way])
    return Array.isArray(value) ? deeper : [[step], ...deeper]
  })
}

function without(record: Data, ways: readonly Way[]): Data {
  const copy = structuredClone(record)
  for (const way of ways) {
    const holder = way.slice(0, -1).reduce<unknown>((it, step) => (it as Data | undefined)?.[step], copy) as
      | Data
      | undefined
    if (holder) delete holder[way.at(-1)!]
  }
  return copy
}

/** What the sections say when these fields are not there. */
async function told(left: readonly (typeof omissible)[number][]): Promise<string[]> {
  const files = sample.map(([path, text]) => {
    const ways = left.filter((it) => it.path === path).map(({ way }) => way)
    return [path, ways.length > 0 ? stringify(without(parse(text) as Data, ways)) : text] as const
  })
  const own = stringify({ ...pack, sections: [...sections] })
  const host = memoryHost(new Map([...files, ...templates, ...packs, ['corpus/packs/all.yaml', own]]))
  const project = await open(host, new Log())
  const log = new Log()
  for (const pack of project.corpus.packs.values()) await draft(project, pack, log)
  return log.findings
    .filter(({ file, ruleId }) => file.startsWith('templates/') && /^(?:field-exists|template-is-valid)$/.test(ruleId))
    .map(({ file, line, reason }) => `${file}:${line} ${reason}`)
}

test('nothing that can be left out is left out in vain', async () => {
  expect(omissible.length).toBeGreaterThan(100)
  expect(await told(omissible)).toEqual([])
})

test('any of it can be left out', async () => {
  await fc.assert(
    fc.asyncProperty(fc.subarray(omissible), async (left) => {
      expect(await told(left)).toEqual([])
    }),
    { numRuns: Number(process.env.BARE ?? 3), endOnFailure: true },
  )
})
