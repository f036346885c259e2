import * as fontkit from 'fontkit'
import { expect, test } from 'vitest'
import { fileFor } from '../../src/fonts/families.ts'
import { webFont } from '../../src/write/html/web-font.ts'
import { asset } from '../helpers/fonts.ts'

const open = (bytes: Uint8Array) => fontkit.create(bytes as Buffer) as fontkit.Font
const codesOf = (text: string) => Array.from(text, (character) => character.codePointAt(0)!)
const files = [fileFor('Source Serif 4', {}), fileFor('Source Serif 4', { italic: true }), fileFor('Source Sans 3', {})]

test.each(files)('%s keeps the outlines and widths of the characters it is asked for, and no others', async (file) => {
  const original = await asset(`fonts/${file}`)
  // Ү and Й are put together from parts; ﷲ is in none of the fonts.
  const text = 'Policy – 2006, ÅéЙйӘҚҢӨҰҮҺІқңғ Ποταμός ﷲ'
  const small = webFont(original, codesOf(text))!
  const before = open(original)
  const after = open(small)
  const wanted = codesOf(text).filter((code) => before.hasGlyphForCodePoint(code))
  expect(wanted.length).toBeGreaterThan(35)
  for (const code of wanted) {
    expect(after.hasGlyphForCodePoint(code)).toBe(true)
    expect(after.glyphForCodePoint(code).path.toSVG()).toBe(before.glyphForCodePoint(code).path.toSVG())
    expect(after.glyphForCodePoint(code).advanceWidth).toBe(before.glyphForCodePoint(code).advanceWidth)
  }
  expect(after.characterSet.filter((code) => code !== 0xffff).sort()).toEqual([...new Set(wanted)].sort())
  expect(small.length).toBeLessThan(original.length / 8)
})

test('a font with none of the characters is left out', async () => {
  expect(webFont(await asset(`fonts/${files[0]}`), codesOf('河流'))).toBeUndefined()
})

test('the order of the characters does not matter', async () => {
  const font = await asset(`fonts/${files[0]}`)
  expect(webFont(font, codesOf('cab'))).toEqual(webFont(font, codesOf('abc')))
})
