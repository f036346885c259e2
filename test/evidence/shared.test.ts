import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Row, sharedRuns } from '../../src/evidence/shared.ts'

const row = (source: string, text: string): Row => {
  const words = text.split(' ')
  return {
    source,
    words,
    paragraphs: words.map(() => 1),
    pinned: [{ claim: `${source}-all`, from: 0, to: words.length }],
  }
}
const run = 'one two three four five six seven eight nine'

test('a run of eight words is found at its full length, once', () => {
  expect(sharedRuns([row('a', `x ${run} y`), row('b', `p q ${run} z`)])).toEqual([
    { sources: ['a', 'b'], paragraphs: [1, 1], words: 9, claims: [['a-all'], ['b-all']], text: run },
  ])
})

test('seven words are not a run', () => {
  const seven = run.split(' ').slice(0, 7).join(' ')
  expect(sharedRuns([row('a', `x ${seven} y`), row('b', `p ${seven} z`)])).toEqual([])
})

test('a text is not compared with itself', () => {
  expect(sharedRuns([row('a', `${run} x ${run}`)])).toEqual([])
})

test('finds what comparing every pair of positions finds', () => {
  const text = fc.array(fc.constantFrom('a', 'b'), { minLength: 8, maxLength: 40 })
  fc.assert(
    fc.property(text, text, (one, two) => {
      const plain = one.some((_, i) => i + 8 <= one.length && two.join(' ').includes(one.slice(i, i + 8).join(' ')))
      return sharedRuns([row('a', one.join(' ')), row('b', two.join(' '))]).length > 0 === plain
    }),
  )
})
