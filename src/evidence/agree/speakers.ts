import { itemAt, lastOf } from '../../core/index.ts'
import { isOfOffice } from './agents.ts'
import { clauseAt, hasContent, holds, partAt } from './clauses.ts'
import type { Gap } from './gap.ts'
import type { Grounds } from './grounds.ts'
import { conceptsOf } from './lexicon.ts'
import { fullName } from './name-forms.ts'
import type { Name } from './names.ts'
import { otherOffice, zoneOf } from './offices.ts'
import { type Reading, read, soundsOfToken } from './reading.ts'
import { isTied, type Speech, speechesOf } from './speech.ts'
import { isWrittenAlike } from './timing.ts'
import { type Token, wordAt, wordsOf } from './tokens.ts'
import { is } from './word-classes.ts'

/** A speaker of the claim who, in the passage, is named while somebody else speaks. */
export function namedSpeaker(claim: Reading, passage: Reading, { sounds }: Grounds): readonly Gap[] {
  const own = speechesOf(claim)[0]
  if (!own?.names.some((name) => isPerson(claim, name, own))) return otherOffice(claim, passage, sounds)
  // Who wrote the text may speak of anybody in it.
  if (own.names.some((name) => sounds.has(wordAt(claim.tokens, name.to - 1)))) return []
  const isNamed = own.names.some((name) => lastSounds(claim, name).some((sound) => passage.bySound.has(sound)))
  if (!isNamed) return []
  const places = own.names.flatMap((name) =>
    lastSounds(claim, name).flatMap((sound) => passage.bySound.get(sound) ?? []),
  )
  if (saysAsMuch(claim, passage, places, own.names)) return []
  const other = speakersFor(claim, passage, own.names)
  const office = other.length === 0 ? otherZone(claim, passage, own.names) : undefined
  const isOwn = own.names.some((name) => other.some((it) => isSame(claim, name, passage, it)))
  const speaks = office === undefined ? other[0] && wordsOf(passage, other[0]) : `“${office}”`
  if (speaks === undefined || isOwn) return []
  const reason = `is not who speaks in the passage: ${speaks} does`
  return [{ kind: 'speaker', words: wordsOf(claim, itemAt(own.names, 0)), reason }]
}

/** The words of who speaks without a name in the part that a claim is of, where none of the names is among them. */
function otherZone(claim: Reading, passage: Reading, names: readonly Name[]): string | undefined {
  const speeches = speechesIn(claim, passage, bestParts(claim, passage, names), names)
  const own = itemAt(speechesOf(claim), 0)
  const isSameWord = (it: Speech) =>
    itemAt(claim.tokens, own.from).word.slice(0, 5) === wordAt(passage.tokens, it.from).slice(0, 5)
  if ((own.isStance || speeches.some((it) => it.isStance)) && !speeches.every(isSameWord)) return undefined
  const zones = speeches.flatMap((it) => zoneOf(it, passage) ?? [])
  const [zone] = zones
  if (!zone || zones.length < speeches.length) return undefined
  const isIn = (name: Name) =>
    lastSounds(claim, name).some((sound) =>
      passage.bySound.get(sound)?.some((at) => zones.some((it) => it.from <= at && at < pastMark(passage, it.to))),
    )
  const { from, to } = zone
  const isSaid = hasContent(passage, from, to)
  return names.some(isIn) || !isSaid ? undefined : wordsOf(passage, { from, to }).replace(/^[\s,;]+/, '')
}

/** The head of the company “Vostok” Marina Guseva: a quotation mark ends no name. */
function pastMark({ clauses, tokens }: Reading, to: number): number {
  let at = clauses.findIndex((it) => it.from === to)
  while (at !== -1 && clauses[at] && /^[«»“”„"]$/.test(itemAt(tokens, itemAt(clauses, at).from).text)) at++
  return clauses[at - 1]?.to ?? to
}

/** A name of two words, or one right beside the word of speech: `the council of Karsk said` names no speaker. */
function isPerson(reading: Reading, name: Name, { from, to }: Speech): boolean {
  const words = reading.tokens.slice(name.from, name.to).filter(({ isCapital }) => isCapital).length
  return words > 1 || ((name.to === from || name.from === to) && !isTied(name, reading))
}

/** Who speaks, in the part of a passage that a claim is of, when it is not the one asked for. */
export function speakerIn(claim: Reading, passage: Reading, isAsked: (name: Reading) => boolean): string | undefined {
  const names = speakersFor(claim, passage, speechesOf(claim)[0]?.names ?? []).map((name) => fullName(passage, name))
  return names.length === 0 || names.some((name) => isAsked(read(`; ${name}`))) ? undefined : names[0]
}

function speakersFor(claim: Reading, passage: Reading, own: readonly Name[]): readonly Name[] {
  const theirs = speechesOf(passage).filter(({ names }) => names.length > 0)
  const mine = speechesIn(claim, passage, bestParts(claim, passage, own), own)
  const here = mine.filter(({ names }) => names.length > 0)
  // Somebody without a name speaks there.
  if (here.length === 0 && mine.length > 0 && mine.every((it) => !it.isPronoun)) return []
  return (here.length > 0 ? here : theirs).flatMap(({ names }) => names)
}

/**
 * The speeches of a part of a passage. Of more than one, that which most of the claim is of; of a pronoun, the speech in
 * the part before.
 */
export function speechesIn(
  claim: Reading,
  passage: Reading,
  parts: readonly number[],
  speakers: readonly Name[],
): readonly Speech[] {
  const all = speechesOf(passage)
  if (parts.length === 0) return all
  const there = all.filter((it) => parts.includes(it.part))
  // `The council plans to close it, the mayor said`.
  const said = there.filter((it) => !it.isStance)
  const own = said.length > 0 && !speechesOf(claim)[0]?.isStance ? said : there
  const outside = own.filter((it) => !isQuoted(it.from, passage))
  const here = outside.length > 0 ? outside : own
  const scored = here.map((speech) => ({
    speech,
    score: contentIn(claim, passage, spanOf(speech, here, passage), speakers),
  }))
  const best = Math.max(...scored.map(({ score }) => score))
  const mine = scored.filter(({ score }) => score * 2 >= best).map(({ speech }) => speech)
  return mine.flatMap((it) => {
    const before = it.isPronoun ? all.filter(({ part }) => part === it.part - 1) : []
    return before.length > 0 ? before.slice(-1) : [it]
  })
}

/**
 * Whether who stands at one of these places has as much of what a claim says behind as anybody who speaks in the passage; of
 * who speaks there, too, one word less will do.
 */
export function saysAsMuch(
  claim: Reading,
  passage: Reading,
  places: readonly number[],
  speakers: readonly Name[],
): boolean {
  const all = speechesOf(passage)
  const spans = all.map((it) => spanOf(it, all, passage))
  let own = 0
  for (const place of places) {
    const at = passage.clauses.findIndex((it) => holds(it, place))
    const clause = itemAt(passage.clauses, at)
    if (!opensAt(place, clause, passage)) continue
    const to = passage.clauses.findLast(({ part }) => part === clause.part)!.to
    const next = Math.min(to, ...spans.flatMap(({ from }) => (from > place ? [from] : [])))
    const speaks = all.some(
      (it) => it.part === clause.part && it.from > place && (passage.clauses[at + 1]?.to ?? 0) > it.from,
    )
    own = Math.max(own, contentIn(claim, passage, { from: clause.from, to: speaks ? to : next }, speakers))
  }
  const isOwn = ({ from, to }: Place) => places.some((place) => from <= place && place < to)
  return own > 0 && spans.every((it) => isOwn(it) || contentIn(claim, passage, it, speakers) <= own)
}

/** House value: who has less of a claim may speak of something else. */
export const leastSaid = 2

/** Whether somebody who speaks in a passage says enough of a claim to be who said it: otherwise nothing contradicts another speaker. */
export function isSaidBySomebody(claim: Reading, passage: Reading, speakers: readonly Name[]): boolean {
  const all = speechesOf(passage)
  return all.some((it) => contentIn(claim, passage, spanOf(it, all, passage), speakers) >= leastSaid)
}

/** Whether a word can be the subject of what follows: it stands first in a clause that nobody says. */
export function opensAt(place: number, { from }: Place, reading: Reading): boolean {
  const { keys, tokens } = reading
  const isFirst = keys.slice(from, place).every((it, step) => it.length === 0 || itemAt(tokens, from + step).isCapital)
  return isFirst && !beginsWhatIsSaid(reading, from)
}

/** What is said: the clauses before a word of speech that ends its own, or those from it to the next. */
export function spanOf({ from, to, part }: Speech, others: readonly Speech[], reading: Reading): Place {
  const { clauses, tokens } = reading
  const at = clauses.findIndex((it) => holds(it, from))
  const [own, next] = [itemAt(clauses, at), clauses[at + 1]]
  const whole = clauses.filter((it) => it.part === part)
  // `…, said its director`; `…, the council said`.
  const isLast =
    own !== whole[0] &&
    (!hasContent(reading, to, own.to) ||
      (!hasContent(reading, own.from, from) && /^[^\p{L}]/u.test(itemAt(tokens, own.from).text)))
  const leads = next?.part === part && beginsWhatIsSaid(reading, next.from)
  const ends = others.map((it) => clauseAt(reading, it.from)!)
  if (isLast && !leads)
    return {
      from: Math.max(itemAt(whole, 0).from, ...ends.filter((it) => it.to <= own.from).map((it) => it.to)),
      to: own.to,
    }
  return {
    from: own.from,
    to: Math.min(lastOf(whole).to, ...ends.filter((it) => it.from >= own.to).map((it) => it.from)),
  }
}

/** Whether a place is between quotation marks. */
function isQuoted(at: number, { tokens }: Reading): boolean {
  let depth = 0
  for (const { text } of tokens.slice(0, at))
    if (/^[“«„]$/.test(text)) depth = text === '“' && depth > 0 ? 0 : 1
    else if (/^[”»]$/.test(text)) depth = 0
    else if (text === '"') depth = 1 - depth
  return depth > 0
}

type Place = Pick<Name, 'from' | 'to'>
const beginsWhatIsSaid = (reading: Reading, at: number): boolean =>
  is(reading, at, 'complementizer') || /^["“„«:]$/.test(wordAt(reading.tokens, at))

function contentIn(claim: Reading, passage: Reading, { from, to }: Place, speakers: readonly Name[]): number {
  const numbers = claim.quantities.filter(
    (one) => !one.isOne && passage.quantities.some((it) => it.value === one.value && from <= it.from && it.from < to),
  )
  const dates = claim.dates.filter((one) =>
    passage.dates.some((it) => isWrittenAlike(one, it) && from <= it.from && it.from < to),
  )
  return (
    2 * numbers.length +
    dates.length +
    claim.keys.filter(
      (keys, at) =>
        !speakers.some((it) => holds(it, at)) &&
        !claim.markers.some((it) => holds(it, at) && (it.signs.has('said') || it.signs.has('alleged'))) &&
        keys.some((key) => passage.byKey.get(key)?.some((place) => from <= place && place < to)),
    ).length
  )
}

/** The parts of the passage that have most of what the claim says, its speakers left aside. */
export function bestParts(claim: Reading, passage: Reading, speakers: readonly Name[]): readonly number[] {
  const scores = new Map<number, number>()
  for (const [at, keys] of claim.keys.entries()) {
    if (speakers.some((it) => holds(it, at))) continue
    const parts = new Set(keys.flatMap((key) => passage.byKey.get(key) ?? []).map((place) => partAt(passage, place)))
    for (const part of parts) if (part !== undefined) scores.set(part, (scores.get(part) ?? 0) + 1)
  }
  for (const one of claim.quantities)
    for (const other of passage.quantities)
      if (one.value === other.value && !one.isOne) {
        const part = partAt(passage, other.from)
        if (part !== undefined) scores.set(part, (scores.get(part) ?? 0) + 2)
      }
  const best = Math.max(...scores.values())
  return [...scores].flatMap(([part, score]) => (score === best ? [part] : []))
}

export function isSame(claim: Reading, one: Name, passage: Reading, other: Name): boolean {
  const own = claim.tokens.slice(one.from, one.to).filter(({ isCapital }) => isCapital)
  const isThere = (token: Token) =>
    soundsOfToken(token, claim.lexicon).some((sound) => passage.bySound.get(sound)?.some((at) => holds(other, at)))
  const isCommon = ({ word }: Token) => conceptsOf(word).length > 0
  // Port Authority: of a name of nothing but common words all must be there. Brandt is a fire in German, and a family.
  if (own.every(isCommon))
    return own.every((token, at) => isThere(token) || (at < own.length - 1 && isOfOffice(token.word)))
  return own.some((token, at) => isThere(token) && (at === own.length - 1 || !isCommon(token)))
}

function lastSounds(reading: Reading, { to }: Name): readonly string[] {
  return soundsOfToken(itemAt(reading.tokens, to - 1), reading.lexicon)
}
