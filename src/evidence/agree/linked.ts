import { itemAt } from '../../core/index.ts'
import { currency } from './counted.ts'
import { type Lexicon, unitsOf } from './lexicon.ts'
import { attached, type Draft, type Quantity } from './quantities.ts'
import type { Marker } from './signs.ts'
import { type Token, wordAt } from './tokens.ts'
import { is, type Told } from './word-classes.ts'

/** `Up to a year`, `more than a week`: an article counts one where it has a bound. */
export function articlesWith(
  told: Told,
  markers: readonly Marker[],
  found: readonly Draft[],
  isTaken: (at: number) => boolean,
): readonly Quantity[] {
  const { tokens } = told
  return markers.flatMap(({ to, signs }) => {
    const bound = (['at-least', 'at-most', 'nearly', 'about'] as const).find((it) => signs.has(it))
    const isArticle = is(told, to, 'indefinite')
    const at = isArticle ? to + 1 : to
    const isBare = !isArticle && is(told, at, 'bareUnit')
    if (bound === undefined || !(isArticle || isBare) || isTaken(at) || found.some((it) => it.from === to)) return []
    const [unit] = unitsOf(wordAt(tokens, at))
    if (unit === undefined) return []
    return [{ value: 1, ordinal: false, vague: false, fraction: false, isOne: false, unit, bound, from: to, to: at }]
  })
}

/** `One in ten`. */
export function isShareOf(one: Draft, next: Draft, { tokens, lexicon }: Told): boolean {
  if (one.ordinal || next.ordinal || one.fraction || one.value >= next.value) return false
  const all = tokens.slice(one.to, next.from).map(({ word }) => word)
  // `One household in ten`.
  const between = one.isOne && all.length === 2 ? all.slice(1) : all
  const link = between.join(' ')
  if (/^(?:of|из)$/.test(link) && (/^1(?:0|00|000)$/.test(String(next.value)) || (link === 'из' && one.isOne)))
    return true
  return lexicon?.shareOf.has(link) === true
}

/** `40 to 55 million dollars`: the first number has the magnitude and the unit of the second. */
export function takeFromNext(
  one: Draft,
  next: Draft | undefined,
  tokens: readonly Token[],
  lexicon: Lexicon | undefined,
): void {
  if (!next || one.ordinal || next.ordinal || one.fraction) return
  const between = tokens.slice(one.to, next.from).filter(({ text }) => !currency.test(text))
  const isRange =
    between.length === 1 &&
    (/^[-–—]$/.test(itemAt(between, 0).text) || lexicon?.isRange(itemAt(between, 0).word) === true)
  if (!isRange) return
  if (next.unit !== undefined) one.unit ??= next.unit
  const wide = next.to - next.from > 1 && one.to - one.from === 1
  const magnitude =
    lexicon?.number(wordAt(tokens, next.to - 1)) ??
    (attached[wordAt(tokens, next.to - 1)]
      ? { kind: 'magnitude', value: attached[wordAt(tokens, next.to - 1)]! }
      : undefined)
  if (wide && magnitude?.kind === 'magnitude' && one.value < 1000)
    Object.assign(one, { value: one.value * magnitude.value })
}
