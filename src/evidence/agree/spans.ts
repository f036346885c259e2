import { itemAt } from '../../core/index.ts'
import { holds } from './clauses.ts'
import { unitsOf } from './lexicon.ts'
import type { Quantity } from './quantities.ts'
import type { Reading } from './reading.ts'
import { wordAt } from './tokens.ts'

const article = /^(?:an?|one|the|une?|le|la|l|eine?[mnrs]?|der|die|das|den|dem|in|on|за|в|на|бір)$/

/** How many of the smaller unit a text’s spans of time without a number are: `a decade` is 120 months, `за год` 12. */
export function spansOf({ tokens, quantities }: Reading): readonly { readonly name: string; readonly size: number }[] {
  return tokens.flatMap(({ word, kind }, at) => {
    if (kind !== 'word' || !article.test(wordAt(tokens, at - 1)) || quantities.some((it) => holds(it, at))) return []
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
export function withHalves(quantities: readonly Quantity[], { tokens }: Pick<Reading, 'tokens'>): readonly Quantity[] {
  return quantities.flatMap((half, at): readonly Quantity[] => {
    const [article, and, noun] = [tokens[half.from - 1], tokens[half.from - 2], tokens[half.from - 3]]
    const isAfterAnd = /^(?:and|et|und)$/.test(article?.word ?? '')
    const unit = unitsOf((isAfterAnd ? and : noun)?.word ?? '')[0]
    const isHalf = half.fraction && half.value === 0.5 && unit !== undefined
    if (
      !isHalf ||
      !(isAfterAnd || (/^(?:an?|une?)$/.test(article?.word ?? '') && /^(?:and|et)$/.test(and?.word ?? '')))
    )
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

const lasting = /^(?:for|since|in|over|within|seit|pendant|depuis|durant|en)$/
const plural =
  /^(?:minutes|hours|days|weeks|months|years|decades|minuten|stunden|tagen|wochen|monaten|jahren|heures|jours|semaines|mois|ans|années)$/

/** Where a text says for how long without a number: `for weeks`. */
export function bareSpans({ tokens }: Reading): readonly number[] {
  return tokens.flatMap(({ word }, at) => (plural.test(word) && lasting.test(wordAt(tokens, at - 1)) ? [at] : []))
}
