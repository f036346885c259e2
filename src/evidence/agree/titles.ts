import { itemAt } from '../../core/index.ts'
import { isHighOffice, isOfOffice, offices } from './agents.ts'
import { holds } from './clauses.ts'
import type { Gap } from './gap.ts'
import { conceptsOf } from './lexicon.ts'
import { type Name, namesIn } from './names.ts'
import { heardIn, placesFor, type Reading, soundsOfToken } from './reading.ts'
import { wordAt, wordsOf } from './tokens.ts'
import { is } from './word-classes.ts'

/** An office or a trade that the passage gives to somebody else: `Ambassador Hamdi`, of Ambassador Leroy and Minister Hamdi. */
export function otherTitle(claim: Reading, passage: Reading): readonly Gap[] {
  const people = namesIn(passage).map((name) => ({ name, titles: titlesOf(passage, name) }))
  for (const name of namesIn(claim)) {
    const own = titlesOf(claim, name).filter((at) => isOffice(claim, at))
    const family = itemAt(claim.tokens, name.to - 1)
    const isOf = (it: Name) =>
      soundsOfToken(family, claim.lexicon).some((sound) => passage.bySound.get(sound)?.some((at) => holds(it, at)))
    const theirs = people.filter((it) => isOf(it.name))
    if (own.length === 0 || theirs.length === 0) continue
    const held = theirs.flatMap(({ titles }) => titles)
    const isOnlyOthers = (at: number) => {
      const places = placesFor(claim, at, passage).filter((it) => isSameWord(claim, at, passage, it))
      return (
        at >= name.to &&
        // `In Aktau, coach Lapin said`.
        !namesIn(claim).some((it) => at < it.from && titlesOf(claim, it).includes(at)) &&
        places.length > 0 &&
        places.every((place) => people.some((it) => !theirs.includes(it) && it.titles.includes(place)))
      )
    }
    if (!held.some((at) => isOffice(passage, at)) && !own.every(isOnlyOthers)) continue
    // `The deputy minister`, of his deputy.
    const isHeld = (at: number) => held.some((it) => isSameWord(claim, at, passage, it))
    // `Irene Malone, the deputy minister`, of the minister’s deputy.
    const isDeputy = own.some((at) => isHeld(at) && is(claim, at, 'rank'))
    const isOthers = (at: number) =>
      people.some((it) => !theirs.includes(it) && it.titles.some((place) => isSameWord(claim, at, passage, place)))
    const isTaken = !isDeputy && own.some((at) => !isHeld(at) && isOthers(at))
    if (!isTaken && own.some(isHeld)) continue
    for (const at of own) {
      const places = placesFor(claim, at, passage).filter((it) => isSameWord(claim, at, passage, it))
      if (places.some((it) => held.includes(it))) continue
      // `Mayor Marat Kasym`, of an engineer: of these offices nobody has two.
      if (
        places.length === 0 &&
        isHighOffice(wordAt(claim.tokens, at)) &&
        !held.some((it) => isHighOffice(wordAt(passage.tokens, it)) && placesFor(passage, it, claim).includes(at))
      )
        return [
          {
            kind: 'name',
            words: wordsOf(claim, { from: Math.min(at, name.from), to: name.to }),
            reason: `is somebody else in the passage: “${wordsOf(passage, { from: Math.min(...held, itemAt(theirs, 0).name.from), to: itemAt(theirs, 0).name.to })}”`,
          },
        ]
      const other = people.find((it) => !theirs.includes(it) && places.some((place) => it.titles.includes(place)))
      if (other)
        return [
          {
            kind: 'name',
            words: wordsOf(claim, { from: Math.min(at, name.from), to: name.to }),
            reason: `is somebody else in the passage: “${wordsOf(passage, other.name)}” is that`,
          },
        ]
    }
  }
  return swappedTitle(claim, passage)
}

/**
 * Words right before a name that the passage has right before another, where it has others before this one: `Prisoner Frey`,
 * of Warden Frey and prisoner Graf. What the words mean need not be known.
 */
function swappedTitle(claim: Reading, passage: Reading): readonly Gap[] {
  const people = namesIn(passage).map((name) => ({
    name,
    family: name.to - 1,
    before: wordsBefore(passage, name.to - 1),
  }))
  for (const { to } of namesIn(claim)) {
    const heard = heardIn(claim, to - 1, passage)
    const own = wordsBefore(claim, to - 1)
    const theirs = people.filter(({ family }) => heard.includes(family)).flatMap(({ before }) => before)
    const isTheirs = (at: number) => theirs.some((place) => areAlike(claim, at, passage, place))
    const isTitled = theirs.some((place) => !own.some((at) => areAlike(claim, at, passage, place)))
    if (own.length === 0 || !isTitled) continue
    for (const at of own.filter((it) => !isTheirs(it))) {
      // The coach, Tomas Rid, where the claim goes on to another name at once.
      const isNamed = (family: number) => placesFor(passage, family, claim).some((it) => at < it && it < to)
      const other = people.find(
        ({ family, before }) =>
          !heard.includes(family) && !isNamed(family) && before.some((place) => areAlike(claim, at, passage, place)),
      )
      if (other)
        return [
          {
            kind: 'name',
            words: wordsOf(claim, { from: at, to }),
            reason: `is somebody else in the passage: “${wordsOf(passage, other.name)}” is that`,
          },
        ]
    }
  }
  return []
}

/** `The judge cited Weiss`: what ends in a verb is no title. */
const isVerb = (reading: Reading, at: number): boolean =>
  is(reading, at, 'verbal') && !isOfOffice(wordAt(reading.tokens, at))

/** The words of content right before a family name, without a mark or a small word between; speech is no title. */
function wordsBefore(reading: Reading, family: number): readonly number[] {
  const { tokens, keys, markers } = reading
  const found: number[] = []
  for (let at = family - 1; at >= family - 4; at--) {
    if (tokens[at]?.kind !== 'word' || itemAt(keys, at).length === 0) break
    if (markers.some((it) => holds(it, at)) || isVerb(reading, at)) break
    found.push(at)
  }
  return found
}

function areAlike(claim: Reading, at: number, passage: Reading, place: number): boolean {
  const isShape = claim.lexicon === passage.lexicon ? /^[=^~]/ : /^#/
  return itemAt(claim.keys, at).some((key) => isShape.test(key) && itemAt(passage.keys, place).includes(key))
}

function isOffice({ tokens, keys }: Reading, at: number): boolean {
  return (
    isOfOffice(wordAt(tokens, at)) || itemAt(keys, at).some((key) => key.startsWith('#') && offices.has(key.slice(1)))
  )
}

function isSameWord(claim: Reading, at: number, passage: Reading, place: number): boolean {
  const same = (prefix: string) =>
    itemAt(claim.keys, at).some((key) => key.startsWith(prefix) && itemAt(passage.keys, place).includes(key))
  return claim.lexicon === passage.lexicon ? same('=') : same('#')
}

/** The places of the words of office right before a name, in it, or behind it between commas. */
function titlesOf(reading: Reading, { from, to }: Name): readonly number[] {
  const { tokens, keys } = reading
  const found: number[] = []
  for (let at = from; at < to; at++) if (conceptsOf(wordAt(tokens, at)).length > 0) found.push(at)
  for (let at = from - 1; at >= from - (tokens[from - 1]?.text === ',' ? 6 : 4); at--) {
    const token = tokens[at]
    if (!token || (token.kind === 'mark' && token.text !== ',') || (token.text === ',' && at < from - 1)) break
    if (isVerb(reading, at)) break
    if (itemAt(keys, at).length > 0) found.push(at)
  }
  if (tokens[to]?.text === ',')
    for (let at = to + 1; at < to + 6 && tokens[at] && itemAt(tokens, at).kind === 'word'; at++)
      if (itemAt(keys, at).length > 0) found.push(at)
  return found
}
