import type { Lexicon } from './lexicon.ts'
import { unitsOf } from './lexicon.ts'
import type { Marker } from './signs.ts'
import type { Sign } from './tables/language.ts'
import { digits, type Token } from './tokens.ts'

export type Bound = 'about' | 'at-least' | 'at-most' | 'nearly'

/** A number that a text gives, in digits or in words; places are indexes of tokens. */
export interface Quantity {
  readonly value: number
  readonly ordinal: boolean
  /** `hundreds of`: the magnitude is all that is said. */
  readonly vague: boolean
  /** A share or a multiple, in words: `half`, `twice`. */
  readonly fraction: boolean
  /** Written as a word that is an article or a pronoun elsewhere. */
  readonly isOne: boolean
  readonly unit?: string | undefined
  readonly bound?: Bound | undefined
  readonly from: number
  readonly to: number
}

type Draft = Omit<Quantity, 'unit' | 'bound'> & { unit?: string | undefined; bound?: Bound | undefined }

const roman = /^(?=[IVXL]{2,}$|[VX]$)(?:X{0,3})(?:IX|IV|V?I{0,3})$/
const romanDigits: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50 }
const currency = /^[$€£₸₽¥]$/
const attached: Readonly<Record<string, number>> = {
  k: 1e3,
  m: 1e6,
  mn: 1e6,
  bn: 1e9,
  b: 1e9,
  tn: 1e12,
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
): readonly Quantity[] {
  const found: Draft[] = []
  for (let at = 0; at < tokens.length; at++) {
    if (isTaken(at)) continue
    const quantity = quantityAt(tokens, lexicon, at)
    if (!quantity) continue
    found.push(quantity)
    at = quantity.to - 1
  }
  for (const one of found) Object.assign(one, { unit: unitOf(tokens, one), bound: boundOf(tokens, one, markers) })
  for (const [index, one] of found.entries()) takeFromNext(one, found[index + 1], tokens, lexicon)
  return found
}

function quantityAt(tokens: readonly Token[], lexicon: Lexicon | undefined, from: number): Draft | undefined {
  const first = tokens[from]!
  if (first.kind === 'number') return inDigits(tokens, lexicon, from)
  if (first.kind !== 'word') return undefined
  if (roman.test(first.text) && !first.opens) {
    const values = [...first.text].map((letter) => romanDigits[letter]!)
    const value = values.reduce((sum, it, at) => sum + (it < (values[at + 1] ?? 0) ? -it : it), 0)
    return { value, ordinal: true, vague: false, fraction: false, isOne: false, from, to: from + 1 }
  }
  return lexicon ? inWords(tokens, lexicon, from) : undefined
}

function inDigits(tokens: readonly Token[], lexicon: Lexicon | undefined, from: number): Draft {
  let value = digits(tokens[from]!.text, lexicon?.language.comma ?? false)
  let to = from + 1
  const next = tokens[to]
  const isAttached = next !== undefined && next.at === tokens[to - 1]!.to
  const ordinal = isAttached && /^(?:st|nd|rd|th|er|re|ère|e|ème)$/.test(next.word)
  const dashed = isAttached && next.text === '-' ? tokens[to + 1] : undefined
  const suffix = dashed && /^(?:й|я|е|го|м|му|ю|х|ші|шы|інші|ыншы|ой|ая)$/.test(dashed.word)
  if (ordinal) to++
  else if (suffix) to += 2
  else if (isAttached && attached[next.word] !== undefined) {
    value *= attached[next.word]!
    to++
  }
  for (let word = tokens[to]; word?.kind === 'word' && lexicon; word = tokens[to]) {
    const known = lexicon.number(word.word)
    if (known?.kind !== 'magnitude' || known.value < 100 || word.word.length < 2) break
    value *= known.value
    to++
  }
  // A full stop after a German day or century is part of it, and says nothing of other numbers.
  return { value, ordinal: Boolean(ordinal || suffix), vague: false, fraction: false, isOne: false, from, to }
}

function inWords(tokens: readonly Token[], lexicon: Lexicon, from: number): Draft | undefined {
  const first = lexicon.number(tokens[from]!.word)
  if (!first) return undefined
  const before = tokens[from - 1]
  const isAfterArticle =
    before !== undefined && /^(?:a|an|one|ein|eine|einer|un|une|один|одна|одну|бір)$/.test(before.word)
  const isAfterOrdinal = before !== undefined && lexicon.number(before.word)?.kind === 'ordinal'
  const base = { ordinal: false, vague: false, fraction: false, isOne: false, from }
  if (first.kind === 'ordinal') {
    const third = lexicon.language.tag === 'en' && /^(?:third|fifth|tenth)$/.test(tokens[from]!.word) && isAfterArticle
    if (third && !/^(?:time|year|title|day)/.test(tokens[from + 1]?.word ?? ''))
      return { ...base, value: fractionOf(tokens[from]!.word), fraction: true, to: from + 1 }
    return { ...base, value: first.value, ordinal: true, to: from + 1 }
  }
  if (first.kind === 'fraction') {
    if (isAfterOrdinal) return undefined
    return { ...base, value: first.value, fraction: true, to: from + 1 }
  }
  if (first.kind === 'magnitude') {
    const isExact = isAfterArticle || first.value === 100
    if (tokens[from]!.word.length < 2) return undefined
    const more = isExact ? sumFrom(tokens, lexicon, from) : { value: first.value, to: from + 1 }
    return { ...base, ...more, vague: !isExact || /s$/.test(tokens[from]!.word) }
  }
  const sum = sumFrom(tokens, lexicon, from)
  const after = lexicon.number(tokens[sum.to]?.word ?? '')
  if (after?.kind === 'fraction' && after.value < 1 && sum.value < 10 && sum.value >= 1)
    return { ...base, value: sum.value * after.value, fraction: true, to: sum.to + 1 }
  // Twenty-first: the ordinal ends the sum.
  if (after?.kind === 'ordinal' && sum.value >= 20 && after.value < 10)
    return { ...base, value: sum.value + after.value, ordinal: true, to: sum.to + 1 }
  return { ...base, ...sum, isOne: sum.value === 1 }
}

const fractionOf = (word: string) => ({ third: 1 / 3, fifth: 0.2, tenth: 0.1 })[word]!

function sumFrom(
  tokens: readonly Token[],
  lexicon: Lexicon,
  from: number,
): { readonly value: number; readonly to: number } {
  let [total, current, to, at] = [0, 0, from, from]
  while (at < tokens.length) {
    const known = lexicon.number(tokens[at]!.word)
    if (known?.kind === 'cardinal' && fits(current, known.value)) current += known.value
    else if (known?.kind === 'magnitude' && known.value === 100)
      current = current % 100 > 0 && current < 10 ? current * 100 : current + 100
    else if (known?.kind === 'magnitude' && known.value >= 1000) {
      total += (current || 1) * known.value
      current = 0
    } else if (
      at > from &&
      (tokens[at]!.text === '-' || /^(?:and|et|und)$/.test(tokens[at]!.word)) &&
      isCardinal(tokens[at + 1], lexicon, tokens[at]!.text === '-' ? current : 0)
    ) {
      at++
      continue
    } else break
    to = ++at
  }
  return { value: total + current, to }
}

/** `five and six` are two numbers; `hundred and six`, `twenty-six` are one. */
function isCardinal(token: Token | undefined, lexicon: Lexicon, current: number): boolean {
  const known = token && lexicon.number(token.word)
  return known?.kind === 'cardinal' && current >= 20 && fits(current, known.value)
}

function fits(current: number, value: number): boolean {
  if (current === 0) return true
  if (value >= 100) return false
  return value >= 10 ? current % 100 === 0 : current % 10 === 0 && current % 100 !== 10
}

/** What is counted: a currency before the number, or the word after it. */
function unitOf(tokens: readonly Token[], { from, to }: Draft): string | undefined {
  const before = tokens[from - 1]
  if (before && currency.test(before.text)) return unitsOf(before.text)[0]
  for (const at of [to, to + 1]) {
    const token = tokens[at]
    if (!token || (token.kind === 'mark' && !/^[-%$€£₸₽]$/.test(token.text))) return undefined
    const pair = `${token.word}-${tokens[at + 1]?.word ?? ''}`
    const [unit] = [
      ...unitsOf(pair).filter((it) => it === 'points' || it === '%' || it === 'sqkm'),
      ...unitsOf(token.word),
    ]
    if (unit !== undefined) return unit
    if (token.text !== '-') return undefined
  }
  return undefined
}

const bounds: readonly Bound[] = ['at-least', 'at-most', 'nearly', 'about']

/** The bound right before a number, or right after it and what it counts. */
function boundOf(tokens: readonly Token[], { from, to }: Draft, markers: readonly Marker[]): Bound | undefined {
  const start = currency.test(tokens[from - 1]?.text ?? '') ? from - 1 : from
  const article = /^(?:the|a|an|one|der|die|das|les?|la)$/.test(tokens[start - 1]?.word ?? '') ? start - 1 : start
  const before = markers.find((it) => it.to === start || it.to === article)
  const found = before && bounds.find((bound) => before.signs.has(bound as Sign))
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
    !/^(?:or more|or less|or fewer|or so|odd|plus|and more|or over|et plus|и более|oder mehr|шақты|астам|жуық|таяу|дейін|артық|аспай\p{L}*|с лишним|кем емес|көп емес)$/u.test(
      words,
    )
  )
    return undefined
  return bounds.find((bound) => after.signs.has(bound as Sign))
}

function isPostposed(tokens: readonly Token[], from: number, to: number): boolean {
  return tokens.slice(to, from).every(({ text, kind }) => text === '-' || kind === 'word')
}

/** `40 to 55 million dollars`: the first number has the magnitude and the unit of the second. */
function takeFromNext(
  one: Draft,
  next: Draft | undefined,
  tokens: readonly Token[],
  lexicon: Lexicon | undefined,
): void {
  if (!next || one.ordinal || next.ordinal) return
  const between = tokens.slice(one.to, next.from).filter(({ text }) => !currency.test(text))
  const isRange =
    between.length === 1 && (/^[-–—]$/.test(between[0]!.text) || lexicon?.isRange(between[0]!.word) === true)
  if (!isRange) return
  if (next.unit !== undefined) one.unit ??= next.unit
  const wide = next.to - next.from > 1 && one.to - one.from === 1
  const magnitude =
    lexicon?.number(tokens[next.to - 1]!.word) ??
    (attached[tokens[next.to - 1]!.word]
      ? { kind: 'magnitude', value: attached[tokens[next.to - 1]!.word]! }
      : undefined)
  if (wide && magnitude?.kind === 'magnitude' && one.value < 1000)
    Object.assign(one, { value: one.value * magnitude.value })
}
