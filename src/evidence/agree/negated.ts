import { itemAt } from '../../core/index.ts'
import { boundsNumber } from './aligned.ts'
import { holds, placesIn } from './clauses.ts'
import type { Clause, Reading } from './reading.ts'
import type { Marker } from './signs.ts'
import { is } from './word-classes.ts'

/** The negations of a clause; `nobody never`, `никто не`, `ne … aucun` are one. */
export function negationsIn(reading: Reading, { from, to }: Clause): readonly Marker[] {
  const here = reading.markers.filter((it) => it.from >= from && it.from < to && !isAnswer(reading, it))
  // `Were you there? – No.`
  if (here.length === 0 && isQuestion(reading, to))
    here.push(...reading.markers.filter((it) => it.from >= to && it.from - to < 5 && isAnswer(reading, it)).slice(0, 1))
  const not = here
    .filter((it) => it.signs.has('not') && !it.signs.has('denies') && !boundsNumber(reading, it))
    .slice(0, 1)
  const denials = [...here.filter(({ signs }) => signs.has('denies')), ...denialBefore(reading, from)]
  return [...not, ...denials].sort((a, b) => a.from - b.from)
}

/** A “no” that is a sentence of its own. */
function isAnswer(reading: Reading, { from, to }: Marker): boolean {
  const { tokens } = reading
  return (
    is(reading, from, 'no') &&
    /^[.!,—–]$/.test(tokens[to]?.text ?? '') &&
    (itemAt(tokens, from).opens || tokens[from - 1]?.text === ':')
  )
}

/** `They deny | that it does not …`: a denial turns a negation back. */
function denialBefore(reading: Reading, from: number): readonly Marker[] {
  const { clauses, keys, markers } = reading
  let at = clauses.findIndex((it) => it.from === from)
  // `That its attaché, | Colonel Brandis, | sought …`: who it is stands between.
  const [subject, name] = [clauses[at - 2], clauses[at - 1]]
  const isShort = (it: Clause) => it.part === clauses[at]?.part && it.to - it.from < 6
  if (!is(reading, from, 'complementizer') && subject && name && isShort(subject) && isShort(name)) at -= 2
  const [before, own] = [clauses[at - 1], clauses[at]]
  if (!before || !own || before.part !== own.part || !is(reading, own.from, 'complementizer')) return []
  const isMarked = (place: number) => markers.some((it) => holds(it, place) && it.signs.has('alleged'))
  return markers.filter(
    (it) =>
      it.signs.has('denies') &&
      it.from >= before.from &&
      it.to <= before.to &&
      placesIn({ from: it.to, to: before.to }).every((place) => itemAt(keys, place).length === 0 || isMarked(place)),
  )
}

export const isNegation = ({ signs }: Marker) => signs.has('not') || signs.has('denies')

const isQuestion = ({ tokens }: Reading, to: number): boolean =>
  tokens.slice(to - 1, to + 2).some(({ text }) => text === '?')
