import { baseLanguage, itemAt } from '../../core/index.ts'
import { monthElsewhere, monthsOf } from './cldr.ts'
import { type Lexicon, stepOf } from './lexicon.ts'
import { periodAt, sideOf } from './periods.ts'
import { matches } from './signs.ts'
import type { Token } from './tokens.ts'
import { dayOf, wordAt, yearShape } from './tokens.ts'
import { is, isOf, type Told } from './word-classes.ts'

/** A date that a text gives, as far as it gives it; places are indexes of tokens. */
export interface Written {
  readonly year?: number | undefined
  readonly month?: number | undefined
  readonly day?: number | undefined
  /** The ten years from `year` on. */
  readonly isDecade?: boolean
  /** 1 Monday to 7 Sunday. */
  readonly weekday?: number | undefined
  /** A weekday that is said to be the last, or the next. */
  readonly side?: -1 | 1 | undefined
  /** So many days, weeks, months or years from the day of the text: -1 yesterday. */
  readonly relative?: { readonly step: number; readonly unit: 'day' | 'week' | 'month' | 'year' } | undefined
  /** A season, a half or a quarter of a year, by its first and last months. */
  readonly months?: readonly [number, number] | undefined
  readonly from: number
  readonly to: number
}

/** The dates of a text, in reading order. */
export function writtenDates(
  tokens: readonly Token[],
  lexicon: Lexicon | undefined,
  language = 'und',
): readonly Written[] {
  const found: Written[] = []
  // Ukrainian is read by the tables of Russian, and has months of its own.
  const months = lexicon && baseLanguage(language) === lexicon.language.tag ? undefined : monthsOf(language)
  for (let at = 0; at < tokens.length; at++) {
    const { kind, word } = itemAt(tokens, at)
    if (kind !== 'number' && !lexicon?.beginsDate(word) && !months?.has(word)) continue
    const date =
      numeric(tokens, at) ??
      (lexicon &&
        (namedMonth(tokens, lexicon, at) ?? relativeAt(tokens, lexicon, at) ?? partOfYear(tokens, lexicon, at))) ??
      (months && monthElsewhere(tokens, months, at)) ??
      bareYear({ tokens, lexicon }, at)
    if (!date) continue
    found.push(date)
    at = date.to - 1
  }
  return lexicon ? withRanges(found, tokens, lexicon) : found
}

/** `2004-05-03`, `03.05.2004`, `3/5/2004`, `2004年5月3日`. */
function numeric(tokens: readonly Token[], at: number): Written | undefined {
  const [one, mark, two, again, three] = tokens.slice(at, at + 5)
  const [, day, month, year] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(one?.text ?? '') ?? []
  if (year !== undefined) return valid(Number(year), Number(month), Number(day), at, 1)
  if (one?.kind !== 'number' || two?.kind !== 'number') return undefined
  if (/^[年년]$/.test(mark?.text ?? '') && /^[月월]/.test(again?.text ?? '')) {
    const isDay = three?.kind === 'number' && dayOf(three) !== undefined
    return {
      year: Number(one.text),
      month: Number(two.text),
      day: isDay ? dayOf(three) : undefined,
      from: at,
      to: at + (isDay ? 5 : 4),
    }
  }
  if (three?.kind !== 'number') return undefined
  if (!mark || mark.text !== again?.text || mark.at !== one.to) return undefined
  const [a, b, c] = [Number(one.text), Number(two.text), Number(three.text)] as const
  if (mark.text === '-' && one.text.length === 4) return valid(a, b, c, at, 5)
  if (mark.text === '/' && three.text.length === 4) return b > 12 ? valid(c, a, b, at, 5) : valid(c, b, a, at, 5)
  return undefined
}

function valid(year: number, month: number, day: number, from: number, length: number): Written | undefined {
  const isDay = month >= 1 && month <= 12 && day >= 1 && day <= 31
  return isDay ? { year, month, day, from, to: from + length } : undefined
}

/** A month in words with the day and the year that stand with it. */
function namedMonth(tokens: readonly Token[], lexicon: Lexicon, at: number): Written | undefined {
  const told = { tokens, lexicon }
  const start = skipYearBefore(tokens, at, lexicon)
  const dayAt = start?.at ?? at
  const day = dayOf(tokens[dayAt])
  // A day, its ending or full stop, and the month.
  let monthAt = dayAt
  if (day !== undefined) {
    monthAt++
    while (monthAt <= dayAt + 2 && (/^[.-]$/.test(tokens[monthAt]?.text ?? '') || is(told, monthAt, 'dayEnd')))
      monthAt++
  }
  const token = tokens[monthAt]
  const month = token && isMonth(token, lexicon) ? lexicon.month(token.word) : undefined
  if (!token || month === undefined) return undefined
  let [to, ownDay] = [monthAt + 1, day]
  if (tokens[to]?.text === '.' && token.word.length <= 4 && tokens[to + 1]?.kind === 'number') to++
  const after = tokens[to]
  if (
    ownDay === undefined &&
    dayOf(after) !== undefined &&
    !(is(told, at - 1, 'preposition', 'lasting', 'before') && isCounting(told, to))
  ) {
    ownDay = dayOf(after)
    to++
    while (is(told, to, 'dayEnd') && wordAt(tokens, to) !== 'of') to++
  }
  const comma = tokens[to]?.text === ',' && yearShape.test(tokens[to + 1]?.text ?? '') ? 1 : 0
  const yearToken = tokens[to + comma]
  if (start === undefined && yearToken && yearShape.test(yearToken.text)) {
    to += comma + 1
    if (is(told, to, 'yearMark')) to++
    return { day: ownDay, month, year: Number(yearToken.text), from: at, to }
  }
  // Jan, Mar and Dec by themselves are names and beginnings of words.
  if (
    ownDay === undefined &&
    start === undefined &&
    // Sept is seven in French.
    (token.word.length < 4 || (lexicon.language.tag === 'fr' && token.word === 'sept')) &&
    !/^(?:may|mai|май|мая|мае|маю)$/.test(token.word)
  )
    return undefined
  return { day: ownDay, month, ...(start && { year: start.year }), from: at, to }
}

/** Kazakh begins with the year: `2006 жылғы 4 мамырда`. */
function skipYearBefore(
  tokens: readonly Token[],
  at: number,
  lexicon: Lexicon,
): { readonly year: number; readonly at: number } | undefined {
  if (!lexicon.language.saysAtEnd || !yearShape.test(itemAt(tokens, at).text)) return undefined
  const next = tokens[at + 1]
  if (!next || !is({ tokens, lexicon }, at + 1, 'yearMark')) return undefined
  return { year: Number(itemAt(tokens, at).text), at: at + (tokens[at + 2]?.text === '.' ? 3 : 2) }
}

/** `in May 30 ships`: the number counts what follows it. */
function isCounting({ tokens, lexicon }: Told, at: number): boolean {
  const next = tokens[at + 1]
  return next?.kind === 'word' && !next.isCapital && lexicon?.isStop(next.word) !== true && next.word.length > 3
}

function isMonth({ text, word, isCapital, opens }: Token, lexicon: Lexicon): boolean {
  if (lexicon.month(word) === undefined) return false
  // `may` and `march` are verbs, too.
  if (lexicon.language.plainPresent || lexicon.language.capitalNouns)
    return isCapital && !(opens && /^(?:may|march)$/i.test(text))
  // Марта is a name, too.
  return !(/^март/.test(word) && (/^март[^аеуои]/.test(word) || (isCapital && !opens)))
}

function relativeAt(tokens: readonly Token[], lexicon: Lexicon, at: number): Written | undefined {
  const { word, kind } = itemAt(tokens, at)
  if (kind !== 'word') return agoAt(tokens, lexicon, at)
  let found: Written | undefined
  for (const { words, step, unit } of lexicon.relative(word)) {
    const size = matches(words, tokens, at)
    if (size > (found ? found.to - at : 0)) found = { relative: { step, unit }, from: at, to: at + size }
  }
  if (found) return found
  const weekday = lexicon.weekday(word)
  if (weekday !== undefined && (!lexicon.language.plainPresent || itemAt(tokens, at).isCapital))
    return { weekday, side: sideOf({ tokens, lexicon }, at), from: at, to: at + 1 }
  return agoAt(tokens, lexicon, at)
}

function partOfYear(tokens: readonly Token[], lexicon: Lexicon, at: number): Written | undefined {
  const period = periodAt(tokens, lexicon, at)
  if (!period) return undefined
  const { months, step, from, to } = period
  const link = is({ tokens, lexicon }, to, 'of') ? 1 : 0
  const year = yearShape.test(tokens[to + link]?.text ?? '') ? Number(itemAt(tokens, to + link).text) : undefined
  const end = year === undefined ? to : to + link + (is({ tokens, lexicon }, to + link + 1, 'yearMark') ? 2 : 1)
  return { months, year, ...(step !== undefined && { relative: { step, unit: 'year' } }), from, to: end }
}

/** `three years ago`, `три года назад`, `бес жыл бұрын`, `vor drei Jahren`, `il y a trois ans`. */
function agoAt(tokens: readonly Token[], lexicon: Lexicon, at: number): Written | undefined {
  const { word } = itemAt(tokens, at)
  const [before, start] =
    word === 'vor' ? [true, at + 1] : word === 'il' && tokens[at + 1]?.word === 'y' ? [true, at + 3] : [false, at]
  const count = tokens[start]
  const known = count && (count.kind === 'number' ? Number(count.text) : lexicon.number(count.word))
  const number = typeof known === 'number' ? known : known?.kind === 'cardinal' ? known.value : undefined
  if (number === undefined) return undefined
  const unit = stepOf(wordAt(tokens, start + 1))
  if (unit === undefined || Number.isNaN(number)) return undefined
  const after = wordAt(tokens, start + 2)
  const isEarlier = is({ tokens, lexicon }, start + 2, 'ago') || (after === 'plus' && tokens[start + 3]?.word === 'tôt')
  if (!before && !isEarlier) return undefined
  return { relative: { step: -number, unit }, from: at, to: start + (before ? 2 : after === 'plus' ? 4 : 3) }
}

function bareYear(told: Told, at: number): Written | undefined {
  const { tokens, lexicon } = told
  const token = itemAt(tokens, at)
  if (token.kind !== 'number' || !yearShape.test(token.text)) return undefined
  const [before, next] = [tokens[at - 1], tokens[at + 1]]
  const year = Number(token.text)
  if (before && /^[$€£₸₽+]$/.test(before.text)) return undefined
  const dash = next?.text === '-' && next.at === token.to ? tokens[at + 2] : undefined
  const ending = next && next.at === token.to ? next : dash
  if (ending?.kind === 'word' && isOf(lexicon, ending.word, 'decade') && year % 10 === 0)
    return { year, isDecade: true, from: at, to: at + (dash ? 3 : 2) }
  if (dash?.kind === 'word' && dash.word.length <= 4) return { year, from: at, to: at + 3 }
  // A bare number of four digits before a noun counts things: `1900 passengers`.
  if (!is(told, at + 1, 'yearMark') && isCounting(told, at) && is(told, at - 1, 'roughly')) return undefined
  return { year, from: at, to: at + (is(told, at + 1, 'yearMark') ? 2 : 1) }
}

/** `from 14 to 19 January`, `14–19 January`, `1999–2000`: the first end has what it shares with the second. */
function withRanges(dates: readonly Written[], tokens: readonly Token[], lexicon: Lexicon): readonly Written[] {
  const more = dates.flatMap((date): Written[] => {
    if (date.day === undefined || date.month === undefined) return []
    const [link, day] = [tokens[date.from - 1], tokens[date.from - 2]]
    const isLink = link && (/^[-–—]$/.test(link.text) || lexicon.isRange(link.word))
    const first = isLink ? dayOf(day) : undefined
    return first === undefined || dates.some((it) => it.from <= date.from - 2 && it.to > date.from - 2)
      ? []
      : [{ ...date, day: first, from: date.from - 2, to: date.from - 1 }]
  })
  return [...dates, ...more].sort((a, b) => a.from - b.from)
}
