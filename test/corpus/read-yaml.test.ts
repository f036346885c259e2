import { expect, test, vi } from 'vitest'
import { readYaml } from '../../src/corpus/read-yaml.ts'

test('a key that is no text is data like any other, and nothing but the log speaks of it', () => {
  const warn = vi.spyOn(process, 'emitWarning').mockImplementation(() => undefined)
  try {
    expect(readYaml('- [a, b]: c\n')).toMatchObject({ broken: false, data: [{ '[ a, b ]': 'c' }] })
    expect(warn).not.toHaveBeenCalled()
  } finally {
    warn.mockRestore()
  }
})

test('the names that JavaScript gives to every object are fields like any other, and survive a cache', () => {
  const { data } = readYaml('__proto__: {a: 1}\nconstructor: x\n')
  expect(Object.entries(data as object)).toEqual([
    ['__proto__', { a: 1 }],
    ['constructor', 'x'],
  ])
  expect(Object.entries(JSON.parse(JSON.stringify(data)) as object)).toEqual(Object.entries(data as object))
})

test('numbers that JSON cannot keep are told apart, however deep', () => {
  const exact = ['1', '0', '1e21', 'text', '~', '{a: [1, {b: 2}]}']
  const inexact = ['-0', '.inf', '.nan', '1e999', '{a: [1, {b: -.inf}]}']
  expect(exact.map((text) => readYaml(text).exact)).toEqual(exact.map(() => true))
  expect(inexact.map((text) => readYaml(text).exact)).toEqual(inexact.map(() => false))
})

test('a field without a value behind a “?” in braces is told of like others', () => {
  expect(readYaml("a: {'':?\nb: c\n")).toMatchObject({ broken: true })
})
