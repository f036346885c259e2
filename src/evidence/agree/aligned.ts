import { itemAt } from '../../core/index.ts'
import { hasContent, holds, placesIn } from './clauses.ts'
import type { Gap } from './gap.ts'
import { isEqual } from './numbers.ts'
import { type Clause, placesFor, type Reading } from './reading.ts'
import type { Marker } from './signs.ts'
import type { Sign } from './tables/language.ts'
import { isWrittenAlike } from './timing.ts'
import { wordsOf } from './tokens.ts'
import { is } from './word-classes.ts'

/** Two readings, and where each word of content of the one is met in the other. */
export interface Aligned {
  readonly claim: Reading
  readonly passage: Reading
  /** By the place in the claim. */
  readonly toPassage: readonly (readonly number[])[]
  /** The places of the passage that the claim has. */
  readonly met: ReadonlySet<number>
}

export function align(claim: Reading, passage: Reading): Aligned {
  const toPassage = claim.tokens.map((_, at) => nearest(claim, at, passage))
  for (const one of claim.quantities)
    for (const other of passage.quantities)
      if (isEqual(one, other)) toPassage[one.from] = [...itemAt(toPassage, one.from), other.from]
  for (const one of claim.dates)
    for (const other of passage.dates)
      if (isWrittenAlike(one, other)) toPassage[one.from] = [...itemAt(toPassage, one.from), other.from]
  return { claim, passage, toPassage, met: new Set(toPassage.flat()) }
}

/** Where the passage has the same word, its synonyms are others. */
function nearest(claim: Reading, at: number, passage: Reading): readonly number[] {
  const places = placesFor(claim, at, passage)
  const same = places.filter((it) => itemAt(passage.keys, it)[0] === itemAt(claim.keys, at)[0])
  return same.length > 0 ? same : places
}

/** By the place in the passage, where its words are met in the claim. */
export function backwards({ passage, toPassage }: Aligned): Aligned['toPassage'] {
  const back: number[][] = passage.tokens.map(() => [])
  for (const [at, places] of toPassage.entries()) for (const place of places) itemAt(back, place).push(at)
  return back
}

/** How many words of a clause of the claim stand in a clause of the passage. */
export function scoreOf(own: Clause, other: Clause, toPassage: Aligned['toPassage']): number {
  let score = 0
  for (let at = own.from; at < own.to; at++) if (itemAt(toPassage, at).some((place) => holds(other, place))) score++
  return score
}

const limiting = ['only', 'all', 'some', 'most'] as const

/** The words of content that a marker stands with, nearest first: those after it, but before it in Kazakh. */
export function focusOf(passage: Reading, { from, to, signs, isEnding }: Marker, clause: Clause): readonly number[] {
  const content = (list: readonly number[]) =>
    list.filter(
      (at) =>
        itemAt(passage.keys, at).length > 0 ||
        passage.quantities.some((it) => it.from === at) ||
        passage.dates.some((it) => it.from === at),
    )
  const after = content(placesIn({ from: to, to: clause.to }))
  const before = content(placesIn({ from: clause.from, to: from })).reverse()
  // In Kazakh a verb stands last, and what bounds a noun before it.
  const isHeadFinal = passage.lexicon?.language.saysAtEnd && !limiting.some((sign) => signs.has(sign))
  // A verb that has its sign in it is its own focus, and in German a helped one stands last.
  const isVerbLast = passage.lexicon?.language.capitalNouns && is(passage, from, 'opener')
  const within =
    (signs.has('not') && isHeadFinal) || isEnding ? content(placesIn({ from, to })) : isVerbLast ? after.slice(-1) : []
  if (within.length > 0 && !isHeadFinal) return [...within, ...after].slice(0, 3)
  return (isHeadFinal ? [...within, ...before, ...after] : after.length > 0 ? after : before).slice(0, 3)
}

/** Whether the claim has the first words of content that a marker stands with. */
export function isFocusMet(passage: Reading, marker: Marker, clause: Clause, met: ReadonlySet<number>): boolean {
  // `None of the three projects` is of what is said of them.
  const isOfSome = is(passage, marker.to - 1, 'of')
  const focus = focusOf(passage, marker, clause).slice(isOfSome ? 2 : 0)
  return (
    focus.filter((at) => met.has(at)).length >= Math.min(2, Math.max(1, focus.length - 1)) ||
    (focus[0] !== undefined && met.has(focus[0]))
  )
}

/** The clause that a marker stands in, and the next one where nothing follows it: `prosecutors allege | that …`. */
export function scopeOf({ from, to }: Marker, reading: Reading): Clause | undefined {
  const { clauses, lexicon, tokens } = reading
  const at = clauses.findIndex((it) => holds(it, from))
  const [before, own, next] = [clauses[at - 1], clauses[at], clauses[at + 1]]
  // What Kazakh says stands before the word that says it: `… деп | айыптады`.
  if (lexicon?.language.saysAtEnd && own && before?.part === own.part && !hasContent(reading, own.from, from))
    return { ...own, from: before.from }
  // `They allege | that …`; `most, possibly, will come`.
  const leads =
    next !== undefined &&
    (is(reading, next.from, 'complementizer', 'infinitive') ||
      (itemAt(tokens, own!.from).text === ',' && !hasContent(reading, own!.from, from)))
  const goesOn = own && leads && next.part === own.part && !hasContent(reading, to, own.to)
  return goesOn ? { ...own, to: next.to } : own
}

export function leftOut(kind: Gap['kind'], passage: Reading, marker: Marker): Gap {
  return {
    kind,
    words: wordsOf(passage, marker),
    reason: 'is in the passage, and the claim leaves it out',
    isLeftOut: true,
  }
}

/** `About`, `up to`, `hardly` right beside a number are its bounds. */
export function boundsNumber(reading: Reading, { from, to, signs }: Marker): boolean {
  const isBound = ['about', 'at-least', 'at-most', 'nearly'].some((it) => signs.has(it as Sign))
  return (
    isBound &&
    reading.quantities.some(
      (it) => it.bound !== undefined && Math.min(Math.abs(it.from - to), Math.abs(from - it.to)) <= 2,
    )
  )
}
