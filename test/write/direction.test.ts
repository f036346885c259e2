import { expect, test } from 'vitest'
import { inDirections } from '../../src/core/direction.ts'
import { directions } from '../../src/document/resolve/directions.ts'
import { inLanguage, paragraph, root, table } from '../helpers/nodes.ts'

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

test('in a document from right to left, blocks in other letters run as these do, also with a word of its own', () => {
  const arabic = 'الميناء'
  const body = root(
    paragraph('The toll stays, says the harbour master.'),
    paragraph(`The quay is called ${arabic} by the captains.`),
    paragraph('Пошлина остаётся прежней.'),
    paragraph(`${arabic} English`),
    table([['No. 5'], [arabic]]),
  )
  directions({ language: 'ar', sources: new Map() })(body)
  const languages = body.children.slice(0, 4).map(({ data }) => data?.lang)
  expect(languages).toEqual(['en', 'en', 'ru', undefined])
  expect(body.children[1]).toHaveProperty('children.1', inLanguage('ar', arabic))
  expect(body.children[4]).toHaveProperty('children.0.children.0.children', [inLanguage('en', 'No. 5')])
  expect(body.children[4]).not.toHaveProperty('children.1.children.0.children.0.data')
})
