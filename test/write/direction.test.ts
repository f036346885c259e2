import { expect, test } from 'vitest'
import { inDirections } from '../../src/core/direction.ts'

test.each([
  ['a joiner', 'in کشتی\u200cها now', ['کشتی\u200cها']],
  ['a joiner and marks', 'in می\u200cگُویَند now', ['می\u200cگُویَند']],
  ['numbers and a space', 'in سال ۲۰۰۵ now', ['سال ۲۰۰۵']],
  ['two stretches', 'שלום and سلام', ['שלום', 'سلام']],
])('words from right to left are one stretch over %s', (_, text, expected) => {
  const pieces = inDirections(text)
  expect(pieces.filter(({ rightToLeft }) => rightToLeft).map(({ words }) => words)).toEqual(expected)
  expect(pieces.map(({ words }) => words).join('')).toBe(text)
})
