import { entryOf, itemAt } from '../../core/index.ts'
import { type Actor, type Claim, type Corpus, familyOf, madeWhen, parseEdtf, type Source } from '../../corpus/index.ts'
import type { Grounds } from './grounds.ts'
import { placesOf } from './lexicon.ts'
import { type Reading, sentencesByKey, soundsOfToken } from './reading.ts'
import { tokensOf } from './tokens.ts'

/** What the registers know of names, for the claims of one source after another. */
export interface Register {
  groundsOf(source: Source, claim: Claim, text?: readonly string[]): Grounds
}

export function registerOf(corpus: Corpus): Register {
  const actors = [...corpus.actors.values()].filter(({ deprecated }) => !deprecated)
  const forms = new Map<string, Actor[]>()
  const byActor = new Map<string, readonly (readonly string[])[]>()
  const families = new Map<string, Actor[]>()
  for (const actor of actors) {
    const all = [actor.name, actor.acronym, ...actor.names.map(({ form }) => form)].flatMap((form) => form ?? [])
    for (const form of all) put(forms, plain(form), actor)
    const family = actor.kind === 'person' ? familyOf(actor.name) : undefined
    if (family !== undefined) put(families, plain(family), actor)
    const own = family !== undefined && entryOf(families, plain(family)).length === 1 ? [...all, family] : all
    byActor.set(
      actor.id,
      [...new Set(own)].map((form) =>
        tokensOf(form)
          .filter(({ kind }) => kind !== 'mark')
          .map(({ word }) => word),
      ),
    )
  }
  const bySource = new Map<string, ReadonlySet<string>>()
  const soundsFor = (source: Source, { said }: Claim) => {
    const key = JSON.stringify([source.id, said?.via])
    const found = bySource.get(key) ?? soundsOf([source, corpus.sources.get(said?.via ?? '')])
    bySource.set(key, found)
    return found
  }
  const isIn = (id: string, passage: Reading) => (byActor.get(id) ?? []).some((words) => hasWords(words, passage))
  return {
    groundsOf: (source, claim, text) => ({
      isCommon: (key) => text !== undefined && commonIn(text, source.language).has(key),
      issued: madeWhen(source),
      told:
        claim.date && /^(?:inferred|relative)$/.test(claim.date.basis)
          ? [parseEdtf(claim.date.edtf)].flatMap((it) => it ?? [])
          : [],
      sounds: soundsFor(source, claim),
      hasActor: isIn,
      knows(name, passage) {
        const known = [...(forms.get(plain(name)) ?? []), ...(families.get(plain(name)) ?? [])]
        return known.length > 0 && known.every(({ id }) => isIn(id, passage)) && known.length === 1
      },
      isOnlyPerson(given, family) {
        const people = families.get(plain(family)) ?? []
        return (
          people.length === 1 &&
          itemAt(people, 0)
            .name.split(' ')
            .some((word) => plain(word) === plain(given))
        )
      },
    }),
  }
}

/** Whether a passage has these words in a row, with quotation marks or without, inflected or in another alphabet. */
function hasWords(words: readonly string[], passage: Reading): boolean {
  if (words.length === 1 && placesOf(itemAt(words, 0)).some((place) => passage.byKey.has(`@${place}`))) return true
  const [first, ...others] = words.map((word) => soundsOfToken({ word }, undefined))
  const places = first?.flatMap((sound) => passage.bySound.get(sound) ?? []) ?? []
  return places.some((place) => {
    let at = place
    return others.every((sounds) => {
      at++
      while (passage.tokens[at]?.kind === 'mark' && /^[-'’‘"“”„«»‹›]$/.test(itemAt(passage.tokens, at).text)) at++
      return sounds.some((sound) => passage.bySound.get(sound)?.includes(at))
    })
  })
}

/** The names in the records of sources. */
function soundsOf(sources: readonly (Source | undefined)[]): ReadonlySet<string> {
  const texts = sources.flatMap((it) => [
    ...(it?.author ?? []).map((name) => ('literal' in name ? name.literal : `${name.given ?? ''} ${name.family}`)),
    it?.['container-title'],
    it?.publisher,
  ])
  const words = texts
    .flatMap((text) => (text === undefined ? [] : tokensOf(text)))
    .filter(({ kind }) => kind === 'word')
  return new Set(words.flatMap((token) => [token.word, ...soundsOfToken(token, undefined)]))
}

function put(map: Map<string, Actor[]>, key: string, actor: Actor): void {
  const known = map.get(key) ?? []
  if (!known.includes(actor)) map.set(key, [...known, actor])
}

const plain = (text: string) => text.toLowerCase().replaceAll('’', "'")

const common = new WeakMap<readonly string[], ReadonlySet<string>>()

/** House values: the keys that stand in four sentences of a text and in one of twelve. */
function commonIn(text: readonly string[], language: string): ReadonlySet<string> {
  const known = common.get(text)
  if (known) return known
  const { counts, all } = sentencesByKey(text.join('\n'), language)
  const least = Math.max(4, (all - 1) / 12)
  const found = new Set([...counts].flatMap(([key, count]) => (count >= least ? [key] : [])))
  common.set(text, found)
  return found
}
