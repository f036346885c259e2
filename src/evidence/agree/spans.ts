import { itemAt } from '../../core/index.ts'
import { holds } from './clauses.ts'
import { unitsOf } from './lexicon.ts'
import type { Quantity } from './quantities.ts'
import type { Reading } from './reading.ts'
import { is, type Told } from './word-classes.ts'

/** How many of the smaller unit a text’s spans of time without a number are: `a decade` is 120 months, `за год` 12. */
export function spansOf(reading: Reading): readonly { readonly name: string; readonly size: number }[] {
  const { tokens, quantities } = reading
  return tokens.flatMap(({ word, kind }, at) => {
    if (
      kind !== 'word' ||
      !is(reading, at - 1, 'definite', 'indefinite', 'lasting', 'per', 'byMuch') ||
      quantities.some((it) => holds(it, at))
    )
      return []
    return unitsOf(word)
      .filter(({ name }) => name === 'month' || name === 'day')
      .map(({ name, factor }) => ({ name, size: factor }))
  })
}

/** `Ten years`, of `a decade`; `eighteen months`, of `a year and a half`. */
export function isSpan({ value, unit }: Quantity, passage: Reading): boolean {
  return (
    unit !== undefined &&
    (isRangeOfMonths(value * unit.factor, unit.name, passage) ||
      spansOf(passage).some(({ name, size }) => name === unit.name && size === value * unit.factor))
  )
}

/** `A year and a half`, `полтора года`: one and a half of the unit. */
export function withHalves(quantities: readonly Quantity[], told: Told): readonly Quantity[] {
  const { tokens } = told
  return quantities.flatMap((half, at): readonly Quantity[] => {
    const [and, noun] = [tokens[half.from - 2], tokens[half.from - 3]]
    const isAfterAnd = is(told, half.from - 1, 'and')
    const unit = unitsOf((isAfterAnd ? and : noun)?.word ?? '')[0]
    const isHalf = half.fraction && half.value === 0.5 && unit !== undefined
    if (!isHalf || !(isAfterAnd || (is(told, half.from - 1, 'indefinite') && is(told, half.from - 2, 'and'))))
      return [half]
    const before = quantities[at - 1]
    const isCounted = before !== undefined && before.to === half.from - (isAfterAnd ? 2 : 3)
    return [{ ...half, fraction: false, isOne: false, unit, value: (isCounted ? before.value : 1) + 0.5 }]
  })
}

/** Six months, from January to June. */
function isRangeOfMonths(size: number, name: string, { dates }: Reading): boolean {
  return (
    name === 'month' &&
    dates.some(({ month, months }, at) => {
      const next = dates[at + 1]
      if (months) return months[1] - months[0] + 1 === size
      return (
        month !== undefined &&
        next?.month !== undefined &&
        next.from - itemAt(dates, at).to < 3 &&
        next.month - month + 1 === size
      )
    })
  )
}

/** Where a text says for how long without a number: `for weeks`. */
export function bareSpans(reading: Reading): readonly number[] {
  const isTime = (word: string) =>
    unitsOf(word).some(({ name }) => name === 'min' || name === 'day' || name === 'month')
  return reading.tokens.flatMap(({ word }, at) => (is(reading, at - 1, 'lasting') && isTime(word) ? [at] : []))
}
