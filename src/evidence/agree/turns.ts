import { type Aligned, align, boundsNumber, focusOf, isFocusMet, leftOut, scoreOf, wordsOf } from './aligned.ts'
import { isSaidAlike, turnedPoles } from './contraries.ts'
import type { Gap } from './gap.ts'
import { contraries, negations } from './negations.ts'
import { otherOwner } from './owners.ts'
import type { Clause, Reading } from './reading.ts'
import type { Marker } from './signs.ts'
import type { Sign } from './tables/language.ts'

/** What a sign of the claim may rest on in the passage, and what may stand in the claim for a sign of the passage. */
interface Rule {
  readonly sign: Sign
  readonly kind: Gap['kind']
  /** Signs of the passage that give the claim's one its ground. */
  readonly ground: readonly Sign[]
  /** Signs of the claim that keep what the passage's one says; none where it may be left out. */
  readonly kept: readonly Sign[]
  /** The claim’s sign is at odds only with these; without them it says less than the passage, which it may. */
  readonly onlyAgainst?: readonly Sign[]
}

const rules: readonly Rule[] = [
  { sign: 'only', kind: 'limit', ground: ['only', 'most'], kept: ['only', 'not'] },
  { sign: 'all', kind: 'limit', ground: ['all'], kept: [] },
  { sign: 'most', kind: 'limit', ground: ['most', 'peak'], kept: ['most', 'peak'] },
  { sign: 'peak', kind: 'limit', ground: ['most', 'peak', 'only', 'all'], kept: [] },
  {
    sign: 'some',
    kind: 'limit',
    ground: ['some', 'most', 'only'],
    kept: ['some', 'most', 'only', 'about'],
    onlyAgainst: ['all'],
  },
  { sign: 'nearly', kind: 'limit', ground: ['nearly', 'about', 'at-most'], kept: ['nearly', 'about', 'at-most'] },
  {
    sign: 'alleged',
    kind: 'modality',
    ground: ['alleged', 'said', 'hearsay'],
    kept: ['alleged', 'said', 'may', 'hearsay'],
  },
  {
    sign: 'may',
    kind: 'modality',
    ground: ['may', 'can', 'hint', 'to-come'],
    kept: ['may', 'can', 'alleged', 'hint', 'to-come'],
  },
  { sign: 'can', kind: 'modality', ground: [], kept: ['may', 'can', 'alleged', 'hint', 'to-come'] },
  {
    sign: 'will',
    kind: 'modality',
    ground: ['to-come', 'will', 'should', 'hint'],
    kept: ['will', 'should', 'hint', 'to-come'],
  },
  {
    sign: 'to-come',
    kind: 'modality',
    ground: [],
    kept: ['to-come', 'will', 'should', 'may', 'can', 'alleged', 'hint'],
  },
  {
    sign: 'should',
    kind: 'modality',
    ground: ['to-come', 'should', 'decided', 'will', 'may', 'hint'],
    kept: ['can', 'should', 'will', 'may', 'decided', 'hint', 'to-come'],
  },
  { sign: 'decided', kind: 'modality', ground: ['decided', 'hint'], kept: ['decided', 'hint'] },
]

/** Negations, limits and degrees of doing that a claim adds to its passage or leaves out. */
export function turnsBetween(claim: Reading, passage: Reading): readonly Gap[] {
  if (!claim.lexicon || !passage.lexicon) return []
  const both = align(claim, passage)
  const gaps = [...negations(both), ...contraries(both), ...limits(both)]
  const more = gaps.length > 0 ? gaps : turnedPoles(both)
  return more.length > 0 ? more : otherOwner(both)
}

const auxiliary = /^(?:will|shall|would|is|are|was|were|going|has|have|had|should|wird|werden|va|vont|будет|будут)$/

/** A word can be a sign of several things, as `would` is: one of them is enough. */
function limits({ claim, passage, toPassage, met }: Aligned): readonly Gap[] {
  const gaps: Gap[] = []
  for (const marker of free(claim)) {
    const own = rules.filter(({ sign }) => marker.signs.has(sign))
    if (own.length === 0 || own.some((it) => hasGround(it, passage))) continue
    // Another language can have its future in an ending.
    if (claim.lexicon !== passage.lexicon && auxiliary.test(claim.tokens[marker.from]!.word)) continue
    gaps.push({ kind: own[0]!.kind, words: wordsOf(claim, marker), reason: 'is not said in the passage' })
  }
  for (const marker of free(passage)) {
    const theirs = rules.filter(({ sign, kept }) => kept.length > 0 && marker.signs.has(sign))
    const clause = scopeOf(marker, passage)
    if (theirs.length === 0 || theirs.some(({ kept }) => isKept(kept, clause, claim, toPassage))) continue
    if (isPole(passage, marker) && claim.clauses.some((it) => isSaidAlike(claim, it, passage))) continue
    if (!clause || !isTouched(passage, marker, clause, met, claim, toPassage)) continue
    gaps.push(leftOut(theirs[0]!.kind, passage, marker))
  }
  return gaps
}

/** `Agreed to` resolves on a thing, or assents to one. */
function isPole({ poles }: Reading, { from, to }: Marker): boolean {
  return poles.some((it) => it.from < to && from < it.to)
}

/** Whether a claim has one of these signs in a clause that is of the passage’s, or beside one. */
function isKept(
  kept: readonly Sign[],
  clause: Clause | undefined,
  claim: Reading,
  toPassage: Aligned['toPassage'],
): boolean {
  const { clauses } = claim
  const own = clause ? clauses.map((it) => scoreOf(it, clause, toPassage) > 0) : []
  const isNear = (at: number) => !own.includes(true) || [-2, -1, 0, 1, 2].some((step) => own[at + step])
  return claim.markers.some(
    (it) =>
      kept.some((sign) => it.signs.has(sign)) &&
      isNear(clauses.findIndex(({ from, to }) => from <= it.from && it.from < to)),
  )
}

const complement = /^(?:that|what|whether|if|to|how|что|чтобы|будто|que|si|dass|ob|деп)$/

/** The clause that a marker stands in, and the next one where nothing follows it: `prosecutors allege | that …`. */
function scopeOf({ from, to }: Marker, { clauses, keys, lexicon, tokens }: Reading): Clause | undefined {
  const at = clauses.findIndex((it) => it.from <= from && from < it.to)
  const [before, own, next] = [clauses[at - 1], clauses[at], clauses[at + 1]]
  const hasContent = (first: number, last: number) => keys.slice(first, last).some((it) => it.length > 0)
  // What Kazakh says stands before the word that says it: `… деп | айыптады`.
  if (lexicon?.language.tag === 'kk' && own && before?.part === own.part && !hasContent(own.from, from))
    return { ...own, from: before.from }
  // `They allege | that …`; `most, possibly, will come`.
  const leads =
    next !== undefined &&
    (complement.test(tokens[next.from]!.word) || (tokens[own!.from]!.text === ',' && !hasContent(own!.from, from)))
  const goesOn = own && leads && next.part === own.part && !hasContent(to, own.to)
  return goesOn ? { ...own, to: next.to } : own
}

function hasGround({ sign, ground, onlyAgainst }: Rule, passage: Reading): boolean {
  if (sign === 'can' || sign === 'to-come' || (onlyAgainst && !has(passage, onlyAgainst))) return true
  if (sign === 'peak' && passage.poles.some(({ axis }) => axis === 'extreme')) return true
  return has(passage, ground) || hasBound(passage, sign)
}

/** `Only in 2028` is no limit of the thing, but says that it is late. */
function isBeforeDate({ dates, tokens, lexicon }: Reading, { to }: Marker): boolean {
  return dates.some(
    ({ from }) =>
      from >= to &&
      from - to <= 3 &&
      tokens
        .slice(to, from)
        .every(({ word }) => lexicon?.isStop(word) || /^(?:конце|начале|end|early|late|ende|fin)$/.test(word)),
  )
}

/** The markers that bound no number. */
function free(reading: Reading): readonly Marker[] {
  return reading.markers.filter(
    (it) =>
      !boundsNumber(reading, it) &&
      !(
        it.signs.has('all') &&
        reading.quantities.some(
          ({ from, share, fraction }) => (share !== undefined || fraction) && it.from >= from - 2 && it.from <= from,
        )
      ) &&
      !(it.signs.has('only') && isBeforeDate(reading, it)),
  )
}

function has(reading: Reading, signs: readonly Sign[]): boolean {
  return reading.markers.some((it) => signs.some((sign) => it.signs.has(sign)))
}

/** A number with a bound can be what `almost` or `only` says in other words. */
function hasBound(reading: Reading, sign: Sign): boolean {
  return sign === 'nearly' && reading.quantities.some(({ bound }) => bound !== undefined)
}

function isTouched(
  passage: Reading,
  marker: Marker,
  clause: Clause,
  met: ReadonlySet<number>,
  claim: Reading,
  toPassage: Aligned['toPassage'],
): boolean {
  if (!isFocusMet(passage, marker, clause, met)) return false
  const [first] = focusOf(passage, marker, clause)
  const isIn = (place: number) => place >= clause.from && place < clause.to
  if (toPassage.some((places) => places.includes(first!) && places.every(isIn))) return true
  // The claim is of this part of the passage, not of another one that shares a word with it.
  return claim.clauses.some((own) => {
    const score = scoreOf(own, clause, toPassage)
    return score > 0 && passage.clauses.every((it) => scoreOf(own, it, toPassage) <= score)
  })
}
