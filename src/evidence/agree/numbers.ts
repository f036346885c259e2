import { itemAt } from '../../core/index.ts'
import type { Edtf } from '../../corpus/index.ts'
import { fits, haveSameBound, isAboutSpan, isFlipped, isOnlyOrLess, isRounded, isWordedShare, near } from './bounds.ts'
import { isDaysBetween } from './counted-dates.ts'
import type { Written } from './dates.ts'
import type { Gap } from './gap.ts'
import { unitsOf } from './lexicon.ts'
import type { Quantity } from './quantities.ts'
import type { Reading } from './reading.ts'
import { isOfChange, isReckoned, shareOf } from './reckoning.ts'
import { bareSpans, isSpan } from './spans.ts'
import { type Fault, nounAfter, otherCount, otherThing } from './things.ts'
import { wordAt, wordsOf } from './tokens.ts'
import { hasOne, is, mentions } from './word-classes.ts'

/** The numbers of a claim that its passage does not have, or has of something else, or within other bounds. */
export function ungroundedNumbers(claim: Reading, passage: Reading, issued?: Edtf): readonly Gap[] {
  const spans = [...otherSpan(claim, passage), ...otherWay(claim, passage)]
  const gaps = claim.quantities.flatMap((quantity) => {
    const fault = faultOf(quantity, claim, passage)
    if (!fault || isTimeSince(quantity, passage, issued)) return []
    const words = wordsOf(claim, quantity)
    return [{ ...fault, words }]
  })
  return [...gaps, ...spans]
}

/** `For months`, of what the passage says was for weeks. */
function otherSpan(claim: Reading, passage: Reading): readonly Gap[] {
  const theirs = bareSpans(passage)
  if (theirs.length === 0 || claim.lexicon !== passage.lexicon) return []
  const isThere = (at: number) =>
    unitsOf(wordAt(claim.tokens, at)).some(({ name, factor }) =>
      [
        ...theirs.flatMap((it) => unitsOf(wordAt(passage.tokens, it))),
        ...passage.quantities.flatMap(({ unit }) => unit ?? []),
      ].some((it) => it.name === name && it.factor === factor),
    )
  return bareSpans(claim)
    .filter((at) => !isThere(at))
    .map((at) => ({
      kind: 'number',
      words: itemAt(claim.tokens, at).text,
      reason: `is “${itemAt(passage.tokens, itemAt(theirs, 0)).text}” in the passage`,
    }))
}

/** `From 9 to 12`, of what went from 12 to 9. */
function otherWay(claim: Reading, passage: Reading): readonly Gap[] {
  const theirs = stepsIn(passage)
  return stepsIn(claim).flatMap(([one, other]) => {
    const isAlike = (it: readonly [Quantity, Quantity], a: Quantity, b: Quantity) =>
      isEqual(it[0], a) && isEqual(it[1], b)
    if (!theirs.some((it) => isAlike(it, other, one)) || theirs.some((it) => isAlike(it, one, other))) return []
    const words = wordsOf(claim, { from: one.from, to: other.to })
    return [{ kind: 'number', words, reason: 'goes the other way in the passage' }]
  })
}

/** Two numbers, from the one of which something goes to the other. */
function stepsIn(reading: Reading): readonly (readonly [Quantity, Quantity])[] {
  return reading.quantities.flatMap((one, at) => {
    const other = reading.quantities[at + 1]
    const isStep =
      other !== undefined &&
      is(reading, one.from - 1, 'start') &&
      other.from - one.to < 5 &&
      hasOne(reading, one.to, other.from, 'end')
    return isStep ? [[one, other] as const] : []
  })
}

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
      (quantity.unit?.name === 'day' && isDaysBetween(quantity.value * quantity.unit.factor, passage)) ||
      isRatio(quantity, claim, passage)
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
  if (quantity.bound === undefined && alike.some(({ bound }) => bound === 'about') && mentions(claim, 'estimated'))
    return undefined
  // Nine in ten is about 90 per cent.
  if (quantity.bound === undefined && isWordedShare(quantity) && alike.some(({ bound }) => bound === 'about'))
    return undefined
  // What may be a third is up to a third.
  const isPossible = ({ markers }: Reading) => markers.some(({ signs }) => signs.has('may') || signs.has('can'))
  if (quantity.bound === 'at-most' && isPossible(claim) && isPossible(passage)) return undefined
  if (isOnlyOrLess(quantity, alike, passage) || isFlipped(quantity, claim, alike)) return undefined
  if (alike.some((it) => isFlipped(it, passage, [quantity]))) return undefined
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
  // `12 days sooner`, of `12 days earlier`.
  if (unit && dates.some(({ relative }) => relative && isSize(relative, value * unit.factor, unit.name))) return true
  if (ordinal || unit?.name !== 'month' || unit.factor < 12) return false
  const years = (value * unit.factor) / 12
  if (dates.some(({ relative }) => relative?.unit === 'year' && -relative.step === years)) return true
  if (issued?.max === undefined) return false
  const year = Number(issued.max.slice(0, 4))
  return dates.some((it) => it.year !== undefined && Math.abs(year - it.year - years) < (unit.factor > 12 ? 5 : 1))
}

const isSize = ({ step, unit }: NonNullable<Written['relative']>, size: number, name: string): boolean =>
  unitsOf(unit).some((it) => it.name === name && it.factor * Math.abs(step) === size)

/** Years can stand for numbers, where a noun follows them. */
function isYear({ value, ordinal }: Quantity, passage: Reading): boolean {
  return !ordinal && value >= 1800 && value < 2100 && passage.dates.some(({ year }) => year === value)
}

/** Twice, half, more than a quarter, by a third: two numbers of the passage may have this ratio, or differ by it. */
function isRatio(quantity: Quantity, claim: Reading, passage: Reading): boolean {
  const isTimes = is(claim, quantity.to, 'times')
  const own = isTimes ? quantity.value : shareOf(quantity)
  if (own === undefined || (!isTimes && !isWordedShare(quantity) && quantity.bound === undefined)) return false
  const counts = passage.quantities.filter((it) => !it.ordinal && !it.vague)
  const whole = counts.filter((it) => shareOf(it) === undefined)
  // Twice the pace, of 0.2 and 0.4 per cent.
  const numbers = own > 1 && whole.length < 2 ? counts.filter(({ fraction }) => !fraction) : whole
  const isChange = quantity.bound === undefined && isOfChange(quantity, claim)
  return numbers.some((a) =>
    numbers.some(
      (b) =>
        a !== b &&
        b.value !== 0 &&
        (fits(a.value / b.value, own, quantity.bound, 0.005) ||
          (isChange && fits(Math.abs(a.value - b.value) / b.value, own, quantity.bound, 0.005))),
    ),
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
