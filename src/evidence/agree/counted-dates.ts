import type { Edtf } from '../../corpus/index.ts'
import type { Written } from './dates.ts'
import { stepOf } from './lexicon.ts'
import type { Reading } from './reading.ts'
import { isOfTwoTimes } from './reckoning.ts'
import { meaningsOf, shifted } from './timing.ts'
import { wordAt } from './tokens.ts'
import { is } from './word-classes.ts'

interface Step {
  readonly count: number
  readonly unit: 'day' | 'week' | 'month' | 'year'
  readonly at: number
}

/** How far from the date before them a passage’s things are: `a day later`, `the next day`, `cinq ans plus tôt`. */
function stepsIn(reading: Reading): readonly Step[] {
  const { tokens, quantities, dates } = reading
  const spans = tokens.flatMap(({ word, kind }, at): Step[] => {
    const unit = kind === 'word' ? stepOf(word) : undefined
    if (!unit) return []
    if (is(reading, at - 1, 'next')) return [{ count: 1, unit, at }]
    const end = wordAt(tokens, at + 1) === 'plus' ? at + 2 : at + 1
    const sign = is(reading, end, 'later') ? 1 : is(reading, end, 'ago', 'before') ? -1 : 0
    const counted = quantities.find(({ to }) => to === at)?.value
    const count = counted ?? (is(reading, at - 1, 'indefinite') ? 1 : 0)
    return sign * count === 0 ? [] : [{ count: sign * count, unit, at }]
  })
  const relatives = dates.flatMap(({ relative, from }) =>
    relative && relative.step < 0 ? [{ count: relative.step, unit: relative.unit, at: from }] : [],
  )
  return [...spans, ...relatives]
}

/** A date that a reader counts from another of the passage: `4 March`, of 3 March and `a day later`; `four years earlier`, of 2012 and 2016. */
export function isCounted(date: Written, claim: Reading, passage: Reading, issued: Edtf | undefined): boolean {
  const years = passage.dates.flatMap(({ year, isDecade }) => (year === undefined || isDecade ? [] : [year]))
  const { relative } = date
  if (relative?.unit === 'year' && relative.step < 0)
    return years.some((one) => years.includes(one - relative.step)) || (relative.step === -1 && isOfTwoTimes(passage))
  const meant = meaningsOf(date, issued, years)
  return stepsIn(passage).some(
    ({ count, unit, at }) =>
      // What was a year earlier is told beside what is now.
      (count > 0 || claim.dates.length > 1) &&
      passage.dates
        .filter((it) => it.relative === undefined && it.from < at)
        .flatMap((it) => meaningsOf(it, issued, years))
        .some(({ min }) => {
          const day = shifted(min, count, unit)
          return meant.some((it) =>
            unit === 'year'
              ? date.month === undefined && date.months === undefined && it.min.slice(0, 4) === day.slice(0, 4)
              : it.min <= day && day <= it.max && date.day !== undefined,
          )
        }),
  )
}

const weekdays = 7

/** Four days, from Sunday to Wednesday. */
export function isDaysBetween(days: number, { dates }: Reading): boolean {
  return dates.some((one, at) =>
    dates.slice(at + 1).some((it) => {
      if (one.weekday === undefined || it.weekday === undefined) return false
      const between = Math.abs(one.weekday - it.weekday)
      return [between, weekdays - between].some((size) => days === size || days === size + 1)
    }),
  )
}
