import { itemAt, lastOf } from '../../core/index.ts'
import { isAgent } from './agents.ts'
import { clauseAt, hasContent, holds, partAt } from './clauses.ts'
import type { Gap } from './gap.ts'
import { acronymOf, initialsOf } from './name-forms.ts'
import { type Name, namesIn } from './names.ts'
import { negationsIn } from './negated.ts'
import { type Clause, placesFor, type Reading } from './reading.ts'
import { bestParts, isSaidBySomebody, saysAsMuch, speechesIn } from './speakers.ts'
import { according, accuses, isTied, type Speech, speechesOf } from './speech.ts'
import { kin } from './tables/kin.ts'
import { wordAt, wordsOf } from './tokens.ts'

/** The source itself may be said to speak, and so may what has no name in it. */
const anybody =
  /^(?:author(?!it)|report|article|text|paper|study|source|account|figure|data|estimate|result|poll|survey|document|tape|video|recording|letter|message|audio|statistic|автор|отч[её]т|стать|текст|данн|исследован|источник|документ|итог|автор|есеп|мақала|дерек|auteur|rapport|étude|texte|chiffre|donnée|bericht|studie|zahl|angabe|quelle|text|medienbericht|leaflet|flyer|flier|brochure|pamphlet|poster|circular|листовк|брошюр|памятк|плакат|афиш|буклет|объявлени|парақша|хабарландыру|tract(?!at)|affiche|dépliant|prospectus|flugblatt|flugblätter|merkblatt|aushang|plakat|broschüre|rundschreiben|contract(?!or)|agreement|treaty|law(?!y|m)|plan(?!t|n)|vertrag|gesetz(?!geb)|договор|закон(?!одат)|заң(?!гер)|шарт|contrat|loi(?!n))/

/**
 * A speaker without a name, `the health ministry said`: a word of it must stand in the part of the passage that the claim is
 * of, or anywhere in the passage where nobody speaks in that part.
 */
export function otherOffice(claim: Reading, passage: Reading, sounds: ReadonlySet<string>): readonly Gap[] {
  const speech = speechesOf(claim)[0]
  const clause = speech && clauseAt(claim, speech.from)
  if (!speech || !clause) return []
  const words = officeWords(claim, speech, opening(claim, clause, speech))
  if (
    words.length === 0 ||
    words.some((at) => anybody.test(wordAt(claim.tokens, at)) || sounds.has(wordAt(claim.tokens, at)))
  )
    return []
  if (speech.isPronoun) return []
  // `В листовке говорится`, of a text in which no other paper is said to say it: the source itself.
  const isPaper = speech.isImpersonal && /^во?$/.test(wordAt(claim.tokens, itemAt(words, 0) - 1))
  if (isPaper && !speechesOf(passage).some((it) => it.isImpersonal)) return []
  // Who says nothing is no speaker.
  if (comments.test(wordAt(claim.tokens, speech.from)) && negationsIn(claim, clause).length > 0) return []
  // `Was reported`: nobody is said to.
  if (/^(?:to|zu|not|was|were|is|are|been|été|wurden?|worden|был[аио]?)$/.test(wordAt(claim.tokens, speech.from - 1)))
    return []
  if (
    namesIn(claim).some(
      ({ from, to }) => words.some((at) => from <= at && at < to) && !itemAt(claim.tokens, from).opens,
    )
  ) {
    if (words.every((at) => itemAt(claim.tokens, at).isCapital)) return []
  }
  const isStance =
    !according.test(wordAt(claim.tokens, speech.from)) &&
    !accuses.test(wordAt(claim.tokens, speech.from)) &&
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
  const isFirst = /^(?:fr|ru)$/.test(claim.lexicon?.language.tag ?? '')
  const common = words.filter(
    (at) =>
      !itemAt(claim.tokens, at).isCapital || claim.lexicon?.language.capitalNouns || itemAt(claim.tokens, at).opens,
  )
  const stop = claim.tokens.findIndex(
    ({ word }, at) => at > itemAt(words, 0) && /^(?:of|for|from|at|in|with|von|vom|für|bei|im|des)$/.test(word),
  )
  const near = (common.length > 0 ? common : words).filter((at) => isFirst || stop === -1 || at < stop)
  // `According to the investigators the explosion …`.
  if (according.test(wordAt(claim.tokens, speech.from))) {
    const end = near.findIndex((at, index) => index > 0 && at !== itemAt(near, index - 1) + 1)
    if (end > 0) near.length = end
  }
  const people = near.filter((at) => isAgent(wordAt(claim.tokens, at)))
  const head =
    (people.length > 0 ? people : near).at(isFirst || claim.lexicon?.language.tag === 'kk' ? 0 : -1) ?? itemAt(words, 0)
  // The Ministry of Defence, of what the MoD says.
  const spelled = initialsOf(claim)
  const isInitials = (text: string) => spelled.get(acronymOf(text) ?? '')?.includes(itemAt(words, 0))
  const places = [
    ...placesFor(claim, head, passage),
    ...passage.tokens.flatMap(({ text }, at) => (isInitials(text) ? [at] : [])),
  ]
  const isOtherRank =
    isKnown && words.some((at) => ranks.test(wordAt(claim.tokens, at)) && placesFor(claim, at, passage).length === 0)
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

const comments = /^(?:äußer|komment|comment|respon|answer|repl|répond|отве|réag|reag|reakt)/

function hasKin(word: string, { tokens }: Reading, from: number, to: number): boolean {
  const own = kin.filter((shape) => shape.test(word))
  return tokens.slice(from, to).some((it) => own.some((shape) => shape.test(it.word)))
}

/** A prime minister is no minister of the interior. */
export const ranks =
  /^(?:prime|deputy|vice|premier|вице|премьер|зам|заместител\p{L}*|орынбасар\p{L}*|adjointe?|stellvertret\p{L}*)$/u

export function opensClause(place: number, { clauses, keys }: Reading): boolean {
  const clause = clauseAt({ clauses }, place)!
  return !hasContent({ keys }, clause.from, place)
}

/** A word that the tables do not have can be any. */
function hasUnknown({ keys, tokens }: Reading, from: number, to: number): boolean {
  return keys
    .slice(from, to)
    .some(
      (it, step) => it.length > 0 && !itemAt(tokens, from + step).isCapital && !it.some((key) => key.startsWith('#')),
    )
}

const pronoun = /^(?:he|she|they|it|его|ее|их|он|она|они|ол|олар|оның|олардың|il|elle|ils|elles|er|sie)$/

const relative = /^(?:who|which|qui|котор\p{L}+)$/u

interface Zone {
  readonly from: number
  readonly to: number
  readonly names: readonly Name[]
}

/**
 * Where who speaks stands: from the beginning of the clause to the word of speech, or behind it where nothing stands
 * before. Of a pronoun nothing is known.
 */
export function zoneOf(
  { from, to, names, isImpersonal }: Speech,
  { clauses, keys, lexicon, tokens }: Reading,
): Zone | undefined {
  let at = clauses.findIndex((it) => holds(it, from))
  const own = clauses[at]
  if (!own) return undefined
  if (pronoun.test(wordAt(tokens, from - 1))) return undefined
  if (isImpersonal) return { from: to, to: own.to, names }
  const isAfter = names.length > 0 && names.every((it) => it.from >= to)
  // Kazakh says at the end who says it, and parts what is said by a word of its own.
  if (lexicon?.language.tag === 'kk')
    return { from: clauses.find(({ part }) => part === own.part)!.from, to: own.to, names }
  const end =
    isAfter || /^(?:by|within|among|par|von|durch)$/.test(wordAt(tokens, to)) || !hasContent({ keys }, own.from, from)
      ? clauses[at + 1]?.part === own.part
        ? itemAt(clauses, at + 1).to
        : own.to
      : from
  let start = own.from
  // `Raised its rate, and said`; `its director, Nils Aune, said`.
  const isOpen = () => !hasContent({ keys }, own.from, from) || names.some((it) => it.from >= start && it.to <= from)
  if (relative.test(wordAt(tokens, start)) && clauses[at - 1]?.part === own.part) start = itemAt(clauses, --at).from
  while (isOpen() && at > 0 && itemAt(clauses, at - 1).part === own.part) start = itemAt(clauses, --at).from
  return names.length > 0 || hasContent({ keys }, start, end) ? { from: start, to: end, names } : undefined
}

const fronted =
  /^(?:als|nach|bei|in|im|am|zu|zum|zur|auf|für|mit|trotz|wegen|dazu|so|dabei|zugleich|damit|dafür|dagegen|davor|danach|gegen|vor|über)$/

/** Kazakh parts who speaks from the word of speech by what is said: `Министрлік … болды | деп хабарлады`. */
function opening({ clauses, keys, lexicon }: Reading, clause: Clause, { from }: Speech): Clause {
  const isBare = !hasContent({ keys }, clause.from, from)
  return lexicon?.language.tag === 'kk' && isBare ? clauses.find(({ part }) => part === clause.part)! : clause
}

/** The words of content before a word of speech, or after it where it goes before: `…, said the ministry`. */
function officeWords(
  { keys, tokens, lexicon }: Reading,
  { from, to }: { readonly from: number; readonly to: number },
  clause: { readonly from: number; readonly to: number },
): readonly number[] {
  const content = (first: number, last: number) => {
    const found: number[] = []
    for (let at = first; at < last; at++)
      if (itemAt(keys, at).length > 0 && !(lexicon?.language.tag === 'en' && /ly$/.test(wordAt(tokens, at))))
        found.push(at)
    return found
  }
  // `Als Grund nannte die Ministerin …`: in German who speaks may stand behind the verb.
  const isInverted = lexicon?.language.capitalNouns && fronted.test(wordAt(tokens, clause.from))
  if (!according.test(wordAt(tokens, from)) && !isInverted && content(clause.from, from).length > 0)
    return content(clause.from, from).slice(0, 4)
  if (/^["“”«»„]$/.test(itemAt(tokens, clause.from).text)) return []
  // `Laut Vertrag nicht …`: German parts no words of office from the verb.
  return content(to, clause.to).slice(0, lexicon?.language.capitalNouns ? 1 : 3)
}
