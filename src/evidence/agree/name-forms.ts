import { itemAt, remembered } from '../../core/index.ts'
import { givenBefore } from './given-names.ts'
import { conceptsOf } from './lexicon.ts'
import type { Name } from './names.ts'
import { placesFor, type Reading } from './reading.ts'
import { type Token, wordAt, wordsOf } from './tokens.ts'
import { is, isOf } from './word-classes.ts'

/** Kenyan, of what the passage says of Kenya, and the other way round. */
export function isDemonym(word: string, { tokens, lexicon }: Reading): boolean {
  const bare = word.replace(/['’]s?$/, '')
  return tokens.some((it) => {
    const other = it.word.replace(/['’]s?$/, '')
    const [short, long] = bare.length < other.length ? [bare, other] : [other, bare]
    return (
      it.isCapital &&
      short.length > 3 &&
      long.startsWith(short) &&
      isOf(lexicon, long.slice(short.length), 'demonymEnd')
    )
  })
}

const heads: Readonly<Record<string, RegExp>> = {
  мин: /^министе?р/,
  гос: /^государств/,
  обл: /^област/,
  гор: /^город/,
  ген: /^генеральн/,
}

/** Минтранс, of the министр транспорта: Russian makes one word of the beginnings of two. */
export function isShortened(word: string, { tokens }: Reading): boolean {
  const [, head, rest] = /^(мин|гос|обл|гор|ген)(\p{L}{3,})$/u.exec(word) ?? []
  if (!head || !rest) return false
  const start = rest.slice(0, Math.max(3, rest.length - 2))
  return [heads[head]!, new RegExp(`^${start}`, 'u')].every((shape) => tokens.some((it) => shape.test(it.word)))
}

/**
 * The first letters of words in a row, and where they begin: of three words and more, or of two with a capital. Small words
 * may stand between.
 */
export const initialsOf = remembered(({ tokens, lexicon }: Reading): ReadonlyMap<string, readonly number[]> => {
  const found = new Map<string, number[]>()
  for (const [from, first] of tokens.entries()) {
    if (first.kind !== 'word') continue
    let letters = ''
    for (let at = from; at < Math.min(tokens.length, from + 10) && letters.length < 6; at++) {
      const { kind, text, word, isCapital } = itemAt(tokens, at)
      const isSmall = !isCapital && text.length < 5 && lexicon?.isStop(word) !== false
      if (at > from && (text === '-' || (kind === 'word' && isSmall))) continue
      if (kind !== 'word' || isSmall) break
      letters += itemAt(text, 0).toUpperCase()
      if (letters.length > 2 || (letters.length > 1 && first.isCapital))
        found.set(letters, [...(found.get(letters) ?? []), from])
    }
  }
  return found
})

/** МВД, MoD: the initials that a word is made of. */
export function acronymOf(text: string): string | undefined {
  return /^\p{Lu}[\p{Lu}o]*\p{Lu}s?$/u.test(text) ? text.replace(/[os]/g, '') : undefined
}

/** Минздрав: a word for a ministry that the tables know. */
export const isMinistry = (word: string): boolean =>
  /^мин\p{L}{3,}$/u.test(word) && !word.startsWith('минист') && conceptsOf(word).length > 0

/** `Ministry of Housing`: what a name of a body is of is part of it. */
export function fullName(reading: Reading, { from, to }: Name): string {
  let end = to
  while (is(reading, end, 'preposition', 'of', 'and', 'definite') || reading.tokens[end]?.isCapital) end++
  while (end > to && !itemAt(reading.tokens, end - 1).isCapital) end--
  return wordsOf(reading, { from, to: end })
}

/** A name is the same by its whole stem; by its beginning alone only a common word is. */
export function standsAs(claim: Reading, at: number, passage: Reading): boolean {
  const { lexicon, keys, tokens } = claim
  // Минфин and Минздрав are both ministries: an abbreviation is met where all that it stands for is.
  if (acronymOf(itemAt(tokens, at).text) !== undefined || isMinistry(wordAt(tokens, at))) {
    const isMet = (key: string) => passage.byKey.has(key)
    const meant = itemAt(keys, at).filter((key) => key.startsWith('#'))
    return itemAt(keys, at).some((key) => /^[=@]/.test(key) && isMet(key)) || (meant.length > 1 && meant.every(isMet))
  }
  if (
    !itemAt(tokens, at).isCapital ||
    itemAt(tokens, at).opens ||
    lexicon?.language.capitalNouns ||
    conceptsOf(wordAt(tokens, at)).length > 0
  )
    return placesFor(claim, at, passage).length > 0
  const shape = lexicon?.language.saysAtEnd ? /^[@#]/ : /^[@#=]/
  const spelled = plainly(wordAt(tokens, at))
  return (
    itemAt(keys, at).some((key) => shape.test(key) && passage.byKey.has(key)) ||
    (spelled.length > 5 && passage.tokens.some((it) => it.isCapital && plainly(it.word) === spelled))
  )
}

/** Zhanaozen is Zhanaozhen: spellings differ in an h, a doubled letter, an i or a y. */
const plainly = (word: string): string =>
  word
    .replace(/['’]s?$/, '')
    .replace(/h/g, '')
    .replace(/[yj]/g, 'i')
    .replace(/(.)\1/g, '$1')

/** `Line D`, of line C: one letter by itself is a name beside its noun. */
export function otherLetters(claim: Reading, passage: Reading): readonly Name[] {
  const isLetter = ({ tokens }: Reading, at: number) =>
    /^\p{Lu}$/u.test(tokens[at]?.text ?? '') &&
    !itemAt(tokens, at).opens &&
    !/^[.'’&]$/.test(tokens[at + 1]?.text ?? '')
  return claim.tokens.flatMap((token, at) => {
    if (!isLetter(claim, at) || claim.keys[at - 1]?.length === 0 || claim.tokens[at - 1]?.kind !== 'word') return []
    const places = placesFor(claim, at - 1, passage).filter((it) => isLetter(passage, it + 1))
    return places.length > 0 && places.every((it) => itemAt(passage.tokens, it + 1).text !== token.text)
      ? [{ from: at - 1, to: at + 1 }]
      : []
  })
}

/** `П. Крючков`: the letter of a given name. */
export function isInitial(tokens: readonly Token[], at: number): boolean {
  return (
    /^\p{Lu}$/u.test(tokens[at]?.text ?? '') &&
    tokens[at + 1]?.text === '.' &&
    tokens[at + 2]?.isCapital === true &&
    itemAt(tokens, at + 1).at === itemAt(tokens, at).to
  )
}

/** `M. Orlova`, of Anna Orlova; letters of two alphabets tell nothing. */
export function otherInitials(claim: Reading, passage: Reading): readonly Name[] {
  return claim.tokens.flatMap(({ word }, at) => {
    if (!isInitial(claim.tokens, at)) return []
    let family = at + 2
    while (isInitial(claim.tokens, family)) family += 2
    const isFirst = !isInitial(claim.tokens, at - 2)
    const given = placesFor(claim, family, passage).map((place) => givenBefore(passage, place)?.toLowerCase())
    const isOther = (name: string | undefined) =>
      name !== undefined && !name.startsWith(word) && isCyrillic(name) === isCyrillic(word)
    return isFirst && given.length > 0 && given.every(isOther) ? [{ from: at, to: family + 1 }] : []
  })
}

const isCyrillic = (word: string): boolean => /^\p{Script=Cyrillic}/u.test(word)

/** The first word of a sentence is a name where the passage has it with a capital, and none where it has not. */
export function wholeName(claim: Reading, words: readonly number[], passage: Reading): readonly number[] {
  const first = itemAt(words, 0)
  const isName = (at: number) => placesFor(claim, at, passage).some((it) => itemAt(passage.tokens, it).isCapital)
  const hasPlaces = (at: number) => placesFor(claim, at, passage).length > 0
  if (itemAt(claim.tokens, first).opens && hasPlaces(first) && !isName(first)) return words.slice(1)
  const before = claim.tokens[first - 1]
  const isLeftOut = before?.opens && before.isCapital && before.sentence === itemAt(claim.tokens, first).sentence
  return isLeftOut && passage.tokens.some((it) => !it.opens && it.text === before.text) ? [first - 1, ...words] : words
}
