import { partAt } from './clauses.ts'
import { conceptsOf } from './lexicon.ts'
import { namesIn } from './names.ts'
import type { Quantity } from './quantities.ts'
import { placesFor, type Reading } from './reading.ts'
import { nounAfter } from './things.ts'
import { hasOne, is, mentions } from './word-classes.ts'

/** Half, 50 per cent and five in ten are one share. */
export function shareOf({ share, unit, fraction, value }: Quantity): number | undefined {
  return share ?? (unit?.name === '%' ? value / 100 : fraction ? value : undefined)
}

/** Whether a number is one that a reader of the passage reckons: a difference, a sum, the rest of a whole, or the two of two. */
export function isReckoned(quantity: Quantity, claim: Reading, passage: Reading): boolean {
  if (quantity.ordinal || quantity.vague) return false
  return (
    isDifference(quantity, claim, passage) ||
    isSum(quantity, claim, passage) ||
    isPartOf(quantity, passage) ||
    isLeftOver(quantity, claim, passage) ||
    isRest(quantity, claim, passage) ||
    isBoth(quantity, claim, passage)
  )
}

const changes = new Set([...conceptsOf('rise'), ...conceptsOf('fall')])

/** Whether a number is how much something rises, falls or differs by. */
export function isOfChange({ from, to }: Quantity, reading: Reading): boolean {
  const { tokens, poles } = reading
  const around = tokens.slice(Math.max(0, from - 6), to + 4)
  return (
    hasOne(reading, from - 6, to + 4, 'compares') ||
    around.some(({ word }) => conceptsOf(word).some((it) => changes.has(it))) ||
    poles.some(({ axis }) => axis === 'degree' || axis === 'speed')
  )
}

/** `Six fewer`, of what goes from 24 to 18. */
function isDifference(quantity: Quantity, claim: Reading, passage: Reading): boolean {
  const { value, unit } = quantity
  if (!isOfChange(quantity, claim)) return false
  const name = unit?.name === 'points' ? '%' : unit?.name
  return pairsIn(passage).some(
    ([a, b]) => isNear(Math.abs(a.value - b.value), value) && [a, b].some((it) => (it.unit?.name ?? name) === name),
  )
}

/** Three pools that stay, of two of the five that close; five judges, where two of the seven dissent. */
function isLeftOver({ value }: Quantity, claim: Reading, passage: Reading): boolean {
  const isRestSaid = mentions(claim, 'remaining')
  const counts = passage.quantities.filter(
    (it) => Number.isInteger(it.value) && !it.ordinal && !it.vague && !it.fraction,
  )
  return counts.some((part) =>
    counts.some((whole) => {
      if (whole === part || whole.value - part.value !== value) return false
      if (isRestSaid) return true
      const [first, last] = part.from < whole.from ? [part, whole] : [whole, part]
      return last.from - first.to < 4 && hasOne(passage, first.to, last.from, 'of', 'possessive')
    }),
  )
}

/** Whether a number is the part of a whole that the passage leaves over. */
export const isOtherPart = (quantity: Quantity, claim: Reading, passage: Reading): boolean =>
  !passage.quantities.some(({ value }) => value === quantity.value) && isLeftOver(quantity, claim, passage)

/** `Thirteen voted`, of nine votes to four; but `20 houses` is no sum of 12 houses and 8 barns. */
function isSum(quantity: Quantity, claim: Reading, passage: Reading): boolean {
  const { value, unit } = quantity
  const noun = nounAfter(claim, quantity, 2)
  const places = noun === undefined ? [] : placesFor(claim, noun, passage)
  const isOf = (it: Quantity) => {
    const theirs = nounAfter(passage, it, 2)
    return theirs === undefined ? undefined : places.includes(theirs)
  }
  return pairsIn(passage).some(
    ([a, b]) =>
      Number.isInteger(value) &&
      !b.isOne &&
      !(isOf(a) === true && isOf(b) === false) &&
      !(isOf(a) === false && isOf(b) === true) &&
      a.value + b.value === value &&
      a.to + 3 >= b.from &&
      [a, b].every((it) => (it.unit?.name ?? unit?.name) === unit?.name),
  )
}

/** 1,400, of a third of 4,200, or of the 4,200 a third. */
function isPartOf({ value, bound }: Quantity, reading: Reading): boolean {
  const { quantities, clauses } = reading
  return quantities.some((part, at) => {
    const [share, next, last] = [shareOf(part), quantities[at + 1], quantities[at - 1]]
    if (share === undefined || share >= 1) return false
    const isOf = (whole: Quantity | undefined) =>
      whole !== undefined &&
      shareOf(whole) === undefined &&
      Math.abs(share * whole.value - value) <= (bound === 'about' ? 0.05 : 1e-6) * value
    const isOfLast =
      last !== undefined &&
      partAt({ clauses }, last.from) === partAt({ clauses }, part.from) &&
      hasOne(reading, last.from - 2, last.from, 'of', 'possessive')
    return (next !== undefined && next.from - part.to <= 4 && isOf(next)) || (isOfLast && isOf(last))
  })
}

/** A tenth that is missing, of what is found to 90 per cent. */
function isRest(quantity: Quantity, claim: Reading, passage: Reading): boolean {
  const own = shareOf(quantity)
  if (own === undefined || !mentions(claim, 'remaining')) return false
  return passage.quantities.some((it) => {
    const share = shareOf(it)
    return share !== undefined && share < 1 && isNear(1 - share, own)
  })
}

/** `The two ministers`, of two persons who are named. */
function isBoth({ value, from }: Quantity, claim: Reading, passage: Reading): boolean {
  if (value !== 2) return false
  return (
    mentions(passage, 'both') ||
    (is(claim, from - 1, 'definite', 'demonstrative', 'both') && namesIn(passage).length > 1)
  )
}

/** Two numbers one after the other in one part of the text. */
function pairsIn({ quantities, clauses }: Reading): readonly (readonly [Quantity, Quantity])[] {
  const numbers = quantities.filter((it) => !it.ordinal && !it.vague && !it.fraction)
  return numbers.flatMap((one, at) => {
    const other = numbers[at + 1]
    if (other && partAt({ clauses }, one.from) === partAt({ clauses }, other.from)) return [[one, other] as const]
    return []
  })
}

const isNear = (a: number, b: number) => Math.abs(a - b) < 1e-6 * Math.max(1, Math.abs(b))

/** Whether a text compares a time with the one before it: what rises, doubles or slows is not what it was. */
export function isOfTwoTimes({ tokens, poles, quantities }: Reading): boolean {
  return (
    poles.some(({ axis }) => axis === 'degree' || axis === 'speed' || axis === 'change') ||
    quantities.some(({ fraction, value }) => fraction && value > 1) ||
    tokens.some(({ word }) => conceptsOf(word).some((it) => changes.has(it)))
  )
}
