import { grouped, itemAt, remembered } from '../../core/index.ts'
import { isAgent, isOfOffice } from './agents.ts'
import { holds, partAt } from './clauses.ts'
import type { Gap } from './gap.ts'
import { conceptsOf } from './lexicon.ts'
import { type Name, namesIn } from './names.ts'
import { heardIn, placesFor, type Reading } from './reading.ts'
import { wordAt, wordsOf } from './tokens.ts'
import { is, mentions } from './word-classes.ts'

/** House values: so many words in a row, and of these so many of content, are copied and not met by chance. */
const [leastWords, leastContent] = [3, 2]

interface Run {
  readonly own: Name
  readonly theirs: Name
}

/**
 * Whoever stands right before words that a claim has from its passage in a row, where the passage has another there:
 * `The inquiry concluded that intent could not be shown`, of what the prosecutor concluded. The same of who stands behind.
 */
export function otherBesideRun(claim: Reading, passage: Reading): Gap | undefined {
  if (claim.lexicon !== passage.lexicon) return undefined
  const [own, theirs] = [partiesIn(claim), partiesIn(passage)]
  for (const run of runsOf(claim, passage)) {
    const [before, there] = [own.find(({ to }) => to === run.own.from), theirs.find(({ to }) => to === run.theirs.from)]
    const gap = before && there && otherParty(claim, before, passage, there)
    if (gap) return gap
  }
  return undefined
}

/** Words in a row that both texts have, as long as they are. */
function runsOf(claim: Reading, passage: Reading): readonly Run[] {
  const places = grouped(passage.tokens.keys(), (at) => wordAt(passage.tokens, at))
  const isSame = (at: number, place: number) =>
    at >= 0 && place >= 0 && claim.tokens[at] !== undefined && claim.tokens[at]?.word === passage.tokens[place]?.word
  return claim.tokens.flatMap(({ word }, from) =>
    (places.get(word) ?? []).flatMap((place): Run[] => {
      if (isSame(from - 1, place - 1)) return []
      let size = 1
      while (isSame(from + size, place + size)) size++
      const words = Array.from({ length: size }, (_, step) => from + step)
      const isTold = (at: number) => itemAt(claim.keys, at).length > 0 || claim.quantities.some((it) => it.from === at)
      const isLong =
        words.filter((at) => itemAt(claim.tokens, at).kind !== 'mark').length >= leastWords &&
        words.filter(isTold).length >= leastContent
      return isLong ? [{ own: { from, to: from + size }, theirs: { from: place, to: place + size } }] : []
    }),
  )
}

/** Names, with the words of office before them, and those who can act without a name. */
export const partiesIn = remembered((reading: Reading): readonly Name[] => {
  const { tokens, keys } = reading
  const names = namesIn(reading)
  const bare = tokens.flatMap(({ word }, at): Name[] =>
    itemAt(keys, at).length > 0 &&
    (isAgent(word) || is(reading, at - 1, 'definite', 'possessive')) &&
    !is(reading, at, 'verbal') &&
    !names.some((it) => holds(it, at))
      ? [{ from: at, to: at + 1 }]
      : [],
  )
  return [...names, ...bare].sort((a, b) => a.from - b.from)
})

export function otherParty(claim: Reading, own: Name, passage: Reading, other: Name): Gap | undefined {
  const places = placesOf(claim, own, passage)
  if (places.length === 0 || places.some((at) => isBeside(at, other, passage))) return undefined
  const back = placesOf(passage, other, claim)
  // `The coastguard accused SeaHand`, of what SeaHand accused the coastguard of.
  const isTurned = () =>
    back.every((at) => at < own.from) &&
    places.some((at) => at < other.from && partAt(passage, at) === partAt(passage, other.from)) &&
    ![claim, passage].some((it) => mentions(it, 'by'))
  if (back.length > 0 && !isTurned()) return undefined
  // The country is Kazakhstan, and the company may be Helvion.
  const isBare = !itemAt(passage.tokens, other.to - 1).isCapital && !isOfOffice(wordAt(passage.tokens, other.to - 1))
  if (
    back.length === 0 &&
    isBare &&
    itemAt(claim.tokens, own.to - 1).isCapital &&
    !claim.lexicon?.language.capitalNouns
  )
    return undefined
  return {
    kind: 'name',
    words: wordsOf(claim, own),
    reason: `is not whom the passage says this of: “${wordsOf(passage, other)}” is`,
  }
}

/** Where the last word of a name, or a word for somebody, stands in the other text. */
function placesOf(reading: Reading, { from, to }: Name, other: Reading): readonly number[] {
  const at = to - 1
  const isName =
    itemAt(reading.tokens, at).isCapital && (to - from > 1 || conceptsOf(wordAt(reading.tokens, at)).length === 0)
  return isName ? heardIn(reading, at, other) : placesFor(reading, at, other)
}

/** `The head of the ministry`, `its director, Nils Aune`: one party in the passage, whichever of its words is said. */
function isBeside(at: number, { from, to }: Name, reading: Reading): boolean {
  const { tokens, keys, lexicon } = reading
  if (from <= at && at < to) return true
  const [first, last] = at < from ? [at + 1, from] : [to, at]
  const between = tokens.slice(first, last)
  return (
    between.length < 7 &&
    between.every(
      ({ kind, word, text, isCapital }, step) =>
        (kind === 'mark' && /^[-,"“”«»„]$/.test(text)) ||
        isCapital ||
        isAgent(word) ||
        (lexicon?.isStop(word) && !is(reading, first + step, 'and', 'complementizer', 'is', 'was', 'have')) ||
        (itemAt(keys, first + step).length === 0 && kind === 'word' && !is(reading, first + step, 'and')),
    )
  )
}
