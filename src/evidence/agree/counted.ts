import { conceptsOf, type Unit, unitsOf } from './lexicon.ts'
import type { Bound, Draft } from './quantities.ts'
import type { Marker } from './signs.ts'
import type { Sign } from './tables/language.ts'
import type { Token } from './tokens.ts'

export const currency = /^[$€£₸₽¥]$/

/** What is counted: a currency before the number, or the word after it. */
export function unitOf(tokens: readonly Token[], { from, to, fraction }: Draft): Unit | undefined {
  const before = tokens[from - 1]
  if (before && currency.test(before.text)) return unitsOf(before.text)[0]
  for (const at of fraction ? [to, to + 1, to + 2] : [to, to + 1]) {
    const token = tokens[at]
    if (!token || (token.kind === 'mark' && !/^[-%$€£₸₽]$/.test(token.text))) return undefined
    const pair = `${token.word}-${tokens[at + 1]?.word ?? ''}`
    const [unit] = [
      ...unitsOf(pair).filter(({ name }) => name === 'points' || name === '%' || name === 'sqkm'),
      ...unitsOf(token.word),
    ]
    if (unit !== undefined)
      return /^(?:old|age)$/.test(tokens[at + (tokens[at + 1]?.text === '-' ? 2 : 1)]?.word ?? '') ? undefined : unit
    // Half a year, 30-odd tonnes.
    if (
      token.text !== '-' &&
      !/^(?:de|d|of)$/.test(token.word) &&
      !(fraction && /^(?:a|an|the|du|des|der|этого)$/.test(token.word))
    )
      return undefined
  }
  return undefined
}

const changes = new Set([...conceptsOf('rise'), ...conceptsOf('fall')])
const bounds: readonly Bound[] = ['at-least', 'at-most', 'nearly', 'about']

/** The bound right before a number, or right after it and what it counts. */
export function boundOf(tokens: readonly Token[], { from, to }: Draft, markers: readonly Marker[]): Bound | undefined {
  const start = currency.test(tokens[from - 1]?.text ?? '') ? from - 1 : from
  const article = /^(?:the|a|an|one|der|die|das|les?|la|в|на|by|to|um|de)$/.test(tokens[start - 1]?.word ?? '')
    ? start - 1
    : start
  const before = markers.find((it) => it.to === start || it.to === article)
  const isSpan = before && isOver(tokens[before.from]!.word) && isTime(tokens[to])
  const found = before && !isSpan ? bounds.find((bound) => before.signs.has(bound as Sign)) : undefined
  // What rises to 30 is not up to 30.
  if (found === 'at-most' && isEndOfChange(tokens, before!, to)) {
    const other = markers.find((it) => it.to === before!.from)
    return other && bounds.find((bound) => other.signs.has(bound as Sign))
  }
  if (found) return found
  const after = markers.find(
    (it) => it.from === to || (it.from <= to + 2 && it.from > to && isPostposed(tokens, it.from, to)),
  )
  const words = after
    ? tokens
        .slice(after.from, after.to)
        .map((it) => it.word)
        .join(' ')
    : ''
  if (
    !after ||
    !/^(?:at most|at least|at the most|at the very least|maximum|au plus|au moins|максимум|минимум|höchstens|mindestens|or more|or less|or fewer|or so|odd|plus|and more|or over|et plus|и более|oder mehr|шақты|астам|асады|асатын|асқан\p{L}*|жуық|таяу|дейін|артық|аспай\p{L}*|с лишним|кем емес|көп емес|аса|көп|асып|артық)$/u.test(
      words,
    )
  )
    return undefined
  // `Төрттен бірге көп` is more by a quarter.
  if (/^(?:көп|артық)$/.test(words) && /(?:ге|ға|ке|қа)$/.test(tokens[to - 1]!.word)) return undefined
  const bound = bounds.find((it) => after.signs.has(it as Sign))
  return bound === 'at-most' && isEndOfChange(tokens, after, to) ? undefined : bound
}

/** `Over five years` is how long, as `over the next five years` is. */
const isOver = (word: string) => /^(?:over|über|sur)$/.test(word)
const isTime = (token: Token | undefined) =>
  unitsOf(token?.word ?? '').some(({ name }) => name === 'month' || name === 'day')

function isEndOfChange(tokens: readonly Token[], { from, to }: Marker, end: number): boolean {
  if (!/^(?:до|дейін|bis|jusqu)$/.test(tokens[from]!.word)) return false
  const around = [...tokens.slice(Math.max(0, from - 7), from), ...tokens.slice(Math.max(to, end), end + 4)]
  return around.some(({ word }) => conceptsOf(word).some((it) => changes.has(it)))
}

function isPostposed(tokens: readonly Token[], from: number, to: number): boolean {
  return tokens.slice(to, from).every(({ text, kind }) => text === '-' || kind === 'word')
}
