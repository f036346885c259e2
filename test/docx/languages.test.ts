import { expect, test } from 'vitest'
import { isRightToLeft } from '../../src/core/direction.ts'
import { stretches, wordLanguage } from '../../src/write/docx/languages.ts'

test.each([
  ['en-GB', 'en-GB'],
  ['kk', 'kk-KZ'],
  ['ru', 'ru-RU'],
  ['uz-Latn', 'uz-Latn-UZ'],
  ['not a tag', 'not a tag'],
])('Word calls %s %s', (tag, name) => {
  expect(wordLanguage(tag)).toBe(name)
})

test('languages run one way or the other', () => {
  expect(['ar', 'he', 'fa', 'ur'].every(isRightToLeft)).toBe(true)
  expect(['en', 'kk', 'kk-Cyrl', 'el', '', '??'].some(isRightToLeft)).toBe(false)
})

test('a phrase in another script is one stretch, with its spaces and without its punctuation', () => {
  const cut = stretches('see Ұлытау таулары, or نهر سلم.', 'en')
  expect(cut.map(({ text }) => text)).toEqual(['see ', 'Ұлытау таулары', ', or ', 'نهر سلم', '.'])
  expect(cut.map(({ foreign }) => foreign)).toEqual([false, true, false, true, false])
  expect(cut.map(({ rightToLeft }) => rightToLeft)).toEqual([false, false, false, true, false])
})

test('nothing is lost by cutting', () => {
  for (const tag of ['en', 'ru', 'ar', 'ja', 'xx', '']) {
    const text = 'Latin, Кириллица, ελληνικά, 漢字, עברית 12 — ends'
    expect(
      stretches(text, tag)
        .map((stretch) => stretch.text)
        .join(''),
    ).toBe(text)
  }
})
