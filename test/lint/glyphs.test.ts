import { expect, test } from 'vitest'
import { reportGlyphs } from '../../src/lint/index.ts'

const place = { file: 'templates/a.md.hbs' }
const told = (characters: readonly string[]) => {
  const reasons: string[] = []
  const missing = characters.map((character) => ({ character, count: 2, place }))
  reportGlyphs(missing, (_place, reason) => reasons.push(reason))
  return reasons.map((reason) => reason.replace('the theme’s fonts have no glyph for ', ''))
}

test.each([
  [['上', '海'], ['4 Chinese characters, first “上” (U+4E0A)']],
  [
    ['ภ', 'า', '上'],
    ['4 Thai letters, first “ภ” (U+0E20)', '2 Chinese characters, first “上” (U+4E0A)'],
  ],
  [['😀', '👩‍👩‍👧', '🇰🇿', '1️⃣'], ['8 pictures, first “😀” (U+1F600)']],
  [['हि', 'न्दी'], ['4 Devanagari letters, first “हि” (U+0939)']],
])('%s: one finding a script', (characters, findings) => {
  expect(told(characters)).toEqual(findings)
})
