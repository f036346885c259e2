import { entryOf, itemAt } from '../../core/index.ts'
import { type Aligned, boundsNumber, focusOf, leftOut } from './aligned.ts'
import { clauseAt, holds } from './clauses.ts'
import { isSaidAlike } from './contraries.ts'
import { hasContraryWord } from './contrary-words.ts'
import type { Gap } from './gap.ts'
import { isNegation, negationsIn } from './negated.ts'
import type { Clause, Reading } from './reading.ts'
import type { Marker } from './signs.ts'
import { is } from './word-classes.ts'

/**
 * A word that the passage has under a negation alone, in a claim without any: `was signed`, of `has not been signed`.
 * Words that say the same by a contrary, or that ask, are left alone.
 */
export function onlyNegated({ claim, passage, toPassage }: Aligned): readonly Gap[] {
  const negated = negatedPlaces(passage)
  if (negated.size === 0 || hasContraryWord(claim, claim.clauses)) return []
  if (claim.poles.some(({ axis, end }) => axis === 'excluded' && end === 1)) return []
  for (const clause of claim.clauses) {
    const around = claim.clauses.filter(({ part }) => part === clause.part)
    const isTurned = claim.markers.some(
      (it) =>
        (isNegation(it) && around.some((one) => holds(one, it.from))) ||
        (it.signs.has('turned') && holds(clause, it.from)),
    )
    if (isTurned || isSaidAlike(claim, clause, passage)) continue
    for (let at = clause.from; at < clause.to; at++) {
      const places = itemAt(toPassage, at)
      if (places.length > 0 && !itemAt(claim.tokens, at).isCapital && places.every((place) => negated.has(place)))
        return [leftOut('negation', passage, entryOf(negated, itemAt(places, 0)))]
    }
  }
  return []
}

/** The first words of content that the negations of a text stand with. */
function negatedPlaces(passage: Reading): ReadonlyMap<number, Marker> {
  const found = new Map<number, Marker>()
  for (const marker of passage.markers) {
    if (!marker.signs.has('not') || boundsNumber(passage, marker) || !isPlain(passage, marker)) continue
    const clause = clauseAt(passage, marker.from)
    if (!clause || negationsIn(passage, clause).length % 2 === 0) continue
    const place = focusAt(passage, marker, clause)
    if (place !== undefined) found.set(place, marker)
  }
  return found
}

function focusAt(passage: Reading, marker: Marker, clause: Clause): number | undefined {
  // `Утечки нет`: what there is none of stands before.
  if (is(passage, marker.from, 'no') && passage.lexicon?.language.headFirst)
    for (let at = marker.from - 1; at >= clause.from; at--) if (itemAt(passage.keys, at).length > 0) return at
  const focus = focusOf(passage, marker, clause)
  // `None of the pupils fell ill` is of falling ill.
  return focus[is(passage, marker.to, 'of') ? 1 : 0]
}

/** `Not all`, `hardly`, `unless` leave something of it. */
function isPlain(reading: Reading, { from, to }: Marker): boolean {
  if (is(reading, from, 'barely')) return false
  return !reading.markers.some((it) => it.from === to && (it.signs.has('all') || it.signs.has('only')))
}
