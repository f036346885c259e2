import { itemAt } from '../../core/index.ts'
import { type Aligned, align, backwards, focusOf, isFocusMet, leftOut, scopeOf, scoreOf } from './aligned.ts'
import { clauseAt, holds } from './clauses.ts'
import { isSaidAlike, turnedPoles } from './contraries.ts'
import { contraries } from './contrary-words.ts'
import type { Gap } from './gap.ts'
import { free, hasBound } from './limits.ts'
import { groundFor, isOfComing, isOnlyNamed, isUnderAttitude, tooEarly } from './modality.ts'
import { negationsIn } from './negated.ts'
import { onlyNegated } from './negated-only.ts'
import { negations } from './negations.ts'
import { otherOwner } from './owners.ts'
import { otherPatient } from './patients.ts'
import type { Clause, Reading } from './reading.ts'
import { notYetDone, tellsOfDone } from './realis.ts'
import { type Rule, rules } from './rules.ts'
import { otherBesideRun } from './runs.ts'
import type { Marker } from './signs.ts'
import { furtherThan } from './stages.ts'
import type { Sign } from './tables/language.ts'
import { wordAt, wordsOf } from './tokens.ts'
import { is } from './word-classes.ts'

/** Negations, limits and degrees of doing that a claim adds to its passage or leaves out. */
export function turnsBetween(claim: Reading, passage: Reading): readonly Gap[] {
  if (!claim.lexicon || !passage.lexicon) return []
  const both = align(claim, passage)
  const turned = negations(both)
  const gaps = [...(turned.length > 0 ? turned : onlyNegated(both)), ...contraries(both), ...limits(both)]
  if (!gaps.some(({ kind }) => kind === 'modality')) gaps.push(...notYetDone(both))
  if (gaps.length === 0) gaps.push(...furtherThan(claim, passage))
  const more = gaps.length > 0 ? gaps : turnedPoles(both)
  if (more.length > 0) return more
  const other = otherBesideRun(claim, passage) ?? otherPatient(both)
  return other ? [other] : otherOwner(both)
}

/** A word can be a sign of several things, as `would` is: one of them is enough. */
function limits(both: Aligned): readonly Gap[] {
  const { claim, passage } = both
  const gaps: Gap[] = [...tooEarly(both)]
  for (const marker of free(claim)) {
    const own = rules.filter(({ sign }) => marker.signs.has(sign))
    if (own.length === 0) continue
    if (own.some((it) => hasGround(it, marker, both))) continue
    // Another language can have its future in an ending.
    if (claim.lexicon !== passage.lexicon && is(claim, marker.from, 'auxiliary')) continue
    gaps.push({ kind: itemAt(own, 0).kind, words: wordsOf(claim, marker), reason: 'is not said in the passage' })
  }
  for (const marker of free(passage)) {
    const theirs = rules.filter(({ sign, kept }) => kept.length > 0 && marker.signs.has(sign))
    const clause = scopeOf(marker, passage)
    if (theirs.length === 0 || theirs.some(({ kept }) => isKept(kept, marker, clause, both))) continue
    if (isPole(passage, marker) && claim.clauses.some((it) => isSaidAlike(claim, it, passage))) continue
    if (!clause || !isTouched(passage, marker, clause, both, itemAt(theirs, 0).kind)) continue
    if (itemAt(theirs, 0).kind === 'modality' && (isGivenUp(marker, both) || isDenied(marker, clause, both))) continue
    if (
      itemAt(theirs, 0).kind === 'modality' &&
      (isOnlyNamed(marker, clause, both) || isSettled(marker, itemAt(theirs, 0), both))
    )
      continue
    if (theirs.every(({ sign }) => undone.has(sign)) && !tellsOfDone(both, clause)) continue
    gaps.push(leftOut(itemAt(theirs, 0).kind, passage, marker))
  }
  return gaps
}

/** `They did not apologise`, of an apology that was demanded: what is not done needs no word of what was wanted. */
function isDenied({ to, signs }: Marker, clause: Clause, { claim, passage, toPassage }: Aligned): boolean {
  const theirs = negationsIn(passage, clause)
  // What could not be done was not.
  const isPlain = theirs.length === 0 || (signs.has('can') && theirs.some(({ from }) => from === to))
  return claim.clauses.some(
    (it) =>
      scoreOf(it, clause, toPassage) > 0 &&
      negationsIn(claim, it).some(({ signs }) => signs.has(isPlain ? 'not' : 'denies')),
  )
}

/** `Dropped her plan to`: a claim that says so by a negation leaves nothing out. */
function isGivenUp({ from }: Marker, { claim, passage }: Aligned): boolean {
  const isDenial = ({ signs }: Marker) => signs.has('denies') || signs.has('not')
  return claim.markers.some(isDenial) && passage.markers.some((it) => isDenial(it) && it.to <= from && from - it.to < 3)
}

/** Of these a claim says too much only where it tells of something done. */
const undone: ReadonlySet<Sign> = new Set(['will', 'to-come', 'decided'])

/** What is not decided is not left out; whoever is found guilty or not was charged. */
function isSettled({ from }: Marker, { sign }: Rule, { claim, passage }: Aligned): boolean {
  if (sign === 'decided') return passage.markers.some((it) => it.signs.has('not') && it.to <= from && from - it.to < 2)
  return sign === 'alleged' && claim.poles.some(({ axis }) => axis === 'guilt')
}

/** `Agreed to` resolves on a thing, or assents to one. */
function isPole({ poles }: Reading, { from, to }: Marker): boolean {
  return poles.some((it) => it.axis === 'assent' && it.from < to && from < it.to)
}

/** Whether a claim has one of these signs in a clause that is of the passage’s, or beside one. */
function isKept(
  kept: readonly Sign[],
  marker: Marker,
  clause: Clause | undefined,
  { claim, passage, toPassage }: Aligned,
): boolean {
  const { clauses } = claim
  if (kept.includes('may') && claim.poles.some(({ axis, end }) => axis === 'excluded' && end === -1)) return true
  const own = clause ? clauses.map((it) => scoreOf(it, clause, toPassage) > 0) : []
  const isNear = (at: number) => !own.includes(true) || [-2, -1, 0, 1, 2].some((step) => own[at + step])
  // A decision that the passage speaks of, too, says nothing of what will be decided.
  const isOfOther = (it: Marker) =>
    itemAt(toPassage, it.from).some((at) =>
      passage.markers.some((other) => other.from === at && other.from !== marker.from && other.signs.has('hint')),
    )
  return claim.markers.some(
    (it) =>
      kept.some((sign) => it.signs.has(sign)) &&
      !(isOfOther(it) && kept.every((sign) => sign === 'hint' || !it.signs.has(sign))) &&
      isNear(clauses.findIndex((one) => holds(one, it.from))),
  )
}

function hasGround({ sign, kind, ground, onlyAgainst }: Rule, marker: Marker, both: Aligned): boolean {
  const { passage } = both
  // What is not intended is `negations`’ to say.
  if (
    kind === 'modality' &&
    both.claim.markers.some((it) => it.signs.has('not') && it.to <= marker.from && marker.from - it.to < 3)
  )
    return true
  if (
    sign === 'can' &&
    is(both.claim, marker.from, 'possible') &&
    wordAt(both.claim.tokens, marker.to) !== 'not' &&
    !isSubordinate(both.claim, marker)
  )
    return has(passage, rules.find((it) => it.sign === 'may')!.ground) || !isDoneIn(both, marker)
  if (sign === 'can' || sign === 'to-come' || sign === 'sought' || (onlyAgainst && !has(passage, onlyAgainst)))
    return true
  if (sign === 'peak' && passage.poles.some(({ axis }) => axis === 'extreme')) return true
  if (kind !== 'modality') return has(passage, ground) || hasBound(both, sign)
  const signs = isUnderAttitude(both.claim, marker)
    ? [...ground, ...rules.find((it) => it.sign === 'may')!.ground]
    : ground
  // The plan that the passage speaks of.
  if (
    itemAt(both.toPassage, marker.from).some(
      (at) => wordAt(passage.tokens, at).slice(0, 4) === wordAt(both.claim.tokens, marker.from).slice(0, 4),
    )
  )
    return true
  const isOf = groundFor(marker, both)
  // What is proposed is not resolved on.
  const isAsked = (it: Marker) =>
    sign === 'decided' && !it.signs.has('decided') && asking.some((one) => it.signs.has(one))
  // `May vote` has no ground in `voted`.
  const isSaid = (it: Marker) =>
    !it.signs.has('hint') ||
    ['to-come', 'will', 'should', 'may', 'can', 'decided'].some((one) => it.signs.has(one as Sign)) ||
    !both.toPassage.some(
      (places, at) =>
        at !== marker.from &&
        places.includes(it.from) &&
        itemAt(both.claim.keys, at)[0] === itemAt(passage.keys, it.from)[0],
    )
  if (passage.markers.some((it) => signs.some((one) => it.signs.has(one)) && isOf(it) && isSaid(it) && !isAsked(it)))
    return true
  if (sign === 'will' && isOfComing(marker, both)) return true
  return weaker.has(sign) && !isDoneIn(both, marker)
}

const asking: readonly Sign[] = ['should', 'sought', 'weighed']

/** `So that they could be run well`. */
function isSubordinate(reading: Reading, { from }: Marker): boolean {
  return is(reading, clauseAt(reading, from)?.from ?? from, 'subordinate')
}

/** Of these a claim says too little only where the passage tells of something done. */
const weaker: ReadonlySet<Sign> = new Set(['will'])

function isDoneIn(both: Aligned, marker: Marker): boolean {
  const { claim, passage, toPassage } = both
  const clause = scopeOf(marker, claim)
  if (!clause) return true
  const back = { claim: passage, passage: claim, toPassage: backwards(both), met: new Set<number>() }
  const scores = passage.clauses.map((it) => scoreOf(clause, it, toPassage))
  return Math.max(...scores) === 0 || tellsOfDone(back, clause)
}

function has(reading: Reading, signs: readonly Sign[]): boolean {
  return reading.markers.some((it) => signs.some((sign) => it.signs.has(sign)))
}

/** Numbers tell more than words do of which clause a claim is. */
const countsIn = (own: Clause, other: Clause, { quantities }: Reading, toPassage: Aligned['toPassage']): number =>
  quantities.filter(
    ({ from }) => own.from <= from && from < own.to && itemAt(toPassage, from).some((place) => holds(other, place)),
  ).length

function isTouched(
  passage: Reading,
  marker: Marker,
  clause: Clause,
  { claim, toPassage, met }: Aligned,
  kind: Gap['kind'],
): boolean {
  // In another language the words may not be in the tables: what else is in the clause tells.
  const isAcross = claim.lexicon !== passage.lexicon && kind === 'modality'
  const isOwn = () =>
    claim.clauses.some((own) => {
      const score = scoreOf(own, clause, toPassage) + countsIn(own, clause, claim, toPassage)
      return score > 1 && passage.clauses.every((it) => it === clause || scoreOf(own, it, toPassage) < score)
    })
  if (!isFocusMet(passage, marker, clause, met)) return isAcross && isOwn()
  const [first] = focusOf(passage, marker, clause)
  const isIn = (place: number) => place >= clause.from && place < clause.to
  // Somebody else proposed the measure which the claim says is opposed.
  const isOfOther = (at: number) => {
    const own = clauseAt(claim, at)
    if (!own || claim.lexicon !== passage.lexicon) return false
    const inPart = (part: number) =>
      Math.max(...passage.clauses.filter((it) => it.part === part).map((it) => scoreOf(own, it, toPassage)))
    const score = scoreOf(own, clause, toPassage)
    return passage.clauses.some((it) =>
      it.to <= clause.from || it.from >= clause.to
        ? scoreOf(own, it, toPassage) > score + 1 ||
          (it.part !== clause.part && inPart(it.part) > inPart(clause.part) + 1)
        : false,
    )
  }
  if (toPassage.some((places, at) => places.includes(first!) && places.every(isIn) && !isOfOther(at))) return true
  // The claim is of this part of the passage, not of another one that shares a word with it.
  return claim.clauses.some((own) => {
    const score = scoreOf(own, clause, toPassage)
    return score > 0 && passage.clauses.every((it) => scoreOf(own, it, toPassage) <= score)
  })
}
