/** What is found of names is what one pattern of all forms would find, longest first. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Actor } from '../../src/corpus/actor.ts'
import type { Corpus } from '../../src/corpus/corpus.ts'
import { namesOf } from '../../src/evidence/lint/names.ts'

const forms = [
  'Lind',
  'Lind Bay',
  'U.S.',
  'U.S. Navy',
  "Cote d'Or",
  'al-Lind',
  'ҰҚК',
  'Қазақ',
  "'Abd",
  'КНБ',
  'B2',
  '𝒜ry',
]
const actors = forms.map((name, at): [string, Actor] => [
  `actor-${at}`,
  { id: `actor-${at}`, kind: 'company', name, names: [], relations: [], account: [], roles: [] } as unknown as Actor,
])
const names = namesOf({ actors: new Map(actors) } as unknown as Corpus)

const pattern = new RegExp(
  `(?<![\\p{L}\\p{N}\\p{M}])(?:${[...forms]
    .sort((a, b) => b.length - a.length)
    .map((form) => form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll("'", "['’]"))
    .join('|')})(?![\\p{L}\\p{N}\\p{M}])`,
  'gu',
)

test('in any text', () => {
  const part = fc.oneof(
    fc.constantFrom(...forms, ...forms.map((form) => form.replaceAll("'", '’'))),
    fc.constantFrom(' ', ' ', '-', '.', ', ', '’', "'", '“', '”', 's', 'é', 'e\u0301', '3', 'ы', '\ud835\udc9c', '\n'),
  )
  let found = 0
  fc.assert(
    fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
      const text = parts.join('')
      const mentions = names.in(text).map(({ form, at }) => [form, at])
      expect(mentions).toEqual([...text.matchAll(pattern)].map(({ 0: form, index }) => [form, index]))
      found += mentions.length
    }),
    { numRuns: 2000, seed: 3 },
  )
  expect(found).toBeGreaterThan(1000)
})
