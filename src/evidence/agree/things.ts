import { itemAt } from '../../core/index.ts'
import { physical } from './counted.ts'
import type { Gap } from './gap.ts'
import { conceptsOf } from './lexicon.ts'
import type { Quantity } from './quantities.ts'
import { placesFor, type Reading } from './reading.ts'
import { shareOf } from './reckoning.ts'
import { generic } from './tables/generic.ts'
import { wordAt, wordsOf } from './tokens.ts'
import { hasOne, is } from './word-classes.ts'
import { lineFinder } from './word-table.ts'

export type Fault = Pick<Gap, 'kind' | 'reason' | 'isUnsure'>

/** What is counted has another number in the passage: 30 leaflets for 12 villages, and not the other way round. */
export function otherCount(
  quantity: Quantity,
  equal: readonly Quantity[],
  claim: Reading,
  passage: Reading,
): Fault | undefined {
  if (claim.lexicon !== passage.lexicon || quantity.ordinal || (equal.length > 0 && shareOf(quantity) !== undefined))
    return undefined
  const noun = nounAfter(claim, quantity, 2)
  if (noun === undefined) return undefined
  const places = new Set(
    itemAt(claim.keys, noun).flatMap((key) => (key.startsWith('#') ? [] : (passage.byKey.get(key) ?? []))),
  )
  const hasNoun = (it: Quantity, reach: number) => window(passage, it, reach).some((at) => places.has(at))
  if (equal.some((it) => hasNoun(it, 7) || isOfOthers(it, passage))) return undefined
  // Two rescue ships are ships, whatever the passage counts that was rescued.
  const head = window(claim, quantity, 3).findLast((at) => itemAt(claim.keys, at).length > 0) ?? noun
  const heads = placesFor(claim, head, passage)
  if (head !== noun && equal.some((it) => window(passage, it, 2).some((at) => heads.includes(at)))) return undefined
  // `Of the 64 villages eight …`: what is counted is not said again.
  if (equal.length > 0 && equal.some((it) => nounAfter(passage, it, 2) === undefined)) return undefined
  const other = passage.quantities.find(
    (it) => !equal.includes(it) && !it.ordinal && !it.fraction && it.value !== quantity.value && hasNoun(it, 2),
  )
  // Of 62 hospitals nineteen: a claim with both numbers has them apart.
  if (!other || (equal.length > 0 && isOutOf(quantity, other, claim))) return undefined
  const words = wordsOf(passage, other)
  return { kind: 'number', reason: `is another number in the passage: “${words}”` }
}

const isOutOf = ({ to }: Quantity, { value }: Quantity, claim: Reading): boolean =>
  claim.quantities.some(
    ({ value: it, from }) => it === value && from >= to && from - to < 4 && hasOne(claim, to, from, 'of'),
  )

/** `Of which 600,000 expired`, `rescued 25 others`, `ещё 37`: what is counted has been named. */
const isOfOthers = ({ from, to }: Quantity, passage: Reading): boolean =>
  hasOne(passage, from - 2, from, 'anaphor') || is(passage, to, 'anaphor')

/** `118 paths`, of 118 kilometres of them; `31 districts`, of 31 people in them. */
export function otherThing(
  { to, unit, ordinal, isOne }: Quantity,
  equal: readonly Quantity[],
  claim: Reading,
  passage: Reading,
): Fault | undefined {
  if (claim.lexicon !== passage.lexicon || ordinal || isOne || unit) return undefined
  const thingAt = (reading: Reading, at: number) => {
    const place = is(reading, at, 'of') && !is(reading, at, 'definite') ? at + 1 : at
    return reading.keys[place]?.length ? place : undefined
  }
  const named = thingAt(claim, to)
  if (named === undefined) return undefined
  const own = placesFor(claim, named, passage)
  const things = equal.map((it) => {
    const noun = thingAt(passage, it.to)
    const isOwn =
      window(passage, it, 7).some((at) => own.includes(at) || isLoose(passage, at)) ||
      own.some((at) => at < it.from && at > it.from - 4) ||
      isOfOthers(it, passage)
    const isMeasured = it.unit !== undefined && physical.test(it.unit.name)
    return isOwn || (it.unit && !isMeasured) ? undefined : isMeasured ? it.to : own.length > 0 ? noun : undefined
  })
  const known = things.flatMap((at) => at ?? [])
  if (known.length < things.length) return otherKind(named, equal, claim, passage)
  const isSaid = known.some((at) => placesFor(passage, at, claim).length > 0)
  const [thing] = known.map((at) => passage.tokens[at])
  return isSaid || !thing
    ? undefined
    : { kind: 'number', reason: `is a number of something else in the passage: “${thing.text}”` }
}

/**
 * `312 deaths`, of as many cases; `seven turtles`, of seven seals: both are words that the tables know, and neither text has
 * the other’s.
 */
function otherKind(named: number, equal: readonly Quantity[], claim: Reading, passage: Reading): Fault | undefined {
  const heads = (reading: Reading, from: number) =>
    window(reading, { to: from }, 2).filter((at) => itemAt(reading.keys, at).length > 0)
  const isKnown =
    ({ tokens }: Reading) =>
    (at: number) =>
      conceptsOf(wordAt(tokens, at)).length > 0
  const isOther = (list: readonly number[], reading: Reading, other: Reading) =>
    list.some(isKnown(reading)) &&
    !list.some((at) => isLoose(reading, at)) &&
    list.every((at) => placesFor(reading, at, other).length === 0)
  if (!isOther(heads(claim, named), claim, passage)) return undefined
  const things = equal.map(({ to }) => heads(passage, to))
  const [first] = things.flat()
  if (first === undefined || !things.every((list) => isOther(list, passage, claim))) return undefined
  const { text } = itemAt(passage.tokens, first)
  return { kind: 'number', reason: `is a number of something else in the passage: “${text}”` }
}

const genericOf = lineFinder(generic, false)
/** Whatever was counted before, or what it does: `of which 600,000 expired`. */
const isLoose = (reading: Reading, at: number): boolean =>
  genericOf(wordAt(reading.tokens, at)).length > 0 || is(reading, at, 'told', 'anaphor')

export function nounAfter(reading: Reading, { to }: Quantity, reach: number): number | undefined {
  return window(reading, { to }, reach).find((at) => itemAt(reading.keys, at).length > 0)
}

/** The words after a number, to the end of its clause or the next number: `three of the five ships` are ships, too. */
function window(reading: Reading, { to }: Pick<Quantity, 'to'>, reach: number): readonly number[] {
  const { tokens, quantities } = reading
  const isShare = is(reading, to, 'of')
  const found: number[] = []
  for (let at = to; at < tokens.length && found.length < reach; at++) {
    if (/^[,;:.()—–]$/.test(itemAt(tokens, at).text) || (!isShare && quantities.some(({ from }) => from === at))) break
    if (itemAt(tokens, at).kind === 'word') found.push(at)
  }
  return found
}
