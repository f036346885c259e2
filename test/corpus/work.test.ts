// No record is dear to read: the work grows with its length.
import { expect, test } from 'vitest'
import { Log } from '../../src/core/log.ts'
import { readYaml } from '../../src/corpus/read-yaml.ts'
import { readRecords } from '../../src/corpus/records.ts'
import { parseYaml } from '../../src/corpus/yaml.ts'
import { readLibrary } from '../../src/evidence/import/bibliography.ts'
import { readPlain } from '../../src/evidence/import/plain.ts'
import { workOf } from '../helpers/work.ts'

const each = (count: number, one: (i: number) => string) => Array.from({ length: count }, (_, i) => one(i)).join('')

const records: Record<string, (count: number) => string> = {
  'keys of a mapping': (count) => each(count, (i) => `k${i}: ${i}\n`),
  'keys in one line': (count) => `a: {${each(count, (i) => `k${i}: ${i}, `)}}`,
  'keys that stand again': (count) => each(count, () => 'a: 1\n'),
  'keys that stand again in one line': (count) => `a: {${each(count, () => 'b: 1, ')}}`,
  'items of a list': (count) => each(count, (i) => `- ${i}\n`),
  'names for data': (count) => each(count, (i) => `k${i}: &a${i} [1]\n`),
  'brackets that nobody closes': (count) => `a: ${'['.repeat(count)}`,
  'fields in brackets that nobody closes': (count) => each(count, (i) => `k${i}: [a\n`),
  'colons in a value': (count) => each(count, (i) => `k${i}: a: b\n`),
}

const library = (text: string) => readLibrary(text, 'bibtex')
const plain = (text: string) => readPlain(new TextEncoder().encode(text))
const files: Record<string, readonly [read: (text: string) => unknown, repeat: (count: number) => string]> = {
  'fields of an entry': [library, (count) => `@book{k, ${each(count, (i) => `x${i}={a},`)}}`],
  'entries and abbreviations': [library, (count) => each(count, (i) => `@string{s${i}="a"}\n@book{k, title=s${i}}\n`)],
  'comments of a library': [library, (count) => each(count, () => '@comment{a}\n')],
  'lines of a text': [plain, (count) => each(count, () => 'words with-\nout end\n')],
}

test.each(Object.entries(files))('eight times the %s', (_, [read, repeat]) => {
  read(repeat(10))
  const [once, eightTimes] = [100, 800].map((count) => workOf(() => read(repeat(count))))
  expect(eightTimes! / once!).toBeLessThan(16)
})

test.each(Object.entries(records))('eight times the %s', (_, repeat) => {
  readYaml(repeat(10))
  const [once, eightTimes] = [200, 1600].map((count) => workOf(() => readYaml(repeat(count))))
  expect(eightTimes! / once!).toBeLessThan(16)
})

test('eight times the fields that nobody knows: the first are told, and how many more there are', () => {
  const toldOf = (count: number) => {
    const log = new Log()
    const text = each(count, (i) => `k${i}: ${i}\n`)
    readRecords('actor', parseYaml('a.yaml', text, log, readYaml(text)), 'a', log)
    return log.findings.filter(({ ruleId }) => ruleId === 'field-is-known')
  }
  expect(toldOf(50)).toHaveLength(50)
  expect(toldOf(51)).toHaveLength(50)
  expect(toldOf(60).at(-1)?.note).toContain('10 more fields of it are not known either')
  const [once, eightTimes] = [200, 1600].map((count) => workOf(() => toldOf(count)))
  expect(eightTimes! / once!).toBeLessThan(16)
})

test('eight times the places of fields', () => {
  const placed = (count: number) => {
    const text = each(count, (i) => `k${i}: ${i}\n`)
    const file = parseYaml('a.yaml', text, new Log(), readYaml(text))
    return Array.from({ length: count }, (_, i) => file.place([`k${i}`], 'key').start?.line)
  }
  expect(placed(3)).toEqual([1, 2, 3])
  const [once, eightTimes] = [200, 1600].map((count) => workOf(() => placed(count)))
  expect(eightTimes! / once!).toBeLessThan(16)
})
