import { itemAt } from '../../core/index.ts'
import type { Edtf } from '../../corpus/index.ts'
import { fits, haveSameBound, isAboutSpan, isFlipped, isOnlyOrLess, isRounded, isWordedShare, near } from './bounds.ts'
import { physical } from './counted.ts'
import type { Gap } from './gap.ts'
import type { Quantity } from './quantities.ts'
import { placesFor, type Reading } from './reading.ts'
import { isReckoned, shareOf } from './reckoning.ts'
import { isSpan } from './spans.ts'
import { wordAt, wordsOf } from './tokens.ts'

/** The numbers of a claim that its passage does not have, or has of something else, or within other bounds. */
export function ungroundedNumbers(claim: Reading, passage: Reading, issued?: Edtf): readonly Gap[] {
  return claim.quantities.flatMap((quantity) => {
    const fault = faultOf(quantity, claim, passage)
    if (!fault || isTimeSince(quantity, passage, issued)) return []
    const words = wordsOf(claim, quantity)
    return [{ ...fault, words }]
  })
}

type Fault = Pick<Gap, 'kind' | 'reason' | 'isUnsure'>

/** What is wrong with one number, if anything is. */
function faultOf(quantity: Quantity, claim: Reading, passage: Reading): Fault | undefined {
  const equal = passage.quantities.filter((it) => isEqual(quantity, it))
  if (quantity.isOne) return equal.length === 0 ? otherCount(quantity, equal, claim, passage) : undefined
  if (equal.length === 0) {
    if (
      isSpan(quantity, passage) ||
      isAboutSpan(quantity, passage) ||
      isRounded(quantity, passage) ||
      isYear(quantity, passage) ||
      isRatio(quantity, passage)
    )
      return undefined
    if (isReckoned(quantity, claim, passage)) return undefined
    const other = otherCount(quantity, equal, claim, passage)
    // Of a language without tables, the words of numbers are not known.
    const isUnsure = !passage.lexicon && passage.quantities.length === 0 && quantity.value <= 1000
    return other ?? { kind: 'number', reason: 'is no number of the passage', ...(isUnsure && { isUnsure }) }
  }
  const alike = equal.filter((it) => haveSameUnit(quantity, it, claim, passage))
  if (alike.length === 0) return { kind: 'number', reason: unitReason(itemAt(equal, 0)) }
  const rates = alike.map(({ rate }) => rate)
  if (quantity.rate && !rates.some((it) => it === undefined || it === quantity.rate))
    return {
      kind: 'number',
      reason: `is by ${/^\d/.test(rates[0] ?? '') ? 'another unit' : `the ${rates[0]}`} in the passage`,
    }
  const other = otherCount(quantity, alike, claim, passage) ?? otherThing(quantity, alike, claim, passage)
  if (other) return other
  if (alike.some((it) => haveSameBound(quantity.bound, it.bound)) || isRounded(quantity, passage)) return undefined
  // Nine in ten is about 90 per cent.
  if (quantity.bound === undefined && isWordedShare(quantity) && alike.some(({ bound }) => bound === 'about'))
    return undefined
  // What may be a third is up to a third.
  const isPossible = ({ markers }: Reading) => markers.some(({ signs }) => signs.has('may') || signs.has('can'))
  if (quantity.bound === 'at-most' && isPossible(claim) && isPossible(passage)) return undefined
  if (isOnlyOrLess(quantity, alike, passage) || isFlipped(quantity, claim, alike)) return undefined
  const theirs = itemAt(alike, 0).bound
  return {
    kind: 'limit',
    reason:
      theirs === undefined
        ? `has a bound that the passage does not give (${quantity.bound})`
        : `is “${theirs.replace('-', ' ')}” in the passage`,
  }
}

/** Whether two quantities are of one size, in whichever of the ways to say it. */
export function isEqual(one: Quantity, other: Quantity): boolean {
  if (one.vague || other.vague)
    return (
      other.value === one.value ||
      (one.vague && !other.vague && other.value >= one.value * 1.5 && other.value < one.value * 100)
    )
  const [share, otherShare] = [shareOf(one), shareOf(other)]
  if (share !== undefined && otherShare !== undefined) return near(share, otherShare, 0.01)
  if (one.unit && other.unit && one.unit.name === other.unit.name)
    return near(one.value * one.unit.factor, other.value * other.unit.factor, 1e-9)
  return near(one.value, other.value, 1e-9) && !(one.ordinal && other.fraction)
}

/** `In three decades`, of what is the lowest since 1994 in a text of 2024. */
function isTimeSince({ value, unit, ordinal }: Quantity, { dates }: Reading, issued: Edtf | undefined): boolean {
  if (ordinal || unit?.name !== 'month' || unit.factor < 12) return false
  const years = (value * unit.factor) / 12
  if (dates.some(({ relative }) => relative?.unit === 'year' && -relative.step === years)) return true
  if (issued?.max === undefined) return false
  const year = Number(issued.max.slice(0, 4))
  return dates.some((it) => it.year !== undefined && Math.abs(year - it.year - years) < (unit.factor > 12 ? 5 : 1))
}

/** Years can stand for numbers, where a noun follows them. */
function isYear({ value, ordinal }: Quantity, passage: Reading): boolean {
  return !ordinal && value >= 1800 && value < 2100 && passage.dates.some(({ year }) => year === value)
}

/** Twice, half, more than a quarter: two numbers of the passage may have this ratio. */
function isRatio(quantity: Quantity, passage: Reading): boolean {
  const own = shareOf(quantity)
  if (own === undefined || (!quantity.fraction && quantity.bound === undefined)) return false
  const numbers = passage.quantities.filter((it) => !it.ordinal && !it.vague && shareOf(it) === undefined)
  return numbers.some((a) =>
    numbers.some((b) => a !== b && b.value !== 0 && fits(a.value / b.value, own, quantity.bound, 0.005)),
  )
}

const soft = new Set(['%', 'points'])

function haveSameUnit(one: Quantity, other: Quantity, claim: Reading, passage: Reading): boolean {
  if (shareOf(one) !== undefined && shareOf(other) !== undefined) return true
  if (one.unit?.name === other.unit?.name) return true
  if (one.unit !== undefined && other.unit !== undefined) return false
  if (one.unit === undefined) return true
  // The unit may stand elsewhere in the passage: “in tonnes: 40 and 55”.
  if (soft.has(one.unit.name)) return false
  const isOthers = passage.quantities.some(({ unit }) => unit?.name === one.unit!.name)
  return isNamed(claim, one, passage) && (!isOthers || nounAfter(passage, other, 2) === undefined)
}

/** The word after the number, which is a unit here, is a word of the passage. */
function isNamed(claim: Reading, { to }: Quantity, passage: Reading): boolean {
  const at = claim.tokens.findIndex((token, index) => index >= to && token.kind === 'word' && token.word.length > 2)
  const own = at === -1 ? '' : wordAt(claim.tokens, at).slice(0, 5)
  return own.length > 2 && passage.tokens.some(({ word }) => word.startsWith(own))
}

function unitReason({ unit }: Quantity): string {
  return unit === undefined
    ? 'is a number of something else in the passage'
    : `is in another unit in the passage (${unit.name})`
}

/** What is counted has another number in the passage: 30 leaflets for 12 villages, and not the other way round. */
function otherCount(
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
  if (equal.some((it) => hasNoun(it, 7))) return undefined
  // `Of the 64 villages eight …`: what is counted is not said again.
  if (equal.length > 0 && equal.some((it) => nounAfter(passage, it, 2) === undefined)) return undefined
  const other = passage.quantities.find(
    (it) => !equal.includes(it) && !it.ordinal && !it.fraction && it.value !== quantity.value && hasNoun(it, 2),
  )
  if (!other) return undefined
  const words = wordsOf(passage, other)
  return { kind: 'number', reason: `is another number in the passage: “${words}”` }
}

/** `118 paths`, of 118 kilometres of them; `31 districts`, of 31 people in them. */
function otherThing(
  { to, unit, ordinal, isOne }: Quantity,
  equal: readonly Quantity[],
  claim: Reading,
  passage: Reading,
): Fault | undefined {
  if (claim.lexicon !== passage.lexicon || ordinal || isOne || unit) return undefined
  const thingAt = ({ tokens, keys }: Reading, at: number) => {
    const place = /^(?:of|de|d|von|des)$/.test(tokens[at]?.word ?? '') ? at + 1 : at
    return keys[place]?.length ? place : undefined
  }
  const named = thingAt(claim, to)
  if (named === undefined) return undefined
  const own = placesFor(claim, named, passage)
  const things = equal.map((it) => {
    const noun = thingAt(passage, it.to)
    const isOwn =
      window(passage, it, 7).some((at) => own.includes(at)) || own.some((at) => at < it.from && at > it.from - 4)
    const isMeasured = it.unit !== undefined && physical.test(it.unit.name)
    return isOwn || (it.unit && !isMeasured) ? undefined : isMeasured ? it.to : own.length > 0 ? noun : undefined
  })
  const known = things.flatMap((at) => at ?? [])
  if (known.length < things.length) return undefined
  const isSaid = known.some((at) => placesFor(passage, at, claim).length > 0)
  const [thing] = known.map((at) => passage.tokens[at])
  return isSaid || !thing
    ? undefined
    : { kind: 'number', reason: `is a number of something else in the passage: “${thing.text}”` }
}

function nounAfter(reading: Reading, { to }: Quantity, reach: number): number | undefined {
  return window(reading, { to }, reach).find((at) => itemAt(reading.keys, at).length > 0)
}

/** The words after a number, to the end of its clause or the next number: `three of the five ships` are ships, too. */
function window(reading: Reading, { to }: Pick<Quantity, 'to'>, reach: number): readonly number[] {
  const { tokens, quantities } = reading
  const isShare = /^(?:of|out|из|des|de|von|der)$/.test(tokens[to]?.word ?? '')
  const found: number[] = []
  for (let at = to; at < tokens.length && found.length < reach; at++) {
    if (/^[,;:.()—–]$/.test(itemAt(tokens, at).text) || (!isShare && quantities.some(({ from }) => from === at))) break
    if (itemAt(tokens, at).kind === 'word') found.push(at)
  }
  return found
}
