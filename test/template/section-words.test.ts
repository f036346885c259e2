import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { confidenceLevels, scales } from '../../src/corpus/scales.ts'
import { en } from '../../src/locale/en.ts'
import { sectionWords } from '../../src/locale/locale.ts'

const used = readdirSync('templates')
  .filter((file) => file.endsWith('.hbs'))
  .flatMap((file) =>
    [...readFileSync(`templates/${file}`, 'utf8').matchAll(/[{(]t "([^"]*)"/g)].map(([, words]) => words!),
  )

test('every word of the shipped sections, and every term of the scales, is there in each language', () => {
  const terms = Object.values(scales)
    .flatMap((scale) => scale.terms.flatMap(({ term, also }) => [term, ...also]))
    .concat(confidenceLevels)
  for (const words of [...used, ...terms]) {
    const said = ['de', 'fr', 'es', 'kk', 'ru'].map((language) => sectionWords(words, language))
    expect(said, words).toEqual(said.map(() => expect.stringMatching(/./)))
    expect(sectionWords(words, 'en-GB')).toBe(words)
  }
  expect(Object.keys(en.sections).filter((words) => ![...used, ...terms].includes(words))).toEqual([])
})

test('each language puts in what English does', () => {
  const holes = (words: string) => [...words.matchAll(/\{\w+\}|\*/g)].map(String).sort()
  for (const words of Object.keys(en.sections))
    for (const language of ['de', 'fr', 'es', 'kk', 'ru'])
      expect(holes(sectionWords(words, language)!), `${language}: ${words}`).toEqual(holes(words))
})

test('the terms of a scale are told apart in every language', () => {
  for (const scale of Object.values(scales))
    for (const language of ['de', 'fr', 'es', 'kk', 'ru']) {
      const said = scale.terms.map(({ term }) => sectionWords(term, language))
      expect(new Set(said).size).toBe(said.length)
    }
})
