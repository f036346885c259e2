import { itemAt } from '../../core/index.ts'
import type { Aligned } from './aligned.ts'
import { clauseAt, hasContent, holds } from './clauses.ts'
import type { Gap } from './gap.ts'
import type { Name } from './names.ts'
import type { Reading } from './reading.ts'
import { otherParty, partiesIn } from './runs.ts'
import { wordAt } from './tokens.ts'

/** Verbs of which a word right after, or the subject of their passive, is the one to whom it is done. */
const participle: Readonly<Record<string, RegExp>> = {
  en: /(?:\p{L}{2}ed|held|shot|caught|found|taken|beaten|driven|chosen|sent|bought|sold|struck)$/u,
  fr: /(?:é|ée|és|ées|is|ise|it|ite|u|ue|us)$/u,
}
const passive = /^(?:was|were|been|being|be|is|are|été|fut|furent)$/
const helper = /^(?:a|ont|avait|avaient|ayant)$/
const pronoun = /^(?:he|she|it|they|him|her|them|who|which|that|il|elle|ils|elles|le|la|les|l|se|s|qui|que)$/
/** How far after a verb whom it is done to may begin. */
const reach = 5

/** `Perrin was sentenced`, of a court that acquitted Perrin and sentenced Morel. */
export function otherPatient({ claim, passage, toPassage }: Aligned): Gap | undefined {
  if (claim.lexicon !== passage.lexicon || !participle[claim.lexicon?.language.tag ?? '']) return undefined
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
  const { tokens, clauses, lexicon } = reading
  const tag = lexicon?.language.tag ?? ''
  if (participle[tag]?.test(wordAt(tokens, at)) !== true || itemAt(tokens, at).isCapital) return undefined
  const clause = clauseAt({ clauses }, at)
  if (!clause) return undefined
  const before = tokens.slice(Math.max(clause.from, at - 3), at)
  const parties = partiesIn(reading)
  if (before.some(({ word }) => passive.test(word))) {
    const subject = parties.find((it) => it.from >= clause.from && it.to <= at)
    const isFirst =
      subject && !tokens.slice(clause.from, subject.from).some(({ word }) => pronoun.test(word) && word.length > 3)
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
  if (tag === 'fr' && !before.some(({ word }) => helper.test(word))) return undefined
  const next = parties.find((it) => it.from > at && it.from - at <= reach)
  const between = next ? tokens.slice(at + 1, next.from) : []
  const isDirect = between.every(
    ({ kind, word }) =>
      kind === 'word' &&
      !pronoun.test(word.length > 2 ? word : '') &&
      !/^(?:by|of|in|at|to|from|with|for|on|that|par|de|d|à|au|avec|pour|dans)$/.test(word),
  )
  return isDirect ? next : undefined
}
