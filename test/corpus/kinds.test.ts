// The table of kinds, and what a kind that it does not have would need.
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { jsonSchema, kinds } from '../../src/corpus/kinds.ts'
import { findFields } from '../../src/corpus/references.ts'

const names = kinds.map(({ name }) => name)

test('every reference names a kind of the table', () => {
  const referred = kinds.flatMap((kind) =>
    [...JSON.stringify(jsonSchema(kind)).matchAll(/"refersTo":"([^"]*)"/g)].map((match) => match[1]!),
  )
  expect(referred).not.toEqual([])
  expect(referred.filter((it) => !names.some((name) => name === it))).toEqual([])
})

test('every kind has a label among its fields, and a plural of its own', () => {
  for (const { name, label, schema } of kinds)
    expect(Object.keys('shape' in schema ? (schema.shape as object) : {}), name).toContain(label)
  expect(new Set(kinds.map(({ plural }) => plural)).size).toBe(kinds.length)
})

test('no other file has a list of kinds: the view and the figures name what they print, and a pack what it chooses by', () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(
    // A language has words for columns and groups, which are called as kinds are.
    (name) => name.endsWith('.ts') && !name.startsWith('core/locale/'),
  )
  const lists = files.filter((name) => {
    const text = readFileSync(`src/${name}`, 'utf8').replace(/import .*/g, '')
    const isNamed = (word: string) => new RegExp(`['"]${word}['"]|\\b${word}:`).test(text)
    return kinds.filter(({ name: kind, plural }) => isNamed(kind) || isNamed(plural)).length > 7
  })
  expect(lists.sort()).toEqual([
    'corpus/select.ts',
    'document/view/registers.ts',
    'document/view/view.ts',
    'write/figures/data.ts',
  ])
})

test('prose is found where the schema says so, with the fields that name its claims', () => {
  const disagreement = { account: 'They differ.', claims: ['a'], title: 'x' }
  expect(findFields('disagreement', disagreement).prose).toEqual([
    { path: ['account'], value: 'They differ.', role: 'account', on: ['claims'] },
  ])
  const pack = { outlook: [{ text: 'So it goes.', claims: [] }], base: { strengths: ['Two authors.'] } }
  expect(findFields('pack', pack).prose.map(({ path, role }) => [path, role])).toEqual([
    [['outlook', 0, 'text'], 'statement'],
    [['base', 'strengths', 0], 'remark'],
  ])
})
