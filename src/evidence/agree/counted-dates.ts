import type { Edtf } from '../../corpus/index.ts'
import type { Written } from './dates.ts'
import { unitsOf } from './lexicon.ts'
import type { Reading } from './reading.ts'
import { isOfTwoTimes } from './reckoning.ts'
import { meaningsOf, shifted } from './timing.ts'
import { wordAt } from './tokens.ts'

const after = /^(?:later|after|afterwards|später|danach|darauf|tard|après|спустя)$/
const earlier = /^(?:earlier|before|previously|früher|zuvor|davor|tôt|avant|auparavant)$/

interface Step {
  readonly count: number
  readonly unit: 'day' | 'week' | 'month' | 'year'
  readonly at: number
}

/** How far from the date before them a passage’s things are: `a day later`, `the next day`, `cinq ans plus tôt`. */
function stepsIn({ tokens, quantities, dates }: Reading): readonly Step[] {
  const spans = tokens.flatMap(({ word, kind }, at): Step[] => {
    const [unit] = kind === 'word' ? unitsOf(word).filter(({ name }) => name === 'day' || name === 'month') : []
    if (!unit) return []
    const name = unit.name === 'month' ? (unit.factor === 12 ? 'year' : 'month') : unit.factor === 7 ? 'week' : 'day'
    const [before, next] = [wordAt(tokens, at - 1), wordAt(tokens, at + 1)]
    if (/^(?:next|following)$/.test(before)) return [{ count: 1, unit: name, at }]
    const end = next === 'plus' ? wordAt(tokens, at + 2) : next
    const sign = after.test(end) ? 1 : earlier.test(end) ? -1 : 0
    const counted = quantities.find(({ to }) => to === at)?.value
    const count = counted ?? (/^(?:an?|une?|eine[nm]?)$/.test(before) ? 1 : 0)
    return sign * count === 0 ? [] : [{ count: sign * count, unit: name, at }]
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
