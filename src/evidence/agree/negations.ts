import { entryOf, itemAt, lastOf } from '../../core/index.ts'
import { type Aligned, focusOf, isFocusMet, leftOut, scopeOf, scoreOf } from './aligned.ts'
import { clauseAt, hasContent, holds } from './clauses.ts'
import { isSaidAlike } from './contraries.ts'
import { hasContrary, hasContraryWord } from './contrary-words.ts'
import type { Gap } from './gap.ts'
import { isNegation, negationsIn } from './negated.ts'
import type { Clause, Reading } from './reading.ts'
import { isOtherPart } from './reckoning.ts'
import type { Marker } from './signs.ts'
import { wordAt, wordsOf } from './tokens.ts'
import { hasOne, is, mentions } from './word-classes.ts'

export function negations({ claim, passage, toPassage, met }: Aligned): readonly Gap[] {
  const gaps: Gap[] = []
  const negated = new Map(passage.clauses.map((clause) => [clause, negationsIn(passage, clause)]))
  for (const clause of claim.clauses) {
    const own = negationsIn(claim, clause)
    const whole = own.length > 0 ? withWhatFollows(clause, lastOf(own), claim) : clause
    const scores = passage.clauses.map((other) => ({ other, score: scoreOf(whole, other, toPassage) }))
    const best = Math.max(0, ...scores.map(({ score }) => score))
    const touched = scores.filter(({ score }) => score > 0 && score * 2 >= best)
    const isOdd = own.length % 2 === 1
    if (isOdd) {
      const near =
        touched.length > 0
          ? passage.clauses.filter((it) =>
              touched.some(
                ({ other }) =>
                  other.part === it.part && Math.abs(passage.clauses.indexOf(other) - passage.clauses.indexOf(it)) <= 1,
              ),
            )
          : passage.clauses
      const focused = itemAt(own, 0).signs.has('not') ? whole : clause
      const told = placesOfFocus(claim, itemAt(own, 0), focused, { claim, passage, toPassage, met })
      const around =
        told.length > 0
          ? passage.clauses.filter((it, at) => {
              const next = passage.clauses[at + 1]
              return told.some((place) => holds(it, place) || (next?.part === it.part && holds(next, place)))
            })
          : near
      if (around.some((it) => entryOf(negated, it).length % 2 === 1) || isNegatedThere(told, passage)) continue
      if (hasContraryWord(passage, near) || isSaidAlike(claim, clause, passage)) continue
      const marker = itemAt(own, 0)
      // `The accused denies it`.
      if (marker.from < clause.from && passage.markers.some(({ signs }) => signs.has('denies'))) continue
      const isThere = isInPassage(claim, marker, focused, { claim, passage, toPassage, met })
      // Eight that were not inspected, of four of twelve that were.
      if (claim.quantities.some((it) => holds(clause, it.from) && isOtherPart(it, claim, passage))) continue
      if (isNotBefore(claim, clause, passage) || isOfContrary(claim, marker, clause, passage)) continue
      if (isThere || isOnlyAdded(claim, marker, focused, { claim, passage, toPassage, met }))
        gaps.push({ kind: 'negation', words: wordsOf(claim, marker), reason: 'turns round what the passage says' })
      continue
    }
    if (isSaidAlike(claim, clause, passage)) continue
    const other = scores.find(
      ({ score, other }) => score === best && score > 0 && entryOf(negated, other).length % 2 === 1,
    )?.other
    const isRival = (it: Clause) => entryOf(negated, it).length % 2 === 0 && !hasNamesOnly(clause, it, claim, toPassage)
    if (!other || scores.some(({ score, other }) => score === best && isRival(other))) continue
    const marker = itemAt(entryOf(negated, other), 0)
    if (own.length === 0 && !marker.signs.has('not') && best < 2) continue
    if (
      !isFocusMet(passage, marker, scopeOf(marker, passage) ?? other, met) &&
      (best < 4 || marker.signs.has('denies'))
    )
      continue
    const around = claim.clauses.filter(({ part }) => part === clause.part)
    if (own.length === 0 && around.some((it) => it !== clause && negationsIn(claim, it).length % 2 === 1)) continue
    if (own.length === 0 && (hasContrary(claim, clause, passage) || hasContraryWord(claim, [clause]))) continue
    if (own.length === 0 && claim.poles.some(({ axis, end }) => axis === 'excluded' && end === 1)) continue
    if (own.length === 0 && !isFocusKept(passage, marker, met) && hasTurned(claim, clause)) continue
    const added = own.find(({ signs }) => signs.has('not'))
    gaps.push(
      added
        ? { kind: 'negation', words: wordsOf(claim, added), reason: 'turns round what the passage says' }
        : leftOut('negation', passage, marker),
    )
  }
  if (
    gaps.length === 0 &&
    !claim.markers.some(isNegation) &&
    !claim.poles.some(({ axis, end }) => axis === 'excluded' && end === 1) &&
    !claim.clauses.some((it) => isSaidAlike(claim, it, passage)) &&
    !hasContraryWord(claim, claim.clauses)
  ) {
    const lost = passage.markers.find(
      (it) => (it.signs.has('not') && isFocusKept(passage, it, met)) || isWithoutMet(passage, it, met),
    )
    if (lost && !(claim.markers.some(({ signs }) => signs.has('turned')) && claim.lexicon !== passage.lexicon))
      gaps.push(leftOut('negation', passage, lost))
  }
  return gaps
}

/** Whether a clause of the claim has nothing but names of a clause of the passage, as of `his deputy, | Colonel Orr, | refused`. */
function hasNamesOnly(
  own: Clause,
  other: Clause,
  { lexicon, tokens }: Reading,
  toPassage: Aligned['toPassage'],
): boolean {
  if (lexicon?.language.capitalNouns) return false
  return toPassage.every(
    (places, at) => !holds(own, at) || itemAt(tokens, at).isCapital || !places.some((place) => holds(other, place)),
  )
}

/** The word that a negation stands with is not in the passage, but nearly all else of the clause is: nothing is said in other words. */
function isOnlyAdded(claim: Reading, marker: Marker, clause: Clause, { passage, toPassage }: Aligned): boolean {
  if (!marker.signs.has('not') || passage.markers.some(({ signs }) => signs.has('turned'))) return false
  const [first] = focusOf(claim, marker, clause)
  const words = toPassage
    .map((places, at) => ({ places, at }))
    .filter(({ at }) => holds(clause, at) && at !== first && isSaid(claim, at))
  return words.length > 1 && words.filter(({ places }) => places.length > 0).length >= 0.8 * words.length
}

const isSaid = ({ keys, quantities, dates }: Reading, at: number): boolean =>
  itemAt(keys, at).length > 0 || [...quantities, ...dates].some(({ from }) => from === at)

/** Where the passage has the very word that a negation of the claim stands with. */
function placesOfFocus(
  claim: Reading,
  marker: Marker,
  clause: Clause,
  { passage, toPassage }: Aligned,
): readonly number[] {
  const focus = marker.signs.has('not') ? focusOf(claim, marker, clause) : []
  // `Neither of Meade’s letters`.
  const isName = (at: number) => itemAt(claim.tokens, at).isCapital && !claim.lexicon?.language.capitalNouns
  const first = focus.find((at) => !isName(at)) ?? focus[0]
  if (first === undefined || claim.lexicon !== passage.lexicon) return []
  return itemAt(toPassage, first).filter((place) => itemAt(passage.keys, place)[0] === itemAt(claim.keys, first)[0])
}

/** `No reason is given`, of `no longer … without giving a reason`: a negation stands right before the word there. */
const isNegatedThere = (places: readonly number[], { markers }: Reading): boolean =>
  places.some((place) => markers.some((it) => isNegation(it) && it.to <= place && place - it.to < 4))

/** `She ruled out, | as things stand, | any plan`: a denial that ends its clause is of the rest of the sentence. */
function withWhatFollows(clause: Clause, { to }: Marker, { clauses, keys }: Reading): Clause {
  if (hasContent({ keys }, to, clause.to)) return clause
  return { ...clause, to: clauses.findLast(({ part }) => part === clause.part)!.to }
}

function hasTurned({ markers }: Reading, { from, to }: Clause): boolean {
  return markers.some((it) => it.from >= from && it.from < to && it.signs.has('turned'))
}

/**
 * Whether the first word of content that a negation of the claim stands with is in the clause of the passage that has most
 * of the rest.
 */
function isInPassage(claim: Reading, marker: Marker, clause: Clause, { passage, toPassage }: Aligned): boolean {
  // `None of the patients remain` is of remaining.
  const isOfSome = is(claim, marker.to, 'of')
  const first = focusOf(claim, marker, clause)[isOfSome ? 1 : 0]
  if (first === undefined) return false
  const rest = toPassage.map((places, at) => (at === first ? [] : places))
  const scores = passage.clauses.map((other) => ({ other, score: scoreOf(clause, other, rest) }))
  const best = Math.max(...scores.map(({ score }) => score))
  const clauses = scores.filter(({ score }) => score === best).map(({ other }) => other)
  return itemAt(toPassage, first).some((place) => clauses.some((it) => holds(it, place)))
}

const lacking = /(?:less|free|los|lose[mnrs]?|frei|freie[mnrs]?)$/

/** `Not complete`, of `incomplete`. */
function isOfContrary(claim: Reading, marker: Marker, clause: Clause, { lexicon, tokens }: Reading): boolean {
  if (!lexicon || lexicon !== claim.lexicon) return false
  return focusOf(claim, marker, clause).some((at) =>
    tokens.some(
      ({ kind, word }) =>
        kind === 'word' &&
        (lexicon.areContrary(word, wordAt(claim.tokens, at)) ||
          (lacking.test(word) && lexicon.stem(word.replace(lacking, '')) === lexicon.stem(wordAt(claim.tokens, at)))),
    ),
  )
}

/** `not before noon` is `only at noon`. */
function isNotBefore(claim: Reading, { from, to }: Clause, passage: Reading): boolean {
  const isBefore = hasOne(claim, from, to + 1, 'before', 'ago')
  const hasDate = passage.dates.some((it) => claim.dates.some((own) => own.year === it.year && own.month === it.month))
  const isSaid = mentions(passage, 'before', 'ago')
  return isBefore && !isSaid && (hasDate || passage.markers.some(({ signs }) => signs.has('only')))
}

/** Whether the claim has both words of content that a negation stands with. */
function isFocusKept(passage: Reading, marker: Marker, met: ReadonlySet<number>): boolean {
  const clause = clauseAt(passage, marker.from)
  const focus = clause ? focusOf(passage, marker, clause).slice(0, 2) : []
  return focus.length === 2 && focus.every((at) => met.has(at))
}

/** `Without charge`, of somebody who is said to be charged. */
function isWithoutMet(passage: Reading, marker: Marker, met: ReadonlySet<number>): boolean {
  if (!is(passage, marker.from, 'without')) return false
  const clause = clauseAt(passage, marker.from)
  const [first] = clause ? focusOf(passage, marker, clause) : []
  return first !== undefined && met.has(first) && first === marker.to
}
