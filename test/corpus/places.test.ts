import { expect, test } from 'vitest'
import { passage, placeOf } from '../../src/corpus/passage.ts'
import { madeWhen } from '../../src/corpus/source.ts'

const pin = { para: 4, start: 'The port', end: 'metres.', sha256: 'a'.repeat(64) }

test('a passage is in one place of its work', () => {
  expect(passage.safeParse({ ...pin, at: { article: '5(2)' } }).success).toBe(true)
  expect(passage.safeParse({ ...pin, at: { page: '3', article: '5' } }).success).toBe(false)
  expect(passage.safeParse({ ...pin, at: {} }).success).toBe(false)
  expect(passage.safeParse({ ...pin, at: { verse: '3' } }).success).toBe(false)
})

test('a reader is sent to what the passage says, else to a page, else to a paragraph', () => {
  const pages = { iv: 1, '1': 3, '2': 9 }
  expect(placeOf({ ...pin, at: { timestamp: '12:30' } }, pages)).toEqual({ kind: 'timestamp', value: '12:30' })
  expect(placeOf(pin, pages)).toEqual({ kind: 'page', value: '1' })
  expect(placeOf({ ...pin, para: 2 }, pages)).toEqual({ kind: 'page', value: 'iv' })
  expect(placeOf(pin, undefined)).toEqual({ kind: 'paragraph', value: '4' })
  expect(placeOf(pin, { '2': 5 })).toEqual({ kind: 'paragraph', value: '4' })
})

test('an undated work was made within its bounds, and before it was read', () => {
  expect(madeWhen({ issued: null, bounds: '2015/2021-05' })).toMatchObject({ min: '2015-01-01', max: '2021-05-31' })
  expect(madeWhen({ issued: null, accessed: '2021-05-20' })).toMatchObject({ min: undefined, max: '2021-05-20' })
  expect(madeWhen({ issued: null })).toBeUndefined()
})
