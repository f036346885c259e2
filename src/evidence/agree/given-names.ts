import { itemAt, lastOf } from '../../core/index.ts'
import { conceptsOf, placesOf } from './lexicon.ts'
import { type Reading, soundsOfToken } from './reading.ts'

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
  return others.includes(undefined) || other === undefined ? undefined : other
}

function soundPlaces(claim: Reading, at: number, passage: Reading): readonly number[] {
  return soundsOfToken(itemAt(claim.tokens, at), claim.lexicon).flatMap((sound) => passage.bySound.get(sound) ?? [])
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
  if (dates.some(({ from, to }) => from <= at - 1 && at - 1 < to)) return undefined
  return titles.test(before.word) ? undefined : before.text
}

/** Forms of address, which are no part of a name. */
export const titles =
  /^(?:sir|lord|lady|dame|sheikh|saint|imam|pope|bishop|emir|sultan|comrade|господин|госпожа|мырза|ханым|herr|frau|monsieur|madame|mme|treasurer)$/
