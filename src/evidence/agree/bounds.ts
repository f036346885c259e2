import { clauseAt } from './clauses.ts'
import type { Bound, Quantity } from './quantities.ts'
import type { Reading } from './reading.ts'
import { shareOf } from './reckoning.ts'
import type { Sign } from './tables/language.ts'

export const isWordedShare = ({ share, fraction }: Quantity) => share !== undefined || fraction

const bounding: readonly Sign[] = ['at-least', 'at-most']

export const near = (a: number, b: number, share: number) =>
  Math.abs(a - b) <= share * Math.max(Math.abs(a), Math.abs(b))

/** `No more than four`, of `only four`. */
export function isOnlyOrLess({ bound }: Quantity, alike: readonly Quantity[], { markers }: Reading): boolean {
  return (
    bound === 'at-most' &&
    markers.some(({ signs, to }) => signs.has('only') && alike.some(({ from }) => from - to >= 0 && from - to < 3))
  )
}

/** `No class shall have more than 22`, of `at most 22`. */
export function isFlipped(
  { bound, from, to }: Quantity,
  { clauses, markers }: Reading,
  alike: readonly Quantity[],
): boolean {
  const flipped = bound && ({ 'at-least': 'at-most', 'at-most': 'at-least' } as const)[bound as 'at-least']
  const clause = clauseAt({ clauses }, from)
  return (
    flipped !== undefined &&
    alike.some((it) => it.bound === flipped) &&
    markers.some(
      (it) =>
        it.signs.has('not') &&
        it.from >= clause!.from &&
        it.to <= clause!.to &&
        (it.to < from - 2 || it.from >= to || !bounding.some((sign) => it.signs.has(sign))),
    )
  )
}

/** `Nearly a year`, of eleven months; `more than a week`, of nine days; `within about a week`, of what is to be next week. */
export function isAboutSpan({ value, unit, bound }: Quantity, { quantities, dates }: Reading): boolean {
  if (!unit || !/^(?:month|day)$/.test(unit.name) || bound === undefined) return false
  const size = value * unit.factor
  const isNextOne =
    value === 1 &&
    dates.some(({ relative }) => relative && Math.abs(relative.step) === 1 && daysIn[relative.unit] === unit.factor)
  return (
    isNextOne ||
    quantities.some((it) => {
      if (it.unit?.name !== unit.name || it.ordinal) return false
      const theirs = it.value * it.unit.factor
      if (bound === 'at-least') return theirs > size && theirs < 2 * size && it.unit.factor < unit.factor
      return bound === 'about'
        ? near(theirs, size, 0.12)
        : theirs < size && theirs >= (bound === 'nearly' ? 0.85 : 0.6) * size
    })
  )
}

/** “Some 1,300” for 1,340: said to be rounded, and rounded rightly. */
export function isRounded(quantity: Quantity, passage: Reading): boolean {
  const { value, bound } = quantity
  if (bound === undefined || value === 0) return false
  const digits =
    shareOf(quantity) !== undefined && isWordedShare(quantity)
      ? 1
      : String(value).replace(/0+$/, '').replace('.', '').length
  if (digits > 2) return false
  const step = 10 ** (Math.floor(Math.log10(Math.abs(value))) - digits + 1)
  return passage.quantities.some((it) => {
    if (
      it.ordinal ||
      it.vague ||
      (it.value < 10 && shareOf(it) === undefined) ||
      (quantity.unit ?? it.unit)?.name !== (it.unit ?? quantity.unit)?.name
    )
      return false
    const off = it.value - value
    const [own, theirs] = [shareOf(quantity), shareOf(it)]
    if (own !== undefined && theirs !== undefined && isWordedShare(quantity)) return fits(theirs, own, bound, 0.1)
    if (bound === 'about') return Math.abs(off) <= step / 2
    if (bound === 'nearly') return off < 0 && off >= -step / 2
    return bound === 'at-least' ? off > 0 && off < step / 2 && it.bound === undefined : false
  })
}

/** Whether a share can be told as another within a bound: more than half, of 60 per cent. */
export function fits(theirs: number, own: number, bound: Bound | undefined, exact: number): boolean {
  if (bound === 'at-least') return theirs > own && theirs < own + 0.25
  if (bound === 'nearly' || bound === 'at-most') return theirs < own && theirs >= own * 0.85
  return near(theirs, own, bound === 'about' ? 0.1 : exact)
}

/** A bound may get looser in the same direction, and never be lost. */
export function haveSameBound(claim: Bound | undefined, passage: Bound | undefined): boolean {
  if (claim === passage) return true
  if (passage === undefined) return claim === 'about'
  const roughly = new Set(['about', 'nearly'])
  return claim !== undefined && roughly.has(claim) && roughly.has(passage)
}

const daysIn = { day: 1, week: 7, month: 1, year: 12 } as const
