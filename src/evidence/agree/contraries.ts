import { itemAt } from '../../core/index.ts'
import { type Aligned, scoreOf } from './aligned.ts'
import { clauseAt, holds, partAt } from './clauses.ts'
import type { Gap } from './gap.ts'
import type { Pole } from './poles.ts'
import type { Clause, Reading } from './reading.ts'
import { wordAt, wordsOf } from './tokens.ts'

/** A word of the claim whose contrary is what the passage says: rejected for accepted, more for less. */
export function turnedPoles({ claim, passage, toPassage }: Aligned): readonly Gap[] {
  for (const pole of claim.poles) {
    const clause = clauseAt(claim, pole.from)
    if (!clause) continue
    const beside = polesBeside(clause, pole.axis, passage, toPassage).filter(({ axis }) => axis === pole.axis)
    const theirs =
      beside.length > 0 || !verdicts.test(pole.axis) ? beside : passage.poles.filter(({ axis }) => axis === pole.axis)
    if (theirs.length === 0) continue
    const own = claim.poles.filter(({ axis }) => axis === pole.axis)
    if (own.some(({ end }) => theirs.some((it) => it.end === end))) continue
    // Of the same word `negations` knows better which negation turns it.
    if (
      pole.axis !== 'excluded' &&
      theirs.some((it) => wordAt(passage.tokens, it.from) === wordAt(claim.tokens, pole.from))
    )
      continue
    const kind = pole.axis === 'degree' || pole.axis === 'extreme' ? 'limit' : 'negation'
    return [{ kind, words: wordsOf(claim, pole), reason: `is “${wordsOf(passage, itemAt(theirs, 0))}” in the passage` }]
  }
  return []
}

/** Of these one thing has one end, wherever a passage says so. */
const verdicts = /^(?:assent|force|allow|support|legality)$/

/** Whether a clause says by a contrary, or by the same word, what the passage says there: who refused did not accept. */
export function isSaidAlike(claim: Reading, clause: Clause, passage: Reading): boolean {
  return claim.poles.some(
    (own) =>
      own.from >= clause.from &&
      own.from < clause.to &&
      own.axis !== 'degree' &&
      passage.poles.some(
        (it) =>
          it.axis === own.axis &&
          it.end === own.end &&
          // A negation is what tells the two apart, or is in one of the words.
          (it.isTurned !== own.isTurned || isNegation(claim, own) || isNegation(passage, it)),
      ),
  )
}

/** The poles in the parts of the passage that have most of a clause. */
function polesBeside(clause: Clause, axis: string, passage: Reading, toPassage: Aligned['toPassage']): readonly Pole[] {
  const scores = passage.clauses.map((other) => scoreOf(clause, other, toPassage))
  const best = Math.max(...scores)
  if (best === 0) return []
  const inPart = new Map<number, number>()
  for (const [at, { part }] of passage.clauses.entries()) inPart.set(part, (inPart.get(part) ?? 0) + itemAt(scores, at))
  const most = Math.max(...inPart.values())
  const parts = new Set([...inPart].flatMap(([part, score]) => (score === most ? [part] : [])))
  // `Rose by 14 per cent, | while imports fell by 2`: of what is most alike, where that is one clause.
  const [own, ...others] = passage.clauses.filter((_, at) => scores[at] === best)
  const inOwn = own && others.length === 0 ? passage.poles.filter(({ from }) => holds(own, from)) : []
  if (best > 2 && inOwn.some(({ axis: it }) => it === axis)) return inOwn
  return passage.poles.filter(({ from }) => parts.has(partAt(passage, from) ?? -1))
}

function isNegation({ markers }: Reading, { from, to }: Pole): boolean {
  return markers.some(
    (it) => it.from < to && from < it.to && (it.signs.has('not') || it.signs.has('denies') || it.signs.has('decided')),
  )
}
