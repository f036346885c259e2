import type { Gap } from './gap.ts'
import { namesIn } from './names.ts'
import { placesFor, type Reading } from './reading.ts'
import { bestPart, speechesOf } from './speakers.ts'

/** The source itself may be said to speak, and so may what has no name in it. */
const anybody =
  /^(?:author|report|article|text|paper|study|source|account|figure|data|estimate|result|poll|survey|document|statistic|автор|отч[её]т|стать|текст|данн|исследован|источник|документ|итог|автор|есеп|мақала|дерек|auteur|rapport|étude|texte|chiffre|donnée|bericht|studie|zahl|angabe|quelle|text|medienbericht|local|recent|new|senior|other)/

/**
 * A speaker without a name, `the health ministry said`: a word of it must stand in the part of the passage that the claim is
 * of, or anywhere in the passage where nobody speaks in that part.
 */
export function otherOffice(claim: Reading, passage: Reading, sounds: ReadonlySet<string>): readonly Gap[] {
  const speech = speechesOf(claim)[0]
  const clause = speech && claim.clauses.find(({ from, to }) => from <= speech.from && speech.from < to)
  if (!speech || !clause) return []
  const words = officeWords(claim, speech, clause)
  if (
    words.length === 0 ||
    words.some((at) => anybody.test(claim.tokens[at]!.word) || sounds.has(claim.tokens[at]!.word))
  )
    return []
  if (/^(?:to|zu|not|not)$/.test(claim.tokens[speech.from - 1]?.word ?? '')) return []
  if (namesIn(claim).some(({ from, to }) => words.some((at) => from <= at && at < to) && !claim.tokens[from]!.opens)) {
    if (words.every((at) => claim.tokens[at]!.isCapital)) return []
  }
  const isKnown = claim.lexicon === passage.lexicon
  if (!isKnown && !words.every((at) => claim.keys[at]!.some((key) => key.startsWith('#')))) return []
  const own = { from: words[0]!, to: words.at(-1)! + 1 }
  const part = bestPart(claim, passage, [own])
  const clauses = passage.clauses.filter((it) => it.part === part)
  const speaks = passage.markers.some(
    (it) => it.signs.has('said') && clauses.some(({ from, to }) => from <= it.from && it.from < to),
  )
  const isIn = (place: number) => !speaks || clauses.some(({ from, to }) => from <= place && place < to)
  // The head of what speaks: last in English, German and Kazakh, but before what it is of; first in French and Russian.
  const isFirst = /^(?:fr|ru)$/.test(claim.lexicon?.language.tag ?? '')
  const common = words.filter(
    (at) => !claim.tokens[at]!.isCapital || claim.lexicon?.language.capitalNouns || claim.tokens[at]!.opens,
  )
  const stop = claim.tokens.findIndex(
    ({ word }, at) => at > words[0]! && /^(?:of|for|from|at|in|with|von|vom|für|bei|im|des)$/.test(word),
  )
  const near = (common.length > 0 ? common : words).filter((at) => isFirst || stop === -1 || at < stop)
  const head = near.at(isFirst ? 0 : -1) ?? words[0]!
  if (placesFor(claim, head, passage).some(isIn)) return []
  return [
    {
      kind: 'speaker',
      words: claim.text.slice(claim.tokens[own.from]!.at, claim.tokens[own.to - 1]!.to),
      reason: 'does not speak in the passage',
    },
  ]
}

/** The words of content before a word of speech, or after it where it goes before: `…, said the ministry`. */
function officeWords(
  { keys, tokens }: Reading,
  { from, to }: { readonly from: number; readonly to: number },
  clause: { readonly from: number; readonly to: number },
): readonly number[] {
  const content = (first: number, last: number) => {
    const found: number[] = []
    for (let at = first; at < last; at++) if (keys[at]!.length > 0) found.push(at)
    return found
  }
  const isAccording = /^(?:according|by|selon|d|laut|согласно|по)$/.test(tokens[from]!.word)
  if (!isAccording && content(clause.from, from).length > 0) return content(clause.from, from).slice(0, 4)
  return content(to, clause.to).slice(0, 3)
}
