// No text is dear to read: the work grows with its length, and hardly faster.
import { expect, test } from 'vitest'
import { print } from '../../src/document/markdown/print.ts'
import { read } from '../../src/document/markdown/read.ts'
import { workOf } from '../helpers/work.ts'
import { growing } from './samples.ts'

test.each(Object.entries(growing))('eight times the %s', (name, repeat) => {
  const [once, eightTimes] = [100, 800].map((count) => workOf(() => print(read(repeat(count)).tree)))
  // micromark asks every list whether it goes on, for each list that opens.
  expect(eightTimes! / once!).toBeLessThan(name === 'nested lists' ? 64 : 24)
})
