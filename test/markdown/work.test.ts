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

test.each(['*_', '[a](', '[a][b]', '~~a ', 'a]', 'a <?'])(
  'more “%s” in one paragraph than anybody writes are told, and not read',
  (mark) => {
    const { tree, problems } = read(`Words.\n\n${mark.repeat(8000)}`)
    expect(problems).toMatchObject([{ rule: 'markdown-is-supported', offset: 8 }])
    expect(tree.children).toEqual([])
    expect(read(`| a |\n| - |\n${`| ${mark} |\n`.repeat(200)}`).problems.filter(({ offset }) => offset === 0)).toEqual(
      [],
    )
  },
)
