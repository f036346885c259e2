import { itemAt } from '../../core/index.ts'
import type { Lexicon } from './lexicon.ts'
import type { Marker } from './signs.ts'
import type { Token } from './tokens.ts'
import { is, type Told } from './word-classes.ts'

export interface Clause extends Span {
  /** The number of the part of the text that it is in; a semicolon parts as a full stop does. */
  readonly part: number
}

/** From one place up to another. */
export interface Span {
  readonly from: number
  readonly to: number
}

export const holds = ({ from, to }: Span, at: number): boolean => from <= at && at < to

export const placesIn = ({ from, to }: Span): readonly number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, step) => from + step)

type Parted = { readonly clauses: readonly Clause[] }

export const clauseAt = ({ clauses }: Parted, at: number): Clause | undefined => clauses.find((it) => holds(it, at))

export const partAt = (reading: Parted, at: number): number | undefined => clauseAt(reading, at)?.part

/** Whether a word of content stands from one place up to another. */
export const hasContent = (
  { keys }: { readonly keys: readonly (readonly string[])[] },
  from: number,
  to: number,
): boolean => keys.slice(from, to).some((it) => it.length > 0)

/** The marks around a name of a few words: `директор «Северных сетей» Крючков` is one clause. */
function titleMarks(tokens: readonly Token[]): ReadonlySet<number> {
  const found = new Set<number>()
  for (const [at, { text }] of tokens.entries()) {
    if (!/^[«„“]$/.test(text) || !tokens[at + 1]?.isCapital || tokens[at - 1]?.kind !== 'word') continue
    const end = tokens.findIndex((it, place) => place > at && it.kind === 'mark' && it.text !== '-')
    if (end !== -1 && end - at < 6 && /^[»“”]$/.test(itemAt(tokens, end).text))
      for (const it of [at, end]) found.add(it)
  }
  return found
}

/** `None of which has …`: a relative that says of whom goes on the clause. */
const isPartitive = (told: Told, at: number): boolean => is(told, at, 'relative') && is(told, at - 1, 'of')

export function clausesOf(
  tokens: readonly Token[],
  lexicon: Lexicon | undefined,
  markers: readonly Marker[],
): readonly Clause[] {
  // `More than` is no joint.
  const bound = new Set(
    markers.flatMap(({ from, to }) => Array.from({ length: to - from - 1 }, (_, step) => from + 1 + step)),
  )
  const titled = titleMarks(tokens)
  const clauses: Clause[] = []
  let [from, part] = [0, 0]
  const end = (to: number) => {
    if (tokens.slice(from, to).some(({ kind }) => kind !== 'mark')) clauses.push({ from, to, part })
    from = to
  }
  for (const [at, token] of tokens.entries()) {
    const parts = token.text === ';' || (at > 0 && token.sentence !== itemAt(tokens, at - 1).sentence)
    if (
      (/^[,;:()—–"“”«»„]$/.test(token.text) && !titled.has(at)) ||
      parts ||
      (lexicon?.isJoint(token.word) && !bound.has(at) && !isPartitive({ tokens, lexicon }, at))
    )
      end(at)
    if (parts) part++
  }
  end(tokens.length)
  return clauses
}
