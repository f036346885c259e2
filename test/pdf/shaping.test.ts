/** Shaping by pairs gives what fontkit gives for the whole word. */
import fc from 'fast-check'
import * as fontkit from 'fontkit'
import { expect, test } from 'vitest'
import type { FontkitFont } from '../../src/write/pdf/printer/pdfmake-internals.ts'
import { Shaper } from '../../src/write/pdf/printer/shaping.ts'
import { asset } from '../helpers/fonts.ts'

const files = [
  ...['SourceSerif4-Regular', 'SourceSerif4-It', 'SourceSerif4-Semibold', 'SourceSerif4-SemiboldIt'],
  ...['SourceSans3-Regular', 'SourceSans3-It', 'SourceSans3-Semibold', 'SourceCodePro-Regular', 'DejaVuSans'],
]
const letters = {
  latin: 'ffffiilltabcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZéüçşğňāžøß',
  cyrillic: 'абвгдежзийклмнопрстуфхцчшщъыьэюяАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯәғқңөұүһіӘҒҚҢӨҰҮҺІ',
}
const marks = [..." .,;:!?'’“”()-–"]
const word = fc.constantFrom(letters.latin, letters.cyrillic).chain((alphabet) =>
  fc
    .array(
      fc.oneof(
        { weight: 6, arbitrary: fc.constantFrom(...alphabet) },
        { weight: 1, arbitrary: fc.constantFrom(...marks) },
      ),
      {
        minLength: 2,
        maxLength: 12,
      },
    )
    .map((characters) => characters.join('')),
)

const runs = Number(process.env.SHAPING_RUNS ?? 150)

test.each(files)(`%s, ${runs} words`, async (file) => {
  const font = fontkit.create((await asset(`fonts/${file}.ttf`)) as Buffer) as unknown as FontkitFont
  const shaper = new Shaper(font)
  let byPairs = 0
  fc.assert(
    fc.property(word, fc.constantFrom('', 'onum pnum', 'smcp', 'sups'), (text, features) => {
      const found = shaper.byPairs(text, features)
      if (!found) return
      byPairs += 1
      const whole = shaper.whole(text, features)
      expect(found.glyphs.map(({ id, codePoints }) => [id, codePoints])).toEqual(
        whole.glyphs.map(({ id, codePoints }) => [id, codePoints]),
      )
      found.kerns.forEach((kern, i) => {
        expect(kern).toBeCloseTo(whole.kerns[i]!, 6)
      })
      expect(found.width).toBeCloseTo(whole.width, 6)
      expect(whole.shifts).toBeUndefined()
    }),
    { numRuns: runs, seed: 5 },
  )
  expect(byPairs).toBeGreaterThan(runs / 3)
})
