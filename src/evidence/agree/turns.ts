import { type Aligned, align, isFocusMet, leftOut, scoreOf, wordsOf } from './aligned.ts'
import type { Gap } from './gap.ts'
import { contraries, negations } from './negations.ts'
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
  { sign: 'only', kind: 'limit', ground: ['only', 'not', 'most'], kept: ['only', 'not'] },
  { sign: 'all', kind: 'limit', ground: ['all', 'not', 'only'], kept: [] },
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
    ground: ['alleged', 'said', 'may', 'hint'],
    kept: ['alleged', 'said', 'may', 'hint'],
  },
  {
    sign: 'may',
    kind: 'modality',
    ground: ['may', 'can', 'will', 'alleged', 'should', 'hint'],
    kept: ['may', 'can', 'alleged', 'hint'],
  },
  { sign: 'can', kind: 'modality', ground: [], kept: ['may', 'can', 'will', 'alleged', 'hint'] },
  {
    sign: 'will',
    kind: 'modality',
    ground: ['will', 'may', 'can', 'should', 'decided', 'hint'],
    kept: ['will', 'should', 'may', 'can', 'hint'],
  },
  {
    sign: 'should',
    kind: 'modality',
    ground: ['should', 'decided', 'will', 'may', 'hint'],
    kept: ['should', 'will', 'may', 'decided', 'hint'],
  },
  { sign: 'decided', kind: 'modality', ground: ['decided', 'hint'], kept: ['decided', 'hint'] },
]

/** Negations, limits and degrees of doing that a claim adds to its passage or leaves out. */
export function turnsBetween(claim: Reading, passage: Reading): readonly Gap[] {
  if (!claim.lexicon || !passage.lexicon) return []
  const both = align(claim, passage)
  return [...negations(both), ...contraries(both), ...limits(both)]
}

/** A word can be a sign of several things, as `would` is: one of them is enough. */
function limits({ claim, passage, toPassage, met }: Aligned): readonly Gap[] {
  const gaps: Gap[] = []
  for (const marker of free(claim)) {
    const own = rules.filter(({ sign }) => marker.signs.has(sign))
    if (own.length === 0 || own.some((it) => hasGround(it, passage))) continue
    gaps.push({ kind: own[0]!.kind, words: wordsOf(claim, marker), reason: 'is not said in the passage' })
  }
  for (const marker of free(passage)) {
    const theirs = rules.filter(({ sign, kept }) => kept.length > 0 && marker.signs.has(sign))
    if (theirs.length === 0 || theirs.some(({ kept }) => has(claim, kept))) continue
    const clause = scopeOf(marker, passage)
    if (!clause || !isTouched(passage, marker, clause, met, claim, toPassage)) continue
    gaps.push(leftOut(theirs[0]!.kind, passage, marker))
  }
  return gaps
}

/** The clause that a marker stands in, and the next one where nothing follows it: `prosecutors allege | that …`. */
function scopeOf({ from, to }: Marker, { clauses, keys }: Reading): Clause | undefined {
  const at = clauses.findIndex((it) => it.from <= from && from < it.to)
  const [own, next] = [clauses[at], clauses[at + 1]]
  const goesOn = own && next?.part === own.part && !keys.slice(to, own.to).some((it) => it.length > 0)
  return goesOn ? { ...own, to: next.to } : own
}

function hasGround({ sign, ground, onlyAgainst }: Rule, passage: Reading): boolean {
  if (sign === 'can' || (onlyAgainst && !has(passage, onlyAgainst))) return true
  return has(passage, ground) || hasBound(passage, sign)
}

/** The markers that bound no number. */
function free(reading: Reading): readonly Marker[] {
  return reading.markers.filter((it) => !boundsNumber(reading, it))
}

function boundsNumber(reading: Reading, { from, to, signs }: Marker): boolean {
  const isBound = ['about', 'at-least', 'at-most', 'nearly'].some((it) => signs.has(it as Sign))
  return (
    isBound &&
    reading.quantities.some(
      (it) => it.bound !== undefined && Math.min(Math.abs(it.from - to), Math.abs(from - it.to)) <= 2,
    )
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
  // The claim is of this part of the passage, not of another one that shares a word with it.
  return claim.clauses.some((own) => {
    const score = scoreOf(own, clause, toPassage)
    return score > 0 && passage.clauses.every((it) => scoreOf(own, it, toPassage) <= score)
  })
}
