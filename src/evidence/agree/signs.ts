import { itemAt } from '../../core/index.ts'
import { currency } from './counted.ts'
import { type Lexicon, type Phrase, unitsOf } from './lexicon.ts'
import type { Sign } from './tables/language.ts'
import type { Token } from './tokens.ts'

/** Words that turn, bound or hedge what they stand with; places are indexes of tokens. */
export interface Marker {
  readonly signs: ReadonlySet<Sign>
  readonly from: number
  readonly to: number
  /** The sign is in the ending of a verb. */
  readonly isEnding: boolean
}

/** The markers of a text, the longest phrase at each place. */
export function markersOf(tokens: readonly Token[], lexicon: Lexicon): readonly Marker[] {
  const found: Marker[] = []
  for (let at = 0; at < tokens.length; at++) {
    const { kind, word } = itemAt(tokens, at)
    if (kind !== 'word') continue
    let [length, signs]: [number, Set<Sign>] = [0, new Set()]
    const phrases = lexicon.phrases(word)
    const isNegation = phrases.some(({ words, sign }) => sign === 'not' && words.length === 1)
    for (const { words, sign } of phrases) {
      const size = matches(words, tokens, at)
      // `Not under 30`; but `not under investigation`.
      if (size > 1 && isNegation && isBound(sign) && !isCounted(tokens, at + size, lexicon)) continue
      if (size > length) [length, signs] = [size, new Set()]
      if (size === length && size > 0) signs.add(sign)
    }
    if (length === 0 && lexicon.isSuperlative(word)) [length, signs] = [1, new Set(['peak'])]
    const isEnding = lexicon.isToCome(word) && !lexicon.isStop(word) && !signs.has('none')
    if (isEnding) [length, signs] = [Math.max(1, length), new Set([...signs, 'to-come'])]
    if (lexicon.isContrary(word)) {
      signs.add('not')
      length = Math.max(length, 1)
    }
    if (signs.has('none')) at += length - 1
    else if (signs.size > 0) {
      found.push({ signs, from: at, to: at + length, isEnding })
      at += length - 1
    }
  }
  return found
}

const isBound = (sign: Sign): boolean => sign === 'at-least' || sign === 'at-most'

function isCounted(tokens: readonly Token[], from: number, lexicon: Lexicon): boolean {
  return tokens
    .slice(from, from + 3)
    .some(
      ({ kind, word, text }) =>
        kind === 'number' || currency.test(text) || lexicon.beginsDate(word) || unitsOf(word).length > 0,
    )
}

/** How many tokens a phrase covers from a place; 0 where it does not stand. */
export function matches(words: Phrase['words'], tokens: readonly Token[], from: number): number {
  let at = from
  for (const [index, word] of words.entries()) {
    while (index > 0 && tokens[at]?.text === '-') at++
    const found = tokens[at]
    if (found?.kind !== 'word') return 0
    if (!(word.endsWith('*') ? found.word.startsWith(word.slice(0, -1)) : found.word === word)) return 0
    at++
  }
  return at - from
}
