import { itemAt, lastOf } from '../../core/index.ts'
import { isAgent } from './agents.ts'
import { clauseAt, hasContent, holds, partAt } from './clauses.ts'
import type { Gap } from './gap.ts'
import { acronymOf, initialsOf } from './name-forms.ts'
import { type Name, namesIn } from './names.ts'
import { negationsIn } from './negated.ts'
import { type Clause, placesFor, type Reading } from './reading.ts'
import { bestParts, isSaidBySomebody, saysAsMuch, speechesIn } from './speakers.ts'
import { isTied, type Speech, speechesOf } from './speech.ts'
import { kin } from './tables/kin.ts'
import { wordAt, wordsOf } from './tokens.ts'
import { is } from './word-classes.ts'

/**
 * A speaker without a name, `the health ministry said`: a word of it must stand in the part of the passage that the claim is
 * of, or anywhere in the passage where nobody speaks in that part.
 */
export function otherOffice(claim: Reading, passage: Reading, sounds: ReadonlySet<string>): readonly Gap[] {
  const speech = speechesOf(claim)[0]
  const clause = speech && clauseAt(claim, speech.from)
  if (!speech || !clause) return []
  const words = officeWords(claim, speech, opening(claim, clause, speech))
  if (words.length === 0 || words.some((at) => is(claim, at, 'source') || sounds.has(wordAt(claim.tokens, at))))
    return []
  if (speech.isPronoun) return []
  // `В листовке говорится`, of a text in which no other paper is said to say it: the source itself.
  const isPaper = speech.isImpersonal && is(claim, itemAt(words, 0) - 1, 'preposition')
  if (isPaper && !speechesOf(passage).some((it) => it.isImpersonal)) return []
  // Who says nothing is no speaker.
  if (is(claim, speech.from, 'comments') && negationsIn(claim, clause).length > 0) return []
  // `Was reported`: nobody is said to.
  if (is(claim, speech.from - 1, 'infinitive', 'passive', 'not')) return []
  if (
    namesIn(claim).some(
      ({ from, to }) => words.some((at) => from <= at && at < to) && !itemAt(claim.tokens, from).opens,
    )
  ) {
    if (words.every((at) => itemAt(claim.tokens, at).isCapital)) return []
  }
  const isStance =
    !is(claim, speech.from, 'account') &&
    !is(claim, speech.from, 'accuses') &&
    !claim.markers.some(({ from, signs }) => from === speech.from && signs.has('said'))
  const isKnown = claim.lexicon === passage.lexicon
  if (!isKnown && !words.every((at) => itemAt(claim.keys, at).some((key) => key.startsWith('#')))) return []
  const own = { from: itemAt(words, 0), to: lastOf(words) + 1 }
  const zones = speechesIn(claim, passage, bestParts(claim, passage, [own]), [own]).flatMap(
    (it) => zoneOf(it, passage) ?? [],
  )
  const tied = namesIn(passage).filter((it) => isTied(it, passage))
  const heard = speechesOf(passage).filter((it) => it.isPronoun)
  const isHeard = (place: number) => {
    const part = partAt(passage, place) ?? -2
    return (
      heard.some((it) => place < it.from && (it.part === part || it.part === part + 1)) &&
      (opensClause(place, passage) || opensClause(place - 1, passage))
    )
  }
  const isIn = (place: number) =>
    isHeard(place) || zones.length === 0 || zones.some((it) => holds(it, place) && !tied.some((it) => holds(it, place)))
  // The head of what speaks: last in English, German and Kazakh, but before what it is of; first in French and Russian.
  const isFirst = claim.lexicon?.language.headFirst
  const common = words.filter(
    (at) =>
      !itemAt(claim.tokens, at).isCapital || claim.lexicon?.language.capitalNouns || itemAt(claim.tokens, at).opens,
  )
  const stop = claim.tokens.findIndex((_, at) => at > itemAt(words, 0) && is(claim, at, 'preposition', 'of'))
  const near = (common.length > 0 ? common : words).filter((at) => isFirst || stop === -1 || at < stop)
  // `According to the investigators the explosion …`.
  if (is(claim, speech.from, 'account')) {
    const end = near.findIndex((at, index) => index > 0 && at !== itemAt(near, index - 1) + 1)
    if (end > 0) near.length = end
  }
  const people = near.filter((at) => isAgent(wordAt(claim.tokens, at)))
  const head =
    (people.length > 0 ? people : near).at(isFirst || claim.lexicon?.language.saysAtEnd ? 0 : -1) ?? itemAt(words, 0)
  // The Ministry of Defence, of what the MoD says.
  const spelled = initialsOf(claim)
  const isInitials = (text: string) => spelled.get(acronymOf(text) ?? '')?.includes(itemAt(words, 0))
  const places = [
    ...placesFor(claim, head, passage),
    ...passage.tokens.flatMap(({ text }, at) => (isInitials(text) ? [at] : [])),
  ]
  const isOtherRank = isKnown && words.some((at) => is(claim, at, 'rank') && placesFor(claim, at, passage).length === 0)
  if ((places.some(isIn) || saysAsMuch(claim, passage, places, [own])) && !isOtherRank) return []
  if (places.length === 0 && zones.some(({ from, to }) => hasKin(wordAt(claim.tokens, head), passage, from, to)))
    return []
  // `Researchers at Dhaka University`, of a study by it.
  const isProper = (at: number) =>
    itemAt(claim.tokens, at).isCapital && !itemAt(claim.tokens, at).opens && !claim.lexicon?.language.capitalNouns
  if (
    words.some(
      (at) =>
        at !== head && isProper(at) && placesFor(claim, at, passage).some((it) => zones.some((one) => holds(one, it))),
    )
  )
    return []
  // Who takes a stand must be somebody who can, and another in the passage.
  const isThere = [...places, ...placesFor(claim, itemAt(words, 0), passage)].some((it) => opensClause(it, passage))
  if (isStance && (places.length === 0 || !(isAgent(wordAt(claim.tokens, head)) || isThere))) return []
  if (!isKnown && zones.some(({ from, to }) => hasUnknown(passage, from, to))) return []
  return [
    {
      kind: 'speaker',
      words: wordsOf(claim, own),
      reason: 'does not speak in the passage',
      isUnsure:
        !(places.length === 0 && isAgent(wordAt(claim.tokens, head))) && !isSaidBySomebody(claim, passage, [own]),
    },
  ]
}

function hasKin(word: string, { tokens }: Reading, from: number, to: number): boolean {
  const own = kin.filter((shape) => shape.test(word))
  return tokens.slice(from, to).some((it) => own.some((shape) => shape.test(it.word)))
}

export function opensClause(place: number, reading: Reading): boolean {
  const clause = clauseAt(reading, place)!
  return !hasContent(reading, clause.from, place)
}

/** A word that the tables do not have can be any. */
function hasUnknown({ keys, tokens }: Reading, from: number, to: number): boolean {
  return keys
    .slice(from, to)
    .some(
      (it, step) => it.length > 0 && !itemAt(tokens, from + step).isCapital && !it.some((key) => key.startsWith('#')),
    )
}

interface Zone {
  readonly from: number
  readonly to: number
  readonly names: readonly Name[]
}

/**
 * Where who speaks stands: from the beginning of the clause to the word of speech, or behind it where nothing stands
 * before. Of a pronoun nothing is known.
 */
export function zoneOf({ from, to, names, isImpersonal }: Speech, reading: Reading): Zone | undefined {
  const { clauses, lexicon } = reading
  let at = clauses.findIndex((it) => holds(it, from))
  const own = clauses[at]
  if (!own) return undefined
  if (is(reading, from - 1, 'pronoun', 'it', 'possessive')) return undefined
  if (isImpersonal) return { from: to, to: own.to, names }
  const isAfter = names.length > 0 && names.every((it) => it.from >= to)
  // Kazakh says at the end who says it, and parts what is said by a word of its own.
  if (lexicon?.language.saysAtEnd)
    return { from: clauses.find(({ part }) => part === own.part)!.from, to: own.to, names }
  const end =
    isAfter || is(reading, to, 'by') || !hasContent(reading, own.from, from)
      ? clauses[at + 1]?.part === own.part
        ? itemAt(clauses, at + 1).to
        : own.to
      : from
  let start = own.from
  // `Raised its rate, and said`; `its director, Nils Aune, said`.
  const isOpen = () => !hasContent(reading, own.from, from) || names.some((it) => it.from >= start && it.to <= from)
  if (is(reading, start, 'relative', 'whose') && clauses[at - 1]?.part === own.part) start = itemAt(clauses, --at).from
  while (isOpen() && at > 0 && itemAt(clauses, at - 1).part === own.part) start = itemAt(clauses, --at).from
  return names.length > 0 || hasContent(reading, start, end) ? { from: start, to: end, names } : undefined
}

/** Kazakh parts who speaks from the word of speech by what is said: `Министрлік … болды | деп хабарлады`. */
function opening(reading: Reading, clause: Clause, { from }: Speech): Clause {
  const isBare = !hasContent(reading, clause.from, from)
  return reading.lexicon?.language.saysAtEnd && isBare
    ? reading.clauses.find(({ part }) => part === clause.part)!
    : clause
}

/** The words of content before a word of speech, or after it where it goes before: `…, said the ministry`. */
function officeWords(
  reading: Reading,
  { from, to }: { readonly from: number; readonly to: number },
  clause: { readonly from: number; readonly to: number },
): readonly number[] {
  const { keys, tokens, lexicon } = reading
  const content = (first: number, last: number) => {
    const found: number[] = []
    for (let at = first; at < last; at++) if (itemAt(keys, at).length > 0 && !is(reading, at, 'adverb')) found.push(at)
    return found
  }
  // `Als Grund nannte die Ministerin …`: in German who speaks may stand behind the verb.
  const isInverted = lexicon?.language.capitalNouns && is(reading, clause.from, 'fronted')
  if (!is(reading, from, 'account') && !isInverted && content(clause.from, from).length > 0)
    return content(clause.from, from).slice(0, 4)
  if (/^["“”«»„]$/.test(itemAt(tokens, clause.from).text)) return []
  // `Laut Vertrag nicht …`: German parts no words of office from the verb.
  return content(to, clause.to).slice(0, lexicon?.language.capitalNouns ? 1 : 3)
}
