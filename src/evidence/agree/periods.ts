import { itemAt } from '../../core/index.ts'
import { type Lexicon, unitsOf } from './lexicon.ts'
import { type Token, wordAt } from './tokens.ts'

/** A part of a year that has a name: a season, a half, a quarter, its first months; places are indexes of tokens. */
export interface Period {
  /** The first and the last month; a winter ends in the next year. */
  readonly months: readonly [number, number]
  /** Which of those before or after the day of the text: -1 last, 1 next. */
  readonly step?: number | undefined
  readonly from: number
  readonly to: number
}

const seasons = [
  /^(?:spring|весна|весной|весны|весну|весне|весенн\p{L}+|көктем\p{L}*|printemps|frühjahrs?|frühlings?)$/u,
  /^(?:summer|лето|летом|летн\p{L}+|жазда|жазында|жазғы|été|sommers?)$/u,
  /^(?:autumn|fall|осень|осенью|осени|осенн\p{L}+|күз|күзде|күзінде|күзгі|automne|herbst(?:es|s)?)$/u,
  /^(?:winter|зима|зимой|зимы|зиму|зиме|зимн\p{L}+|қыста|қысында|қысқы|hiver|winters)$/u,
] as const
/** What stands before a season, where its word has other meanings too. */
const lead =
  /^(?:the|in|last|next|this|early|late|by|of|since|until|mid|previous|coming|l|d|cet|en|un|au|du|ce|im|des|seit|bis|zum|vom|diesen|nächsten|vorigen|letzten)$/
const next =
  /^(?:next|coming|следующ\p{L}+|будущ\p{L}+|грядущ\p{L}+|келесі|келер|prochaine?|nächste[nrsm]?|kommende[nrsm]?)$/u
const last =
  /^(?:last|previous|past|прошл\p{L}+|минувш\p{L}+|өткен|былтырғы|derni(?:er|ère)|passée?|letzte[nrsm]?|vorige[nrsm]?|vergangene[nrsm]?)$/u
const half =
  /^(?:half|половин\p{L}*|полугоди\p{L}+|halbjahre?s?|jahreshälfte|semestre|moitié|жартыжылды\p{L}+|жартысы\p{L}*)$/u
const quarter = /^(?:quarters?|квартал\p{L}*|quartals?|trimestre|тоқсан\p{L}*|quartale[ns]?|trimestres)$/u
const ofYear =
  /^(?:of the year|of this year|of last year|of that year|(?:of |de |du )?(?:19|20)\d\d|года|de l année|des jahres)/

const seasonOf = new Map<string, number>()

/** Whether a season, a half or a quarter of a year, or so many years ago, can begin with a word that is no number. */
export const opensDate = (word: string): boolean =>
  seasons.some((shape) => shape.test(word)) || /^(?:vor|il|i{1,3}|iv|[qht])$/.test(word)

export function periodAt(tokens: readonly Token[], lexicon: Lexicon, at: number): Period | undefined {
  return seasonAt(tokens, at) ?? abbreviatedAt(tokens, at) ?? partOfYearAt(tokens, lexicon, at)
}

function seasonAt(tokens: readonly Token[], at: number): Period | undefined {
  const { word } = itemAt(tokens, at)
  const index = seasonOf.get(word) ?? seasons.findIndex((shape) => shape.test(word))
  seasonOf.set(word, index)
  if (index === -1) return undefined
  const [before, after] = [wordAt(tokens, at - 1), wordAt(tokens, at + 1)]
  const isPlain = !/^(?:spring|fall|été|summer|winter|winters|sommers?)$/.test(wordAt(tokens, at))
  if (!isPlain && !lead.test(before) && !/^(?:19|20)\d\d$/.test(after)) return undefined
  // The fall of sales.
  if (
    word === 'fall' &&
    before === 'the' &&
    /^(?:of|in|from|to)$/.test(after) &&
    !/^(?:19|20)\d\d$/.test(wordAt(tokens, at + 2))
  )
    return undefined
  const around = [before, after]
  const step = around.some((it) => next.test(it)) ? 1 : around.some((it) => last.test(it)) ? -1 : undefined
  const first = 3 + 3 * index
  return { months: [first, first === 12 ? 2 : first + 2], step, from: at, to: at + 1 }
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
  const rest = tokens
    .slice(to, to + 3)
    .map(({ word }) => word)
    .join(' ')
  if (quarter.test(noun)) return { months: [3 * value - 2, 3 * value], from: at, to }
  const isYear = /^(?:полугоди|halbjahr|jahreshälfte|semestre|жартыжыл)/.test(noun) || ofYear.test(rest)
  if (half.test(noun) && isYear && value <= 2) return { months: [6 * value - 5, 6 * value], from: at, to }
  // `Первые три квартала`.
  const quarters = lexicon.number(noun)?.value ?? Number(tokens[at + 1]?.text)
  if (value === 1 && quarters > 1 && quarters < 4 && quarter.test(wordAt(tokens, to)))
    return { months: [1, 3 * quarters], from: at, to: to + 1 }
  const count = tokens[at + 1]?.kind === 'number' ? Number(itemAt(tokens, at + 1).text) : lexicon.number(noun)?.value
  const isMonths = unitsOf(wordAt(tokens, to)).some(({ name, factor }) => name === 'month' && factor === 1)
  return value === 1 && isMonths && count !== undefined && count > 1 && count < 12
    ? { months: [1, count], from: at, to: to + 1 }
    : undefined
}

/** Whether a weekday is said to be the last, or the next. */
export function sideOf(tokens: readonly Token[], at: number): -1 | 1 | undefined {
  const around = [wordAt(tokens, at - 1), wordAt(tokens, at + 1)]
  return around.some((it) => next.test(it)) ? 1 : around.some((it) => last.test(it)) ? -1 : undefined
}
