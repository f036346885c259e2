import { itemAt } from '../../core/index.ts'
import { hasComma } from './cldr.ts'
import { boundOf, rateOf, unitOf } from './counted.ts'
import { type Lexicon, type Unit, unitsOf } from './lexicon.ts'
import { articlesWith, isShareOf, takeFromNext } from './linked.ts'
import { sumFrom } from './numerals.ts'
import type { Marker } from './signs.ts'
import { digits, type Token, wordAt } from './tokens.ts'
import { is } from './word-classes.ts'

export type Bound = 'about' | 'at-least' | 'at-most' | 'nearly'

/** A number that a text gives, in digits or in words; places are indexes of tokens. */
export interface Quantity {
  readonly value: number
  readonly ordinal: boolean
  /** `hundreds of`: the magnitude is all that is said. */
  readonly vague: boolean
  /** A share or a multiple, in words: `half`, `twice`. */
  readonly fraction: boolean
  /** `one in ten`: the share that the two numbers make. */
  readonly share?: number | undefined
  /** Written as a word that is an article or a pronoun elsewhere. */
  readonly isOne: boolean
  readonly unit?: Unit | undefined
  readonly bound?: Bound | undefined
  /** The time in which so much comes about: `a day`, `weekly`. */
  readonly rate?: string | undefined
  readonly from: number
  readonly to: number
}

export type Draft = Omit<Quantity, 'unit' | 'bound' | 'share' | 'rate'> & {
  unit?: Unit | undefined
  rate?: string | undefined
  bound?: Bound | undefined
  share?: number
}

const roman = /^(?=[IVXL]{2,}$|[VX]$)(?:X{0,3})(?:IX|IV|V?I{0,3})$/
const romanDigits: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50 }
const currencies = /^(?:usd|eur|gbp|kzt|rub|cny|jpy|chf|inr|try)$/
export const attached: Readonly<Record<string, number>> = {
  k: 1e3,
  m: 1e6,
  mn: 1e6,
  bn: 1e9,
  b: 1e9,
  tn: 1e12,
  md: 1e9,
  mds: 1e9,
  mrd: 1e9,
  mio: 1e6,
  mln: 1e6,
  bln: 1e9,
  млн: 1e6,
  млрд: 1e9,
  тыс: 1e3,
}

/** The quantities of a text, but for those in its dates. */
export function quantitiesOf(
  tokens: readonly Token[],
  lexicon: Lexicon | undefined,
  markers: readonly Marker[],
  isTaken: (at: number) => boolean,
  language = 'und',
): readonly Quantity[] {
  const told = { tokens, lexicon }
  const found: Draft[] = []
  for (let at = 0; at < tokens.length; at++) {
    if (isTaken(at)) continue
    const quantity = quantityAt(tokens, lexicon, at, lexicon?.language.comma ?? hasComma(language))
    if (!quantity) continue
    found.push(quantity)
    at = quantity.to - 1
  }
  for (const [at, one] of found.entries())
    Object.assign(one, {
      unit: unitOf(told, one),
      bound: boundOf(told, one, markers),
      rate: rateOf(told, one.to, Math.min(one.to + 6, found[at + 1]?.from ?? tokens.length)),
    })
  for (const [index, one] of found.entries()) {
    takeFromNext(one, found[index + 1], tokens, lexicon)
    const next = found[index + 1]
    if (next && isShareOf(one, next, told)) {
      Object.assign(one, {
        share: one.value / next.value,
        isOne: false,
        to: next.to,
        bound: one.bound ?? boundOf(told, next, markers),
      })
      found.splice(index + 1, 1)
    }
  }
  return [...found, ...articlesWith(told, markers, found, isTaken)].sort((a, b) => a.from - b.from)
}

function quantityAt(
  tokens: readonly Token[],
  lexicon: Lexicon | undefined,
  from: number,
  comma: boolean,
): Draft | undefined {
  const first = itemAt(tokens, from)
  if (first.kind === 'number') return inDigits(tokens, lexicon, from, comma)
  if (first.kind !== 'word') return undefined
  if (roman.test(first.text) && !first.opens) {
    const values = [...first.text].map((letter) => romanDigits[letter]!)
    const value = values.reduce((sum, it, at) => sum + (it < (values[at + 1] ?? 0) ? -it : it), 0)
    return { value, ordinal: true, vague: false, fraction: false, isOne: false, from, to: from + 1 }
  }
  return lexicon ? inWords(tokens, lexicon, from) : undefined
}

function inDigits(tokens: readonly Token[], lexicon: Lexicon | undefined, from: number, comma: boolean): Draft {
  let value = digits(itemAt(tokens, from).text, comma)
  let to = from + 1
  const next = tokens[to]
  const isAttached = next !== undefined && next.at === itemAt(tokens, to - 1).to
  const ordinal = isAttached && /^(?:st|nd|rd|th|er|re|ère|e|ème)$/.test(next.word)
  const dashed = isAttached && next.text === '-' ? tokens[to + 1] : undefined
  const suffix = dashed && /^(?:й|я|е|го|м|му|ю|х|ші|шы|інші|ыншы|ой|ая)$/.test(dashed.word)
  if (ordinal) to++
  else if (suffix) to += 2
  else if (isAttached && attached[next.word] !== undefined) {
    value *= attached[next.word]!
    to++
  }
  // `412-million-dollar`.
  if (dashed && lexicon?.number(dashed.word)?.kind === 'magnitude') to++
  for (let word = tokens[to]; word?.kind === 'word' && lexicon; word = tokens[to]) {
    const known = lexicon.number(word.word)
    const isLetter = word.word.length < 2 && !unitsOf(wordAt(tokens, to + 1)).some(({ name }) => currencies.test(name))
    if (known?.kind !== 'magnitude' || known.value < 100 || isLetter) break
    value *= known.value
    to++
  }
  // A full stop after a German day or century is part of it, and says nothing of other numbers.
  return { value, ordinal: Boolean(ordinal || suffix), vague: false, fraction: false, isOne: false, from, to }
}

function inWords(tokens: readonly Token[], lexicon: Lexicon, from: number): Draft | undefined {
  const told = { tokens, lexicon }
  const first = lexicon.number(wordAt(tokens, from))
  // `Un logement sur deux`.
  if (/^une?$/.test(wordAt(tokens, from)) && tokens.slice(from + 1, from + 4).some(({ word }) => word === 'sur'))
    return { value: 1, ordinal: false, vague: false, fraction: false, isOne: true, from, to: from + 1 }
  if (!first) return undefined
  const before = tokens[from - 1]
  const isAfterArticle = before !== undefined && is(told, from - 1, 'indefinite')
  const head = before?.text === '-' ? tokens[from - 2] : before
  const isAfterOrdinal = head !== undefined && lexicon.number(head.word)?.kind === 'ordinal'
  const base = { ordinal: false, vague: false, fraction: false, isOne: false, from }
  if (first.kind === 'ordinal') {
    // Every third: one in three.
    if (before && is(told, from - 1, 'each') && first.value > 1 && unitsOf(wordAt(tokens, from)).length === 0)
      return { ...base, value: 1 / first.value, fraction: true, from: from - 1, to: from + 1 }
    // Aus zweiter Hand, в первую очередь.
    if (is(told, from + (tokens[from + 1]?.text === '-' ? 2 : 1), 'idiom')) return undefined
    // First, …; at first; во-первых, …: the order of what is said.
    const isOfSpeech =
      (itemAt(tokens, from).opens && tokens[from + 1]?.text === ',') ||
      (first.value === 1 && before?.word === 'at') ||
      (before?.text === '-' && /^во?$/.test(head?.word ?? ''))
    if (isOfSpeech) return undefined
    // Two tenths of a second.
    if (wordAt(tokens, from) === 'second' && isAfterArticle && tokens[from - 2]?.word === 'of') return undefined
    const next = wordAt(tokens, from + 1)
    const isPart = lexicon.language.helped
      ? /^(?:un|d)$/.test(before?.word ?? '') && next !== '' && lexicon.isStop(next)
      : is(told, from, 'tenth') && !/^(?:time|year|title|day)/.test(next)
    if (isPart && isAfterArticle) return { ...base, value: 1 / first.value, fraction: true, to: from + 1 }
    return { ...base, value: first.value, ordinal: true, to: from + 1 }
  }
  if (first.kind === 'fraction') {
    if (isAfterOrdinal) return undefined
    // `The quarter before`.
    if (wordAt(tokens, from) === 'quarter' && is(told, from - 1, 'definite', 'demonstrative', 'last', 'next'))
      return undefined
    // Kazakh `of four one`.
    const parts = is(told, from, 'ablative') ? wordAt(tokens, from + 1) : ''
    const part = /^бір/.test(parts) ? 1 : lexicon.number(parts)?.value
    if (part !== undefined && part <= 9) return { ...base, value: first.value * part, fraction: true, to: from + 2 }
    if (parts !== '') return undefined
    return { ...base, value: first.value, fraction: true, to: from + 1 }
  }
  if (first.kind === 'magnitude') {
    const isExact = isAfterArticle || first.value === 100
    if (wordAt(tokens, from).length < 2) return undefined
    const more = isExact ? sumFrom(tokens, lexicon, from) : { value: first.value, to: from + 1 }
    return { ...base, ...more, vague: !isExact || /s$/.test(wordAt(tokens, from)) }
  }
  const sum = sumFrom(tokens, lexicon, from)
  const dash = tokens[sum.to]?.text === '-' ? 1 : 0
  // Four and a half; two thirds, two-thirds.
  const half =
    is(told, sum.to, 'and') && is(told, sum.to + 1, 'indefinite')
      ? lexicon.number(wordAt(tokens, sum.to + 2))
      : undefined
  if (half?.kind === 'fraction' && half.value < 1) return { ...base, value: sum.value + half.value, to: sum.to + 3 }
  const after = lexicon.number(wordAt(tokens, sum.to + dash))
  if (after?.kind === 'fraction' && after.value < 1 && sum.value < 10 && sum.value >= 1)
    return { ...base, value: sum.value * after.value, fraction: true, to: sum.to + dash + 1 }
  // One third: the ordinal is what the whole is parted in.
  if (after?.kind === 'ordinal' && after.value > 2 && sum.value < after.value && sum.value < 10 && dash === 0)
    return { ...base, value: sum.value / after.value, fraction: true, to: sum.to + 1 }
  // Twenty-first: the ordinal ends the sum.
  if (after?.kind === 'ordinal' && sum.value >= 20 && after.value < 10)
    return { ...base, value: sum.value + after.value, ordinal: true, to: sum.to + dash + 1 }
  return { ...base, ...sum, isOne: sum.value === 1 }
}
