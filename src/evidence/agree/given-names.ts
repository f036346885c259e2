import { itemAt, lastOf } from '../../core/index.ts'
import { holds } from './clauses.ts'
import type { Grounds } from './grounds.ts'
import { conceptsOf, placesOf } from './lexicon.ts'
import type { Name } from './names.ts'
import { heardIn, type Reading } from './reading.ts'
import { wordAt } from './tokens.ts'
import { is, isOf } from './word-classes.ts'

/** Another given name that the passage has before the family name, and never the claim’s own. */
export function mergedPerson(claim: Reading, words: readonly number[], passage: Reading): string | undefined {
  if (words.length < 2) return undefined
  const [given, family] = [itemAt(words, words.length - 2), lastOf(words)]
  if (family - given !== 1) return undefined
  const placesOfGiven = new Set(soundPlaces(claim, given, passage))
  const places = soundPlaces(claim, family, passage)
  if (places.length === 0) return undefined
  const others = places.map((at) => {
    if (placesOfGiven.has(at - 1) || placesOfGiven.has(at + 1) || placesOfGiven.has(at - 2)) return undefined
    return givenBefore(passage, at) ?? ''
  })
  const other = others.find((it) => it !== undefined && it !== '')
  // `Hassan Bakr and his brother Omar`.
  const isKin = [...placesOfGiven].some((at) => is(passage, at - 1, 'kinship'))
  return isKin || others.includes(undefined) || other === undefined ? undefined : other
}

function soundPlaces(claim: Reading, at: number, passage: Reading): readonly number[] {
  return heardIn(claim, at, passage)
}

/** A capitalised word right before a name that is neither a title nor the start of a sentence. */
export function givenBefore({ tokens, lexicon, dates }: Reading, at: number): string | undefined {
  const before = tokens[at - 1]
  if (
    !before?.isCapital ||
    before.text.length < 2 ||
    lexicon?.isStop(before.word) ||
    conceptsOf(before.word).length > 0 ||
    placesOf(before.word).length > 0
  )
    return undefined
  if (before.opens && !itemAt(tokens, at).isCapital) return undefined
  if (dates.some((it) => holds(it, at - 1))) return undefined
  return isOf(lexicon, before.word, 'address') ? undefined : before.text
}

/** A first word of a German sentence with the ending of an adjective: Geplanter Start. */
export const isAdjective = ({ word }: Pick<Reading['tokens'][number], 'word'>, lexicon: Reading['lexicon']): boolean =>
  lexicon?.language.capitalNouns === true && isOf(lexicon, word, 'adjective')

/** A given name that the passage leaves out is the register's, where only one person has that family name. */
export function isKnownGiven(
  claim: Reading,
  { to }: Name,
  missing: readonly number[],
  passage: Reading,
  grounds: Grounds,
): boolean {
  if (missing.includes(to - 1)) return false
  const family = itemAt(claim.tokens, to - 1).text
  if (
    passage.tokens.some(
      (_, at) => wordAt(claim.tokens, to - 1) === wordAt(passage.tokens, at) && givenBefore(passage, at) !== undefined,
    )
  )
    return false
  return missing.every((at) => grounds.isOnlyPerson(itemAt(claim.tokens, at).text, family))
}
