// Dates in words, in the order of time.
import { expect, test } from 'vitest'
import { sortKeys } from '../../src/write/html/sort-keys.ts'
import { table } from '../helpers/nodes.ts'

const keysOf = (language: string, ...texts: string[]) => {
  const keyOf = sortKeys(table([['Date'], ...texts.map((text) => [text])]), language)
  return texts.map((_, row) => keyOf(row, 0))
}

test.each([
  ['en-GB', ['23 October 2002', 'by May 2004', '1–23 October 2004', 'September 2001 – May 2004', '2003', 'Undated']],
  ['en-US', ['October 23, 2002', 'by May 2004', 'October 1–23, 2004', 'September 2001 – May 2004', '2003', 'Undated']],
  [
    'de',
    ['23. Oktober 2002', 'bis Mai 2004', '1.–23. Oktober 2004', 'September 2001 – Mai 2004', '2003', 'Ohne Datum'],
  ],
  [
    'fr',
    ['23 octobre 2002', 'avant mai 2004', '1er–23 octobre 2004', 'septembre 2001 – mai 2004', '2003', 'Sans date'],
  ],
  [
    'es',
    [
      '23 de octubre de 2002',
      'hasta mayo de 2004',
      '1–23 de octubre de 2004',
      'septiembre de 2001 – mayo de 2004',
      '2003',
      '–',
    ],
  ],
  [
    'ru',
    ['23 октября 2002 г.', 'до мая 2004 г.', '1–23 октября 2004 г.', 'сентябрь 2001 г. – май 2004 г.', '2003 г.', ''],
  ],
  [
    'kk',
    [
      '2002 ж. 23 қазан',
      '2004 ж. мамырға дейін',
      '2004 ж. 1–23 қазан',
      '2001 ж. қыркүйек – 2004 ж. мамыр',
      '2003 ж.',
      '–',
    ],
  ],
])('in %s', (language, texts) => {
  expect(keysOf(language, ...texts)).toEqual(['2002-10-23', '2004-05', '2004-10-01', '2001-09', '2003', undefined])
})

test('what is no column of dates has no keys', () => {
  expect(keysOf('en', '2002', '2003')).toEqual([undefined, undefined])
  expect(keysOf('en', 'Marsh, May 2003', '12 May 2004')).toEqual([undefined, undefined])
  expect(keysOf('en', '12,000 in May 2003', '12 May 2004')).toEqual([undefined, undefined])
})
