import { holds } from './clauses.ts'
import type { Gap } from './gap.ts'
import type { Grounds } from './grounds.ts'
import { placesFor, type Reading } from './reading.ts'
import { isSame, leastSaid, namedSpeaker, spanOf } from './speakers.ts'
import { type Speech, speechesOf } from './speech.ts'
import { wordAt, wordsOf } from './tokens.ts'

/** A speaker of the claim whose words are, in the passage, somebody else’s. */
export function otherSpeaker(claim: Reading, passage: Reading, grounds: Grounds): readonly Gap[] {
  const found = namedSpeaker(claim, passage, grounds)
  return found.length > 0 ? found : otherVoice(claim, passage, grounds)
}

/**
 * What a claim has somebody say whom the passage has say something else: most words of it that the passage has in
 * anybody’s speech are in another’s alone.
 */
function otherVoice(claim: Reading, passage: Reading, { sounds }: Grounds): readonly Gap[] {
  const own = speechesOf(claim)[0]
  const [name] = own?.names ?? []
  if (!own || !name || sounds.has(wordAt(claim.tokens, name.to - 1))) return []
  const all = speechesOf(passage)
  const isHeld = (it: Speech): boolean => {
    const held = it.isPronoun ? all.filter(({ part, from }) => from < it.from && it.part - part < 2).at(-1) : it
    return held?.names.some((other) => isSame(claim, name, passage, other)) === true
  }
  const said = all.filter(({ isStance }) => !isStance)
  const voices = all.map((it) => ({
    ...spanOf(it, it.isStance ? all : said, passage),
    isOwn: isHeld(it),
    names: it.names,
    isStance: it.isStance,
  }))
  const mine = voices.filter(({ isOwn }) => isOwn)
  if (mine.length === 0) return []
  // Of what somebody says another plans, both may be said to say it.
  const others = voices.filter((it) => !it.isOwn && (own.isStance || !it.isStance))
  let [home, foreign] = [0, 0]
  for (const [at, keys] of claim.keys.entries()) {
    if (keys.length === 0 || own.names.some((it) => holds(it, at))) continue
    if (claim.markers.some((it) => holds(it, at) && it.signs.has('said'))) continue
    const places = placesFor(claim, at, passage)
    const isIn = (list: typeof voices, place: number) => list.some((it) => holds(it, place))
    if (places.some((place) => isIn(mine, place))) home++
    else if (places.length > 0 && places.every((place) => isIn(others, place))) foreign++
  }
  const other = others.find(({ names }) => names.length > 0)?.names[0]
  if (!other || foreign <= 2 * home || foreign < leastSaid) return []
  return [
    {
      kind: 'speaker',
      words: wordsOf(claim, name),
      reason: `is not who says this in the passage: ${wordsOf(passage, other)} does`,
    },
  ]
}
