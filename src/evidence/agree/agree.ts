import { grouped, itemAt } from '../../core/index.ts'
import type { Edtf } from '../../corpus/index.ts'
import { isInOtherWords, needsWords, sharedContent } from './content.ts'
import { isCounted } from './counted-dates.ts'
import type { Written } from './dates.ts'
import type { Gap } from './gap.ts'
import type { Grounds } from './grounds.ts'
import { ungroundedNames, withOpeningNames } from './names.ts'
import { ungroundedNumbers } from './numbers.ts'
import type { Reading } from './reading.ts'
import { covers, meaningsOf } from './timing.ts'
import { otherTitle } from './titles.ts'
import { wordsOf } from './tokens.ts'
import { turnsBetween } from './turns.ts'
import { otherSpeaker } from './voices.ts'

/** What became of the comparison of a gist with its passage. */
export interface Agreement {
  readonly gaps: readonly Gap[]
  /** Only numbers, dates and names could be compared: there are no tables for one of the languages. */
  readonly isPartial: boolean
}

/**
 * Holds a gist against the words that it is pinned to. Every number, date, name and speaker of the gist, its negations,
 * limits and how far the thing has come must have their ground there; and it must be about the same.
 */
export function agreement(written: Reading, passage: Reading, grounds: Grounds): Agreement {
  const gist = withOpeningNames(written, passage)
  const shared = sharedContent(gist, passage, grounds)
  const gaps: Gap[] = [
    ...ungroundedDates(gist, passage, grounds),
    ...ungroundedNumbers(gist, passage, grounds.issued),
    ...ungroundedNames(gist, passage, grounds).map(({ from, to, merged }): Gap => {
      const words = wordsOf(gist, { from, to })
      return {
        kind: 'name',
        words,
        reason:
          merged === undefined
            ? 'is not in the passage'
            : `is somebody else in the passage: “${merged}” stands before the name`,
      }
    }),
    ...otherSpeaker(gist, passage, grounds),
  ]
  if (!gaps.some(({ kind }) => kind === 'name' || kind === 'speaker')) gaps.push(...otherTitle(gist, passage))
  // Of a name that is told already nothing more is said.
  for (const gap of turnsBetween(gist, passage))
    if (gap.kind !== 'name' || !gaps.some(({ kind }) => kind === 'name' || kind === 'speaker')) gaps.push(gap)
  if (shared.isUnrelated)
    gaps.push({
      kind: 'content',
      words: gist.text.length <= 60 ? gist.text : `${gist.text.slice(0, 57).trimEnd()}…`,
      reason: 'has next to nothing in common with the passage',
      isUnsure: shared.isUnrelated === 'perhaps',
    })
  const isUnsure = !shared.isUnrelated && isInOtherWords(gist, passage)
  return {
    gaps: isUnsure ? gaps.flatMap(asUnsure) : gaps,
    isPartial: shared.isPartial && !isRepeated(gist, passage),
  }
}

/** Every sentence of a gist is one of its passage, word for word: that agrees in any language. */
function isRepeated(gist: Reading, passage: Reading): boolean {
  const theirs = new Set(sentencesOf(passage))
  return sentencesOf(gist).every((it) => theirs.has(it))
}

const sentencesOf = ({ tokens }: Reading): readonly string[] =>
  [...grouped(tokens, ({ sentence }) => `${sentence}`).values()].map((words) =>
    words.flatMap(({ kind, word }) => (kind === 'mark' ? [] : [word])).join(' '),
  )

/**
 * What is left of a gap where a gist is in other words than its passage: a contrary tells by itself; a negation, or what the
 * gist adds, may be there in other words; a limit, or another word that it leaves out, nearly always is.
 */
function asUnsure(gap: Gap): readonly Gap[] {
  if (!needsWords.test(gap.kind) || /^is “/.test(gap.reason)) return [gap]
  const isThere = gap.kind === 'limit' || (gap.kind === 'modality' && gap.isLeftOut)
  return isThere ? [] : [{ ...gap, isUnsure: true }]
}

function ungroundedDates(gist: Reading, passage: Reading, grounds: Grounds): readonly Gap[] {
  const { issued, told = [] } = grounds
  const years = [
    ...new Set(passage.dates.flatMap(({ year, isDecade }) => (year === undefined || isDecade ? [] : [year]))),
  ]
  return gist.dates.flatMap((date): Gap[] => {
    if (passage.dates.some((it) => covers(date, it, issued, years))) return []
    // `In the first six months`, of what went on from January to June.
    if (date.months?.every((month) => passage.dates.some((it) => it.month === month))) return []
    if (
      date.year !== undefined &&
      date.month === undefined &&
      passage.quantities.some(({ value }) => value === date.year)
    )
      return []
    if (isEndOfSpan(date, passage, issued) || isCounted(date, gist, passage, issued)) return []
    const meanings = meaningsOf(date, issued, years)
    if (
      told.some((it) =>
        meanings.some(
          ({ min, max }) => min <= (it.max ?? it.min!) && (it.min ?? it.max!) <= max && isEnd(it, min, max),
        ),
      )
    )
      return []
    if (
      issued?.min !== undefined &&
      isByAuthor(gist, date, grounds) &&
      meanings.some(({ min, max }) => min <= issued.min! && issued.min! <= max)
    )
      return []
    if (isYearOfText(date, passage, grounds)) return []
    const words = wordsOf(gist, date)
    return [{ kind: 'date', words, reason: 'is no date of the passage' }]
  })
}

/** `Until 2024`, of a deal for three years in a text of 2021. */
function isEndOfSpan({ year, month, months }: Written, { quantities }: Reading, issued: Edtf | undefined): boolean {
  if (year === undefined || month !== undefined || months || issued?.max === undefined) return false
  const away = Math.abs(year - Number(issued.max.slice(0, 4)))
  return quantities.some(
    ({ value, unit }) => unit?.name === 'month' && unit.factor === 12 && value === away && away > 0,
  )
}

/**
 * `The third quarter of 2022`, of a text of 2022 that names no year: the year of the text is its ground. With `a year
 * before` in the passage the year before that is, too.
 */
function isYearOfText(
  { year, month, months, day, relative }: Written,
  { dates }: Reading,
  { issued }: Grounds,
): boolean {
  if (months || issued?.max === undefined || dates.some((it) => it.year !== undefined && `${it.year}` <= issued.max!))
    return false
  const own = relative?.unit === 'year' ? Number(issued.max.slice(0, 4)) + relative.step : year
  const steps = dates.flatMap((it) => (it.relative?.unit === 'year' ? [it.relative.step] : []))
  const isMet =
    month === undefined
      ? steps.length === 0
      : dates.some((it) => it.month === month && (day === undefined || it.day === day))
  const years = [issued.min, issued.max].flatMap((day) => (day ? [Number(day.slice(0, 4))] : []))
  return isMet && years.some((it) => [0, ...(month === undefined ? [] : steps)].some((step) => it + step === own))
}

/** `By July 2013`, of a date `2013-01/2013-07`: one of its ends, or all of it. */
function isEnd({ min, max }: Edtf, from: string, to: string): boolean {
  return [min, max].some((end) => end !== undefined && from <= end && end <= to)
}

/** `In October 2004 McDermott wrote`: the day of the source. */
function isByAuthor(gist: Reading, { from }: Written, { sounds }: Grounds): boolean {
  const { sentence } = itemAt(gist.tokens, from)
  return gist.tokens.some((token) => token.sentence === sentence && token.isCapital && sounds.has(token.word))
}
