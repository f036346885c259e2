import { itemAt } from '../../core/index.ts'
import type { Aligned } from './aligned.ts'
import { clauseAt, hasContent, holds } from './clauses.ts'
import type { Gap } from './gap.ts'
import type { Name } from './names.ts'
import type { Reading } from './reading.ts'
import { otherParty, partiesIn } from './runs.ts'
import { hasOne, is } from './word-classes.ts'

/** How far after a verb whom it is done to may begin. */
const reach = 5

/** `Perrin was sentenced`, of a court that acquitted Perrin and sentenced Morel. */
export function otherPatient({ claim, passage, toPassage }: Aligned): Gap | undefined {
  if (claim.lexicon !== passage.lexicon) return undefined
  for (const [at, places] of toPassage.entries()) {
    const same = places.filter((place) => itemAt(claim.keys, at)[0] === itemAt(passage.keys, place)[0])
    const own = same.length > 0 ? patientOf(claim, at) : undefined
    if (!own) continue
    const theirs = same.map((place) => patientOf(passage, place))
    const [first] = theirs
    const gaps = theirs.map((it) => it && otherParty(claim, own, passage, it))
    if (first && gaps.every(Boolean)) return gaps[0]
  }
  return undefined
}

/** Whom a verb says that something is done to, as far as word order tells. */
function patientOf(reading: Reading, at: number): Name | undefined {
  const { tokens, clauses } = reading
  if (!is(reading, at, 'participle') || itemAt(tokens, at).isCapital) return undefined
  const clause = clauseAt(reading, at)
  if (!clause) return undefined
  const start = Math.max(clause.from, at - 3)
  const parties = partiesIn(reading)
  if (hasOne(reading, start, at, 'passive')) {
    const subject = parties.find((it) => it.from >= clause.from && it.to <= at)
    const isFirst =
      subject && !hasOne(reading, clause.from, subject.from, 'pronoun', 'it', 'relative', 'complementizer')
    if (subject) return isFirst ? subject : undefined
    const index = clauses.indexOf(clause)
    // `Luc Perrin, | the former mayor, | was sentenced`.
    if (hasContent(reading, clause.from, at)) return undefined
    return parties.findLast(
      (it) =>
        it.to <= clause.from &&
        clauses.slice(Math.max(0, index - 2), index).some((one) => one.part === clause.part && holds(one, it.from)),
    )
  }
  if (reading.lexicon?.language.helped && !hasOne(reading, start, at, 'have')) return undefined
  const next = parties.find((it) => it.from > at && it.from - at <= reach)
  const between = next ? tokens.slice(at + 1, next.from) : []
  const isDirect = between.every(
    ({ kind }, step) =>
      kind === 'word' &&
      !is(
        reading,
        at + 1 + step,
        'pronoun',
        'it',
        'objective',
        'relative',
        'complementizer',
        'preposition',
        'infinitive',
      ),
  )
  return isDirect ? next : undefined
}
