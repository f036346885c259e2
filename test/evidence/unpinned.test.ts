import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pin, wholeWords } from '../../src/evidence/pin.ts'
import { sayParagraphs, whyUnpinned } from '../../src/evidence/unpinned.ts'

const text = `The bridge at Orlo was closed in March. It was not opened again.
“Nobody asked us,” said the mayor of Orlo. The bridge at Orlo is old.
The toll is 40 crowns. It was not opened again by the army.`

test.each([
  ['an empty text', '', { start: 'The bridge' }, 'the text is empty'],
  ['a paragraph that is not there', text, { start: 'The bridge', para: 4 }, 'the text has 3 paragraphs'],
  ['a paragraph of a text of one', 'The bridge.', { start: 'The bridge', para: 2 }, 'the text has 1 paragraph'],
  ['words in another paragraph', text, { start: 'The toll', para: 1 }, 'they stand in paragraph 3'],
  ['words in several others', text, { start: 'The bridge', para: 3 }, 'they stand in paragraphs 1, 2'],
  ['first words that are nowhere', text, { start: 'The tool is' }, 'nearest, in paragraph 3: The toll is'],
  [
    'last words that are nowhere',
    text,
    { start: 'The toll', end: 'by the navy.' },
    'nearest, in paragraph 3: by the army.',
  ],
  [
    'the last words before the first',
    text,
    { start: 'It was not', end: 'in March' },
    'in paragraph 1 the last words stand before the first',
  ],
  [
    'words apart, and together in a paragraph that is not asked for',
    text,
    { start: 'The bridge', end: 'Nobody asked', para: 1 },
    'the first words stand in paragraphs 1, 2, the last in paragraph 2; a passage lies in one paragraph: pin one in each',
  ],
])('why words cannot be pinned: %s', (_, held, request, reason) => {
  expect(pin(held, request)).toEqual([])
  expect(whyUnpinned(held, request)).toEqual([reason])
})

test('of many paragraphs the first ten are named', () => {
  const numbers = Array.from({ length: 12 }, (_, at) => at + 1)
  expect(sayParagraphs(numbers.slice(0, 10))).toBe('paragraphs 1, 2, 3, 4, 5, 6, 7, 8, 9, 10')
  expect(sayParagraphs(numbers)).toBe('paragraphs 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 and 2 more')
})

test('a stretch is widened to the words that it cuts, without the spaces at its ends', () => {
  const words = fc.array(fc.constantFrom('toll', 'Ort', 'é', '40'), { minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(words, fc.nat(30), fc.nat(30), (parts, one, other) => {
      const line = parts.join(' ')
      const [from, to] = [Math.min(one, other, line.length), Math.min(Math.max(one, other), line.length)]
      const [start, end] = wholeWords(line, from, to)
      const trimmed = line.slice(from, to).trim()
      const places = [...line.matchAll(/\S+/g)].map(({ 0: word, index }) => [index, index + word.length] as const)
      const cut = places.filter(([first, last]) => first < to && last > from)
      expect(line.slice(start, end)).toBe(trimmed === '' ? '' : line.slice(cut[0]![0], cut.at(-1)![1]))
    }),
    { seed: 3 },
  )
})
