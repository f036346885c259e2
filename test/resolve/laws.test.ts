import { expect, test } from 'vitest'
import { settleLaws } from '../../src/document/resolve/csl/laws.ts'
import { mark, textOf } from '../../src/document/resolve/csl/marks.ts'

test.each([
  ['in capitals', 'SHIPS ACT 2004, s. 3', 'Ships Act 2004', 'Ships Act 2004, s. 3'],
  ['with other quotation marks', 'The “ships” Act', 'The ‘Ships’ Act', 'The ‘Ships’ Act'],
  ['without the spaces at its marks', 'The“Ships”Act', 'The ‘Ships’ Act', 'The ‘Ships’ Act'],
  ['with letters raised', `Law n${mark('superscript', 'o')} 3`, 'Law nº 3', 'Law nº 3'],
  ['with signs that patterns have', 'ships (port) act 1.5', 'Ships (Port) Act 1.5', 'Ships (Port) Act 1.5'],
  ['which is another', 'Ships Acts 1x5', 'Ships Act 1.5', 'Ships Acts 1x5'],
])('the name of a law that stands for an author is printed as it is: %s', (_, made, name, printed) => {
  expect(textOf(settleLaws(made, name))).toBe(printed)
})

test('a name is out of quotation marks, and without the date that is told again', () => {
  const law = (name: string) => mark('law', name)
  expect(textOf(settleLaws(`‘${law('Ships Act 2004.')}’, s. 3`))).toBe('Ships Act 2004, s. 3')
  expect(textOf(settleLaws(`${law('Ships Act 2004')} (${mark('gone', '2004')}), s. 3`))).toBe('Ships Act 2004, s. 3')
})
