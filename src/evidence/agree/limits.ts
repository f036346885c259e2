import { type Aligned, boundsNumber } from './aligned.ts'
import { clauseAt } from './clauses.ts'
import { unitsOf } from './lexicon.ts'
import type { Reading } from './reading.ts'
import { shareOf } from './reckoning.ts'
import type { Marker } from './signs.ts'
import type { Sign } from './tables/language.ts'
import { wordAt } from './tokens.ts'
import { is, mentions } from './word-classes.ts'

/** `Only in 2028` is no limit of the thing, but says that it is late. */
function isBeforeDate(reading: Reading, { to }: Marker): boolean {
  const { dates, tokens, lexicon } = reading
  return dates.some(
    ({ from }) =>
      from >= to &&
      from - to <= 3 &&
      tokens.slice(to, from).every(({ word }, step) => lexicon?.isStop(word) || is(reading, to + step, 'edge')),
  )
}

/** The markers that bound no number. */
export function free(reading: Reading): readonly Marker[] {
  return reading.markers.filter(
    (it) =>
      !boundsNumber(reading, it) &&
      !(
        it.signs.has('all') &&
        reading.quantities.some(
          ({ from, share, fraction }) => (share !== undefined || fraction) && it.from >= from - 2 && it.from <= from,
        )
      ) &&
      !(it.signs.has('only') && isBeforeDate(reading, it)) &&
      // `Knapp vor`, `each litre`.
      !(it.signs.has('nearly') && is(reading, it.from, 'barely')) &&
      !(it.signs.has('all') && isAny(reading, it)) &&
      !(it.signs.has('all') && unitsOf(wordAt(reading.tokens, it.to)).length > 0),
  )
}

/** `Denies tout versement`: after a denial it is any. */
function isAny({ markers, clauses }: Reading, { from }: Marker): boolean {
  const clause = clauseAt({ clauses }, from)
  return markers.some((it) => it.signs.has('denies') && it.from >= clause!.from && it.to <= from && from - it.to < 3)
}

/** A number with a bound can be what `almost` or `only` says in other words. */
export function hasBound({ claim, passage: reading }: Aligned, sign: Sign): boolean {
  if (sign === 'nearly') return reading.quantities.some(({ bound }) => bound !== undefined)
  // Most is more than half, or those whom fewer than half leave.
  const isRest =
    claim.markers.some(({ signs }) => signs.has('not') || signs.has('denies')) || mentions(claim, 'outside')
  if (sign === 'most')
    return reading.quantities.some((it) => {
      const share = shareOf(it) ?? 0
      return share > 0.5 || (share === 0.5 && it.bound === 'at-least') || (share > 0 && share <= 0.5 && isRest)
    })
  return sign === 'only' && reading.quantities.some(({ bound }) => bound === 'at-most')
}
