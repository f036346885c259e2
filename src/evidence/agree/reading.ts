import { itemAt } from '../../core/index.ts'
import { type Clause, clausesOf, placesIn } from './clauses.ts'
import { type Written, writtenDates } from './dates.ts'
import { type Certainty, lexiconFor } from './language.ts'
import { conceptsOf, type Lexicon, placesOf } from './lexicon.ts'
import { type Pole, polesOf } from './poles.ts'
import { type Quantity, quantitiesOf } from './quantities.ts'
import { type Marker, markersOf } from './signs.ts'
import { withHalves } from './spans.ts'
import { spelledPlaces } from './spelled.ts'
import { type Token, tokensOf, wordAt } from './tokens.ts'
import { answering, soundsOf } from './transliterate.ts'

/** A text with all that is compared in it; places are indexes of tokens. */
export interface Reading {
  readonly text: string
  readonly tokens: readonly Token[]
  /** Absent: the text is in a language that there are no tables for. */
  readonly lexicon?: Lexicon | undefined
  readonly markers: readonly Marker[]
  readonly dates: readonly Written[]
  readonly quantities: readonly Quantity[]
  readonly clauses: readonly Clause[]
  /** The words that have a contrary, see `poles.ts`. */
  readonly poles: readonly Pole[]
  /** What each token can be matched by; none for words without content. */
  readonly keys: readonly (readonly string[])[]
  /** The places of every key. */
  readonly byKey: ReadonlyMap<string, readonly number[]>
  /** The places of every sound of a word: see `soundsOf`. */
  readonly bySound: ReadonlyMap<string, readonly number[]>
}

export type { Clause }

/** Reads a text in the language that it is told to be in, or seems to be. */
export function read(text: string, told?: string, certainty?: Certainty): Reading {
  const tokens = tokensOf(text)
  const lexicon = lexiconFor(tokens, told, certainty)
  const dates = writtenDates(tokens, lexicon, told)
  const dated = new Set(dates.flatMap(placesIn))
  const markers = lexicon ? markersOf(tokens, lexicon).filter(({ from }) => !dated.has(from)) : []
  const quantities = withHalves(
    quantitiesOf(tokens, lexicon, markers, (at) => dated.has(at), told),
    { tokens, lexicon },
  )
  const counted = new Set(quantities.flatMap(placesIn))
  const spelled = spelledPlaces(tokens, (word) => lexicon?.isStop(word) === true)
  const keys = tokens.map((token, at) => {
    if (dated.has(at) || counted.has(at)) return []
    const place = spelled.get(at)
    return place === undefined ? keysOf(token, lexicon) : [...keysOf(token, lexicon), `@${place}`]
  })
  const byKey = new Map<string, number[]>()
  for (const [at, own] of keys.entries()) for (const key of own) put(byKey, key, at)
  let bySound: Reading['bySound'] | undefined
  let poles: Reading['poles'] | undefined
  const clauses = clausesOf(tokens, lexicon, markers)
  return {
    text,
    tokens,
    lexicon,
    markers,
    dates,
    quantities,
    clauses,
    keys,
    byKey,
    // Of a whole text nobody asks for these.
    get poles() {
      poles ??= polesOf(tokens, markers, clauses, lexicon?.language.verbLast === true)
      return poles
    },
    get bySound() {
      bySound ??= soundsIn(tokens, lexicon)
      return bySound
    },
  }
}

/** By key, in how many sentences of a text its words and places stand; nothing else of it is read. */
export function sentencesByKey(
  text: string,
  told: string,
): { readonly counts: ReadonlyMap<string, number>; readonly all: number } {
  const tokens = tokensOf(text)
  const lexicon = lexiconFor(tokens, told)
  const [counts, lasts] = [new Map<string, number>(), new Map<string, number>()]
  const known = new Map<string, readonly string[]>()
  for (const token of tokens) {
    if (token.kind !== 'word') continue
    const form = token.isCapital ? `^${token.word}` : token.word
    let keys = known.get(form)
    if (keys === undefined) {
      keys = keysOf(token, lexicon).filter((key) => key.startsWith('=') || key.startsWith('@'))
      known.set(form, keys)
    }
    for (const key of keys) {
      if (lasts.get(key) === token.sentence) continue
      lasts.set(key, token.sentence)
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
  }
  return { counts, all: (tokens.at(-1)?.sentence ?? 0) + 1 }
}

function soundsIn(tokens: readonly Token[], lexicon: Lexicon | undefined): Reading['bySound'] {
  const bySound = new Map<string, number[]>()
  for (const [at, token] of tokens.entries()) {
    if (token.kind === 'word') for (const sound of soundsOfToken(token, lexicon)) put(bySound, answering(sound), at)
    // Hizb-ut-Tahrir, Қасым-Жомарт: some write it as one word.
    const [dash, next] = [tokens[at + 1], tokens[at + 2]]
    if (token.isCapital && dash?.text === '-' && dash.at === token.to && next?.kind === 'word')
      for (const sound of soundsOfToken({ word: token.word + next.word }, lexicon)) put(bySound, sound, at)
  }
  return bySound
}

function put(map: Map<string, number[]>, key: string, at: number): void {
  const places = map.get(key)
  if (!places) map.set(key, [at])
  else if (places.at(-1) !== at) places.push(at)
}

const sounds = new Map<Lexicon | undefined, Map<string, readonly string[]>>()

/** What the word is matched by as a name: with and without the endings that names take in its language. */
export function soundsOfToken({ word }: Pick<Token, 'word'>, lexicon: Lexicon | undefined): readonly string[] {
  const known = sounds.get(lexicon) ?? new Map<string, readonly string[]>()
  sounds.set(lexicon, known)
  let found = known.get(word)
  if (found === undefined) {
    const hasEndings = lexicon && (lexicon.language.nameEndings !== '' || /\p{Script=Cyrillic}/u.test(word))
    found = [...new Set((hasEndings ? lexicon.nameStems(word) : [word]).flatMap(soundsOf))]
    known.set(word, found)
  }
  return found
}

/** Where the other text has a name that sounds as a word does. */
export const heardIn = (
  { tokens, lexicon }: Pick<Reading, 'tokens' | 'lexicon'>,
  at: number,
  other: Reading,
): readonly number[] => soundsOfToken(itemAt(tokens, at), lexicon).flatMap((sound) => other.bySound.get(sound) ?? [])

/** What a word of content is matched by: its stem, its line among the synonyms, its place; in another language only the last two. */
function keysOf(token: Token, lexicon: Lexicon | undefined): readonly string[] {
  if (token.kind !== 'word' || token.word.length < 2) return []
  const places = placesOf(token.word).map((it) => `@${it}`)
  if (!lexicon) return places.length > 0 ? places : [`=${token.word}`]
  if (lexicon.isStop(token.word) && !(token.isCapital && places.length > 0)) return []
  const word = token.word.replace(/^(?:anti|counter|анти|контр|pre|non|inter|multi|re)(?=\p{L}{5})/u, '')
  const stem = lexicon.stem(word)
  return [
    `=${lexicon.stem(token.word)}`,
    ...(word === token.word ? [] : [`=${stem}`]),
    ...(stem.length > 5 || (stem.length > 4 && word.length > 7) ? [`^${word.replace(/z/g, 's').slice(0, 6)}`] : []),
    ...(lexicon.language.capitalNouns ? skeletonOf(stem) : []),
    ...(lexicon.isContrary(word) ? [`=${lexicon.stem(lexicon.positive(word))}`] : []),
    ...new Set([token.word, word, ...headOf(token, lexicon)].flatMap(conceptsOf).map((it) => `#${it}`)),
    ...places,
  ]
}

/** Wetterdienst is a Dienst: the longest end of a German compound that the tables know. */
function headOf({ word, isCapital }: Token, { language }: Lexicon): readonly string[] {
  if (!language.capitalNouns || !isCapital || word.length < 9) return []
  for (let at = 3; at <= word.length - 5; at++) if (conceptsOf(word.slice(at)).length > 0) return [word.slice(at)]
  return []
}

/** The consonants of a German stem, which its vowels change between: streichen, gestrichen. */
function skeletonOf(stem: string): readonly string[] {
  const bare = stem
    .replace(/^ge(?=\p{L}{4})/u, '')
    .replace(/ß/g, 'ss')
    .replace(/[aeiouyäöü]/g, '')
  return bare.length > 3 ? [`~${bare}`] : []
}

/** The places in a reading that a word of another reading matches: by its keys, or by its sound. */
export function placesFor(one: Reading, at: number, other: Reading): readonly number[] {
  const places = itemAt(one.keys, at).flatMap((key) => other.byKey.get(key) ?? [])
  if (
    places.length > 0 ||
    wordAt(one.tokens, at).length < 3 ||
    (itemAt(one.keys, at).length === 0 && !itemAt(one.tokens, at).isCapital)
  )
    return places
  const heard = heardIn(one, at, other)
  return heard.length > 0 || !one.lexicon?.language.capitalNouns ? heard : compoundsWith(one, at, other)
}

/** Ministerium, in Gesundheitsministerium; Rückruf, in zurückrufen. */
function compoundsWith({ tokens, lexicon }: Reading, at: number, other: Reading): readonly number[] {
  if (other.lexicon !== lexicon) return []
  const own = lexicon!.stem(wordAt(tokens, at))
  return other.tokens.flatMap(({ kind, word }, place) => {
    if (kind !== 'word') return []
    const theirs = lexicon!.stem(word)
    const [short, long] = own.length < theirs.length ? [own, word] : [theirs, wordAt(tokens, at)]
    const isPart =
      short.length > 4 ? long.includes(short) : short.length > 3 && long.startsWith(short) && long.length > 7
    return isPart ? [place] : []
  })
}
