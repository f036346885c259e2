import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { en } from '../../src/core/locale/en.ts'
import { localeOf, sectionWords } from '../../src/core/locale/locale.ts'
import { confidenceLevels, scales } from '../../src/corpus/scales.ts'

const used = readdirSync('templates')
  .filter((file) => file.endsWith('.hbs'))
  .flatMap((file) =>
    [...readFileSync(`templates/${file}`, 'utf8').matchAll(/[{(]t "([^"]*)"/g)].map(([, words]) => words!),
  )

test('every word of the shipped sections, and every term of the scales, is there in each language', () => {
  const terms = Object.values(scales)
    .flatMap((scale) => scale.terms.flatMap(({ term, also }) => [term, ...also]))
    .concat(confidenceLevels)
    .concat(Object.values(scales).flatMap(({ name, norm }) => [name, norm]))
  for (const words of [...used, ...terms]) {
    const said = ['de', 'fr', 'es', 'kk', 'ru'].map((language) => sectionWords(words, language))
    expect(said, words).toEqual(said.map(() => expect.stringMatching(/./)))
  }
  expect(Object.keys(en.sections).filter((words) => ![...used, ...terms].includes(words))).toEqual([])
})

test('each language puts in what English does, and has a form for every number, or one for all', () => {
  const holes = (words: string) => [...words.matchAll(/\{\w+\}|\*/g)].map(String).sort()
  for (const words of Object.keys(en.sections) as (keyof typeof en.sections)[])
    for (const language of ['en', 'de', 'fr', 'es', 'kk', 'ru']) {
      const { sections, numbers } = localeOf(language)
      const forms = [sections[words]].flat()
      expect(forms.length, `${language}: ${words}`).toBe(Array.isArray(sections[words]) ? numbers.forms : 1)
      for (const form of forms) expect(holes(form), `${language}: ${words}`).toEqual(holes(words))
    }
})

test('words take the form that goes with their number', () => {
  expect([1, 2, 5, 21].map((count) => sectionWords('{count} claims', 'ru', count))).toEqual([
    '{count} утверждение',
    '{count} утверждения',
    '{count} утверждений',
    '{count} утверждение',
  ])
  expect([1, 0].map((count) => sectionWords('{count} claims', 'en-GB', count))).toEqual([
    '{count} claim',
    '{count} claims',
  ])
})

test('the terms of a scale are told apart in every language', () => {
  for (const scale of Object.values(scales))
    for (const language of ['de', 'fr', 'es', 'kk', 'ru']) {
      const said = scale.terms.map(({ term }) => sectionWords(term, language))
      expect(new Set(said).size).toBe(said.length)
    }
})
