import { itemAt } from '../../core/index.ts'
import { clauseAt, hasContent, partAt } from './clauses.ts'
import { conceptsOf } from './lexicon.ts'
import { type Name, namesIn } from './names.ts'
import { oncePerReading, type Reading } from './reading.ts'
import { wordAt } from './tokens.ts'

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

const pronoun =
  /^(?:he|she|they|i|we|он|она|они|я|мы|ол|олар|оның|олардың|біз|мен|il|elle|ils|elles|je|nous|er|sie|wir|ich)$/

const relative = /^(?:котор\p{L}+|whom|lequel|laquelle|dessen|deren)$/u

const possessive = /\b(?:his|her|their|seine[nr]?|ihre[nr]?|elle|lui|eux)\b|^по (?:его|ее|их)(?= )/

/** Verbs after which stands who is spoken to. */
const hasHearer = /^(?:told|tells|tell|asked|urged|called|reminded|warned|assured|informed)$/

export const speechesOf = oncePerReading((reading): readonly Speech[] => {
  const names = namesIn(reading)
  return reading.markers
    .filter(({ from, signs }) => signs.has('said') || signs.has('stance') || accuses.test(wordAt(reading.tokens, from)))
    .filter(
      ({ from, to }) =>
        !passive.test(wordAt(reading.tokens, from - 1)) &&
        !isFrenchParticiple(reading, from) &&
        !isNamedIn(reading, from) &&
        !(to - from === 1 && participle.test(wordAt(reading.tokens, from))),
    )
    .map(({ from, to, signs }) => {
      const isStance = !signs.has('said') && !according.test(wordAt(reading.tokens, from))
      const part = partAt(reading, from) ?? -1
      const here = names.filter((it) => partAt(reading, it.from) === part && (it.to <= from || it.from >= to))
      const word = wordAt(reading.tokens, from)
      const isHelped = /^(?:a|ont|avait|hat|haben)$/.test(wordAt(reading.tokens, from - 1))
      const isParted = /^[,"”»–—-]$/.test(reading.tokens[from - (isHelped ? 2 : 1)]?.text ?? '')
      const isAccording = according.test(word)
      const own = clauseAt(reading, from)
      // `Later than they promised`.
      const isAside = /^(?:чем|than|as|как|wie|als|comme)$/.test(wordAt(reading.tokens, own?.from ?? from))
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
        pronoun.test(wordAt(reading.tokens, from - 1)) ||
        (isAccording &&
          possessive.test(
            reading.tokens
              .slice(from, to + 1)
              .map((it) => it.word)
              .join(' '),
          )) ||
        ((isParted || reading.lexicon?.language.capitalNouns) && pronoun.test(wordAt(reading.tokens, to)))
      )
        return { part, from, to, isStance, names: [], isPronoun: true }
      // `Крючков, по словам которого …`.
      if (isAccording && relative.test(wordAt(reading.tokens, to)))
        return { part, from, to, isStance, names: here.filter((it) => it.to <= from).slice(-1) }
      // `Говорится в рапорте`.
      if (/(?:ится|ется|ются|ятся|казано|писано)$/.test(word))
        return { part, from, to, isStance, names: [], isImpersonal: true }
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
        !/^(?:for|to|on|of|in)$/.test(wordAt(reading.tokens, to - 1)) &&
        (isParted || before.length === 0) &&
        !hasHearer.test(word)
      return { part, from, to, isStance, names: isInverted ? after : before }
    })
})

/** `La station promise`, `annoncée`: without a helping verb nobody says so. */
function isFrenchParticiple({ lexicon, tokens }: Reading, at: number): boolean {
  if (lexicon?.language.tag !== 'fr' || !/(?:é|és|ée|ées|is|ise|ises)$/.test(wordAt(tokens, at))) return false
  return !tokens
    .slice(Math.max(0, at - 3), at)
    .some(({ word }) => /^(?:a|ai|ont|avait|avaient|aurait|auraient|aura|ayant|avoir|est|s)$/.test(word))
}

/** `В объявлении сказано`: a noun after a preposition says nothing. */
function isNamedIn({ tokens }: Reading, at: number): boolean {
  return /ени(?:и|ях)$/.test(wordAt(tokens, at)) && /^(?:в|во|на|о|об)$/.test(wordAt(tokens, at - 1))
}

/** `Сообщения о`, `подозреваемый`, `айыпталушы`: a noun or a participle says nothing. */
const participle =
  /(?:ем|нн)(?:ый|ая|ое|ые|ого|ой|ому|ым|ом|ых|ыми|ую)$|щ(?:ий|ая|ее|ие|его|ей|ему|им|ем|их|ими|ую)$|ени(?:е|я|ю|ем|й|ям|ями)$|(?:ушы|уші)(?:\p{L}{0,6})$/u

/** `Have been confirmed`: nobody is said to. */
const passive = /^(?:be|been|was|were|is|are|being|été|worden|wurden?|был[аио]?|быть)$/

/** What begins the words for by whose account something is so: `according to`, `nach Angaben`. */
export const according = /^(?:according|by|selon|d|aux|laut|nach|aus|согласно|по|с|in)$/
export const accuses = /^(?:alleges?|accuse[sd]?|accusent?|обвин\p{L}+|beschuldig\p{L}+|айыпта\p{L}+)$/u
const prepositions =
  /^(?:of|in|at|by|from|near|to|for|with|on|against|about|along|across|around|between|within|outside|behind|beyond|into|through|over|under|after|before|since|until|в|во|из|на|по|от|у|о|об|с|со|к|de|d|du|des|à|au|en|par|von|vom|im|bei|nach|aus|gegen|mit|für)$/

/** The names before a word of speech, but for those that a preposition ties to another word, if others are left. */
function subjectsIn(names: readonly Name[], reading: Reading): readonly Name[] {
  return names.filter(
    (it) =>
      !isTied(it, reading) &&
      !(reading.lexicon?.language.tag === 'kk' && objective.test(wordAt(reading.tokens, it.to - 1))),
  )
}

/** Kazakh endings of what is no subject: the accusative, the locative, the ablative. */
const objective = /(?<=\p{L}{4})(?:[нтд][ыі]|[тд][ае](?:ғы|гі)?|[тдн][ае]н)$/u

/** `The mayor of Varna`, `from the Finnish maker Orla`; but `Minister of Defence Mukhtar Altyn` is one person. */
export function isTied({ from, to }: Name, { tokens, clauses }: Reading): boolean {
  if (to - from > 1 && conceptsOf(wordAt(tokens, from)).length > 0) return false
  // `Par la voix de`, `в лице`.
  if (/^(?:voix|лице|mouth|person)$/.test(tokens[from - 2]?.word ?? wordAt(tokens, from - 1))) return false
  const clause = clauseAt({ clauses }, from)
  return tokens.slice(Math.max(clause?.from ?? 0, from - 4), from).some(({ word }) => prepositions.test(word))
}

/** Words of office and articles, up to four, without a mark that parts them. */
function isTitle({ tokens, lexicon }: Reading, from: number, to: number): boolean {
  if (tokens.slice(from, to).filter(({ kind }) => kind === 'word').length > 4) return false
  // `Said its director, Nils Aune`.
  const last = to - 1 > from && itemAt(tokens, to - 1).text === ',' ? to - 1 : to
  return tokens
    .slice(from, last)
    .every(
      ({ kind, text, word, opens }) =>
        /^[-«»“”„"]$/.test(text) ||
        (kind === 'word' &&
          !opens &&
          !/^(?:that|что|dass|que)$/.test(word) &&
          (conceptsOf(word).length > 0 ||
            !lexicon?.isStop(word) ||
            /^(?:the|its|their|his|her|der|die|ihr|sein|le|la|l|son|sa|leur)$/.test(word))),
    )
}
