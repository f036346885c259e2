import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Row, type SharedRun, sharedRuns } from '../../src/evidence/shared.ts'

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

test('finds what comparing every pair of positions finds, at its full length, with the claims that hold eight words of it', () => {
  const word = fc.constantFrom('a', 'b', 'c', 'd')
  const part = fc.array(word, { minLength: 1, maxLength: 14 })
  const pins = fc.array(fc.tuple(fc.nat(30), fc.nat(20)), { maxLength: 4 })
  const text = (parts: readonly (readonly string[])[]) => parts.flat().join(' ')
  const pinned = (source: string, words: string, places: readonly (readonly [number, number])[]): Row => ({
    ...row(source, words),
    paragraphs: words.split(' ').map((_, at) => Math.floor(at / 5) + 1),
    pinned: places.map(([from, length], at) => ({ claim: `${source}-${at}`, from, to: from + length })),
  })
  fc.assert(
    fc.property(part, part, part, part, pins, pins, (shared, before, behind, between, first, second) => {
      const one = pinned('a', text([before, shared, shared, behind]), first)
      const two = pinned('b', text([between, shared, before]), second)
      expect(new Set(sharedRuns([two, one]))).toEqual(new Set(runsIn(one, two)))
    }),
    { numRuns: 300, seed: 5 },
  )
})

/** The runs of two texts by the plain way: every pair of positions. */
function runsIn(one: Row, two: Row): readonly SharedRun[] {
  return one.words.flatMap((_, i) =>
    two.words.flatMap((_, j) => {
      let words = 0
      while (i + words < one.words.length && one.words[i + words] === two.words[j + words]) words++
      if (words < 8 || (i > 0 && j > 0 && one.words[i - 1] === two.words[j - 1])) return []
      const claims = ({ pinned }: Row, at: number) =>
        pinned.flatMap(({ claim, from, to }) =>
          Array.from({ length: words }, (_, step) => at + step).filter((it) => from <= it && it < to).length >= 8
            ? [claim]
            : [],
        )
      const paragraphs = [one.paragraphs[i]!, two.paragraphs[j]!] as const
      const text = one.words.slice(i, i + words).join(' ')
      return [
        { sources: ['a', 'b'] as const, paragraphs, words, claims: [claims(one, i), claims(two, j)] as const, text },
      ]
    }),
  )
}
