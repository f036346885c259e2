import { type LikelihoodTerm, type Pack, scales } from '../../corpus/index.ts'

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

/** Whether a term calls its event more likely than not, clearly less, or neither (as PHIA’s realistic possibility does); nothing where no scale has the term. */
export function leaning(term: string): 'for' | 'against' | 'neither' | undefined {
  const found = Object.values(scales)
    .flatMap((scale) => scale.terms as readonly LikelihoodTerm[])
    .find((it) => it.term === term || it.also.includes(term))
  if (!found) return undefined
  if (found.high < 50) return 'against'
  return found.low >= 50 ? 'for' : 'neither'
}
