import { itemAt } from '../../core/index.ts'
import { conceptsOf, type Unit, unitsOf } from './lexicon.ts'
import type { Bound, Draft } from './quantities.ts'
import type { Marker } from './signs.ts'
import type { Sign } from './tables/language.ts'
import type { Token } from './tokens.ts'
import { is, type Told } from './word-classes.ts'

export const currency = /^[$€£₸₽¥]$/

/** What is counted: a currency before the number, or the word after it. */
export function unitOf(told: Told, { from, to, fraction }: Draft): Unit | undefined {
  const { tokens } = told
  const before = tokens[from - 1]
  if (before && (currency.test(before.text) || isCurrencyCode(before))) return unitsOf(before.word)[0]
  // 60 тыс. тонн.
  const start = isInside(tokens, to) ? to + 1 : to
  for (const at of fraction ? [start, start + 1, start + 2] : [start, start + 1]) {
    const token = tokens[at]
    if (!token || (token.kind === 'mark' && !/^[-%$€£₸₽]$/.test(token.text))) return undefined
    // 4 п. п.
    if (token.word === 'п' && tokens[at + 2]?.word === 'п') return unitsOf('процентн-пункт')[0]
    const [unit] = unitsAt(tokens, at)
    if (unit !== undefined) return is(told, at + (tokens[at + 1]?.text === '-' ? 2 : 1), 'age') ? undefined : unit
    // Half a year, 30-odd tonnes.
    if (
      token.text !== '-' &&
      !is(told, at, 'of') &&
      !(fraction && (is(told, at, 'definite', 'indefinite') || token.word === 'этого'))
    )
      return undefined
  }
  return undefined
}

/** The dot of an abbreviation. */
const isInside = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.text === '.' && tokens[at - 1]?.kind === 'word' && tokens[at + 1]?.sentence === tokens[at]?.sentence

/** CHF, EUR. */
export const isCurrencyCode = ({ text, word }: Token): boolean =>
  /^\p{Lu}{3}$/u.test(text) && unitsOf(word).some(({ name }) => name === word)

/** A unit of one word, or of two: `percentage points`, `megawatt-hours`, `кв. км`. */
function unitsAt(tokens: readonly Token[], at: number): readonly Unit[] {
  const { word } = itemAt(tokens, at)
  const second = /^[-.]$/.test(tokens[at + 1]?.text ?? '') ? tokens[at + 2] : tokens[at + 1]
  return [
    ...unitsOf(`${word}-${second?.word ?? ''}`).filter(({ name }) => ['points', '%', 'sqm', 'l', 'kwh'].includes(name)),
    ...unitsOf(word),
  ]
}

const rates = [
  ['hourly', 'hour'],
  ['daily', 'day'],
  ['weekly', 'week'],
  ['monthly', 'month'],
  ['yearly', 'year'],
] as const

const spans: Readonly<Record<string, string>> = {
  '60 min': 'hour',
  '1 day': 'day',
  '7 day': 'week',
  '1 month': 'month',
  '12 month': 'year',
}

/** How often what is counted comes about, by the words after the number: `a week`, `в сутки`, `жылына`. */
export function rateOf(told: Told, from: number, to: number): string | undefined {
  const { tokens } = told
  for (let at = from; at < Math.min(to, tokens.length); at++) {
    const { text } = itemAt(tokens, at)
    if (text === ';' || (text === '.' && !isInside(tokens, at))) return undefined
    const known = rates.find(([name]) => is(told, at, name))
    if (known) return known[1]
    // Kazakh: of days every one.
    const place = is(told, at, 'perBehind') ? at - 1 : text === '/' || is(told, at, 'per') ? at + 1 : -1
    const unit = place >= from && place < to && tokens[place] ? unitsAt(tokens, place)[0] : undefined
    const time = unit && spans[`${unit.factor} ${unit.name}`]
    if (time) return time
    // By the litre, by the megawatt-hour.
    if (unit && place > at && physical.test(unit.name)) return `${unit.factor} ${unit.name}`
  }
  return undefined
}

/** What is measured, and not paid or counted. */
export const physical = /^(?:m|sqm|kg|l|bbl|mw|kwh|deg|min|day|month)$/

const changes = new Set([...conceptsOf('rise'), ...conceptsOf('fall')])
const bounds: readonly Bound[] = ['at-least', 'at-most', 'nearly', 'about']

/** The bound right before a number, or right after it and what it counts. */
export function boundOf(told: Told, { from, to }: Draft, markers: readonly Marker[]): Bound | undefined {
  const { tokens } = told
  const start = currency.test(tokens[from - 1]?.text ?? '') ? from - 1 : from
  const isAge =
    tokens[start - 1]?.word === 'of' && tokens[start - 2]?.word === 'age' && tokens[start - 3]?.word === 'the'
  const article = isAge
    ? start - 3
    : is(told, start - 1, 'definite', 'indefinite', 'byMuch', 'into')
      ? start - 1
      : start
  const before = markers.find((it) => it.to === start || it.to === article)
  // `Below the 4.4 per cent of July` compares with what is exact.
  if (before && !isAge && article < start && is(told, article, 'definite') && is(told, before.to - 1, 'compared'))
    return undefined
  const isSpan = before && is(told, before.from, 'over') && isTime(tokens[to])
  // `Exceeded by 4 points`.
  if (before && article < start && is(told, article, 'byMuch') && is(told, before.from, 'exceed')) return undefined
  if (!before && is(told, start - 1, 'than') && is(told, start - 2, 'comparative'))
    return is(told, start - 2, 'lesser') ? 'at-most' : 'at-least'
  const found = before && !isSpan ? bounds.find((bound) => before.signs.has(bound as Sign)) : undefined
  // What rises to 30 is not up to 30.
  if (found === 'at-most' && isEndOfChange(told, before!, to)) {
    const other = markers.find((it) => it.to === before!.from)
    return other && bounds.find((bound) => other.signs.has(bound as Sign))
  }
  if (found) return found
  const after = markers.find(
    (it) => it.from === to || (it.from <= to + 2 && it.from > to && isPostposed(tokens, it.from, to)),
  )
  if (!after || !is(told, after.from, 'and', 'behind')) return undefined
  // `20 тоннадан ауыр`; but `3 бала ауыр халде`.
  if (is(told, after.from, 'measured') && !is(told, after.from - 1, 'ablative')) return undefined
  // `Төрттен бірге көп` is more by a quarter.
  if (is(told, after.from - 1, 'dative')) return undefined
  const bound = bounds.find((it) => after.signs.has(it as Sign))
  return bound === 'at-most' && isEndOfChange(told, after, to) ? undefined : bound
}

/** `Over five years` is how long, as `over the next five years` is. */
const isTime = (token: Token | undefined) =>
  unitsOf(token?.word ?? '').some(({ name }) => name === 'month' || name === 'day')

function isEndOfChange(told: Told, { from, to }: Marker, end: number): boolean {
  const { tokens } = told
  if (!is(told, from, 'upTo')) return false
  const around = [...tokens.slice(Math.max(0, from - 7), from), ...tokens.slice(Math.max(to, end), end + 4)]
  return around.some(({ word }) => conceptsOf(word).some((it) => changes.has(it)))
}

function isPostposed(tokens: readonly Token[], from: number, to: number): boolean {
  return tokens.slice(to, from).every(({ text, kind }) => text === '-' || kind === 'word')
}
