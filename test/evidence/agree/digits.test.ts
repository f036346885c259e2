import { expect, test } from 'vitest'
import { digits, tokensOf } from '../../../src/evidence/agree/tokens.ts'

test.each([
  ['Arabic', '٣٠٠', '300'],
  ['Arabic, with a fraction', '٣٫٥', '3.5'],
  ['Arabic, in thousands', '١٬٢٠٠', '1,200'],
  ['Persian', '۳۰۰', '300'],
  ['Devanagari', '३००', '300'],
  ['Bengali', '৩০০', '300'],
  ['Thai', '๓๐๐', '300'],
  ['Khmer', '៣០០', '300'],
  ['Burmese', '၃၀၀', '300'],
  ['full width', '３００', '300'],
  ['English', '1,200.50', '1,200.50'],
  ['Swiss', '1’200’000.50', '1’200’000.50'],
])('digits are numbers: %s', (_, written, number) => {
  const [before, found, after] = tokensOf(`x ${written} y`)
  expect([before?.word, found?.kind, found?.text, after?.word]).toEqual(['x', 'number', number, 'y'])
  expect([found!.at, found!.to]).toEqual([2, 2 + written.length])
})

test.each([
  ['4’812', true],
  ["4'812.5", false],
])('thousands may be parted by an apostrophe: %s', (written, hasComma) => {
  expect(digits(written, hasComma)).toBe(written.includes('.') ? 4812.5 : 4812)
})
