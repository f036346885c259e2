/** Words set from the baked pairs are what fontkit makes of the whole word. */
import fc from 'fast-check'
import * as fontkit from 'fontkit'
import { expect, test } from 'vitest'
import { familyFiles } from '../../src/write/fonts/families.ts'
import { type PairFile, Pairs } from '../../src/write/pdf/printer/pairs.ts'
import type { FontkitFont } from '../../src/write/pdf/printer/pdfmake-internals.ts'
import { Shaper } from '../../src/write/pdf/printer/shaping.ts'
import { asset } from '../helpers/fonts.ts'

const files = Object.values(familyFiles).flatMap((family) => Object.values(family))
const letters = {
  latin: 'fffffiiilltabcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZéüçşğňāžøßĳŀŉªı',
  cyrillic: 'абвгдежзийклмнопрстуфхцчшщъыьэюяАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯәғқңөұүһіӘҒҚҢӨҰҮҺІӏѣ',
  none: '0123456789',
}
const marks = [..." \u00a0.,;:!?'’‘“”„()[]{}-–—/\\&@#*+<=>_|~%§©«»°·×†•…€№→−"]
const word = fc
  .constantFrom(letters.latin, letters.cyrillic, letters.none)
  .chain((alphabet) =>
    fc
      .array(
        fc.oneof(
          { weight: 6, arbitrary: fc.constantFrom(...alphabet) },
          { weight: 1, arbitrary: fc.constantFrom(...marks) },
          { weight: 1, arbitrary: fc.constantFrom(...'0123456789') },
        ),
        { minLength: 1, maxLength: 12 },
      )
      .map((characters) => characters.join('')),
  )
const features = fc.constantFrom('', 'onum pnum', 'lnum tnum', 'onum pnum sups', 'smcp')

const runs = Number(process.env.SHAPING_RUNS ?? 60)

test.each(files)(`%s, ${runs} words`, async (file) => {
  const font = fontkit.create((await asset(`fonts/${file}`)) as Buffer) as unknown as FontkitFont
  const baked = await asset(`fonts/${file.replace('.ttf', '.pairs.json')}`)
  const pairs = new Pairs(JSON.parse(new TextDecoder().decode(baked)) as PairFile)
  const plain = new Shaper(font)
  const quick = new Shaper(font, pairs)
  let byPairs = 0
  fc.assert(
    fc.property(word, features, (text, asked) => {
      if (pairs.set(text, '')) byPairs += 1
      const found = quick.shape(text, asked)
      const whole = plain.whole(text, asked)
      expect(found.glyphs.map(({ id, codePoints }) => [id, codePoints])).toEqual(
        whole.glyphs.map(({ id, codePoints }) => [id, codePoints]),
      )
      expect(found.kerns).toEqual(whole.kerns)
      expect(found.width).toBe(whole.width)
      expect(found.shifts).toEqual(whole.shifts)
    }),
    { numRuns: runs, seed: 5 },
  )
  expect(byPairs, 'words that the pairs know').toBeGreaterThan(runs / 3)
})
