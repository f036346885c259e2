// The fonts in a page: what its characters need of the theme’s, and no more.
import * as fontkit from 'fontkit'
import type { Root } from 'hast'
import { expect, test } from 'vitest'
import { fileFor } from '../../src/write/fonts/families.ts'
import { fontFaces } from '../../src/write/html/font-faces.ts'
import { defaultTheme } from '../../src/write/theme.ts'
import { asset } from '../helpers/fonts.ts'

const pageOf = (value: string): Root => ({ type: 'root', children: [{ type: 'text', value }] })
const rulesFor = (text: string) => fontFaces(pageOf(text), { theme: defaultTheme, asset })
const fontsIn = (rules: string) =>
  [...rules.matchAll(/url\(data:font\/woff;base64,(.*?)\) format\('woff'\)/g)].map(
    ([, font]) => fontkit.create(Buffer.from(font!, 'base64')) as fontkit.Font,
  )
const codesOf = (text: string) => Array.from(text, (character) => character.codePointAt(0)!)

test('each has the outlines and widths of the characters of the page, and no others', async () => {
  // Ү and Й are put together from parts; ﷲ is in none of the fonts.
  const text = 'Policy – 2006, ÅéЙйӘҚҢӨҰҮҺІқңғ Ποταμός ﷲ'
  const fonts = fontsIn(await rulesFor(text))
  expect(fonts).toHaveLength(6)
  for (const [at, family, style] of [
    [0, 'Source Serif 4', {}],
    [1, 'Source Serif 4', { italic: true }],
    [4, 'Source Sans 3', {}],
  ] as const) {
    const before = fontkit.create((await asset(`fonts/${fileFor(family, style)}`)) as Buffer) as fontkit.Font
    const after = fonts[at]!
    const wanted = codesOf(text).filter((code) => before.hasGlyphForCodePoint(code))
    expect(wanted.length).toBeGreaterThan(35)
    for (const code of wanted) {
      expect(after.glyphForCodePoint(code).path.toSVG()).toBe(before.glyphForCodePoint(code).path.toSVG())
      expect(after.glyphForCodePoint(code).advanceWidth).toBe(before.glyphForCodePoint(code).advanceWidth)
    }
    expect(after.characterSet.filter((code) => code !== 0xffff).sort()).toEqual([...new Set(wanted)].sort())
  }
})

test('a font with none of the characters is left out', async () => {
  expect(await rulesFor('河流')).toBe('')
})

test('the order of the characters does not matter', async () => {
  expect(await rulesFor('cab')).toBe(await rulesFor('abc'))
})
