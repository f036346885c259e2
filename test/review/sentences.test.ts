// All edits of a sentence go together, and none comes near a printed term.
import { expect, test } from 'vitest'
import { boundTouched, mayBeName } from '../../src/app/review/bound.ts'
import { rewritingsOf } from '../../src/app/review/sentences.ts'
import { termTouchedIn } from '../../src/app/review/terms.ts'

const told = (before: string, after: string) =>
  rewritingsOf(before, after).map(({ was, is, parts }) => [was, is, parts.length])

test.each([
  [
    'The pilot brought a calmer yard by the word of the heads.† Marks fell.†',
    'The pilot brought calmer yards, as the heads say.† Marks rose.†',
    [
      ['a calmer yard by the word of the heads', 'calmer yards, as the heads say', 4],
      ['fell', 'rose', 1],
    ],
  ],
  ['It fell. It rose.', 'It fell, and it rose.', [['. It', ', and it', 1]]],
  [
    'Mr. A. Foe of Co. came in.',
    'Mrs. A. Foe of Co. went in.',
    [['Mr. A. Foe of Co. came', 'Mrs. A. Foe of Co. went', 2]],
  ],
  [
    'He wrote “It is. We are.” and left it.',
    'She wrote “It is. We are.” and took it.',
    [['He wrote “It is. We are.” and left', 'She wrote “It is. We are.” and took', 2]],
  ],
  ['One came. Two went.', 'One ran. Three came. Two went.', [['', 'ran. Three ', 1]]],
  ['One came. Two went.', 'One came. Late two ran.', [['Two went', 'Late two ran', 1]]],
])('“%s” → “%s”', (before, after, edits) => {
  expect(told(before, after)).toEqual(edits)
})

const touched = (language: string, before: string, after: string) =>
  rewritingsOf(before, after).map((it) => termTouchedIn(language)(before, it))

test.each([
  [
    'en',
    'It is unlikely (20–45%) that marks rise.',
    [
      'It is very unlikely (20–45%) that marks rise.',
      'It is not unlikely (20–45%) that marks rise.',
      'It is unlikely (20–45%) now that marks rise.',
      'It was unlikely (20–45%) that marks rise.',
      'It is unlikely (20–55%) that marks rise.',
      'It is, some say, highly unlikely (20–45%) that marks rise.',
      'It is not held that it is unlikely (20–45%) that marks rise.',
    ],
  ],
  [
    'en',
    'Marks will almost certainly rise, as is certain.',
    ['Marks will almost certainly rise, as is almost certain.'],
  ],
  [
    'en',
    'Confidence in the evidence is low here.',
    ['Confidence in the evidence is moderate here.', 'Confidence in the evidence is very low here.'],
  ],
  [
    'de',
    'Es ist unwahrscheinlich (20–45 %), dass es steigt.',
    [
      'Es ist sehr unwahrscheinlich (20–45 %), dass es steigt.',
      'Es ist keineswegs unwahrscheinlich (20–45 %), dass es steigt.',
      'Es ist unwahrscheinlich (20–45 %), ja ausgeschlossen, dass es steigt.',
    ],
  ],
  [
    'fr',
    'Il est improbable (20–45 %) que cela monte.',
    ['Il est très improbable (20–45 %) que cela monte.', 'Il n’est pas improbable (20–45 %) que cela monte.'],
  ],
  ['es', 'Es improbable (20–45 %) que suba.', ['Es muy improbable (20–45 %) que suba.']],
  ['ru', 'Рост маловероятно (20–45%) начнётся.', ['Рост очень маловероятно (20–45%) начнётся.']],
  ['kk', 'Өсуі ықтимал (55–80%) деп санаймыз.', ['Өсуі өте ықтимал (55–80%) деп санаймыз.']],
] as const)('in %s every edit beside the term of “%s” touches it', (language, before, edits) => {
  for (const after of edits) expect(touched(language, before, after), after).not.toContain(undefined)
})

test.each([
  ['en', 'It is unlikely (20–45%) that marks rise soon.', 'It is unlikely (20–45%) that marks rise fast.'],
  ['en', 'It is unlikely (20–45%). Marks rose.', 'It is unlikely (20–45%). All marks rose.'],
  ['en', 'Prices are low here.', 'Prices are very low here.'],
  [
    'de',
    'Es ist unwahrscheinlich (20–45 %), dass es steigt.',
    'Es ist unwahrscheinlich (20–45 %), dass es bald steigt.',
  ],
] as const)('in %s an edit elsewhere touches none: “%s”', (language, before, after) => {
  expect(touched(language, before, after).filter(Boolean)).toEqual([])
})

test('a word that opened a sentence is a name that rests on claims only where these have it', () => {
  const words = { names: new Set<string>(), common: new Set(['share']) }
  const opened = (is: string, claimed: string) =>
    boundTouched('Settle the bill.', [{ from: 0, to: 6, is }], 'en', words, (word) => claimed.includes(word))
  expect(opened('Share', 'the state should pay')).toBeUndefined()
  expect(opened('Share', 'settle said so')).toBe(mayBeName)
  expect(opened('Harker', 'the state should pay')).toBe(mayBeName)
})
