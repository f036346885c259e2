import type { Pack } from '../corpus/pack.ts'
import { scales } from '../corpus/scales.ts'

/** A term of some likelihood scale in a text. */
export interface TermMention {
  readonly term: string
  readonly at: number
}

const every = Object.values(scales).flatMap((scale) => scale.terms.flatMap(({ term, also }) => [term, ...also]))
const pattern = new RegExp(
  `(?<![\\p{L}-])(?:${[...new Set(every)].sort((a, b) => b.length - a.length).join('|')})(?![\\p{L}-])`,
  'giu',
)
/** Words of a scale that are also plain English and state no likelihood there. */
const plain = /^(?:remote|probable|improbable)$/i

/** The likelihood terms of any scale in a text, the longest where they overlap. */
export function termsIn(text: string): readonly TermMention[] {
  return [...text.matchAll(pattern)]
    .filter(({ 0: term }) => !plain.test(term))
    .map((match) => ({ term: match[0].toLowerCase(), at: match.index }))
}

/** The terms that a pack may use: its scale's first row. */
export function termsOf(pack: Pack): readonly string[] {
  return scales[pack.scale].terms.map(({ term }) => term)
}
