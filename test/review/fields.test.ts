import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Field, printedIn } from '../../src/app/review/fields.ts'

const field = (value: string): Field => ({ kind: 'judgment', id: 'a', path: ['text'], value, claims: [] })
const places = (paragraph: string, value: string) =>
  printedIn(paragraph, field(value)).map(({ pieces }) =>
    pieces.map(({ from, to, inValue }) => [paragraph.slice(from, to), value.slice(inValue, inValue + to - from)]),
  )

test.each([
  [
    'Likely (55–80%), the port stays shut.',
    '{term}, the port stays shut.',
    [[', the port stays shut.', ', the port stays shut.']],
  ],
  [
    'The port is likely shut.',
    'the port is {term} shut.',
    [
      ['The port is ', 'the port is '],
      [' shut.', ' shut.'],
    ],
  ],
  ['Likely.', '{term}.', []],
  ['Likely', '{term}', []],
  ['A', 'a', [['A', 'a']]],
])('in “%s” stands “%s”', (paragraph, value, found) => {
  expect(places(paragraph, value)).toEqual(found.length > 0 ? [found] : [])
})

test('whatever stands in a field and a paragraph, looking for it ends', () => {
  const piece = fc.constantFrom('', 'a', 'A', '.', '{term}', 'ab', ' ')
  const text = fc.array(piece, { maxLength: 6 }).map((it) => it.join(''))
  fc.assert(
    fc.property(text, text, (paragraph, value) => {
      for (const { from, to } of printedIn(paragraph, field(value))) expect(0 <= from && from <= to).toBe(true)
    }),
  )
})
