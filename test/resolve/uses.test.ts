import { expect, test } from 'vitest'
import { inShort, waysBack } from '../../src/document/resolve/uses.ts'
import { show } from './show.ts'

test.each([
  ['The guards of the port', 'The guards of the port'],
  [' Guards, and their pay ', 'Guards, and their pay'],
  ['The guards of the port, and their pay', 'The guards of the port'],
  ['Guards and pay: what the two reports say', 'Guards and pay'],
  ['The guards of the port – and their pay', 'The guards of the port'],
  ['The guards of the port (and their pay)', 'The guards of the port'],
  ['The guards of 12,500 ships at one port', 'The guards of 12,500 ships at one port'],
])('a long title in short: %s', (title, short) => expect(inShort(title)).toBe(short))

test('the ways back to what uses an entry are called by what stands around it, and numbered under one heading', () => {
  const use = (id: string, words: string) => ({ id, words })
  const own = new Map([
    ['claim-a', [use('1', 'KJ1'), use('2', 'Guards'), use('3', 'Guards'), use('4', 'Guards'), use('5', '')]],
  ])
  const elsewhere = [
    {
      pack: 'brief',
      title: 'Brief',
      uses: new Map([
        ['claim-a', [use('6', 'KJ2')]],
        ['claim-b', [use('7', 'KJ3')]],
      ]),
    },
    { pack: 'notes', title: 'Notes', uses: new Map() },
  ]
  const shown = (entry: string) => {
    const children = waysBack(entry, 'en-GB', own, elsewhere)
    return show({ type: 'root', children: [{ type: 'paragraph', children }] }).trimEnd()
  }
  const itself = '<#1 KJ1>, <#2 Guards> (<#3 2>, <#4 3>), <#5 1>'
  expect(shown('claim-a')).toBe(`paragraph: *Used in:* ${itself}; *Brief:* <#6 KJ2>.`)
  expect(shown('claim-b')).toBe('paragraph: *Used in:* *Brief:* <#7 KJ3>.')
  expect(waysBack('claim-c', 'en-GB', own, elsewhere)).toEqual([])
})
