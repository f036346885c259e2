import { distance } from '../../../core/index.ts'
import { type Corpus, familyOf } from '../../../corpus/index.ts'
import { ownVoice } from '../../quotes.ts'
import { blankOut } from '../names.ts'
import type { WritingRule } from '../rule.ts'

/** A capitalised word, or some in a row: a person, a body, a place, or only the start of a sentence. */
const properName = /(?<![\p{L}\p{N}'’-])\p{Lu}[\p{L}'’-]+(?: (?:of |and |the |for |on )*\p{Lu}[\p{L}'’-]+)*(?<!['’]s)/gu

export const nameIsRegistered: WritingRule = {
  id: 'name-is-registered',
  severity: 'warning',
  summary: 'A name in our prose that is nearly a registered one is registered.',
  norm: 'ICS 630-01',
  reason: 'A name that is nearly a registered one is a slip, or somebody who must be told apart.',
  scope: 'writing',
  fails: {
    'pack:arden': 'change: [{text: Ships were let in by Maria Voos in March 2005., claims: [harbour-reopened]}]',
  },
  findings: ['pack:arden: “Maria Voos” is not in the register of actors'],
  passes: {
    'pack:arden':
      'change: [{text: Ships were let in by the Port Authority of Arden (to the delight of Литвинова) in March 2005., claims: [harbour-reopened]}]',
    'actor:litvinov': `
kind: person
name: Сергей Литвинов
`,
  },
  check({ corpus, names, writings }, report) {
    const known = knownWords(corpus)
    const actors = [...corpus.actors.values()].filter(({ deprecated }) => !deprecated)
    const whole = actors.map(({ name }) => name)
    const families = actors.flatMap(({ kind, name }) => (kind === 'person' ? [familyOf(name)] : []))
    for (const writing of writings) {
      const { role, text } = writing
      if (role === 'remark') continue
      const own = blankOut(ownVoice(text), names.in(text))
      for (const [name] of own.matchAll(properName)) {
        if (name.split(/[ -]/).every((word) => known.has(word.toLowerCase()))) continue
        const near = slipOf(name, name.includes(' ') ? whole : families)
        if (near === undefined) continue
        report(writing, `“${name}” is not in the register of actors`, {
          notes: [`did you mean “${near}”? If it is somebody else, add an actor`],
          actual: name,
          expected: [near],
        })
      }
    }
  },
}

/** The registered name that this one is a slip of: a letter in five may differ, and a short name is like too many. */
function slipOf(name: string, registered: readonly string[]): string | undefined {
  if (registered.some((it) => stemOf(it) === stemOf(name))) return undefined
  const most = Math.floor(name.length / 5)
  return registered.find(
    (it) => Math.abs(it.length - name.length) <= most && distance(name.toLowerCase(), it.toLowerCase()) <= most,
  )
}

/** Endings of Russian and Kazakh cases: “Литвинова” and “Литвиновым” are Литвинов, and “Омаровтың” is Омаров. */
const declined =
  /(?<=[\u0400-\u04ff]{3})(?:[аеийуыьюя]|[оеё]й|[оеёыи]м|ою|[ое]го|[ое]му|[нтд][ыі]ң?|[ғқ]а|[гк]е|[нтд][ае]н?|[мбп]ен)(?![\u0400-\u04ff])/g
const stemOf = (name: string) => name.toLowerCase().replace(declined, '')

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
