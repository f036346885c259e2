import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stringify } from 'yaml'
import { contextAt } from '../../src/app/editor/context.ts'

/** The context at the mark `‸`. */
function at(marked: string) {
  const before = marked.slice(0, marked.indexOf('‸')).split('\n')
  const text = marked.replace('‸', '')
  return contextAt(text, { line: before.length - 1, character: before.at(-1)!.length })
}

test.each([
  ['type: bo‸', ['type'], 'value', 'bo'],
  ['ty‸', [], 'key', 'ty'],
  ['- id: a\n  ki‸', [0], 'key', 'ki'],
  ['- id: a\n- na‸', [0], 'key', 'na'],
  ['- id: a\n  roles:\n    - title: x\n      of: k‸', [0, 'roles', 0, 'of'], 'value', 'k'],
  ['claims:\n  - id: a\n    voice: au‸', ['claims', 0, 'voice'], 'value', 'au'],
  ['claims:\n- id: a\n  voice: au‸', ['claims', 0, 'voice'], 'value', 'au'],
  ['- id: a\n  for: [one, tw‸', [0, 'for', 0], 'value', 'tw'],
  ['- {id: a, kind: pe‸}', [0, 'kind'], 'value', 'pe'],
  ['- {id: a, ki‸}', [0], 'key', 'ki'],
  ['author: [{family: A, gi‸', ['author', 0], 'key', 'gi'],
  ['- id: a\n  for:\n    - on‸', [0, 'for', 0], 'key', 'on'],
  ['text: what, so‸', ['text'], 'value', 'so'],
])('%j', (marked, path, kind, word) => {
  expect(at(marked)).toMatchObject({ path, at: kind, word })
})

test('keys that the mapping has are told, above and below', () => {
  expect(at('- id: a\n  kind: x\n  ‸\n  note: y\n- id: b\n  tags: []').siblings).toEqual(['id', 'kind', 'note'])
  expect(at('- {id: a, kind: x, ‸}').siblings).toEqual(['id', 'kind'])
})

test('the path of every value of any block document is found', () => {
  const key = fc.stringMatching(/^[a-z]{1,5}(-[a-z]{1,3})?$/)
  const leaf = fc
    .stringMatching(/^[a-z]{2,8}$/)
    .filter((it) => !['no', 'yes', 'on', 'off', 'true', 'false', 'null'].includes(it))
  const tree: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
    node: fc.oneof(
      { maxDepth: 3 },
      leaf,
      fc.dictionary(key, tie('node'), { minKeys: 1, maxKeys: 3 }),
      fc.array(fc.dictionary(key, tie('node'), { minKeys: 1, maxKeys: 3 }), { minLength: 1, maxLength: 2 }),
    ),
  })).node
  fc.assert(
    fc.property(fc.dictionary(key, tree, { minKeys: 1, maxKeys: 3 }), (data) => {
      const marks: { path: (string | 0)[]; mark: string }[] = []
      const marked = (value: unknown, path: (string | 0)[]): unknown => {
        if (typeof value === 'string') {
          const mark = `${value}zz${marks.length}`
          marks.push({ path, mark })
          return mark
        }
        if (Array.isArray(value)) return value.map((it) => marked(it, [...path, 0]))
        return Object.fromEntries(
          Object.entries(value as object).map(([name, it]) => [name, marked(it, [...path, name])]),
        )
      }
      const text = stringify(marked(data, []), { lineWidth: 0 })
      for (const { path, mark } of marks) {
        const lines = text.split('\n')
        const line = lines.findIndex((it) => it.endsWith(mark))
        expect(contextAt(text, { line, character: lines[line]!.length }), text).toMatchObject({
          path,
          at: 'value',
          word: mark,
        })
      }
    }),
    { numRuns: 200 },
  )
})
