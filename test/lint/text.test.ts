import { describe, expect, test } from 'vitest'
import { datesIn, monthDays } from '../../src/evidence/lint/dates.ts'
import { termsIn } from '../../src/evidence/lint/scale-terms.ts'
import { splitSentences } from '../../src/evidence/lint/sentences.ts'
import { ownVoice, quotationsIn } from '../../src/evidence/quotes.ts'

const split = (text: string) => splitSentences(text).map(({ from, to }) => text.slice(from, to).trim())

describe('sentences', () => {
  test.each([
    ['One. Two! Three?', ['One.', 'Two!', 'Three?']],
    ['Col. Gen. M. Altin spoke. He left.', ['Col. Gen. M. Altin spoke.', 'He left.']],
    ['The U.S. Embassy closed. It reopened.', ['The U.S. Embassy closed.', 'It reopened.']],
    ['He said “no.” She left.', ['He said “no.”', 'She left.']],
    ['It grew by 3.5 per cent. 12 left.', ['It grew by 3.5 per cent.', '12 left.']],
    ['Он ушёл. Она в г. Орло осталась.', ['Он ушёл.', 'Она в г. Орло осталась.']],
    ['Law no. 12 of 2004 holds. It is old.', ['Law no. 12 of 2004 holds.', 'It is old.']],
    ['Cited.\ufffc Next.', ['Cited.\ufffc', 'Next.']],
    ['without an end', ['without an end']],
  ])('%s', (text, expected) => {
    expect(split(text)).toEqual(expected)
  })
})

describe('quotations', () => {
  test.each([
    ['he said “a b” and "c d"', ['a b', 'c d']],
    ['«а б» и „в г“ и ‹д›', ['а б', 'в г', 'д']],
    ['it’s the dogs’ day ‘so they say’', ['so they say']],
    ['“one ‘two’ three”', ['one ‘two’ three']],
    ['no marks, don’t', []],
    ["they said 'we can't guard it' and left, the officials' plan of the '90s", ["we can't guard it"]],
    ['»neun« und ‚zehn‘, «а» и «б»', ['neun', 'zehn', 'а', 'б']],
  ])('%s', (text, expected) => {
    expect(quotationsIn(text).map(({ words }) => words)).toEqual(expected)
  })

  test('are blanked out of our own voice, at the same offsets', () => {
    expect(ownVoice('a “b” c')).toBe('a     c')
  })
})

describe('dates', () => {
  test.each([
    ['on 19 November 2002', ['2002-11-19']],
    ['on November 19, 2002, and in May 2003', ['2002-11-19', '2003-05']],
    ['2002-2013 and 1999', ['2002', '2013', '1999']],
    ['4 мая 2006 года; 2006 ж. мамыр', ['2006-05-04', '2006']],
    ['30,000 and 12005', []],
  ])('%s', (text, expected) => {
    expect(datesIn(text).map(({ iso }) => iso)).toEqual(expected)
  })

  test('without a year are days', () => {
    expect(monthDays('On November 19 and 4 May')).toEqual(['05-04', '11-19'])
  })
})

test('likelihood terms are found whole, the longest first, and not in other words', () => {
  expect(termsIn('very likely, unlikely, and a likelihood; a remote valley').map(({ term }) => term)).toEqual([
    'very likely',
    'unlikely',
  ])
})
