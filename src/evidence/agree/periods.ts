import { itemAt } from '../../core/index.ts'
import { type Lexicon, unitsOf } from './lexicon.ts'
import type { WordClass } from './tables/language.ts'
import { type Token, wordAt } from './tokens.ts'
import { is, type Told } from './word-classes.ts'

/** A part of a year that has a name: a season, a half, a quarter, its first months; places are indexes of tokens. */
export interface Period {
  /** The first and the last month; a winter ends in the next year. */
  readonly months: readonly [number, number]
  /** Which of those before or after the day of the text: -1 last, 1 next. */
  readonly step?: number | undefined
  readonly from: number
  readonly to: number
}

export function periodAt(tokens: readonly Token[], lexicon: Lexicon, at: number): Period | undefined {
  return seasonAt(tokens, lexicon, at) ?? abbreviatedAt(tokens, at) ?? partOfYearAt(tokens, lexicon, at)
}

function seasonAt(tokens: readonly Token[], lexicon: Lexicon, at: number): Period | undefined {
  const season = lexicon.season(wordAt(tokens, at))
  if (season === undefined) return undefined
  // Spring is a source, and fall a verb.
  const isLed =
    lexicon.language.capitalNames ||
    is(
      { tokens, lexicon },
      at - 1,
      'preposition',
      'definite',
      'indefinite',
      'demonstrative',
      'next',
      'last',
      'edge',
      'lasting',
    ) ||
    /^(?:19|20)\d\d$/.test(wordAt(tokens, at + 1))
  if (!isLed) return undefined
  // The fall of sales.
  const isOf = is({ tokens, lexicon }, at - 1, 'definite') && is({ tokens, lexicon }, at + 1, 'of', 'preposition')
  if (wordAt(tokens, at) === 'fall' && isOf && !/^(?:19|20)\d\d$/.test(wordAt(tokens, at + 2))) return undefined
  const first = 3 * season
  return { months: [first, first === 12 ? 2 : first + 2], step: sideOf({ tokens, lexicon }, at), from: at, to: at + 1 }
}

/** Q3, H1, T2. */
function abbreviatedAt(tokens: readonly Token[], at: number): Period | undefined {
  const [{ text, to }, number] = [itemAt(tokens, at), tokens[at + 1]]
  if (!/^[QHT]$/.test(text) || number?.at !== to || !/^[1-4]$/.test(number.text)) return undefined
  const [value, size] = [Number(number.text), text === 'H' ? 6 : 3]
  return value * size > 12 ? undefined : { months: [size * (value - 1) + 1, size * value], from: at, to: at + 2 }
}

/** `First half of the year`, `third quarter`, `first six months`. */
function partOfYearAt(tokens: readonly Token[], lexicon: Lexicon, at: number): Period | undefined {
  const ordinal = lexicon.number(wordAt(tokens, at))
  const roman = ['I', 'II', 'III', 'IV'].indexOf(itemAt(tokens, at).text) + 1
  const value = ordinal?.kind === 'ordinal' ? ordinal.value : roman
  if (!(value >= 1 && value <= 4)) return undefined
  const dash = tokens[at + 1]?.text === '-' ? 1 : 0
  const noun = wordAt(tokens, at + 1 + dash)
  const to = at + 2 + dash
  const told = { tokens, lexicon }
  if (is(told, at + 1 + dash, 'quarter')) return { months: [3 * value - 2, 3 * value], from: at, to }
  const isYear =
    is(told, at + 1 + dash, 'halfYear') ||
    [to, to + 1, to + 2].some(
      (it) => isYearAt(tokens, it) && tokens.slice(to, it).every(({ word }) => lexicon.isStop(word)),
    )
  if (is(told, at + 1 + dash, 'half') && isYear && value <= 2)
    return { months: [6 * value - 5, 6 * value], from: at, to }
  // `Первые три квартала`.
  const quarters = lexicon.number(noun)?.value ?? Number(tokens[at + 1]?.text)
  if (value === 1 && quarters > 1 && quarters < 4 && is(told, to, 'quarter'))
    return { months: [1, 3 * quarters], from: at, to: to + 1 }
  const count = tokens[at + 1]?.kind === 'number' ? Number(itemAt(tokens, at + 1).text) : lexicon.number(noun)?.value
  const isMonths = unitsOf(wordAt(tokens, to)).some(({ name, factor }) => name === 'month' && factor === 1)
  return value === 1 && isMonths && count !== undefined && count > 1 && count < 12
    ? { months: [1, count], from: at, to: to + 1 }
    : undefined
}

const isYearAt = (tokens: readonly Token[], at: number): boolean =>
  /^(?:19|20)\d\d$/.test(wordAt(tokens, at)) || unitsOf(wordAt(tokens, at)).some(({ factor }) => factor === 12)

/** Whether a weekday or a season is said to be the last, or the next. */
export function sideOf(told: Told, at: number): -1 | 1 | undefined {
  const isBeside = (name: WordClass) => is(told, at - 1, name) || is(told, at + 1, name)
  return isBeside('next') ? 1 : isBeside('last') ? -1 : undefined
}
