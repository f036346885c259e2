import type { Corpus } from '../../corpus/corpus.ts'
import { nearest } from '../../nearest.ts'
import { ownVoice } from '../quotes.ts'
import type { WritingRule } from '../rule.ts'

/** Two capitalised words in a row, after the start of a sentence: a person, a body, or a place. */
const properName =
  /(?<=[\p{Ll}\p{N},;:)] (?:the )?)\p{Lu}[\p{L}'’-]+(?: (?:of |and |the |for |on )*\p{Lu}[\p{L}'’-]+)+/gu

/** A name in our prose that is like a registered one and is none: a misspelling, or somebody who is not in the register. */
export const nameIsRegistered: WritingRule = {
  id: 'name-is-registered',
  scope: 'writing',
  check({ corpus, names, writings }, report) {
    const known = knownWords(corpus)
    const people = [...corpus.actors.values()].map(({ name }) => name)
    for (const writing of writings) {
      const { role, text, subject } = writing
      if (role === 'remark') continue
      const own = blankOut(ownVoice(text), names.in(text))
      for (const [name] of own.matchAll(properName)) {
        if (name.split(/[ -]/).every((word) => known.has(word.toLowerCase()))) continue
        const near = nearest(name, people)
        if (near === undefined) continue
        report(writing, `“${name}” is not in the register of actors`, {
          notes: [`did you mean “${near}”? If it is somebody else, add an actor`],
          actual: name,
          expected: [near],
          subject,
        })
      }
    }
  },
}

/** Words of titles, places and publishers: capitalised, and nobody's name. */
function knownWords(corpus: Corpus): ReadonlySet<string> {
  const texts = [
    ...[...corpus.sources.values()].flatMap((it) => [
      it.title,
      it['container-title'],
      it.publisher,
      it['publisher-place'],
    ]),
    ...[...corpus.events.values()].map(({ place }) => place),
    ...[...corpus.actors.values()].flatMap((it) => [it.name, ...it.names.map(({ form }) => form)]),
  ]
  const words = texts.flatMap((text) => text?.toLowerCase().split(/[^\p{L}\p{N}'’]+/u) ?? [])
  return new Set([...words, 'of', 'and', 'the', 'for', 'on'])
}

function blankOut(text: string, mentions: readonly { at: number; form: string }[]): string {
  let rest = text
  for (const { at, form } of mentions)
    rest = `${rest.slice(0, at)}${' '.repeat(form.length)}${rest.slice(at + form.length)}`
  return rest
}
