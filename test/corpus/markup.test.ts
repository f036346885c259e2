import { expect, test } from 'vitest'
import { lostMarkup, withoutMarkup } from '../../src/corpus/markup.ts'

test.each([
  ['The <i>Yard</i> and CO<sub>2</sub>', 'The Yard and CO₂', '<i>'],
  ['H<sub>2</sub>SO<sub>4</sub> and x<sup>-2</sup>', 'H₂SO₄ and x⁻²', undefined],
  ['<span class="nocase">iPhone</span> <b>x <i>y</i></b>', 'iPhone x y', '<span class="nocase">'],
  ['k<sub>eff</sub>', 'keff', '<sub>'],
  ['<b>a < b</b> and <i>c > d</i>', 'a < b and c > d', '<b>'],
  ['<i>a <x>b</x></i>', 'a <x>b</x>', '<i>'],
  ['a <i>b', 'a <i>b', undefined],
  ['a < b and c > d', 'a < b and c > d', undefined],
])('%s', (written, plain, lost) => {
  expect(withoutMarkup(written)).toBe(plain)
  expect(lostMarkup(written)).toBe(lost)
})
