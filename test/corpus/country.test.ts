import { expect, test } from 'vitest'
import { wrongCountry } from '../../src/corpus/country.ts'

test.each(['398', '276', '840', '040'])('%s is a country', (code) => expect(wrongCountry(code)).toBeUndefined())

test.each([
  ['KZ', 'did you mean "398" (Kazakhstan)?'],
  ['kazakstan', 'did you mean "398" (Kazakhstan)?'],
  ['40', 'did you mean "040" (Austria)?'],
  ['GBR', 'e.g. "398" for Kazakhstan'],
  ['999', 'is not an ISO 3166-1 numeric code of a country'],
  ['278', 'is not an ISO 3166-1 numeric code of a country'],
])('%s is none, which is told with the nearest', (code, told) => expect(wrongCountry(code)).toContain(told))
