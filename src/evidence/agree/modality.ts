import { itemAt } from '../../core/index.ts'
import { type Aligned, focusOf, scopeOf, scoreOf } from './aligned.ts'
import { clauseAt, holds, partAt } from './clauses.ts'
import type { Gap } from './gap.ts'
import type { Clause, Reading } from './reading.ts'
import { tellsOfDone } from './realis.ts'
import type { Marker } from './signs.ts'
import type { Sign } from './tables/language.ts'
import { wordAt, wordsOf } from './tokens.ts'
import { hasOne, is } from './word-classes.ts'

/**
 * Whether a marker of the passage can be the ground of one of the claim: it stands in the clause of the word that the
 * claim’s stands with, or before it in its part; where the passage lacks that word, in a part that has most of the clause.
 */
export function groundFor(marker: Marker, { claim, passage, toPassage }: Aligned): (it: Marker) => boolean {
  const own = scopeOf(marker, claim)
  if (marker.signs.has('said')) return () => true
  if (!own || claim.lexicon !== passage.lexicon) return () => true
  const [first] = focusOf(claim, marker, own)
  const places = first === undefined ? [] : itemAt(toPassage, first)
  const scores = passage.clauses.map((it) => scoreOf(own, it, toPassage))
  const best = Math.max(...scores)
  if (best === 0) return () => true
  const clauses =
    places.length > 0
      ? [
          ...places.flatMap((it) => clauseAt(passage, it) ?? []),
          // `Is to deliver`, of `will supply … Deliveries …`: where most of the rest is.
          ...passage.clauses.filter((_, at) => best > 1 && scores[at] === best),
        ]
      : passage.clauses.filter((_, at) => itemAt(scores, at) * 2 >= best)
  return ({ from }) => {
    const here = clauseAt(passage, from)
    if (!here) return false
    const isOn = is(
      passage,
      passage.clauses.find(({ part }) => part === here.part)!.from,
      'demonstrative',
      'pronoun',
      'it',
    )
    return clauses.some(
      (it) =>
        (it.part === here.part && (places.length === 0 || from < it.to || passage.lexicon?.language.saysAtEnd)) ||
        (isOn && it.part === here.part - 1),
    )
  }
}

/** What is resolved on for next year will be. */
export function isOfComing(marker: Marker, { claim, passage, toPassage }: Aligned): boolean {
  const own = scopeOf(marker, claim)
  const [first] = own ? focusOf(claim, marker, own) : []
  const parts = new Set(first === undefined ? [] : itemAt(toPassage, first).map((at) => partAt(passage, at)))
  return passage.dates.some((it) => (it.relative?.step ?? 0) > 0 && parts.has(partAt(passage, it.from)))
}

/** `She fears that it will …`: what is feared or hoped for may come. */
export function isUnderAttitude(reading: Reading, { from }: Marker): boolean {
  return reading.markers.some(
    (it) => it.from < from && it.signs.has('hint') && partAt(reading, it.from) === partAt(reading, from),
  )
}

/**
 * The claim has the word that a marker stands with as a noun that somebody speaks of, which says nothing of how far it has
 * come: `announced the sale`. Where the sign is in an ending, only what is said to be done is at odds with it.
 */
export function isOnlyNamed(marker: Marker, clause: Clause, { claim, passage, toPassage, met }: Aligned): boolean {
  const [first] = focusOf(passage, marker, clause)
  const own = toPassage.flatMap((places, at) => (places.includes(first!) ? [at] : []))
  if (marker.isEnding && own.length === 0)
    return !claim.lexicon?.language.helped || !tellsOfDone({ claim, passage, toPassage, met }, clause)
  if (marker.isEnding)
    return !(claim.lexicon === passage.lexicon && own.some((at) => claim.lexicon!.isDone(wordAt(claim.tokens, at))))
  // `Classes start on 3 October` is of what is to come.
  const isToday = (at: number) =>
    !is(claim, at, 'told', 'past', 'verbal', 'alike') && !is(claim, at - 1, 'have', 'is', 'was', 'passive')
  const isPlanned = marker.signs.has('will') || marker.signs.has('to-come')
  const verbs = own.filter((at) => itemAt(claim.keys, at).length > 0 && !itemAt(claim.tokens, at).isCapital)
  if (
    isPlanned &&
    claim.lexicon?.language.plainPresent &&
    claim.dates.length > 0 &&
    verbs.length > 0 &&
    verbs.every(isToday)
  )
    return true
  const isNoun = (at: number) =>
    is(claim, at - 1, 'definite', 'indefinite', 'possessive', 'of') ||
    is(claim, at, 'noun') ||
    (is(claim, at + 1, 'of') && !is(claim, at - 1, 'have', 'passive', 'infinitive'))
  const isSpokenOf = claim.markers.some((it) =>
    ['said', 'stance', 'denies', 'turned'].some((sign) => it.signs.has(sign as Sign)),
  )
  return own.length > 0 && isSpokenOf && own.every(isNoun)
}

/** `Is already open`, of what will open: the clause of the passage tells of it as to come. */
export function tooEarly({ claim, passage, toPassage }: Aligned): readonly Gap[] {
  return claim.clauses.flatMap((own): Gap[] => {
    const at = claim.tokens.findIndex((_, place) => holds(own, place) && is(claim, place, 'already'))
    if (
      at === -1 ||
      claim.markers.some((it) => it.from >= own.from && it.to <= own.to && open.some((sign) => it.signs.has(sign)))
    )
      return []
    const scores = passage.clauses.map((it) => scoreOf(own, it, toPassage))
    const best = Math.max(...scores)
    const [clause, ...others] = passage.clauses.filter((_, index) => scores[index] === best)
    if (best === 0 || !clause || others.length > 0) return []
    const here = passage.markers.filter((it) => it.from >= clause.from && it.to <= clause.to)
    const isDone = hasOne(passage, clause.from, clause.to, 'already')
    const found = here.find((it) => ['may', 'will', 'to-come'].some((sign) => it.signs.has(sign as Sign)))
    return found && !isDone
      ? [
          {
            kind: 'modality',
            words: itemAt(claim.tokens, at).text,
            reason: `is “${wordsOf(passage, found)}” in the passage`,
          },
        ]
      : []
  })
}

const open: readonly Sign[] = ['not', 'denies', 'may', 'can', 'will', 'should', 'to-come', 'weighed', 'sought']
