import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { localeOf, numberText } from '../../src/core/locale/locale.ts'
import { formatDate } from '../../src/corpus/date-words.ts'

const languages = readdirSync('src/core/locale')
  .map((name) => name.replace('.ts', ''))
  .filter((name) => /^[a-z]{2}$/.test(name))

/** Every word of a table, by its path; functions are left out. */
function wordsOf(value: unknown, path = ''): [path: string, word: string][] {
  if (typeof value === 'string') return [[path, value]]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => wordsOf(inner, path ? `${path}.${key}` : key))
}

test('a language is a file, known by its subtag whatever follows it', () => {
  expect(languages).toEqual(['de', 'en', 'es', 'fr', 'kk', 'ru'])
  for (const language of languages) expect(localeOf(`${language}-XX`)).toBe(localeOf(language))
  expect(localeOf('xx')).toBe(localeOf('en'))
})

describe.each(languages)('%s', (language) => {
  test('has a word for everything', () => {
    for (const [path, word] of wordsOf(localeOf(language))) expect(word.length, path).toBeGreaterThan(0)
  })
  test('has a form of a noun for every number', () => {
    const { plural, forms } = localeOf(language).numbers
    for (const count of [0, 1, 2, 5, 11, 21, 101, 1_000_000]) expect(plural(count)).toBeLessThan(forms)
  })
})

// Names of what is put in, codes and the letters of grades are the same in all.
test.each(['kk', 'ru'])('%s has no Latin letter', (language) => {
  const latin = wordsOf(localeOf(language)).filter(([, word]) =>
    /\p{sc=Latin}/u.test(
      word.replace(
        /\{\w+\}|\b(?:[AF]|DOI|ISBN|PDF|Word|CSL-JSON|Markdown|ICD|PHIA|SHA-256|S1\.2|n1|D\.6\.e\.2\.a)\b/g,
        '',
      ),
    ),
  )
  expect(latin).toEqual([])
})

test('French marks have a narrow no-break space before them, and guillemets inside, in all that the tool says', () => {
  const fr = localeOf('fr')
  const said = [
    ...wordsOf(fr),
    ['alt', fr.figures.alt.strip(['2003'], ['2004', '2005'])],
    ['alt', fr.figures.alt.map(['A'], ['B', 'C'])],
    ['law', fr.law.amended('2011')],
    ['changes', fr.changes.became('a', 'b')],
  ] as const
  const loose = said.filter(([, word]) => /(?<![\u202F(])[:;!?»]|«(?!\u202F)/.test(word))
  expect(loose).toEqual([])
  expect(said.filter(([, word]) => word.includes('\u202F')).length).toBeGreaterThan(20)
})

test('dates', () => {
  const dates = ['2005-06-17', '2005-06-17/2005-06-30', '2005-06-28/2005-07-03', '2005-03~', '2004/..', '../2004-05-01']
  expect(Object.fromEntries(languages.map((it) => [it, dates.map((date) => formatDate(date, it))]))).toEqual({
    de: [
      '17. Juni 2005',
      '17.–30. Juni 2005',
      '28. Juni – 3. Juli 2005',
      'ca. März 2005',
      'ab 2004',
      'bis 1. Mai 2004',
    ],
    en: ['17 June 2005', '17–30 June 2005', '28 June – 3 July 2005', 'c. March 2005', 'from 2004', 'by 1 May 2004'],
    es: [
      '17 de junio de 2005',
      '17–30 de junio de 2005',
      '28 de junio – 3 de julio de 2005',
      'hacia marzo de 2005',
      'desde 2004',
      'hasta el 1 de mayo de 2004',
    ],
    fr: [
      '17 juin 2005',
      '17–30 juin 2005',
      '28 juin – 3 juillet 2005',
      'vers mars 2005',
      'depuis 2004',
      'jusqu’au 1er mai 2004',
    ],
    kk: [
      '2005 ж. 17 маусым',
      '2005 ж. 17–30 маусым',
      '2005 ж. 28 маусым – 3 шілде',
      'шам. 2005 ж. наурыз',
      '2004 жылдан бастап',
      '2004 ж. 1 мамырға дейін',
    ],
    ru: ['17 июня 2005', '17–30 июня 2005', '28 июня – 3 июля 2005', 'ок. марта 2005', 'с 2004', 'до 1 мая 2004'],
  })
})

test('numbers', () => {
  expect(languages.map((language) => numberText(-12_345.5, language))).toEqual([
    '−12.345,5',
    '−12,345.5',
    '−12\u00A0345,5',
    '−12\u00A0345,5',
    '−12\u00A0345,5',
    '−12\u00A0345,5',
  ])
  expect(languages.map((language) => numberText(1234, language))).toEqual([
    '1234',
    '1,234',
    '1234',
    '1234',
    '1234',
    '1234',
  ])
})
