import { itemAt } from '../../core/index.ts'
import { isAgent } from './agents.ts'
import type { Aligned } from './aligned.ts'
import { clauseAt, holds } from './clauses.ts'
import type { Gap } from './gap.ts'
import { conceptsOf, placesOf } from './lexicon.ts'
import { type Name, namesIn } from './names.ts'
import { type Clause, placesFor, type Reading, soundsOfToken } from './reading.ts'
import { opensAt } from './speakers.ts'
import { speechesOf } from './speech.ts'
import { wordAt, wordsOf } from './tokens.ts'
import { hasOne, is } from './word-classes.ts'

/**
 * What the claim says of one, and the passage of another: of the words of the claim that have a name or an agent for their
 * subject, none has the same one in the passage, and one and more have another there, whom the claim does not speak of.
 * Places and the initials of bodies stand for others too often to be held so.
 */
export function otherOwner({ claim, passage, toPassage }: Aligned): readonly Gap[] {
  const [own, theirs] = [subjectsOf(claim), subjectsOf(passage)]
  const speeches = speechesOf(passage)
  // `Травму получил вратарь`.
  const isVerbFirst = claim.lexicon?.language.verbFirst
  const atLeast = claim.lexicon === passage.lexicon ? 1 : 2
  const subjects = new Set(claim.clauses.flatMap((clause) => own(clause.to - 1, clause) ?? []))
  for (const subject of subjects) {
    const home = clauseAt(claim, subject.from)
    const isNamed = !isOne(claim, subject) && stands(passage, claim, subject, 0, passage.tokens.length)
    const isActor = passage.clauses.some((clause) => isSame(claim, subject, passage, theirs(clause.to - 1, clause)))
    // `Of Africa, Asia | and Latin America`.
    const isListed = home && is(claim, home.from, ...links) && claim.tokens[home.from - 1]?.isCapital
    if (
      !home ||
      isListed ||
      !(opensAt(subject.from, home, claim) || (isVerbFirst && !isAbout(claim, subject, home))) ||
      !(isNamed || isActor)
    )
      continue
    // Who takes a stand on what another does has the words for it.
    if (
      claim.markers.some(
        (it) => it.from >= home.from && it.to <= home.to && (it.signs.has('stance') || it.signs.has('denies')),
      )
    )
      continue
    const others: Name[] = []
    let [shared, exact] = [0, 0]
    for (const [at, places] of toPassage.entries()) {
      const clause = clauseAt(claim, at)
      if (!clause || places.length === 0 || !isTold(claim, at) || own(at, clause) !== subject) continue
      for (const place of places) {
        const there = clauseAt(passage, place)!
        const owner = theirs(place, there)
        const isOwn =
          owner === undefined ||
          isSame(claim, subject, passage, owner) ||
          stands(passage, claim, subject, there.from, there.to) ||
          speeches.some(
            ({ part, names }) => part === there.part && names.some((it) => isSame(claim, subject, passage, it)),
          )
        if (isOwn) shared++
        else if (owner) {
          others.push(owner)
          if (claim.lexicon !== passage.lexicon || itemAt(claim.keys, at)[0] === itemAt(passage.keys, place)[0]) exact++
        }
      }
    }
    const other = others[0]
    if (!other || others.length < atLeast || (exact === 0 && others.length < 2) || others.length <= 2 * shared) continue
    if (others.some((it) => stands(claim, passage, it, 0, claim.tokens.length))) continue
    return [
      {
        kind: 'name',
        words: wordsOf(claim, subject),
        reason: `is not whom the passage says this of: “${wordsOf(passage, other)}” is`,
      },
    ]
  }
  return []
}

/** A number, or a word of content that is no name. */
function isTold({ keys, tokens, quantities, lexicon }: Reading, at: number): boolean {
  if (quantities.some(({ from, isOne }) => from === at && !isOne)) return true
  return itemAt(keys, at).length > 0 && (!itemAt(tokens, at).isCapital || lexicon?.language.capitalNouns === true)
}

/**
 * The subject of what stands at a place, as far as word order tells: the first name or agent before it in its clause that no
 * preposition ties; that of the clause before where there is none; of a relative clause whoever stands right before it. None
 * where a pronoun stands for it.
 */
function subjectsOf(reading: Reading): (place: number, clause: Clause) => Name | undefined {
  const { clauses, tokens, keys } = reading
  const names = namesIn(reading).filter((it) => isOwner(reading, it))
  const all = joined(reading, [
    ...names,
    ...tokens.flatMap(({ word }, at) =>
      itemAt(keys, at).length > 0 && isAgent(word) && !is(reading, at, 'verbal') && !names.some((it) => holds(it, at))
        ? [{ from: at, to: at + 1 }]
        : [],
    ),
  ])
  const subjectAt = (place: number, clause: Clause): Name | undefined => {
    const here = all.filter((it) => holds(clause, it.from))
    const first = here.find((it) => it.from <= place && !isAbout(reading, it, clause))
    const start = itemAt(tokens, clause.from).kind === 'mark' ? clause.from + 1 : clause.from
    const isSaid = is(reading, start, 'complementizer')
    if (is(reading, start, 'relative')) return all.find((it) => Math.abs(it.to - clause.from) < 2)
    if (hasOne(reading, start, first?.from ?? place, 'pronoun', 'it')) return undefined
    if (first) return first
    const before = clauses[clauses.indexOf(clause) - 1]
    const goesOn = before?.part === clause.part && !isSaid
    return (goesOn ? subjectAt(before.to - 1, before) : undefined) ?? (isSaid ? undefined : here[0])
  }
  return subjectAt
}

/** `Its owner, Karst AG`, `the mission’s head, Tomasz Wilk`: an office and its name are one subject. */
function joined(reading: Reading, names: readonly Name[]): readonly Name[] {
  const { tokens, lexicon } = reading
  const found: Name[] = []
  for (const name of [...names].sort((a, b) => a.from - b.from)) {
    const last = found.at(-1)
    const between = last ? tokens.slice(last.to, name.from) : []
    const isOne =
      last !== undefined &&
      between.length < 6 &&
      between.every(
        ({ text, word, isCapital }, step) =>
          /^[-,"“”«»„]$/.test(text) ||
          isCapital ||
          (lexicon?.isStop(word) && !is(reading, last.to + step, ...links)) ||
          isAgent(word),
      )
    if (isOne) found[found.length - 1] = { from: last.from, to: name.to }
    else found.push(name)
  }
  return found
}

const links = ['and', 'than', 'is', 'was'] as const

const isOne = ({ tokens }: Reading, { from, to }: Name) => to - from === 1 && isAgent(wordAt(tokens, from))

function isOwner(reading: Reading, name: Name): boolean {
  if (isOne(reading, name)) return true
  const { tokens } = reading
  const { from, to } = name
  const words = tokens.slice(from, to).filter(({ isCapital, word }) => isCapital && conceptsOf(word).length === 0)
  return words.some(({ word, text }) => placesOf(word).length === 0 && !/^\p{Lu}{2,}$|['’]s$/u.test(text))
}

/** A name after a preposition or in a genitive is no subject: `the mayor of Varna said`, `in Leeds`. */
function isAbout(reading: Reading, { from }: Name, clause: Clause): boolean {
  const at = is(reading, from - 1, 'definite', 'indefinite') ? from - 2 : from - 1
  return at >= clause.from && is(reading, at, 'preposition', 'infinitive')
}

/** Whether all words of a name but those of an office stand in a stretch of the other text. */
function stands(other: Reading, own: Reading, name: Name, from: number, to: number): boolean {
  if (isOne(own, name)) return placesFor(own, name.from, other).some((at) => from <= at && at < to)
  const words = own.tokens
    .slice(name.from, name.to)
    .filter(({ isCapital, word }) => isCapital && conceptsOf(word).length === 0)
  if (words.length === 0)
    return own.tokens
      .slice(name.from, name.to)
      .some(
        ({ word }, step) =>
          isAgent(word) && placesFor(own, name.from + step, other).some((at) => from <= at && at < to),
      )
  return words.every((token) =>
    soundsOfToken(token, own.lexicon).some((sound) =>
      (other.bySound.get(sound) ?? []).some((at) => at >= from && at < to),
    ),
  )
}

function isSame(claim: Reading, one: Name, passage: Reading, other: Name | undefined): boolean {
  return (
    other !== undefined &&
    (stands(passage, claim, one, other.from, other.to) || stands(claim, passage, other, one.from, one.to))
  )
}
