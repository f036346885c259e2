import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { allFields, fieldReference } from '../../src/corpus/field-reference.ts'
import { jsonSchema, kinds } from '../../src/corpus/kinds.ts'

test('every field says what it means', () => {
  expect(
    allFields()
      .filter(({ description }) => description === '')
      .map(({ path }) => path),
  ).toEqual([])
})

test('the schemas for editors say it too', () => {
  for (const kind of kinds) {
    const { items, properties } = jsonSchema(kind) as { items?: { properties: object }; properties?: object }
    for (const [name, field] of Object.entries(properties ?? items?.properties ?? {}))
      expect((field as { description?: string }).description, `${kind.name}.${name}`).toBeTypeOf('string')
  }
})

test('docs/records.md is made from the schemas', () => {
  if (process.env.ACCEPT) writeFileSync('docs/records.md', fieldReference())
  expect(readFileSync('docs/records.md', 'utf8')).toBe(fieldReference())
})
