// No record is dear to read: the work grows with its length.
import { expect, test } from 'vitest'
import { readYaml } from '../../src/corpus/read-yaml.ts'
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
  'colons in a value': (count) => each(count, (i) => `k${i}: a: b\n`),
}

test.each(Object.entries(records))('eight times the %s', (_, repeat) => {
  readYaml(repeat(10))
  const [once, eightTimes] = [200, 1600].map((count) => workOf(() => readYaml(repeat(count))))
  expect(eightTimes! / once!).toBeLessThan(16)
})
