import { itemAt } from '../../core/index.ts'
import { type Aligned, scoreOf } from './aligned.ts'
import { clauseAt, holds, placesIn } from './clauses.ts'
import type { Gap } from './gap.ts'
import type { Clause, Reading } from './reading.ts'
import { type Sign, unsettled } from './tables/language.ts'
import { wordAt, wordsOf } from './tokens.ts'
import { hasOne, is, mentions } from './word-classes.ts'

const hedging: readonly Sign[] = [...unsettled, 'hint']
const tells = unsettled.filter((sign) => sign !== 'denies')
const possible = tells.filter((sign) => sign !== 'alleged')

/** A verb of what is done, which the passage has only as something to be done, wished for or supposed: `asked to vote`. */
export function notYetDone({ claim, passage, toPassage }: Aligned): readonly Gap[] {
  if (!claim.lexicon || !passage.lexicon) return []
  for (const clause of claim.clauses) {
    const part = claim.clauses.filter((it) => it.part === clause.part)
    const hedges = claim.markers.filter(
      (it) => part.some((one) => holds(one, it.from)) && hedging.some((sign) => it.signs.has(sign)),
    )
    for (let at = clause.from; at < clause.to; at++) {
      const places = itemAt(toPassage, at)
      if (places.length === 0) continue
      const isAskedThere =
        hedges.every(({ signs }) => signs.has('to-come')) && places.every((place) => isAsked(claim, at, passage, place))
      // `Voted` and `scrapped` are signs themselves, and say nothing of how far it has come.
      const isHedged = hedges.some((it) => !holds(it, at) || tells.some((sign) => it.signs.has(sign)))
      const isOpenThere = () =>
        !isHedged && isDone(claim, at, clause) && places.every((place) => isOpen(passage, place))
      if (!isAskedThere && !isOpenThere()) continue
      return [
        {
          kind: 'modality',
          words: itemAt(claim.tokens, at).text,
          reason: `is not said to be done in the passage: “${wordsOf(passage, { from: Math.max(0, itemAt(places, 0) - 1), to: itemAt(places, 0) + 1 })}”`,
        },
      ]
    }
  }
  return []
}

/** `Is torn down`, of what is open: whether it is torn down. */
function isAsked(claim: Reading, at: number, passage: Reading, place: number): boolean {
  const { tokens, keys } = passage
  const clause = clauseAt(passage, place)!
  return (
    wordAt(claim.tokens, at) === wordAt(tokens, place) &&
    itemAt(keys, place).length > 0 &&
    !itemAt(claim.tokens, at).isCapital &&
    hasOne(passage, clause.from, place, 'whether') &&
    !mentions(claim, 'whether')
  )
}

/** Whether a clause of the claim that is of this clause of the passage has a verb of what is done. */
export function tellsOfDone({ claim, toPassage }: Aligned, clause: Clause): boolean {
  return (
    !claim.lexicon ||
    claim.clauses.some((it) => {
      if (scoreOf(it, clause, toPassage) === 0) return false
      for (let at = it.from; at < it.to; at++)
        if (isDone(claim, at, it) || is(claim, at, 'was', 'has') || isState(claim, at)) return true
      return false
    })
  )
}

/** `Is open`; but `is closing`, `is to close`. */
const isState = (reading: Reading, at: number): boolean =>
  is(reading, at, 'is') && !is(reading, at + 1, 'infinitive', 'due')

function isDone(reading: Reading, at: number, clause: Clause): boolean {
  const { kind, isCapital, opens } = itemAt(reading.tokens, at)
  if (kind !== 'word' || itemAt(reading.keys, at).length === 0 || (isCapital && !opens)) return false
  const isHelped = is(reading, at, 'alike') && hasOne(reading, Math.max(clause.from, at - 3), at, 'passive', 'have')
  if (!is(reading, at, 'told') && !isHelped) return false
  if (reading.quantities.some((it) => holds(it, at))) return false
  return !reading.lexicon?.language.words.helping || hasOne(reading, clause.from, clause.to, 'helping')
}

function isOpen(reading: Reading, at: number): boolean {
  const clause = clauseAt(reading, at)
  if (!clause || itemAt(reading.tokens, at).kind !== 'word') return false
  const { from, to } = clause
  if (hasOne(reading, Math.max(from, at - 8), Math.min(to, at + 3), 'comesTrue')) return false
  if (hasOne(reading, from - 1, to, 'condition') || is(reading, at, 'open')) return true
  const isTold = is(reading, at, 'told')
  // `Decides next week`.
  if (!isTold && reading.dates.some((it) => (it.relative?.step ?? 0) > 0 && holds(clause, it.from))) return true
  const near = Math.max(from, at - 3)
  if (hasOne(reading, near, at, 'toBe')) return true
  const { words, verbLast, saysAtEnd } = reading.lexicon!.language
  const isAfter = (signs: readonly Sign[], start: number) =>
    reading.markers.some((it) => it.from >= start && it.to <= at && signs.some((sign) => it.signs.has(sign)))
  // `At risk of breaching`.
  if (is(reading, at, 'gerund') && isAfter(possible, near - 1)) return true
  if (!is(reading, at, 'base') || (words.toBe && isTold)) return false
  // `We recommend | that the ministry publish …`.
  if (words.gerund && is(reading, from, 'complementizer') && isAfter(['should', 'sought'], from - 5)) return true
  if (!words.opener)
    return reading.markers.some(
      (it) =>
        it.from >= from && it.from <= to && (it.signs.has('may') || it.signs.has('should') || it.signs.has('will')),
    )
  // In German the helping verb stands far before; `to the cut` opens nothing.
  return placesIn(verbLast && !saysAtEnd ? { from, to: Math.min(at + 2, to) } : { from: near, to: at }).some(
    (it) =>
      is(reading, it, 'opener') &&
      !(
        words.toBe &&
        is(reading, it, 'infinitive') &&
        is(reading, it + 1, 'definite', 'indefinite', 'possessive', 'demonstrative')
      ),
  )
}
