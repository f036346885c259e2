// Records change in the text of their files: what is not changed stays byte for byte.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { appendRecords, setAt, setFields, setInEntries } from '../../src/corpus/splice-yaml.ts'

const file = `# head
title:   x   # c
for: [a,  b]   # keep
claims:

    -   id: one   # first
        gist:  >-
          in two
          lines
        for:
          # why a
          - a  # ca
          # why b
          - b  # cb
        date:
          # the day
          edtf: "2004"
        passages:
        - {para: 1,   start: a}
        # of the passage

# tail
`
const linesBut = (text: string, gone: readonly string[]) => text.split('\n').filter((it) => !gone.includes(it))

test('a record is put behind the last, in its indentation', () => {
  const record = { id: 'two', gist: 'a, b: c', passages: [{ para: 2, start: 'x', end: 'y', sha256: 'z'.repeat(64) }] }
  const after = appendRecords(file, 'claims', [record])
  const [before, tail] = file.split('\n# tail')
  expect(after.startsWith(`${before}    - id: two\n      gist: "a, b: c"\n`)).toBe(true)
  expect(after.endsWith(`\n# tail${tail}`)).toBe(true)
  expect(parse(after).claims[1]).toEqual(record)
})

test.each([
  ['title: x\n', 'title: x\nclaims:\n  - id: two\n'],
  ['title: x', 'title: x\nclaims:\n  - id: two\n'],
  ['title: x\r\nclaims:\r\n- id: one', 'title: x\r\nclaims:\r\n- id: one\r\n- id: two\r\n'],
  ['\ufefftitle: x # é\n', '\ufefftitle: x # é\nclaims:\n  - id: two\n'],
  ['claims:\n  - id: one\n\n\n', 'claims:\n  - id: one\n  - id: two\n\n\n'],
])('the list begins, or goes on, in %j', (before, after) => {
  expect(appendRecords(before, 'claims', [{ id: 'two' }]).replace('{id: two}', 'id: two')).toBe(after)
})

test.each<[(string | number)[], unknown, string, string]>([
  [['title'], 'y # z', 'title:   x   # c', 'title:   "y # z"   # c'],
  [['for'], ['b'], '[a,  b]', '[b]'],
  [['claims', 0, 'gist'], 'short', '>-\n          in two\n          lines', 'short'],
  [['claims', 0, 'for'], ['a', 'c'], '          - b  # cb\n', '          - c\n'],
  [['claims', 0, 'date'], { edtf: '2005' }, '"2004"', '"2005"'],
  [['claims', 0, 'date'], { edtf: '2004', basis: 'explicit' }, '"2004"\n', '"2004"\n          basis: explicit\n'],
  [['claims', 0, 'passages', 0], { para: 2, start: '[x' }, '{para: 1,   start: a}', '{para: 2,   start: "[x"}'],
  [['claims', 0, 'gist'], undefined, '        gist:  >-\n          in two\n          lines\n', ''],
])('%j becomes %j, and nothing else moves', (path, value, from, to) => {
  expect(setAt(file, path, value)).toBe(file.replace(from, to))
})

test('a new field stands where the order has it', () => {
  const after = setAt(file, ['claims', 0, 'voice'], 'author', ['id', 'gist', 'voice', 'for'])
  expect(after).toBe(file.replace('          lines\n', '          lines\n        voice: author\n'))
})

test.each(['\u00a0', ' ', '\u2003x', 'x\u3000'])('spaces at the ends are kept: %j', (value) => {
  expect(parse(setAt(file, ['title'], value)).title).toBe(value)
  expect(setAt(file, ['title'], value)).toContain('for: [a,  b]   # keep')
})

test('any value reads back as it is, in any place', () => {
  const places: (string | number)[][] = [['title'], ['new'], ['claims', 0, 'gist'], ['claims', 0, 'date', 'edtf']]
  fc.assert(
    fc.property(fc.constantFrom(...places), fc.string({ unit: 'grapheme', minLength: 1 }), (path, value) => {
      const after = setAt(file, path, value)
      expect(path.reduce((it, step) => it[step], parse(after))).toBe(value)
      const kept = linesBut(file, [
        'title:   x   # c',
        '        gist:  >-',
        '          in two',
        '          lines',
        '          edtf: "2004"',
      ])
      expect(after.split('\n')).toEqual(expect.arrayContaining(kept))
    }),
  )
})

test('fields of many entries change as they would one by one', () => {
  const list = `# head\n${[...'abcd'].map((id) => `- id: ${id}  # of ${id}\n  name: "- ${id}"\n  in: [1]\n\n# before\n`).join('')}`
  const nested = file.replace('        # of the passage\n', '    -   id: two\n        gist: >-\n          - c\n')
  fc.assert(
    fc.property(
      fc.constantFrom([list, []] as const, [nested, ['claims']] as const),
      fc.dictionary(
        fc.constantFrom('0', '1'),
        fc.record({ gist: fc.string(), date: fc.option(fc.constant('1990'), { nil: undefined }) }),
      ),
      ([text, path], edits) => {
        const each = Object.entries(edits).map(([at, fields]) => [Number(at), fields] as const)
        const one = each.reduce((now, [at, fields]) => setFields(now, [...path, at], fields, ['id']), text)
        expect(parse(setInEntries(text, path, new Map(each), ['id']))).toEqual(parse(one))
      },
    ),
  )
})
