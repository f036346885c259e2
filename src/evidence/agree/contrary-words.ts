import { itemAt } from '../../core/index.ts'
import type { Aligned } from './aligned.ts'
import { clauseAt } from './clauses.ts'
import type { Gap } from './gap.ts'
import { negationsIn } from './negated.ts'
import type { Clause, Reading } from './reading.ts'
import { wordAt } from './tokens.ts'
import { hasOne } from './word-classes.ts'

/** `unlawful` for lawful, where the claim has no other negation. */
export function contraries({ claim, passage, toPassage }: Aligned): readonly Gap[] {
  const { lexicon } = claim
  if (lexicon !== passage.lexicon || !lexicon) return []
  return claim.clauses.flatMap((clause) => {
    if (negationsIn(claim, clause).length > 0) return []
    for (let at = clause.from; at < clause.to; at++) {
      const { word, kind } = itemAt(claim.tokens, at)
      if (
        kind !== 'word' ||
        word.length < 4 ||
        word === 'doubt' ||
        itemAt(toPassage, at).some((it) => wordAt(passage.tokens, it) === word)
      )
        continue
      const turned = passage.tokens.find(
        (it, place) =>
          it.kind === 'word' &&
          it.word.length > 4 &&
          (lexicon.areContrary(it.word, word) || (lexicon.areContrary(word, it.word) && !isNegatedAt(passage, place))),
      )
      if (turned)
        return [
          {
            kind: 'negation' as const,
            words: itemAt(claim.tokens, at).text,
            reason: `is “${turned.text}” in the passage`,
          },
        ]
    }
    return []
  })
}

export function hasContrary(claim: Reading, clause: Clause, passage: Reading): boolean {
  const { lexicon } = claim
  if (!lexicon || lexicon !== passage.lexicon) return false
  return claim.tokens
    .slice(clause.from, clause.to)
    .some(
      ({ word, kind }) =>
        kind === 'word' &&
        word.length > 3 &&
        passage.tokens.some(
          (it) => it.kind === 'word' && (lexicon.areContrary(it.word, word) || lexicon.areContrary(word, it.word)),
        ),
    )
}

/** A word that looks like the contrary of another: undisclosed, недействительный, ungültig. */
export function hasContraryWord({ tokens, lexicon }: Reading, clauses: readonly Clause[]): boolean {
  const [start] = lexicon!.language.contrary.split(' ')
  const words = clauses.flatMap(({ from, to }) =>
    tokens.slice(from, to).flatMap(({ kind, word }) => (kind === 'word' ? [word] : [])),
  )
  return words.some(
    (word) =>
      word.startsWith(start!) &&
      word.length > start!.length + 4 &&
      !/^(?:under|unt|unani|uni[^mn]|unemploy|unless|неде|некот|неск)/.test(word),
  )
}

function isNegatedAt(reading: Reading, at: number): boolean {
  const clause = clauseAt(reading, at)
  const before = hasOne(reading, at - 2, at, 'not')
  return before || (clause !== undefined && negationsIn(reading, clause).length > 0)
}
