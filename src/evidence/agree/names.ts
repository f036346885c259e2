import { itemAt, lastOf, remembered } from '../../core/index.ts'
import { holds, placesIn } from './clauses.ts'
import { isCurrencyCode } from './counted.ts'
import { isAdjective, isKnownGiven, mergedPerson } from './given-names.ts'
import type { Grounds } from './grounds.ts'
import { others } from './language.ts'
import { conceptsOf, placesOf, unitsOf } from './lexicon.ts'
import {
  acronymOf,
  initialsOf,
  isDemonym,
  isInitial,
  isMinistry,
  isShortened,
  otherInitials,
  otherLetters,
  standsAs,
  wholeName,
} from './name-forms.ts'
import type { Reading } from './reading.ts'
import { placesFor, soundsOfToken } from './reading.ts'
import { type Token, wordAt, wordsOf } from './tokens.ts'
import { is, isOf, type Told } from './word-classes.ts'

/** Words with capital letters in a row; places are indexes of tokens. */
export interface Name {
  readonly from: number
  readonly to: number
}

/** The proper names of a text. At the start of a sentence a capital letter says nothing, unless what follows it does. */
export const namesIn = remembered((reading: Reading): readonly Name[] => {
  const { tokens, lexicon } = reading
  const dated = new Set(reading.dates.flatMap(placesIn))
  const names: Name[] = []
  for (let at = 0; at < tokens.length; at++) {
    if (!isNameWord(reading, at) || dated.has(at)) continue
    let to = at + 1
    while (
      tokens[to] &&
      !dated.has(to) &&
      (isNameWord(reading, to) ||
        (isLink(reading, to) &&
          !(lexicon?.language.capitalNouns && conceptsOf(wordAt(tokens, to - 1)).length > 0) &&
          tokens[to + 1] &&
          isNameWord(reading, to + 1) &&
          !dated.has(to + 1)))
    )
      to++
    if (!(lexicon?.language.capitalNouns && to - at === 1 && !isForeignName(reading, at))) names.push({ from: at, to })
    at = to - 1
  }
  return names
})

/**
 * A claim whose first words count as names where its passage has them in names: `Сеитов заявил`, of Нурлан Сеитов. Verbs tell it
 * in English, and between two alphabets nothing else looks like a name.
 */
export function withOpeningNames(claim: Reading, passage: Reading): Reading {
  const isName = ({ opens, isCapital, word }: Token) =>
    opens &&
    isCapital &&
    !claim.lexicon?.isStop(word) &&
    conceptsOf(word).length === 0 &&
    soundsOfToken({ word }, claim.lexicon).some((sound) =>
      passage.bySound.get(sound)?.some((at) => namesIn(passage).some((it) => holds(it, at))),
    )
  const isCyrillic = claim.lexicon?.language.capitalNames
  if (!(isCyrillic || claim.lexicon !== passage.lexicon) || !claim.tokens.some(isName)) return claim
  const tokens = claim.tokens.map((token) => (isName(token) ? { ...token, opens: false } : token))
  return Object.create(claim, { tokens: { value: tokens } })
}

function isNameWord({ tokens, lexicon }: Reading, at: number): boolean {
  const token = itemAt(tokens, at)
  if (
    !token.isCapital ||
    (lexicon ? lexicon.isStop(token.word) : others.some((list) => list.has(token.word))) ||
    lexicon?.number(token.word) ||
    isInitial(tokens, at)
  )
    return false
  // 20 MW
  if (
    unitsOf(token.word).length > 0 &&
    (tokens[at - 1]?.kind === 'number' ||
      /^[/€$£₸₽]$/.test(tokens[at - 1]?.text ?? '') ||
      (tokens[at + 1]?.kind === 'number' && isCurrencyCode(token)))
  )
    return false
  if (!token.opens || isMinistry(token.word)) return true
  // Geplanter Start: what stands before a noun in German is an adjective.
  if (isAdjective(token, lexicon)) return false
  if (/^\p{Lu}{2,}$/u.test(token.text)) return true
  const next = tokens[at + 1]
  // Глава Минтранса, участие Седых: in Russian only the names have capitals.
  if (lexicon?.language.capitalNames && (conceptsOf(token.word).length > 0 || is({ tokens, lexicon }, at, 'noun')))
    return placesOf(token.word).length > 0
  if (!next || conceptsOf(token.word).length > 0) return next?.isCapital === true && !lexicon?.isStop(next.word)
  return (
    (next.isCapital && !next.opens && placesOf(next.word).length === 0) ||
    placesOf(token.word).length > 0 ||
    isSubject({ tokens, lexicon }, at)
  )
}

/** A word in front of the verb of a sentence, or with a possessive, that is no common noun of ours. */
function isSubject(told: Told, at: number): boolean {
  return /['’]s$/.test(itemAt(told.tokens, at).text) || (is(told, at + 1, 'predicate') && !is(told, at, 'abstract'))
}

/** In German the article between two nouns is a genitive: `Anschaffung der Haubitzen`. */
const isLink = (told: Told, at: number): boolean => {
  const { text, isCapital } = itemAt(told.tokens, at)
  return text === '-' || (!isCapital && is(told, at, 'nameLink'))
}

/** German writes all nouns with capitals: one by itself is a name where no article or adjective stands before it. */
function isForeignName(reading: Reading, at: number): boolean {
  const { tokens, markers } = reading
  // Nach Angaben.
  if (markers.some(({ from, to }) => from < at && at < to)) return false
  return (
    /^\p{Lu}{2,}$/u.test(itemAt(tokens, at).text) ||
    placesOf(wordAt(tokens, at)).length > 0 ||
    is(reading, at - 1, 'atName')
  )
}

/** The words of a claim's names that neither its passage nor what is known of its source has. */
export function ungroundedNames(
  claim: Reading,
  passage: Reading,
  grounds: Grounds,
): readonly { readonly from: number; readonly to: number; readonly merged?: string }[] {
  const opener = otherOpener(claim, passage, grounds)
  const gaps = namesIn(claim).flatMap((name) => {
    const words = placesOfName(claim, name)
    const known = knownIn(claim, name, passage, grounds)
    const missing = words.filter((at) => !known.has(at) && !isGrounded(claim, at, passage, grounds))
    const isSpelledOut =
      words.length > 1 &&
      missing.length > 0 &&
      passage.tokens.some(
        ({ text }) => text.length > 1 && text === words.map((at) => itemAt(claim.tokens, at).text[0]).join(''),
      )
    if (isSpelledOut) return []
    // Hail destroyed it: in another language a first word may be none.
    if (
      words.length === 1 &&
      itemAt(claim.tokens, itemAt(words, 0)).opens &&
      claim.lexicon !== passage.lexicon &&
      placesOf(wordAt(claim.tokens, itemAt(words, 0))).length === 0
    )
      return []
    const isTooMany = missing.length > 0 && !isKnownGiven(claim, name, missing, passage, grounds)
    if (isTooMany) return [{ from: itemAt(missing, 0), to: lastOf(missing) + 1 }]
    const merged = words.slice(-2).every((at) => known.has(at))
      ? undefined
      : mergedPerson(claim, wholeName(claim, words, passage), passage)
    return merged === undefined ? [] : [{ from: name.from, to: name.to, merged }]
  })
  return [...opener, ...otherLetters(claim, passage), ...otherInitials(claim, passage), ...gaps]
}

/**
 * A first word, which has its capital letter anyway, in the place of a name: before a word that the passage has after
 * another name.
 */
function otherOpener(
  claim: Reading,
  passage: Reading,
  grounds: Grounds,
): readonly { readonly from: number; readonly to: number }[] {
  const { bySound } = claim
  const isOtherName = (place: number) => {
    const token = passage.tokens[place]
    if (!token?.isCapital || itemAt(passage.keys, place).length === 0 || conceptsOf(token.word).length > 0) return false
    return (
      !soundsOfToken(token, passage.lexicon).some((sound) => bySound.has(sound)) &&
      placesFor(passage, place, claim).length === 0
    )
  }
  return claim.tokens.flatMap((token, at) => {
    const isPlain = token.opens && token.isCapital && !isNameWord(claim, at) && itemAt(claim.keys, at).length > 0
    if (
      !isPlain ||
      is(claim, at, 'noun') ||
      isAdjective(token, claim.lexicon) ||
      conceptsOf(token.word).length > 0 ||
      isGrounded(claim, at, passage, grounds)
    )
      return []
    const places = claim.keys[at + 1]?.flatMap((key) => (/^[=#]/.test(key) ? (passage.byKey.get(key) ?? []) : [])) ?? []
    return places.some((place) => [-1, 1, 2].some((step) => isOtherName(place + step)))
      ? [{ from: at, to: at + 1 }]
      : []
  })
}

/** The words of a name that are, together, a form of an actor of whom the passage has another form. */
function knownIn(
  { text, tokens }: Reading,
  { from, to }: Name,
  passage: Reading,
  { knows }: Grounds,
): ReadonlySet<number> {
  for (let size = to - from; size > 0; size--)
    for (let start = from; start + size <= to; start++)
      if (knows(wordsOf({ text, tokens }, { from: start, to: start + size }).replace(/['’]s?$/, ''), passage))
        return new Set(Array.from({ length: size }, (_, step) => start + step))
  return new Set()
}

function placesOfName({ tokens, lexicon }: Reading, { from, to }: Name): readonly number[] {
  return placesIn({ from, to }).filter(
    (at) => itemAt(tokens, at).isCapital && !isOf(lexicon, wordAt(tokens, at), 'address'),
  )
}

function isGrounded(claim: Reading, at: number, passage: Reading, grounds: Grounds): boolean {
  const token = itemAt(claim.tokens, at)
  if (standsAs(claim, at, passage) || grounds.sounds.has(token.word)) return true
  if (soundsOfToken(token, claim.lexicon).some((sound) => passage.bySound.has(sound) || grounds.sounds.has(sound)))
    return true
  if (isDemonym(token.word, passage) || isShortened(token.word, passage)) return true
  if (initialsOf(passage).has(acronymOf(token.text) ?? '')) return true
  return [at, at - 2].some((first) => {
    const [one, dash, two] = [claim.tokens[first], claim.tokens[first + 1], claim.tokens[first + 2]]
    return (
      one &&
      two &&
      dash?.text === '-' &&
      soundsOfToken({ word: one.word + two.word }, claim.lexicon).some((sound) => passage.bySound.has(sound))
    )
  })
}
