import { itemAt, remembered } from '../../core/index.ts'
import { clauseAt, hasContent, partAt } from './clauses.ts'
import { conceptsOf } from './lexicon.ts'
import { type Name, namesIn } from './names.ts'
import type { Reading } from './reading.ts'
import { wordAt } from './tokens.ts'
import { hasOne, is } from './word-classes.ts'

/** Who speaks in a part of a text, and where what is said begins or ends. */
export interface Speech {
  /** The places of the word of speech. */
  readonly from: number
  readonly to: number
  readonly part: number
  readonly names: readonly Name[]
  /** Whom a pronoun means, the words before tell. */
  readonly isPronoun?: boolean
  /** Nobody is its subject. */
  readonly isImpersonal?: boolean
  /** Somebody takes a stand, and need not say so: plans, wants. */
  readonly isStance: boolean
}

export const speechesOf = remembered((reading: Reading): readonly Speech[] => {
  const names = namesIn(reading)
  return reading.markers
    .filter(({ from, signs }) => signs.has('said') || signs.has('stance') || is(reading, from, 'accuses'))
    .filter(
      ({ from, to }) =>
        !is(reading, from - 1, 'passive') &&
        !isBareParticiple(reading, from) &&
        !(to - from === 1 && is(reading, from, 'nominal')),
    )
    .map(({ from, to, signs }) => {
      const isAccording = is(reading, from, 'account')
      const isStance = !signs.has('said') && !isAccording
      const part = partAt(reading, from) ?? -1
      const here = names.filter((it) => partAt(reading, it.from) === part && (it.to <= from || it.from >= to))
      const isHelped = is(reading, from - 1, 'have')
      const isParted = /^[,"”»–—-]$/.test(reading.tokens[from - (isHelped ? 2 : 1)]?.text ?? '')
      const own = clauseAt(reading, from)
      // `Later than they promised`.
      const isAside = is(reading, own?.from ?? from, 'than')
      // But not `Abykayev, Chairman of the Committee told`.
      const hasSubject =
        own !== undefined && itemAt(reading.tokens, own.from).text !== ',' && hasContent(reading, own.from, from)
      const before =
        isAccording || isAside
          ? []
          : subjectsIn(
              here.filter((it) => it.to <= from && (!hasSubject || it.from >= own!.from)),
              reading,
            )
      // `…, said Inspector Lind`: the name follows, with no more than a title before it.
      const after = here.filter((it) => it.from >= to && isTitle(reading, to, it.from))
      if (
        is(reading, from - 1, 'pronoun') ||
        (isAccording && hasOne(reading, from, to + 1, 'possessive', 'pronoun', 'objective')) ||
        ((isParted || reading.lexicon?.language.capitalNouns) && is(reading, to, 'pronoun'))
      )
        return { part, from, to, isStance, names: [], isPronoun: true }
      // `Крючков, по словам которого …`.
      if (isAccording && is(reading, to, 'relative', 'whose'))
        return { part, from, to, isStance, names: here.filter((it) => it.to <= from).slice(-1) }
      // `Говорится в рапорте`.
      if (is(reading, from, 'impersonal')) return { part, from, to, isStance, names: [], isImpersonal: true }
      if (isAccording)
        return {
          part,
          from,
          to,
          isStance,
          names:
            after.length > 0
              ? after
              : here
                  .filter((it) => it.from >= to && !reading.tokens.slice(to, it.from).some(({ text }) => text === ','))
                  .slice(0, 1),
        }
      const isInverted =
        after.length > 0 &&
        !is(reading, to - 1, 'preposition', 'infinitive') &&
        (isParted || before.length === 0) &&
        !is(reading, from, 'hearer')
      return { part, from, to, isStance, names: isInverted ? after : before }
    })
})

/** `La station promise`, `annoncée`: without a helping verb nobody says so. */
function isBareParticiple(reading: Reading, at: number): boolean {
  return (
    reading.lexicon?.language.helped === true &&
    is(reading, at, 'verbal') &&
    !hasOne(reading, at - 3, at, 'have', 'is', 'objective')
  )
}

/** The names before a word of speech, but for those that a preposition ties to another word, if others are left. */
function subjectsIn(names: readonly Name[], reading: Reading): readonly Name[] {
  return names.filter((it) => !isTied(it, reading) && !is(reading, it.to - 1, 'oblique'))
}

/** `The mayor of Varna`, `from the Finnish maker Orla`; but `Minister of Defence Mukhtar Altyn` is one person. */
export function isTied({ from, to }: Name, reading: Reading): boolean {
  if (to - from > 1 && conceptsOf(wordAt(reading.tokens, from)).length > 0) return false
  // `Par la voix de`, `в лице`.
  if (hasOne(reading, from - 2, from, 'mouth')) return false
  return hasOne(reading, Math.max(clauseAt(reading, from)?.from ?? 0, from - 4), from, 'preposition', 'infinitive')
}

/** Words of office and articles, up to four, without a mark that parts them. */
function isTitle(reading: Reading, from: number, to: number): boolean {
  const { tokens, lexicon } = reading
  if (tokens.slice(from, to).filter(({ kind }) => kind === 'word').length > 4) return false
  // `Said its director, Nils Aune`.
  const last = to - 1 > from && itemAt(tokens, to - 1).text === ',' ? to - 1 : to
  return tokens
    .slice(from, last)
    .every(
      ({ kind, text, word, opens }, step) =>
        /^[-«»“”„"]$/.test(text) ||
        (kind === 'word' &&
          !opens &&
          !is(reading, from + step, 'complementizer') &&
          (conceptsOf(word).length > 0 ||
            !lexicon?.isStop(word) ||
            is(reading, from + step, 'definite', 'possessive'))),
    )
}
