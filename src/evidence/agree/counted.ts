import { itemAt } from '../../core/index.ts'
import { conceptsOf, type Unit, unitsOf } from './lexicon.ts'
import type { Bound, Draft } from './quantities.ts'
import type { Marker } from './signs.ts'
import type { Sign } from './tables/language.ts'
import { type Token, wordAt } from './tokens.ts'

export const currency = /^[$€£₸₽¥]$/

/** What is counted: a currency before the number, or the word after it. */
export function unitOf(tokens: readonly Token[], { from, to, fraction }: Draft): Unit | undefined {
  const before = tokens[from - 1]
  if (before && (currency.test(before.text) || isCurrencyCode(before))) return unitsOf(before.word)[0]
  for (const at of fraction ? [to, to + 1, to + 2] : [to, to + 1]) {
    const token = tokens[at]
    if (!token || (token.kind === 'mark' && !/^[-%$€£₸₽]$/.test(token.text))) return undefined
    // 4 п. п.
    if (token.word === 'п' && tokens[at + 2]?.word === 'п') return unitsOf('процентн-пункт')[0]
    const [unit] = unitsAt(tokens, at)
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

/** CHF, EUR. */
export const isCurrencyCode = ({ text, word }: Token): boolean =>
  /^\p{Lu}{3}$/u.test(text) && unitsOf(word).some(({ name }) => name === word)

/** A unit of one word, or of two: `percentage points`, `megawatt-hours`. */
function unitsAt(tokens: readonly Token[], at: number): readonly Unit[] {
  const { word } = itemAt(tokens, at)
  const second = tokens[at + 1]?.text === '-' ? tokens[at + 2] : tokens[at + 1]
  return [...unitsOf(`${word}-${second?.word ?? ''}`).filter(({ name }) => ofTwo.test(name)), ...unitsOf(word)]
}
const ofTwo = /^(?:points|%|sqkm|kwh)$/

const rates = [
  ['hour', /^(?:hourly|ежечасно|stündlich|сағатына)$/],
  ['day', /^(?:daily|ежедневн\p{L}+|täglich\p{L}*|quotidien\p{L}*|күніне|тәулігіне|күнделікті)$/u],
  ['week', /^(?:weekly|еженедельн\p{L}+|wöchentlich\p{L}*|hebdomadaires?|аптасына)$/u],
  ['month', /^(?:monthly|ежемесячн\p{L}+|monatlich\p{L}*|mensuel\p{L}*|айына)$/u],
  ['year', /^(?:yearly|annual\p{L}*|ежегодн\p{L}+|jährlich\p{L}*|annuel\p{L}*|жылына)$/u],
] as const
const spans: Readonly<Record<string, string>> = {
  '60 min': 'hour',
  '1 day': 'day',
  '7 day': 'week',
  '1 month': 'month',
  '12 month': 'year',
}
const per = /^(?:an?|per|each|every|в|за|кажд\p{L}+|pro|je|jede[nrs]?|im|der|am|par|chaque|\/)$/u
const perThing = /^(?:an?|per|each|every|за|кажд\p{L}+|pro|je|den|par|le|la|l|\/)$/u

/** How often what is counted comes about, by the words after the number: `a week`, `в сутки`, `жылына`. */
export function rateOf(after: readonly Token[]): string | undefined {
  for (const [at, { word, text }] of after.entries()) {
    if (/^[.;]$/.test(text)) return undefined
    const known = rates.find(([, shape]) => shape.test(word))
    if (known) return known[0]
    // Kazakh: of days every one.
    const place = /^сайын$/.test(word) ? at - 1 : per.test(word) || perThing.test(word) ? at + 1 : -1
    const unit = after[place] && unitsAt(after, place)[0]
    const time = unit && spans[`${unit.factor} ${unit.name}`]
    if (time && (place < at || per.test(word))) return time
    // By the litre, by the megawatt-hour.
    if (unit && !time && perThing.test(word) && physical.test(unit.name)) return `${unit.factor} ${unit.name}`
  }
  return undefined
}

/** What is measured, and not paid or counted. */
export const physical = /^(?:m|sqkm|ha|acre|kg|l|bbl|mw|kwh|deg|min|day|month)$/

const changes = new Set([...conceptsOf('rise'), ...conceptsOf('fall')])
const bounds: readonly Bound[] = ['at-least', 'at-most', 'nearly', 'about']

/** The bound right before a number, or right after it and what it counts. */
export function boundOf(tokens: readonly Token[], { from, to }: Draft, markers: readonly Marker[]): Bound | undefined {
  const start = currency.test(tokens[from - 1]?.text ?? '') ? from - 1 : from
  const isAge =
    tokens[start - 1]?.word === 'of' && tokens[start - 2]?.word === 'age' && tokens[start - 3]?.word === 'the'
  const article = isAge
    ? start - 3
    : /^(?:the|a|an|one|der|die|das|les?|la|une?|в|на|by|to|um|de)$/.test(wordAt(tokens, start - 1))
      ? start - 1
      : start
  const before = markers.find((it) => it.to === start || it.to === article)
  // `Below the 4.4 per cent of July` compares with what is exact.
  if (
    before &&
    !isAge &&
    article < start &&
    /^(?:the|den|dem|die|les)$/.test(wordAt(tokens, article)) &&
    /^(?:below|above|under|over|unter|über|than)$/.test(wordAt(tokens, before.to - 1))
  )
    return undefined
  const isSpan = before && isOver(wordAt(tokens, before.from)) && isTime(tokens[to])
  // `Exceeded by 4 points`.
  if (
    before &&
    article < start &&
    /^(?:на|by|um|de)$/.test(wordAt(tokens, article)) &&
    verb.test(wordAt(tokens, before.from))
  )
    return undefined
  const than = tokens[start - 1]?.word
  if (!before && (than === 'than' || than === 'als')) return thanBound(wordAt(tokens, start - 2))
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
    !/^(?:at most|at least|at the most|at the very least|maximum|au plus|au moins|максимум|минимум|höchstens|mindestens|odd|plus|(?:or|and|et|ou|и|или|oder|und|немесе одан|одан да) \p{L}.*|шақты|астам|асады|асатын|асқан\p{L}*|жуық|таяу|дейін|артық|аспай\p{L}*|с лишним|кем емес|көп емес|аса|көп|асып|артық|жоғары|ауыр|үлкен|ұзақ|биік|төмен|кіші|қысқа|жеңіл|арзан)$/u.test(
      words,
    )
  )
    return undefined
  // `20 тоннадан ауыр`; but `3 бала ауыр халде`.
  if (
    /^(?:жоғары|ауыр|үлкен|ұзақ|биік|төмен|кіші|қысқа|жеңіл|арзан)$/.test(words) &&
    !/[ндт][ае]н$/.test(wordAt(tokens, after.from - 1))
  )
    return undefined
  // `Төрттен бірге көп` is more by a quarter.
  if (/^\p{Script=Cyrillic}+$/u.test(words) && /(?:ге|ға|ке|қа)$/.test(wordAt(tokens, after.from - 1))) return undefined
  const bound = bounds.find((it) => after.signs.has(it as Sign))
  return bound === 'at-most' && isEndOfChange(tokens, after, to) ? undefined : bound
}

/** `Stronger than 150`, `länger als acht`. */
function thanBound(word: string): Bound | undefined {
  if (!/(?:er|ere|eren|erer)$/.test(word) || /^(?:rather|other|either|whether|eher|ander\p{L}*)$/u.test(word))
    return undefined
  return /^(?:small|short|low|young|earli|light|weak|narrow|slow|cheap|few|klein|kürz|niedrig|jüng|früh|leicht|schwäch|schmal|langsam|billig|wenig)/.test(
    word,
  )
    ? 'at-most'
    : 'at-least'
}

const verb = /^(?:превы|exceed|dépass|überst|übertr|surpass|topp|асып)/

/** `Over five years` is how long, as `over the next five years` is. */
const isOver = (word: string) => /^(?:over|über|sur)$/.test(word)
const isTime = (token: Token | undefined) =>
  unitsOf(token?.word ?? '').some(({ name }) => name === 'month' || name === 'day')

function isEndOfChange(tokens: readonly Token[], { from, to }: Marker, end: number): boolean {
  if (!/^(?:до|дейін|bis|jusqu)$/.test(wordAt(tokens, from))) return false
  const around = [...tokens.slice(Math.max(0, from - 7), from), ...tokens.slice(Math.max(to, end), end + 4)]
  return around.some(({ word }) => conceptsOf(word).some((it) => changes.has(it)))
}

function isPostposed(tokens: readonly Token[], from: number, to: number): boolean {
  return tokens.slice(to, from).every(({ text, kind }) => text === '-' || kind === 'word')
}
