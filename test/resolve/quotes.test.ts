import { expect, test } from 'vitest'
import { withClearQuotes } from '../../src/document/resolve/csl/quotes.ts'

test.each([
  ["The dockers' 'quiet' strike", 'The dockers’ "quiet" strike'],
  ["Rock 'n' roll on the quay", 'Rock ’n’ roll on the quay'],
  [`Revue d'"Histoire"`, 'Revue d’"Histoire"'],
  ["Fish'n'chips", 'Fish’n’chips'],
  ["'quiet' days in '68", '"quiet" days in ’68'],
  ["It's the '90s: \"all's well\"", 'It’s the ’90s: "all’s well"'],
  ["The 'docker's' strike", 'The "docker’s" strike'],
  ['the "old \'grey\' men" left', 'the "old ‘grey’ men" left'],
  ['the \'old "grey" men\' left', 'the "old ‘grey’ men" left'],
  ['L\'affaire "Dreyfus" d\'hier', 'L’affaire "Dreyfus" d’hier'],
  ["'a' and 'b' of the boss' 'c'", '"a" and "b" of the boss’ "c"'],
  ["\"Who's there?\": a 'who's who'", '"Who’s there?": a "who’s who"'],
  ["a ('quiet') word", 'a ("quiet") word'],
  ["'Twas 'em", '’Twas ’em'],
  [`6' 2" tall`, '6′ 2″ tall'],
  ['one " alone', 'one " alone'],
  ['A “nested ‘quote’ inside” isn’t', 'A "nested ‘quote’ inside" isn’t'],
  ['A ‘nested “quote” inside’ title', 'A "nested ‘quote’ inside" title'],
  ['‘clear’ “already”', '‘clear’ “already”'],
])('%s', (title, clear) => {
  expect(withClearQuotes(title, 'en-GB')).toBe(clear)
})

test('inner quotation marks of other languages are left to the engine', () => {
  expect(withClearQuotes(`Der "alte 'graue' Mann"`, 'de-DE')).toBe(`Der "alte 'graue' Mann"`)
})
