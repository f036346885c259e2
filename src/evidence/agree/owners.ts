import type { Aligned } from './aligned.ts'
import type { Gap } from './gap.ts'
import { conceptsOf, placesOf } from './lexicon.ts'
import { type Name, namesIn } from './names.ts'
import { isAgent, opensClause } from './offices.ts'
import { type Clause, placesFor, type Reading, soundsOfToken } from './reading.ts'

const pronoun =
  /^(?:he|she|they|it|his|her|their|its|who|which|он|она|они|его|ее|её|их|ол|олар|оның|одан|оны|оған|орнына|il|elle|ils|elles|son|sa|celui|er|sie|seine?r?|ihre?r?|es)$/

const relative = /^(?:who|qui|котор(?:ый|ая|ые))$/

const possessive = /^(?:his|her|their|its|его|ее|их|оның|son|sa|seine?r?|ihre?r?)$/

/**
 * What the claim gives to one name, and the passage to another: the verb or the number that stands with its first name is
 * in a part of the passage that has other names, and this one stands in another part; or in a clause with a subject of its
 * own. Places and the initials of bodies stand for others too often to be held so.
 */
export function otherOwner({ claim, passage, toPassage }: Aligned): readonly Gap[] {
  const subject = namesIn(claim)[0] ?? agentIn(claim)
  if (!subject || !isOwner(claim, subject) || !stands(passage, claim, subject, 0, passage.tokens.length)) return []
  const clause = claim.clauses.find(({ from, to }) => from <= subject.from && subject.from < to)!
  if (isAbout(claim, subject, clause)) return []
  const names = [...namesIn(passage).filter((it) => isOwner(passage, it)), ...agentsOf(claim, passage)].sort(
    (a, b) => a.from - b.from,
  )
  for (const at of anchorsOf(claim, subject, clause, toPassage)) {
    const owners = toPassage[at]!.map((place) => ownerOf(claim, subject, passage, names, place))
    const other = owners[0]
    if (!other || owners.includes(undefined) || stands(claim, passage, other, 0, claim.tokens.length)) return []
    return [
      {
        kind: 'name',
        words: textOf(claim, subject),
        reason: `is not whom the passage says this of: “${textOf(passage, other)}” is`,
      },
    ]
  }
  return []
}

/** `Scientists cut the quota`: the first word of a claim is somebody, too. */
function agentIn({ clauses, keys, tokens }: Reading): Name | undefined {
  const { from, to } = clauses[0] ?? { from: 0, to: 0 }
  for (let at = from; at < to; at++)
    if (keys[at]!.length > 0) return isAgent(tokens[at]!.word) ? { from: at, to: at + 1 } : undefined
  return undefined
}

/** Those whom a passage tells of without a name, where the claim does so. */
function agentsOf(claim: Reading, passage: Reading): readonly Name[] {
  if (namesIn(claim).length > 0 || claim.lexicon !== passage.lexicon) return []
  const names = namesIn(passage)
  return passage.tokens.flatMap(({ word }, at) =>
    passage.keys[at]!.length > 0 &&
    isAgent(word) &&
    (opensClause(at, passage) || opensClause(at - 1, passage)) &&
    !names.some((it) => it.from <= at && at < it.to)
      ? [{ from: at, to: at + 1 }]
      : [],
  )
}

const isOne = ({ tokens }: Reading, { from, to }: Name) => to - from === 1 && isAgent(tokens[from]!.word)

function isOwner(reading: Reading, name: Name): boolean {
  if (isOne(reading, name)) return true
  const { tokens } = reading
  const { from, to } = name
  const words = tokens.slice(from, to).filter(({ isCapital, word }) => isCapital && conceptsOf(word).length === 0)
  return words.some(({ word, text }) => placesOf(word).length === 0 && !/^\p{Lu}{2,}$|['’]s$/u.test(text))
}

/** Who else has what stands at a place; none where it is the claim’s own subject, or somebody not named. */
function ownerOf(
  claim: Reading,
  subject: Name,
  passage: Reading,
  names: readonly Name[],
  place: number,
): Name | undefined {
  const own = passage.clauses.find(({ from, to }) => from <= place && place < to)!
  const part = passage.clauses.filter((it) => it.part === own.part)
  const [from, to] = [part[0]!.from, part.at(-1)!.to]
  const here = names.filter((it) => it.from >= from && it.from < to)
  const last = here.findLast((it) => it.to <= place)
  // `Doyle, who taught there, … to Cullen`: what stands before `who` is whom it is of.
  const head = relative.test(passage.tokens[own.from + (passage.tokens[own.from]!.text === ',' ? 1 : 0)]!.word)
    ? here.findLast((it) => it.to <= own.from)
    : undefined
  if (head && !stands(passage, claim, subject, own.from, own.to))
    return isSame(claim, subject, passage, head) ? undefined : head
  if (
    passage.tokens
      .slice(last?.to ?? from, place)
      .some(({ word }) => pronoun.test(word) && !(last && possessive.test(word)))
  )
    return undefined
  if (here.some((it) => isSame(claim, subject, passage, it))) {
    const inClause = here.filter((it) => it.from >= own.from && it.from < own.to)
    if (claim.lexicon !== passage.lexicon || inClause.some((it) => isSame(claim, subject, passage, it)))
      return undefined
    return inClause.find((it) => it.to <= place && !isAbout(passage, it, own))
  }
  return stands(passage, claim, subject, from, to) ? undefined : here.find((it) => !isAbout(passage, it, own))
}

/** A name after a preposition or in a genitive is no subject: `the mayor of Varna said`, `in Leeds`. */
function isAbout({ tokens }: Reading, { from }: Name, clause: Clause): boolean {
  const before = from > clause.from ? tokens[from - 1]!.word : ''
  return /^(?:of|in|at|by|from|near|to|for|with|on|against|about|according|в|во|из|на|по|от|у|о|об|с|со|к|de|d|du|des|à|au|en|par|selon|von|vom|in|im|bei|nach|aus|laut|gegen|mit|für)$/.test(
    before,
  )
}

/** The first word of content after the subject that the passage has, and the numbers of the clause. */
function anchorsOf(
  claim: Reading,
  { from, to }: Name,
  clause: Clause,
  toPassage: Aligned['toPassage'],
): readonly number[] {
  const after = Array.from({ length: clause.to - to }, (_, step) => to + step)
  const quantity = after.filter((at) => claim.quantities.some((it) => it.from === at && !it.isOne))
  const verb = after.filter(
    (at) => toPassage[at]!.length > 0 && claim.keys[at]!.length > 0 && !claim.tokens[at]!.isCapital,
  )
  if (quantity.length + verb.length > 0) return [...quantity.slice(0, 1), ...verb.slice(0, 1)]
  // `Травму получил вратарь Игорь Шацкий`.
  const before = Array.from({ length: from - clause.from }, (_, step) => clause.from + step).filter(
    (at) => toPassage[at]!.length > 0 && claim.keys[at]!.length > 0 && !claim.tokens[at]!.isCapital,
  )
  if (before.length > 0) return before.slice(0, 2)
  return claim.quantities
    .filter(({ from, isOne }) => from >= clause.from && from < clause.to && !isOne)
    .map((it) => it.from)
}

/** Whether all words of a name but those of an office stand in a stretch of the other text. */
function stands(other: Reading, own: Reading, name: Name, from: number, to: number): boolean {
  if (isOne(own, name)) return placesFor(own, name.from, other).some((at) => from <= at && at < to)
  const words = own.tokens
    .slice(name.from, name.to)
    .filter(({ isCapital, word }) => isCapital && conceptsOf(word).length === 0)
  return (
    words.length > 0 &&
    words.every((token) =>
      soundsOfToken(token, own.lexicon).some((sound) =>
        (other.bySound.get(sound) ?? []).some((at) => at >= from && at < to),
      ),
    )
  )
}

function isSame(claim: Reading, one: Name, passage: Reading, other: Name): boolean {
  return stands(passage, claim, one, other.from, other.to) || stands(claim, passage, other, one.from, one.to)
}

function textOf({ text, tokens }: Reading, { from, to }: Name): string {
  return text.slice(tokens[from]!.at, tokens[to - 1]!.to)
}
